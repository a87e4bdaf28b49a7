import { Amount, DataTable, RunStateTag, runHref, useText } from '../../kit.ts';
import type { CalendarAnswer } from './calendar-answer.ts';

/** The months with state, plan, parts and total: all that the picture shows, and more exactly. */
export function MonthsTable({ calendar }: { calendar: CalendarAnswer }) {
  const { months, plannedSek, totalPaidSek } = calendar;
  const { t, month, day, kronor } = useText();
  return (
    <div class="months">
      <DataTable
        caption={t('months.title')}
        narrow="stack"
        rows={months}
        rowKey={({ run }) => run}
        columns={[
          {
            key: 'month',
            header: t('months.month'),
            rowHeader: true,
            cell: ({ run, month: of, state }) =>
              state === 'not-open' ? (
                <span class="sentence-case">{month(of)}</span>
              ) : (
                <a class="ds-link sentence-case" href={runHref(run)}>
                  {month(of)}
                </a>
              ),
            footer: t('months.sum'),
          },
          {
            key: 'state',
            header: t('months.state'),
            cell: ({ state }) => <RunStateTag state={state} />,
          },
          { key: 'pay-day', header: t('months.pay-day'), cell: ({ payDay }) => day(payDay) },
          {
            key: 'kinds',
            header: t('months.kinds'),
            cell: ({ byKind }) =>
              byKind.length > 0 && (
                <ul class="kind-list">
                  {byKind.map(({ kind, text, totalSek }) => (
                    <li key={kind}>
                      <span>{text}</span>
                      {byKind.length > 1 && <Amount sek={totalSek} />}
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            key: 'planned',
            header: t('months.planned'),
            numeric: true,
            cell: ({ plannedSek: sek }) => sek !== undefined && <Amount sek={sek} />,
            footer: kronor(plannedSek),
          },
          {
            key: 'total',
            header: t('months.total'),
            numeric: true,
            cell: ({ totalSek }) =>
              totalSek !== undefined && (
                <strong>
                  <Amount sek={totalSek} />
                </strong>
              ),
          },
          {
            key: 'paid',
            header: t('months.paid'),
            numeric: true,
            cell: ({ paidSek }) => paidSek !== undefined && <Amount sek={paidSek} />,
            footer: kronor(totalPaidSek),
          },
        ]}
      />
    </div>
  );
}
