import { useText } from '../../i18n/language.tsx';
import { Alert } from '../alert.tsx';
import { DataTable } from '../data-table.tsx';
import type { Proposal } from './shown-proposal.ts';

/** Payees that are new, or whose name or account is another than when they were last paid: on top, before the amounts. */
export function AccountChanges({ accounts }: { accounts: Proposal['accounts'] }) {
  const { t, moment } = useText();
  if (!accounts || accounts.length === 0) return null;
  return (
    <Alert tone="warning" title={t('accounts-changed.title')} level={3}>
      <p>{t('accounts-changed.lead')}</p>
      <DataTable
        caption={t('accounts-changed.title')}
        captionHidden
        narrow="stack"
        rows={accounts}
        rowKey={({ payee }) => payee}
        columns={[
          {
            key: 'payee',
            header: t('accounts-changed.payee'),
            rowHeader: true,
            cell: ({ name, before }) => (
              <>
                {name}
                {before && before.name !== name && <s class="row-note">{before.name}</s>}
              </>
            ),
          },
          {
            key: 'before',
            header: t('accounts-changed.before'),
            cell: ({ before }) =>
              before ? <span class="account">{before.account}</span> : t('accounts-changed.never'),
          },
          {
            key: 'now',
            header: t('accounts-changed.now'),
            cell: ({ account }) => <strong class="account">{account}</strong>,
          },
          {
            key: 'registered',
            header: t('accounts-changed.registered'),
            cell: ({ registeredBy, registeredAt }) => (
              <>
                {registeredBy?.name}
                {registeredAt && <span class="row-note">{moment(registeredAt)}</span>}
              </>
            ),
          },
          {
            key: 'confirmed',
            header: t('accounts-changed.confirmed'),
            cell: ({ confirmedBy }) => confirmedBy?.name,
          },
        ]}
      />
    </Alert>
  );
}
