import type { BankReportEvent, PiecesOfItems } from '../../core/bank/report-events.ts';
import { dayInStockholm, type Instant } from '../../core/calendar/stockholm.ts';
import { canonical } from '../../core/canonical.ts';
import { NumberTaken, type Recorded, type Records } from '../../core/ports.ts';
import { bankReportStream } from '../../core/record/case-id.ts';
import { RECORD_CONTRADICTS } from '../contract/errors.ts';
import { hashOf } from './documents.ts';
import { namedError } from './errors.ts';

type EventOf<T extends BankReportEvent['type']> = Extract<BankReportEvent, { type: T }>;

type Taken = EventOf<'report-taken'>;

/** What became of one file of the bank's. */
export type ReportOutcome = Taken | EventOf<'report-refused'>;

export type ItemResolved = EventOf<'item-resolved'>;

/** A file of the bank's with what people have said of its items since. */
export interface RecordedReport {
  readonly year: number;
  readonly event: ReportOutcome;
  readonly resolved: ReadonlyMap<number, ItemResolved>;
}

/** In which calendar year's stream a report stands that arrives then. */
export const reportYear = (at: Instant): number => Number(dayInStockholm(at).slice(0, 4));

/** What the bank sent in a calendar year, the oldest first. */
export const readReports = async (
  records: Pick<Records, 'read'>,
  year: number,
): Promise<readonly RecordedReport[]> =>
  reportsIn(year, await records.read<BankReportEvent>(bankReportStream(year)));

function reportsIn(
  year: number,
  recorded: readonly Recorded<BankReportEvent>[],
): readonly RecordedReport[] {
  const events = recorded.map(({ event }) => event);
  return outcomesIn(events).map((event) => ({
    year,
    event,
    resolved: new Map(
      events.flatMap((each) =>
        each.type === 'item-resolved' && each.report === event.hash ? [[each.item, each]] : [],
      ),
    ),
  }));
}

/** What became of every file, in the order of the record; a report whose items lie in pieces has them all. */
export function outcomesIn(events: readonly BankReportEvent[]): readonly ReportOutcome[] {
  const outcomes: ReportOutcome[] = [];
  const pieces = new Map<string, Taken['items'][number][]>();
  for (const event of events) {
    if (event.type === 'report-items') {
      const items = pieces.get(event.content) ?? [];
      // Two who write the same pieces at once write the same: the first of each counts.
      if (event.from === items.length + 1) pieces.set(event.content, [...items, ...event.items]);
    } else if (event.type === 'report-taken')
      outcomes.push(event.pieces ? withPieces(event, event.pieces, pieces) : event);
    else if (event.type === 'report-refused') outcomes.push(event);
  }
  return outcomes;
}

function withPieces(
  { pieces: _pieces, ...event }: Taken,
  { content, items: number }: PiecesOfItems,
  pieces: ReadonlyMap<string, Taken['items']>,
): Taken {
  const items = pieces.get(content) ?? [];
  if (items.length === number) return { ...event, items };
  throw namedError(
    RECORD_CONTRADICTS,
    `Report ${event.hash} has ${number} items, and the record holds ${items.length}.`,
    { report: event.hash },
  );
}

/** An event of the record is at most 100 kB: what is beside the items needs some of it. */
const MOST_BYTES = 80_000;

/**
 * The events by which a report is taken, in the order in which they are appended: the report with all of its items, where one event
 * holds them, else pieces of them first.
 */
export function eventsOfTaken(taken: Taken): readonly BankReportEvent[] {
  const chunks = chunksOf(taken.items);
  if (chunks.length < 2) return [taken];
  const content = hashOf(taken.items);
  let from = 1;
  const pieces = chunks.map((items): BankReportEvent => {
    const piece = { type: 'report-items' as const, content, from, items };
    from += items.length;
    return piece;
  });
  return [...pieces, { ...taken, items: [], pieces: { content, items: taken.items.length } }];
}

function chunksOf(items: Taken['items']): readonly Taken['items'][] {
  const chunks: Taken['items'][number][][] = [];
  let bytes = MOST_BYTES;
  for (const item of items) {
    const more = Buffer.byteLength(canonical(item)) + 1;
    if (bytes + more > MOST_BYTES) {
      chunks.push([]);
      bytes = 0;
    }
    chunks.at(-1)?.push(item);
    bytes += more;
  }
  return chunks;
}

/** The reports among which one that arrives then may have been before: those of its year and the year before. */
export async function reportsAround(
  records: Records,
  at: Instant,
): Promise<readonly RecordedReport[]> {
  const year = reportYear(at);
  return (await Promise.all([year - 1, year].map((each) => readReports(records, each)))).flat();
}

/**
 * Appends to a year's stream what `next` says of what is there, one event after the other, or finds that nothing is to be appended.
 * Asks again when somebody else has appended in between: pieces of a report that are there already are left as they are.
 */
export async function appendReport(
  records: Records,
  year: number,
  next: (reports: readonly RecordedReport[]) => readonly BankReportEvent[],
): Promise<void> {
  const stream = bankReportStream(year);
  for (;;) {
    const recorded = await records.read<BankReportEvent>(stream);
    const there = new Set(recorded.map(({ event }) => pieceName(event)));
    const events = next(reportsIn(year, recorded)).filter(
      (event) => event.type !== 'report-items' || !there.has(pieceName(event)),
    );
    try {
      let last = recorded.at(-1);
      for (const event of events) last = await records.append<BankReportEvent>(stream, last, event);
      return;
    } catch (error) {
      if (!(error instanceof NumberTaken)) throw error;
    }
  }
}

const pieceName = (event: BankReportEvent): string =>
  event.type === 'report-items' ? `${event.content} ${event.from}` : '';
