import { DataTable, runHref, useRunName, useText } from '../../kit.ts';
import { Money } from './money.tsx';
import { OutcomeTag } from './outcome-tag.tsx';
import { ResolvedNote } from './resolved-note.tsx';
import type { Item } from './types.ts';

/** Everything in a report, in the order of the file: what the bank said, and what became of it. */
export function ItemsTable({ items, caption }: { items: readonly Item[]; caption: string }) {
  const { t } = useText();
  const nameOf = useRunName();
  return (
    <DataTable
      caption={caption}
      captionHidden
      narrow="stack"
      rows={items}
      rowKey={({ item }) => String(item)}
      columns={[
        { key: 'item', header: t('bank-page.item'), cell: ({ item }) => item },
        {
          key: 'text',
          header: t('bank-page.item.text'),
          cell: (item) => (
            <>
              {item.text}
              <ResolvedNote item={item} />
            </>
          ),
        },
        {
          key: 'run',
          header: t('bank-page.file.run'),
          cell: ({ run }) =>
            run && (
              <a class="ds-link" href={runHref(run)}>
                {nameOf(run)}
              </a>
            ),
        },
        {
          key: 'amount',
          header: t('bank-page.item.amount'),
          numeric: true,
          cell: ({ amount, currency }) =>
            amount !== undefined && (
              <>
                <Money of={amount} /> {currency}
              </>
            ),
        },
        {
          key: 'outcome',
          header: t('bank-page.item.outcome'),
          cell: ({ outcome }) => <OutcomeTag outcome={outcome} />,
        },
      ]}
    />
  );
}
