import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../../i18n/language.tsx';
import { announce } from '../../shell/announce.ts';
import { ActionButton } from '../action-button.tsx';
import { Alert } from '../alert.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import { ApproveDialog } from './approve-dialog.tsx';
import { BankDialog } from './bank-dialog.tsx';
import { GoWithoutDialog, ReasonDialog } from './reason-dialog.tsx';
import type { ActionName, DialogProps, Subject } from './subject.ts';

/** What is said of a proposal, and so of the one that is shown. */
const ofProposal: readonly ActionName[] = [
  'attest',
  'order',
  'sign-state',
  'sign-skr',
  'reject',
  'withdraw',
];

/**
 * Everything that can be done with a run. What this person may do now stands first; the rest lies behind one button, with the reasons.
 * Each asks before it is done. Afterwards a receipt stands above, and is said aloud: what was done, which stays true when others go on.
 */
export function RunActions({ subject, reload }: { subject: Subject; reload: () => unknown }) {
  const { t } = useText();
  const [asking, ask] = useState<ActionName | undefined>(undefined);
  const [receipt, setReceipt] = useState<string | undefined>(undefined);
  const place = useRef<HTMLDivElement>(null);
  // While the proposal is being read, nothing is offered that would be of it.
  const actions = subject.actions
    .filter(isOfRun)
    .filter(({ action }) => subject.proposal !== undefined || !ofProposal.includes(action));
  const over = actions.every(({ allowed }) => !allowed);
  const first = actions.filter(({ action, allowed }) => allowed && action !== 'request-close');
  const rest = actions.filter((each) => !first.includes(each));

  const close = () => ask(undefined);
  // A dialog that ends by itself takes the focus with it; it goes on from here, once nothing is modal any more.
  const ended = useRef(false);
  useEffect(() => {
    if (asking === undefined && ended.current) place.current?.focus();
    ended.current = false;
  }, [asking]);
  const end = () => {
    ended.current = true;
    close();
    return reload();
  };
  const dialog: DialogProps | undefined = asking && {
    subject,
    action: asking,
    onClose: close,
    onDone: async () => {
      const text = t(`done.${asking}`);
      setReceipt(text);
      await end();
      announce(text); // After what the page itself says of the change, or that would be said instead.
    },
    onStale: () => void end(),
  };
  return (
    <div class="run-actions" ref={place} tabIndex={-1}>
      {receipt && <Alert tone="success" title={receipt} level={3} />}
      {first.length > 0 && <Buttons actions={first} ask={ask} />}
      {rest.length > 0 && (
        <details class="more-actions">
          <summary>{over ? t('actions.closed') : t('actions.more')}</summary>
          <Buttons actions={rest} ask={ask} />
        </details>
      )}
      {dialog && <Dialog {...dialog} />}
    </div>
  );
}

type ActionOfRun = Subject['actions'][number] & { readonly action: ActionName };
const isOfRun = (each: Subject['actions'][number]): each is ActionOfRun =>
  each.action !== 'resolve-return';

function Buttons(props: { actions: readonly ActionOfRun[]; ask: (action: ActionName) => void }) {
  const { t } = useText();
  const { actions, ask } = props;
  return (
    <div class="actions">
      {actions.map((each) => (
        <ActionButton
          key={each.action}
          action={each}
          {...looksOf(each.action)}
          onAct={() => ask(each.action)}
        >
          {t(`action.${each.action}`)}
        </ActionButton>
      ))}
    </div>
  );
}

function looksOf(action: ActionName) {
  if (action === 'reject' || action === 'request-close')
    return { variant: 'secondary', color: 'danger' } as const;
  const approves = action === 'attest' || action === 'order' || action.startsWith('sign');
  return { variant: approves ? 'primary' : 'secondary' } as const;
}

function Dialog(props: DialogProps) {
  const { action } = props;
  switch (action) {
    case 'attest':
    case 'order':
    case 'sign-state':
    case 'sign-skr':
      return <ApproveDialog {...props} />;
    case 'reject':
    case 'withdraw':
      return <AnswerDialog {...props} />;
    case 'go-without':
      return <GoWithoutDialog {...props} action={action} />;
    case 'report-bank':
      return <BankDialog {...props} />;
    case 'prepare-again':
    case 'request-close':
      return <ReasonDialog {...props} action={action} />;
  }
}
