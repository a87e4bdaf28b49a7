import { Amount, DataTable, RunStateTag, runHref, useRunName, useText } from '../../kit.ts';
import type { CalendarAnswer } from './calendar-answer.ts';

/** What belongs to the year besides its months: the allocation, SKR's requisitions, the reconciliation. */
export function OtherRuns({ runs }: { runs: CalendarAnswer['others'] }) {
  const { t, day } = useText();
  const nameOf = useRunName();
  return (
    <DataTable
      caption={t('others.title')}
      narrow="stack"
      empty={t('others.none')}
      rows={runs}
      rowKey={({ run }) => run}
      columns={[
        {
          key: 'run',
          header: t('others.run'),
          rowHeader: true,
          cell: ({ run, state }) =>
            state === 'not-open' ? (
              nameOf(run)
            ) : (
              <a class="ds-link" href={runHref(run)}>
                {nameOf(run)}
              </a>
            ),
        },
        {
          key: 'state',
          header: t('months.state'),
          cell: ({ state, kind }) => <RunStateTag state={state} kind={kind} />,
        },
        {
          key: 'day',
          header: t('others.day'),
          cell: ({ paidOn, payDay, since }) => {
            const when = paidOn ?? payDay ?? since?.slice(0, 10);
            return when && day(when);
          },
        },
        {
          key: 'total',
          header: t('others.total'),
          numeric: true,
          cell: ({ totalSek }) => totalSek !== undefined && <Amount sek={totalSek} />,
        },
      ]}
    />
  );
}
