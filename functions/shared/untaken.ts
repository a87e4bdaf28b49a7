import type { ReportItem } from '../../core/bank/report-events.ts';
import { directionOf, isUntaken } from '../../core/bank/untaken.ts';
import { canonical } from '../../core/canonical.ts';
import type { Records } from '../../core/ports.ts';
import { readReports } from './bank-reports.ts';

/** Money that moved on the account and was taken for no payment, and where the bank told of it. */
export interface Untaken {
  readonly item: ReportItem;
  /** From 1 in the order of the file. */
  readonly number: number;
  readonly file: string;
  /** Whether a person has looked into it. */
  readonly lookedInto: boolean;
}

/**
 * All that the reports of a calendar year, by their arrival, told of; in the order of the record. What a notification and a statement
 * tell with the bank's own reference is one movement: a report that has it more often than those before tells of more. It has been looked
 * into when somebody has looked into any telling of it.
 */
export async function untakenOfYear(
  records: Pick<Records, 'read'>,
  year: number,
): Promise<readonly Untaken[]> {
  const found = new Map<string, Untaken>();
  for (const [at, { event, resolved }] of (await readReports(records, year)).entries()) {
    if (event.type === 'report-refused') continue;
    const times = new Map<string, number>();
    for (const [index, item] of event.items.entries()) {
      if (!isUntaken(item)) continue;
      const name = item.bankReference === undefined ? `${at} ${index}` : nameOf(item);
      const time = (times.get(name) ?? 0) + 1;
      times.set(name, time);
      const before = found.get(`${name} ${time}`);
      const lookedInto = resolved.has(index + 1) || (before?.lookedInto ?? false);
      const first = before ?? { item, number: index + 1, file: event.file };
      found.set(`${name} ${time}`, { ...first, lookedInto });
    }
  }
  return [...found.values()];
}

/** What of an item says which movement it is: the bank begins its references anew, so the day and the sum as well. */
const nameOf = ({ bankReference, entryReference, day, amount, currency, ...of }: ReportItem) =>
  canonical(
    [bankReference, entryReference, day, amount, currency, of.endToEndId, directionOf(of)].map(
      (each) => each ?? null,
    ),
  );
