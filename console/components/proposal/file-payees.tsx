import { useId, useState } from 'preact/hooks';
import { useResource } from '../../api/use-resource.ts';
import { useText } from '../../i18n/language.tsx';
import { Amount } from '../amount.tsx';
import { DataTable } from '../data-table.tsx';
import { Icon } from '../icon.tsx';
import { Loaded } from '../loaded.tsx';
import { useRunName } from '../run-name.ts';
import { useModal } from '../use-modal.ts';
import type { Payment, Proposal } from './shown-proposal.ts';

type Change = NonNullable<Proposal['accounts']>[number];

/**
 * Whom a payment file pays, to which account, how much, beside the page where the file is fetched; what is new or changed since the last
 * payment to that payee stands first, with the old beside it, who registered it and who confirmed it.
 */
export function FilePayees({ run, proposal }: { run: string; proposal: string }) {
  const { t } = useText();
  const nameOf = useRunName();
  const [open, setOpen] = useState(false);
  const dialog = useModal(open);
  const titleId = useId();
  const read = useResource('readProposal', { parameters: { run, proposal } }, { when: open });
  return (
    <>
      <button type="button" class="ds-button" data-variant="tertiary" onClick={() => setOpen(true)}>
        {t('file-payees.title')}
        <span class="ds-sr-only">{t('download.of', { what: nameOf(run) })}</span>
      </button>
      <dialog
        ref={dialog}
        class="ds-dialog drawer"
        aria-labelledby={titleId}
        onClose={() => setOpen(false)}
      >
        {open && (
          <>
            <div class="drawer-head">
              <div>
                <p class="quiet">{nameOf(run)}</p>
                <h2 class="ds-heading" data-size="xs" id={titleId}>
                  {t('file-payees.title')}
                </h2>
              </div>
              <button
                type="button"
                class="icon-button"
                aria-label={t('file-payees.close')}
                onClick={() => dialog.current?.close()}
              >
                <Icon name="cross" />
              </button>
            </div>
            <Loaded resource={read} lines={12}>
              {(shown) => <Payees proposal={shown} />}
            </Loaded>
          </>
        )}
      </dialog>
    </>
  );
}

function Payees({ proposal }: { proposal: Proposal }) {
  const { t, count } = useText();
  const changes = new Map((proposal.accounts ?? []).map((change) => [change.payee, change]));
  const sent = proposal.payments.filter(({ totalSek }) => totalSek !== '0');
  const rows = [
    ...sent.filter(({ payee }) => changes.has(payee)),
    ...sent.filter(({ payee }) => !changes.has(payee)),
  ];
  return (
    <>
      <p>
        {changes.size === 0
          ? t('file-payees.unchanged')
          : count('file-payees.changed', changes.size)}
      </p>
      <DataTable
        caption={t('file-payees.title')}
        captionHidden
        narrow="stack"
        rows={rows}
        rowKey={({ payee }) => payee}
        columns={[
          {
            key: 'payee',
            header: t('accounts-changed.payee'),
            rowHeader: true,
            cell: ({ name }) => name,
          },
          {
            key: 'account',
            header: t('file-payees.account'),
            cell: (payment) => <Account payment={payment} change={changes.get(payment.payee)} />,
          },
          {
            key: 'sek',
            header: t('sent.sek'),
            numeric: true,
            cell: ({ totalSek }) => <Amount sek={totalSek} />,
          },
        ]}
      />
    </>
  );
}

/** Where the money went, and what of that was new. */
function Account(props: { payment: Payment; change: Change | undefined }) {
  const { payment, change } = props;
  const { t, moment } = useText();
  const nameOf = useRunName();
  if (!change) return <span class="account">{payment.account}</span>;
  const { before, registeredBy, registeredAt, confirmedBy } = change;
  return (
    <>
      <strong class="account">{payment.account}</strong>
      <span class="row-note">
        {before
          ? t('file-payees.before', { account: before.account, run: nameOf(before.run) })
          : t('accounts-changed.never')}
      </span>
      {before && before.name !== payment.name && (
        <span class="row-note">{t('file-payees.before-name', { name: before.name })}</span>
      )}
      {registeredBy && registeredAt && (
        <span class="row-note">
          {t('file-payees.registered', {
            name: registeredBy.name,
            at: moment(registeredAt),
            second: confirmedBy?.name ?? t('file-payees.nobody'),
          })}
        </span>
      )}
    </>
  );
}
