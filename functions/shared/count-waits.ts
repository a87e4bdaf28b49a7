import { type Instant, instantInStockholm } from '../../core/calendar/stockholm.ts';
import { caseKind, payoutMonth } from '../../core/record/case-id.ts';
import type { Purpose } from '../contract/steps.ts';
import { calendarPayDay } from './calendar-pay-day.ts';
import type { Metrics, MomentName } from './metrics.ts';
import type { OpenAsk } from './waits.ts';

/** What a payment waits for before it is released. */
const unpaid: readonly Purpose[] = ['inputs', 'approval', 'change', 'switch'];

/**
 * Says how many runs wait, and since when the longest, for whoever watches. Moments of the record and of the calendar, not ages:
 * it is asked every hour without being told the hour, so on the same record it says the same.
 *
 * An execution that was replaced may have left a wait behind; a run is counted once however many waits it has.
 */
export function countWaits(metrics: Metrics, waiting: readonly OpenAsk[]): void {
  metrics.count('RunsWaiting', new Set(waiting.map((ask) => ask.case)).size);
  sayEarliest(metrics, 'OldestWaitSince', waiting.map(begun));
  sayEarliest(
    metrics,
    'BankSilentSince',
    waiting.filter(({ asked }) => asked.event.purpose === 'bank').map(begun),
  );
  sayEarliest(
    metrics,
    'EarliestUnpaidPayDay',
    waiting
      .filter(({ asked }) => unpaid.includes(asked.event.purpose))
      .flatMap((ask) => payDayOf(ask) ?? []),
  );
}

const begun = ({ asked }: OpenAsk): Instant => asked.event.at;

/** The midnight that begins a payout's pay day, as the calendar has it; a case of another kind has none of its own. */
function payDayOf({ case: id }: OpenAsk): Instant | undefined {
  const day = caseKind(id) === 'payout' ? calendarPayDay(payoutMonth(id)) : undefined;
  return day && instantInStockholm(day, '00:00');
}

function sayEarliest(metrics: Metrics, name: MomentName, moments: readonly Instant[]): void {
  const [earliest] = moments.toSorted();
  if (earliest) metrics.since(name, earliest);
}
