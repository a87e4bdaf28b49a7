import { useState } from 'preact/hooks';
import { Amount, DataTable, runHref, useRunName, useText } from '../../kit.ts';
import type { Entry, Voucher } from './types.ts';

/** The vouchers in the order of their numbers; each opens to its entries. */
export function Vouchers({ vouchers }: { vouchers: readonly Voucher[] }) {
  const { t } = useText();
  if (vouchers.length === 0) return <p class="quiet">{t('accounts.none')}</p>;
  return (
    <div class="unfolding vouchers">
      {vouchers.map((voucher) => (
        <VoucherRow key={voucher.number} voucher={voucher} />
      ))}
    </div>
  );
}

function VoucherRow({
  voucher: { number, day: on, text, run, entries, cashSek },
}: {
  voucher: Voucher;
}) {
  const { t, day } = useText();
  const nameOf = useRunName();
  const [open, setOpen] = useState(false);
  const caption = t('accounts.voucher', { number: String(number) });
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span class="unfolding-number">{number}</span>
        <span class="unfolding-name">{text}</span>
        <span class="quiet">{day(on)}</span>
        <Amount sek={cashSek} unit />
      </summary>
      {open && (
        <div class="unfolded">
          <EntriesTable {...{ entries, caption }} />
          <a class="ds-link" href={runHref(run)}>
            {nameOf(run)}
          </a>
        </div>
      )}
    </details>
  );
}

function EntriesTable({ entries, caption }: { entries: readonly Entry[]; caption: string }) {
  const { t } = useText();
  return (
    <DataTable
      caption={caption}
      captionHidden
      narrow="stack"
      rows={entries}
      rowKey={({ account, counterpart, text, debitSek, creditSek }) =>
        [account, counterpart, text, debitSek, creditSek].join(' ')
      }
      columns={[
        { key: 'account', header: t('accounts.account'), cell: ({ account }) => account },
        { key: 'name', header: t('accounts.account-name'), cell: ({ name }) => name },
        {
          key: 'counterpart',
          header: t('accounts.counterpart'),
          cell: ({ counterpart }) => counterpart,
        },
        { key: 'text', header: t('accounts.text'), cell: ({ text }) => text },
        {
          key: 'debit',
          header: t('accounts.debit'),
          numeric: true,
          cell: ({ debitSek }) => debitSek !== undefined && <Amount sek={debitSek} />,
        },
        {
          key: 'credit',
          header: t('accounts.credit'),
          numeric: true,
          cell: ({ creditSek }) => creditSek !== undefined && <Amount sek={creditSek} />,
        },
      ]}
    />
  );
}
