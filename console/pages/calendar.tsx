import {
  Alert,
  agreementUnderWay,
  agreementYears,
  Loaded,
  Page,
  type PageProps,
  useMe,
  useResource,
  useText,
  YearChoice,
} from '../kit.ts';
import { CalendarView } from './calendar/calendar-view.tsx';

/** A grant year's months, planned and paid, with a picture of them. */
export default function Calendar({ parameters }: PageProps) {
  const { t } = useText();
  const { now } = useMe();
  const year = Number(parameters.year ?? agreementUnderWay(now));
  const calendar = useResource('readCalendar', { parameters: { year } }, { every: 5 });
  return (
    <Page
      title={t('calendar.of', { year: String(year) })}
      aside={
        <YearChoice
          shown={String(year)}
          years={agreementYears.toReversed()}
          hrefOf={(each) => `/kalender/${each}`}
        />
      }
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
