import {
  Alert,
  firstYear,
  Loaded,
  Page,
  type PageProps,
  useMe,
  useResource,
  useText,
  yearsUntil,
} from '../kit.ts';
import { CalendarView } from './calendar/calendar-view.tsx';
import { YearChooser } from './calendar/year-chooser.tsx';

/** A grant year's months, planned and paid, with a picture of them. */
export default function Calendar({ parameters }: PageProps) {
  const { t } = useText();
  const { now } = useMe();
  const years = yearsUntil(now);
  const year = Number(parameters.year ?? yearUnderWay(now));
  const calendar = useResource('readCalendar', { parameters: { year } }, { every: 5 });
  return (
    <Page
      title={t('calendar.of', { year: String(year) })}
      aside={<YearChooser year={year} years={years} />}
      lead={t('calendar.lead')}
    >
      {calendar.problem?.status === 404 ? (
        <Alert tone="info" title={t('calendar.none.title', { year: String(year) })}>
          <p>{t('calendar.none.detail', { year: String(year) })}</p>
        </Alert>
      ) : (
        <Loaded resource={calendar} lines={24}>
          {(read) => <CalendarView calendar={read} />}
        </Loaded>
      )}
    </Page>
  );
}

/** The last of a grant year's money moves in May of the year after it; until then that year is the one under way. */
function yearUnderWay(now: string): number {
  const year = Number(now.slice(0, 4));
  return Math.max(now.slice(5, 7) <= '05' ? year - 1 : year, firstYear);
}
