import { useState } from 'preact/hooks';
import { useAction } from '../../api/use-action.ts';
import { useText } from '../../i18n/language.tsx';
import { Amount } from '../amount.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { Facts } from '../facts.tsx';
import { AccountChanges } from '../proposal/account-changes.tsx';
import { ActionProblem } from './action-problem.tsx';
import type { DialogProps } from './subject.ts';

/** Shows what is approved, hash and all, before it is. What is sent is what was shown when the dialog opened. */
export function ApproveDialog(props: DialogProps) {
  const { action, onClose, onDone, onStale } = props;
  const { t, weekday } = useText();
  const [subject] = useState(props.subject);
  const approving = useAction('approveProposal');
  const signing = useAction('signReconciliation');
  const { proposal = '', run, year, totalSek, payDay, payees, accounts } = subject;
  if (action !== 'attest' && action !== 'order' && action !== 'sign-state' && action !== 'sign-skr')
    throw new RangeError(`${action} approves nothing.`);

  const send = () =>
    action === 'attest' || action === 'order'
      ? approving.act({ parameters: { run } }, { right: action, proposal })
      : signing.act({ parameters: { year } }, { right: action, proposal });

  return (
    <ConfirmDialog
      open
      title={t(`approve.${action}.title`)}
      confirm={t(`action.${action}`)}
      busy={approving.busy || signing.busy}
      onClose={onClose}
      onConfirm={async () => {
        const done = await send();
        if (done) onDone();
      }}
    >
      <ActionProblem
        problem={approving.problem ?? signing.problem}
        form="approve"
        labels={{ '/proposal': t('approve.hash') }}
        onStale={onStale}
      />
      <p>{t('approve.lead')}</p>
      <Facts
        of={[
          [t('approve.total'), totalSek !== undefined && <Amount sek={totalSek} unit />],
          [t('approve.pay-day'), payDay && weekday(payDay)],
          [t('approve.payees'), payees && String(payees.length)],
        ]}
      />
      <AccountChanges accounts={accounts} />
      <p class="whole-hash">
        <span class="quiet">{t('approve.hash')}</span>
        <code>{proposal}</code>
      </p>
    </ConfirmDialog>
  );
}
