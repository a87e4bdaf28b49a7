import { type Column, DataTable, Tag, useText } from '../../kit.ts';
import { Money } from './money.tsx';
import type { TallyRow } from './types.ts';

const parts = [
  'prepared',
  'approved',
  'filed',
  'settled',
  'returned',
  'outstanding',
  'held',
] as const satisfies readonly (keyof TallyRow)[];

/** Payee by payee, stage by stage. What differs is marked and said; what is nothing is a dash, so that what is something stands out. */
export function TallyTable(props: { rows: readonly TallyRow[]; total: TallyRow; caption: string }) {
  const { rows, total, caption } = props;
  const { t } = useText();
  const differs = rows.some((row) => row.differs.length > 0);
  const amounts = parts.map(
    (part): Column<TallyRow> => ({
      key: part,
      header: t(`tally.${part}`),
      numeric: true,
      cell: (row) => <Part of={row[part]} />,
      footer: <Part of={total[part]} />,
    }),
  );
  const marks: readonly Column<TallyRow>[] = differs
    ? [
        {
          key: 'differs',
          header: t('tally.difference'),
          cell: ({ differs: what }) =>
            what.length > 0 && (
              <>
                <Tag tone="danger" icon="warning">
                  {t('tally.run-differs')}
                </Tag>
                <span class="row-note">{what.join(' ')}</span>
              </>
            ),
        },
      ]
    : [];
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ payee }) => payee}
      columns={[
        {
          key: 'payee',
          header: t('lines.payee'),
          cell: ({ name }) => name,
          footer: t('lines.sum'),
        },
        ...amounts,
        ...marks,
      ]}
    />
  );
}

const nothing = /^0(\.0+)?$/;

const Part = ({ of }: { of: string }) =>
  nothing.test(of) ? <span class="quiet">{'–'}</span> : <Money of={of} />;
