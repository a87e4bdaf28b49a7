import { hash } from 'node:crypto';
import { casesNamed } from '../../core/bank/match-report.ts';
import type { BankReport } from '../../core/bank/report.ts';
import type { ReportFile } from '../../core/bank/report-events.ts';
import type { Instant } from '../../core/calendar/stockholm.ts';
import { type KnownReport, noteWords } from '../bank/note-words.ts';
import { readReport } from '../bank/read-report/read-report.ts';
import type { UnreadableReport } from '../bank/read-report/unreadable.ts';
import {
  type Delivery,
  recordReport,
  refuseReport,
  type TakenReport,
} from '../bank/record-report.ts';
import { type RecordedReport, reportsAround } from '../shared/bank-reports.ts';
import { takeBackReturns } from '../shared/returns.ts';
import { wakeCase } from '../shared/waits.ts';
import type { WorkflowPorts } from '../shared/workflow-ports.ts';

/**
 * Takes in a report of the bank's. First its effects, each found by whoever comes after a crash: the words in the cases that it
 * names, and the journal. Then the report itself with what became of everything in it. Then the waits are woken. The same bytes
 * again change nothing, whoever brings them.
 *
 * A file that cannot be read, or has the id of another one of the bank's, moves no money: it is noted for people to look at. Sent in
 * by a person, it is refused as `report-unreadable` instead, and nothing is written.
 */
export async function takeBankReport(
  delivery: Delivery,
  ports: WorkflowPorts,
): Promise<TakenReport> {
  const { at, bytes, by } = delivery;
  const { records } = ports;
  const file = { hash: hash('sha256', bytes), file: delivery.file, bytes: bytes.length };
  const reports = await reportsAround(records, at);
  const before = reports.find(({ event }) => event.hash === file.hash);
  if (before?.event.type === 'report-refused') return { report: before, again: true };
  const read = readReport(bytes);
  if (!read.ok) return refuseReport(records, delivery, file, read.refusal);
  const twin = before ? undefined : twinOf(read.value, reports);
  if (twin) return refuseReport(records, delivery, file, otherContent(read.value, file, twin));
  const known = { report: read.value, hash: file.hash };
  const taken = before
    ? { report: before, again: true }
    : await recordReport(records, {
        ...{ type: 'report-taken', at, ...file },
        ...(await effectsOf(known, at, ports)),
        ...(by && { by: by.person }),
      });
  for (const id of casesNamed(read.value)) await wakeCase(ports, id);
  return taken;
}

/** Notes in the cases and the journal what the report says; gives what the report's own event holds of it. */
async function effectsOf(known: KnownReport, at: Instant, { records }: WorkflowPorts) {
  const { format, messageId, createdAt } = known.report;
  const ids = casesNamed(known.report);
  const { items } = await noteWords(records, known, ids, at);
  for (const id of ids) await takeBackReturns(records, id, at);
  return { format, messageId, createdAt, items };
}

/** Banks number their messages: one number with two contents is a mistake of theirs, and only they know which of them is meant. */
const twinOf = (
  { format, messageId }: BankReport,
  reports: readonly RecordedReport[],
): RecordedReport | undefined =>
  reports.find(
    ({ event }) =>
      event.type === 'report-taken' && event.messageId === messageId && event.format === format,
  );

const otherContent = (
  { messageId }: BankReport,
  file: ReportFile,
  { event }: RecordedReport,
): UnreadableReport => ({
  code: 'same-id-other-content',
  facts: { where: messageId, given: file.hash, allowed: event.hash },
});
