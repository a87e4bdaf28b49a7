import type { ReportFile } from '../../core/bank/report-events.ts';
import { type Instant, notBefore } from '../../core/calendar/stockholm.ts';
import type { Person } from '../../core/payment/events.ts';
import type { Records } from '../../core/ports.ts';
import type { Language } from '../contract/api/problem-type.ts';
import { unreadableTexts } from '../contract/api/unreadable-texts.ts';
import {
  appendReport,
  eventsOfTaken,
  type RecordedReport,
  type ReportOutcome,
  reportYear,
} from '../shared/bank-reports.ts';
import { filled } from '../shared/filled.ts';
import { Refused } from '../shared/refused.ts';
import { readableFormats } from './read-report/read-report.ts';
import type { UnreadableReport } from './read-report/unreadable.ts';

/** A file of the bank's, as it arrived. */
export interface Delivery {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly at: Instant;
  /** Who sends it in, and reads why it is refused, where it is not the bank itself. */
  readonly by?: { readonly person: Person; readonly language: Language };
}

/** Where a file stands in the record, now or since it was taken first. */
export interface NotedReport {
  readonly report: RecordedReport;
  /** The very same bytes had been taken before: nothing was done but to complete what was not. */
  readonly again: boolean;
}

/**
 * Appends what became of the file, unless somebody who took it at the same moment has done so. One that is taken after another that came
 * later is of that one's moment.
 */
export async function recordReport(records: Records, event: ReportOutcome): Promise<NotedReport> {
  const year = reportYear(event.at);
  let there: RecordedReport | undefined;
  let noted = event;
  await appendReport(records, year, (reports) => {
    there = reports.find((each) => each.event.hash === event.hash);
    if (there) return [];
    noted = { ...event, at: notBefore(event.at, reports.at(-1)?.event.at) };
    return noted.type === 'report-taken' ? eventsOfTaken(noted) : [noted];
  });
  const report = there ?? { year, event: noted, resolved: new Map() };
  return { report, again: there !== undefined };
}

/**
 * Notes a file that no money follows from, for people to look at: nothing is lost, the file stays where it is. A person who sends one
 * in is told at once with `report-unreadable`, in their language, and nothing is written.
 */
export async function refuseReport(
  records: Records,
  { at, by }: Delivery,
  file: ReportFile,
  refusal: UnreadableReport,
): Promise<NotedReport> {
  const { code, facts } = refusal;
  if (by)
    throw new Refused('report-unreadable', {
      file: file.file,
      why: filled(unreadableTexts[code][by.language], facts),
      allowed: readableFormats,
    });
  return recordReport(records, {
    type: 'report-refused',
    at,
    ...file,
    ...refusedAs(refusal),
  });
}

/** What the record says of why a file is refused. */
export const refusedAs = ({ code, facts }: UnreadableReport) => ({
  code,
  why: filled(unreadableTexts[code].en, facts),
  facts,
});
