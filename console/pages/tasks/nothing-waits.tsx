import { useEffect, useState } from 'preact/hooks';
import {
  type AnswerOf,
  agreementUnderWay,
  Icon,
  mayCall,
  useMe,
  useResource,
  useText,
} from '../../kit.ts';

type CalendarMonth = AnswerOf<'readCalendar'>['months'][number];

/** Nobody waits for me: says what comes next and when, from the calendar. */
export function NothingWaits() {
  const { t, month, weekday } = useText();
  const me = useMe();
  const may = mayCall(me, 'readCalendar');
  // What comes next is told a moment later: what waits, which is nothing, is told first.
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), 1000);
    return () => clearTimeout(timer);
  }, []);
  const { data, problem } = useResource(
    'readCalendar',
    { parameters: { year: agreementUnderWay(me.now) } },
    { when: may && settled },
  );
  const today = me.now.slice(0, 10);
  const next = data?.months.find(({ payDay, state }) => payDay >= today && state !== 'paid');
  return (
    <div class="empty-state">
      <span class="empty-mark">
        <Icon name="check" />
      </span>
      <div>
        <h3 class="ds-heading">{t('tasks.mine.none')}</h3>
        {may && (
          <p class="empty-next">
            {(data || problem) && (
              <>
                {next ? sentence(next) : t('tasks.mine.next-none')}{' '}
                <a class="ds-link" href="/kalender">
                  {t('tasks.calendar')}
                </a>
              </>
            )}
          </p>
        )}
      </div>
    </div>
  );

  function sentence({ month: of, payDay, state }: CalendarMonth): string {
    const facts = { month: month(of), day: weekday(payDay) };
    return state === 'not-open'
      ? t('tasks.mine.next', facts)
      : t('tasks.mine.next-under-way', { ...facts, state: t(`state.${state}`).toLowerCase() });
  }
}
