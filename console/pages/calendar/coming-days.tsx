import { RunStateTag, runHref, useText } from '../../kit.ts';
import type { CalendarAnswer } from './calendar-answer.ts';

const atMost = 3;

/** The next pay days of the year. */
export function ComingDays({ calendar: { months, now } }: { calendar: CalendarAnswer }) {
  const { t, weekday, month } = useText();
  const today = now.slice(0, 10);
  const coming = months.filter(({ payDay }) => payDay >= today).slice(0, atMost);
  return (
    <section>
      <h2 class="ds-heading section-title">{t('calendar.coming')}</h2>
      {coming.length === 0 && <p class="quiet">{t('calendar.coming.none')}</p>}
      <ul class="coming">
        {coming.map(({ run, payDay, state, month: of }) => (
          <li key={run}>
            <strong>{weekday(payDay)}</strong>
            {state === 'not-open' ? (
              <span>{month(of)}</span>
            ) : (
              <a class="ds-link" href={runHref(run)}>
                {month(of)}
              </a>
            )}
            <RunStateTag state={state} />
          </li>
        ))}
      </ul>
    </section>
  );
}
