import { outcomesForPeople } from '../../core/bank/report-events.ts';
import type { Instant } from '../../core/calendar/stockholm.ts';
import type { Person } from '../../core/payment/events.ts';
import type { Records } from '../../core/ports.ts';
import {
  appendReport,
  type RecordedReport,
  readReports,
  reportYear,
} from '../shared/bank-reports.ts';
import { Refused } from '../shared/refused.ts';

/** Somebody has looked into an item, and says what it was. */
export interface ItemWord {
  /** The hash of the file. */
  readonly report: string;
  /** From 1 in the order of the file; a file that could not be read is its own item 1. */
  readonly item: number;
  readonly at: Instant;
  readonly by: Person;
  readonly reason: string;
}

/** For so many years back an item can be looked into. */
const yearsBack = 10;

/**
 * Notes that an item which led to nothing by itself has been looked into, once. It moves no money. Gives the report as it then is.
 *
 * Refused: an item that is not there (`not-found`), one that needs nobody (`item-needs-nobody`), one of which somebody has said so
 * before (`item-already-resolved`); the same words of the same person again change nothing.
 */
export async function resolveBankItem(word: ItemWord, records: Records): Promise<RecordedReport> {
  const found = await reportOf(word, records);
  await appendReport(records, found.year, (reports) => {
    const current = reports.find(({ event }) => event.hash === word.report) ?? found;
    return isAgain(current, word) ? undefined : { type: 'item-resolved', ...word };
  });
  return reportOf(word, records);
}

/** Whether it has been said already in these words; refused when it cannot be said. */
function isAgain(
  { event, resolved }: RecordedReport,
  { report, item, by, reason }: ItemWord,
): boolean {
  const last = event.type === 'report-taken' ? event.items.length : 1;
  if (item < 1 || item > last) throw notFound(report, item);
  const outcome = event.type === 'report-taken' ? event.items[item - 1]?.outcome : 'unknown';
  if (outcome === undefined || !outcomesForPeople.includes(outcome))
    throw new Refused('item-needs-nobody', {
      given: outcome ?? '',
      allowed: outcomesForPeople.join(', '),
    });
  const before = resolved.get(item);
  if (!before) return false;
  if (before.by.sub === by.sub && before.reason === reason) return true;
  throw new Refused('item-already-resolved', { name: before.by.name, given: String(item) });
}

async function reportOf({ report, item, at }: ItemWord, records: Records): Promise<RecordedReport> {
  const last = reportYear(at);
  for (let year = last; year > last - yearsBack; year--) {
    const found = (await readReports(records, year)).find(({ event }) => event.hash === report);
    if (found) return found;
  }
  throw notFound(report, item);
}

const notFound = (report: string, item: number): Refused =>
  new Refused('not-found', { what: `${report} ${item}` });
