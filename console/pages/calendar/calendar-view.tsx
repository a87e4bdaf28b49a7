import { Amount, Chart, useText } from '../../kit.ts';
import type { CalendarAnswer } from './calendar-answer.ts';
import { ComingDays } from './coming-days.tsx';
import { MonthsTable } from './months-table.tsx';
import { OtherRuns } from './other-runs.tsx';
import { yearMonths } from './year-months.ts';

/** The year in figures, as a picture, and as tables. */
export function CalendarView({ calendar }: { calendar: CalendarAnswer }) {
  const { t } = useText();
  const { potSek, paidSek, adjustmentsSek, remainingSek, owedSek } = calendar;
  const figures = [
    [t('calendar.pot'), potSek, false],
    [t('calendar.paid'), paidSek, false],
    [t('calendar.adjustments'), adjustmentsSek, true],
    [t('calendar.remaining'), remainingSek, false],
    ...(owedSek === '0' ? [] : [[t('calendar.owed'), owedSek, false] as const]),
  ] as const;
  return (
    <>
      <dl class="figures">
        {figures.map(([name, sek, signed]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Amount sek={sek} signed={signed} unit />
            </dd>
          </div>
        ))}
      </dl>
      <Chart
        title={t('calendar.chart', { year: String(calendar.year) })}
        about={t('calendar.chart.about')}
        unit={t('chart.million-kronor')}
        months={yearMonths(calendar.months)}
      />
      <ComingDays calendar={calendar} />
      <MonthsTable calendar={calendar} />
      <OtherRuns runs={calendar.others} />
    </>
  );
}
