import { tallyAmounts } from '../../../core/bank/tally-case.ts';
import { Alert, type Column, DataTable, Tag, useText } from '../../kit.ts';
import { Money } from './money.tsx';
import type { TallyRow } from './types.ts';

/** Payee by payee, stage by stage. What differs is said above and marked in its row; what is nothing is a dash, so that what is something stands out. */
export function TallyTable(props: { rows: readonly TallyRow[]; total: TallyRow; caption: string }) {
  const { rows, total, caption } = props;
  const { t } = useText();
  const differing = rows.filter(({ differs }) => differs.length > 0);
  const amounts = tallyAmounts.map(
    (part): Column<TallyRow> => ({
      key: part,
      header: t(`tally.${part}`),
      numeric: true,
      cell: (row) => <Part of={row[part]} />,
      footer: <Part of={total[part]} />,
    }),
  );
  return (
    <>
      {differing.length > 0 && (
        <Alert tone="danger" title={t('tally.difference')} level={3}>
          <ul class="notes">
            {differing.map(({ payee, name, differs }) => (
              <li key={payee}>
                <strong>{name}</strong>
                <span>{differs.join(' ')}</span>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <DataTable
        caption={caption}
        captionHidden
        rows={rows}
        rowKey={({ payee }) => payee}
        columns={[
          {
            key: 'payee',
            header: t('lines.payee'),
            cell: ({ name, differs }) => (
              <>
                {name}
                {differs.length > 0 && (
                  <span class="tally-mark">
                    <Tag tone="danger" icon="warning">
                      {t('tally.run-differs')}
                    </Tag>
                  </span>
                )}
              </>
            ),
            footer: t('lines.sum'),
          },
          ...amounts,
        ]}
      />
    </>
  );
}

const nothing = /^0(\.0+)?$/;

const Part = ({ of }: { of: string }) =>
  nothing.test(of) ? <span class="quiet">{'–'}</span> : <Money of={of} />;
