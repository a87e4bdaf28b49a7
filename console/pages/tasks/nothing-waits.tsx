import {
  type AnswerOf,
  firstYear,
  Icon,
  mayCall,
  useMe,
  useResource,
  useText,
  yearsUntil,
} from '../../kit.ts';

type CalendarMonth = AnswerOf<'readCalendar'>['months'][number];

/** Nobody waits for me: says what comes next and when, from the calendar. */
export function NothingWaits() {
  const { t, month, weekday } = useText();
  const me = useMe();
  const [year = 0] = yearsUntil(me.now);
  const when = mayCall(me, 'readCalendar');
  const of = (ofYear: number) => ({ parameters: { year: ofYear } });
  // A grant year is paid from its March on, so what comes next in January or February is of the year before.
  const grantYear = me.now.slice(5, 7) < '03' ? year - 1 : year;
  const { data, problem } = useResource('readCalendar', of(Math.max(grantYear, firstYear)), {
    when,
  });
  const today = me.now.slice(0, 10);
  const next = data?.months.find(({ payDay, state }) => payDay >= today && state !== 'paid');
  return (
    <div class="empty-state">
      <span class="empty-mark">
        <Icon name="check" />
      </span>
      <div>
        <h3 class="ds-heading">{t('tasks.mine.none')}</h3>
        {when && (
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
