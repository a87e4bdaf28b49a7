import { Alert, Amount, Chart, DataTable, useText } from '../../kit.ts';
import type { Use } from './types.ts';
import { useLimits, useMonths } from './use-months.ts';

/** How much of the budget year's appropriation has been used, against its frame and its credit. */
export function UseOfAppropriation({ year, use }: { year: number; use: Use }) {
  const { t, month: monthText } = useText();
  const { appropriationSek, creditSek, creditUsedBeforeSek, paidBeforeSek, months } = use;
  const { orderedNotBookedSek } = use;
  const last = months.at(-1);
  const intoCredit = last !== undefined && last.creditUsedSek !== '0';
  const figures: readonly (readonly [string, string])[] = [
    [t('use.appropriation'), appropriationSek],
    [t('use.credit'), creditSek],
    ...(creditUsedBeforeSek === '0'
      ? []
      : [[t('use.credit-before'), creditUsedBeforeSek] as const]),
    ...(last ? [[t('use.to-date'), last.usedToDateSek] as const] : []),
    ...(last ? [[t('use.left'), last.leftSek] as const] : []),
    ...(orderedNotBookedSek === '0'
      ? []
      : [[t('use.ordered-not-booked'), orderedNotBookedSek] as const]),
  ];
  return (
    <>
      <dl class="figures">
        {figures.map(([name, sek]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Amount sek={sek} unit />
            </dd>
          </div>
        ))}
      </dl>
      {intoCredit && (
        <Alert tone="warning" title={t('use.into-credit')}>
          <p>
            {t('use.into-credit.detail')} <Amount sek={last.creditUsedSek} unit />
          </p>
        </Alert>
      )}
      <Chart
        title={t('use.chart', { year: String(year) })}
        about={t('use.chart.about')}
        unit={t('chart.million-kronor')}
        months={useMonths(year, use)}
        limits={useLimits(use)}
      />
      <DataTable
        caption={t('use.table')}
        narrow="stack"
        rows={months}
        rowKey={({ month }) => month}
        empty={t('use.none')}
        columns={[
          {
            key: 'month',
            header: t('months.month'),
            rowHeader: true,
            cell: ({ month }) => <span class="sentence-case">{monthText(month)}</span>,
          },
          {
            key: 'used',
            header: t('use.used'),
            numeric: true,
            cell: ({ usedSek }) => <Amount sek={usedSek} />,
          },
          {
            key: 'to-date',
            header: t('use.used-to-date'),
            numeric: true,
            cell: ({ usedToDateSek }) => <Amount sek={usedToDateSek} />,
          },
          {
            key: 'left',
            header: t('use.left-after'),
            numeric: true,
            cell: ({ leftSek }) => <Amount sek={leftSek} />,
          },
          {
            key: 'credit',
            header: t('use.credit-used'),
            numeric: true,
            cell: ({ creditUsedSek }) =>
              creditUsedSek === '0' ? (
                <span class="quiet">{'–'}</span>
              ) : (
                <Amount sek={creditUsedSek} />
              ),
          },
        ]}
      />
      {paidBeforeSek !== '0' && (
        <p class="quiet">
          {t('use.paid-before')} <Amount sek={paidBeforeSek} unit />
        </p>
      )}
    </>
  );
}
