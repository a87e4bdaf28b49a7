import type { BankReportEvent } from '../../core/bank/report-events.ts';
import { dayInStockholm, type Instant } from '../../core/calendar/stockholm.ts';
import { NumberTaken, type Recorded, type Records } from '../../core/ports.ts';
import { bankReportStream } from '../../core/record/case-id.ts';

type EventOf<T extends BankReportEvent['type']> = Extract<BankReportEvent, { type: T }>;

/** What became of one file of the bank's. */
export type ReportOutcome = EventOf<'report-taken'> | EventOf<'report-refused'>;

export type ItemResolved = EventOf<'item-resolved'>;

/** A file of the bank's with what people have said of its items since. */
export interface RecordedReport {
  readonly year: number;
  readonly event: ReportOutcome;
  readonly resolved: ReadonlyMap<number, ItemResolved>;
}

/** In which calendar year's stream a report stands that arrives then. */
export const reportYear = (at: Instant): number => Number(dayInStockholm(at).slice(0, 4));

const isOutcome = (event: BankReportEvent): event is ReportOutcome =>
  event.type !== 'item-resolved';

/** What the bank sent in a calendar year, the oldest first. */
export const readReports = async (
  records: Records,
  year: number,
): Promise<readonly RecordedReport[]> =>
  reportsIn(year, await records.read<BankReportEvent>(bankReportStream(year)));

function reportsIn(
  year: number,
  recorded: readonly Recorded<BankReportEvent>[],
): readonly RecordedReport[] {
  const events = recorded.map(({ event }) => event);
  return events.filter(isOutcome).map((event) => ({
    year,
    event,
    resolved: new Map(
      events.flatMap((each) =>
        each.type === 'item-resolved' && each.report === event.hash ? [[each.item, each]] : [],
      ),
    ),
  }));
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
 * Appends to a year's stream what `next` says of what is there, or finds that nothing is to be appended (undefined). Asks again when
 * somebody else has appended in between.
 */
export async function appendReport(
  records: Records,
  year: number,
  next: (reports: readonly RecordedReport[]) => BankReportEvent | undefined,
): Promise<void> {
  const stream = bankReportStream(year);
  for (;;) {
    const recorded = await records.read<BankReportEvent>(stream);
    const event = next(reportsIn(year, recorded));
    if (!event) return;
    try {
      await records.append<BankReportEvent>(stream, recorded.at(-1), event);
      return;
    } catch (error) {
      if (!(error instanceof NumberTaken)) throw error;
    }
  }
}
