import { Amount, AmountButton, type Column, DataTable, RunStateTag, useText } from '../../kit.ts';
import type { Month, Statement } from './types.ts';

/** The year's payments: months down, kinds across, totals. Every amount leads to how it was computed. */
export function MonthsTable(props: {
  statement: Statement;
  show: (month: string, kind: string) => void;
}) {
  const { statement, show } = props;
  const { region, year, months, byKind, totalSek: sent, paidSek } = statement;
  const { t, month: monthText, day } = useText();
  const returned = months.some(({ returnedSek }) => returnedSek !== undefined);
  /** What the month's own row says of a payment that came back; the month's page says all of it. */
  const fate = ({ state, paidLater, reissues = [] }: Month) => {
    const paidAgainOn = reissues.at(-1)?.paidOn;
    if (paidLater) return t('statement.paid-later');
    return state === 'returned' || paidAgainOn === undefined
      ? t('statement.returned')
      : t('statement.reissued', { day: day(paidAgainOn) });
  };
  const ofKind = ({ kind, text, totalSek }: Statement['byKind'][number]): Column<Month> => ({
    key: kind,
    header: text,
    numeric: true,
    cell: ({ month, lines }) => {
      const line = lines.find((each) => each.kind === kind);
      if (!line) return <span class="quiet">{'–'}</span>;
      return (
        <AmountButton
          sek={line.sek}
          about={t('statement.show', { kind: text, month: monthText(month) })}
          onShow={() => show(month, kind)}
        />
      );
    },
    footer: <Amount sek={totalSek} />,
  });
  const back: readonly Column<Month>[] = returned
    ? [
        {
          key: 'returned',
          header: t('statement.returned'),
          numeric: true,
          cell: ({ returnedSek }) => returnedSek !== undefined && <Amount sek={returnedSek} />,
        },
        {
          key: 'received',
          header: t('statement.received'),
          numeric: true,
          cell: ({ receivedSek }) => <Amount sek={receivedSek} />,
          footer: <Amount sek={paidSek} />,
        },
      ]
    : [];
  return (
    <DataTable
      caption={t('statement.months')}
      captionHidden
      rows={months}
      rowKey={({ month }) => month}
      empty={t('statement.none')}
      columns={[
        {
          key: 'month',
          header: t('statement.month'),
          cell: (shown) => (
            <>
              <a class="ds-link sentence-case" href={`/regioner/${region}/${year}/${shown.month}`}>
                {monthText(shown.month)}
              </a>
              {shown.returnedSek !== undefined && <span class="row-note">{fate(shown)}</span>}
            </>
          ),
          footer: t('statement.sum'),
        },
        ...byKind.map(ofKind),
        {
          key: 'total',
          header: t('statement.total'),
          numeric: true,
          cell: ({ totalSek }) => (
            <strong>
              <Amount sek={totalSek} />
            </strong>
          ),
          footer: <Amount sek={sent} />,
        },
        ...back,
        {
          key: 'paid-on',
          header: t('statement.paid-on'),
          cell: ({ paidOn }) => paidOn && day(paidOn),
        },
        {
          key: 'state',
          header: t('statement.state'),
          cell: ({ state }) => <RunStateTag state={state} />,
        },
      ]}
    />
  );
}
