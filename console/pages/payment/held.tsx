import { useEffect, useRef, useState } from 'preact/hooks';
import { ActionButton, Alert, Amount, announce, useText } from '../../kit.ts';
import { type Choice, ResolveDialog } from './resolve-dialog.tsx';
import { BankCode, SentTag } from './sent-status.tsx';
import type { Run, Sent } from './types.ts';

/**
 * Payments that came back and that nobody has decided on: each with what the bank says of it, and the two ways on. That an account was
 * wrong is put right first, and by two people, or the payment would come back again.
 */
export function Held({ run, reload }: { run: Run; reload: () => Promise<void> }) {
  const { t, count } = useText();
  const [asking, ask] = useState<{ line: Sent; choice: Choice } | undefined>(undefined);
  const [receipt, setReceipt] = useState<string | undefined>(undefined);
  const place = useRef<HTMLElement>(null);
  const held = run.sent.filter((line) => line.held);
  const action = run.actions.find((each) => each.action === 'resolve-return');

  const close = () => ask(undefined);
  // A dialog that ends by itself takes the focus with it; it goes on from here, once nothing is modal any more.
  const ended = useRef(false);
  useEffect(() => {
    if (asking === undefined && ended.current) place.current?.focus();
    ended.current = false;
  }, [asking]);
  const end = async () => {
    ended.current = true;
    close();
    await reload();
  };
  if (held.length === 0 && receipt === undefined) return null;
  return (
    <section class="held" ref={place} tabIndex={-1} aria-labelledby="held-title">
      <h2 class="ds-heading section-title" id="held-title">
        {t('held.title')}
        {held.length > 0 && <span class="count">{count('held.count', held.length)}</span>}
      </h2>
      {receipt && <Alert tone="success" title={receipt} level={3} />}
      {held.length > 0 && (
        <>
          <p>
            {t('held.lead')}{' '}
            <a class="ds-link" href="/underlag/all/payees">
              {t('held.payees')}
            </a>
          </p>
          <ul class="held-list">
            {held.map((line) => (
              <li key={line.payee}>
                <div>
                  <h3 class="ds-heading">{line.name}</h3>
                  <p class="held-head">
                    <strong>
                      <Amount sek={line.sek} unit />
                    </strong>
                    <SentTag status={line.status} />
                    <BankCode {...line} />
                  </p>
                </div>
                <Ways {...{ line, action }} onAct={(choice) => ask({ line, choice })} />
              </li>
            ))}
          </ul>
        </>
      )}
      {asking && (
        <ResolveDialog
          run={run.run}
          {...asking}
          onClose={close}
          onDone={async () => {
            const text = t(`resolve.${asking.choice}.done`, { name: asking.line.name });
            setReceipt(text);
            await end();
            announce(text);
          }}
          onStale={() => void end()}
        />
      )}
    </section>
  );
}

/** The ways on from a payment that came back. SKR is paid by requisition and has no next month. */
function Ways(props: {
  line: Sent;
  action: Run['actions'][number] | undefined;
  onAct: (choice: Choice) => void;
}) {
  const { line, action, onAct } = props;
  const { t } = useText();
  if (!action) return null;
  if (!action.allowed) {
    return (
      <ActionButton action={action} variant="secondary" onAct={() => undefined}>
        {t('held.decide')}
      </ActionButton>
    );
  }
  const choices: readonly Choice[] = line.payee === 'SKR' ? ['reissue'] : ['reissue', 'next-month'];
  return (
    <div class="actions">
      {choices.map((choice) => (
        <ActionButton
          key={choice}
          variant={choice === 'reissue' ? 'primary' : 'secondary'}
          onAct={() => onAct(choice)}
        >
          {t(`resolve.${choice}`)}
          <span class="ds-sr-only">{t('held.of', { name: line.name })}</span>
        </ActionButton>
      ))}
    </div>
  );
}
