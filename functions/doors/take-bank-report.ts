import { casesNamed } from '../../core/bank/match-report.ts';
import type { Instant } from '../../core/calendar/stockholm.ts';
import { sha256Of } from '../adapters/sha256.ts';
import { anotherAccount } from '../bank/another-account.ts';
import { type KnownReport, noteWords } from '../bank/note-words.ts';
import { readReport } from '../bank/read-report/read-report.ts';
import {
  type Delivery,
  type NotedReport,
  recordReport,
  refuseReport,
} from '../bank/record-report.ts';
import { type RecordedReport, reportsAround } from '../shared/bank-reports.ts';
import { takeBackReturns } from '../shared/returns.ts';
import { tallyOf } from '../shared/tally.ts';
import { whatDiffers } from '../shared/tally-text.ts';
import { wakeCase } from '../shared/waits.ts';
import type { WorkflowPorts } from '../shared/workflow-ports.ts';

/**
 * Takes in a report of the bank's. First its effects, each found by whoever comes after a crash: the words in the cases that it
 * names, and the journal. Then the report itself with what became of everything in it. Then the waits are woken. The same bytes
 * again change nothing, whoever brings them. Last, what the report is about is tallied.
 *
 * A file that cannot be read, or is of an account that is not ours, moves no money: it is noted for people to look at. Sent in by a
 * person, it is refused as `report-unreadable` instead, and nothing is written. That the bank has used the id of the message before
 * says nothing: banks send a fuller file of the day, and pages, under one id. What is told again in it is known.
 */
export async function takeBankReport(
  delivery: Delivery,
  ports: WorkflowPorts,
): Promise<TakenReport> {
  const { known, ...noted } = await note(delivery, ports);
  const ids = known ? casesNamed(known.report) : [];
  for (const id of ids) await wakeCase(ports, id);
  return { ...noted, differs: await whatDiffersIn(ports, noted.report) };
}

/** What became of a file. */
export interface TakenReport extends NotedReport {
  /** What is not equal of the payments that the report named, from their preparation to the bank's answer; nothing, as a rule. */
  readonly differs: readonly string[];
}

async function note(
  delivery: Delivery,
  ports: WorkflowPorts,
): Promise<NotedReport & { readonly known?: KnownReport }> {
  const { at, bytes, by } = delivery;
  const { records } = ports;
  const file = { hash: sha256Of(bytes), file: delivery.file, bytes: bytes.length };
  const reports = await reportsAround(records, at);
  const before = reports.find(({ event }) => event.hash === file.hash);
  if (before?.event.type === 'report-refused') return { report: before, again: true };
  const read = readReport(bytes);
  if (!read.ok) return refuseReport(records, delivery, file, read.refusal);
  const foreign = before
    ? undefined
    : await anotherAccount(read.value, casesNamed(read.value), ports);
  if (foreign) return refuseReport(records, delivery, file, foreign);
  const known = { report: read.value, hash: file.hash };
  if (before) return { report: before, again: true, known };
  const noted = await recordReport(records, {
    ...{ type: 'report-taken', at, ...file },
    ...(await effectsOf(known, at, ports)),
    ...(by && { by: by.person }),
  });
  return { ...noted, known };
}

/**
 * Every case of which a report has changed a side is tallied: prepared = approved = filed = settled + returned + outstanding. A promise
 * changes none.
 */
async function whatDiffersIn(
  ports: WorkflowPorts,
  { event }: RecordedReport,
): Promise<readonly string[]> {
  const taken =
    event.type === 'report-taken'
      ? event.items.filter(({ outcome, result }) => outcome === 'taken' && result !== 'accepted')
      : [];
  const ids = new Set(taken.flatMap((item) => item.case ?? []));
  const tallies = await Promise.all([...ids].map((id) => tallyOf(ports, id)));
  return tallies.flatMap((tally) => whatDiffers(tally, 'en') ?? []);
}

/** Notes in the cases and the journal what the report says; gives what the report's own event holds of it. */
async function effectsOf(known: KnownReport, at: Instant, ports: WorkflowPorts) {
  const { format, messageId, createdAt } = known.report;
  const ids = casesNamed(known.report);
  const { items } = await noteWords(ports.records, known, ids, at);
  for (const id of ids) await takeBackReturns(ports, id, at);
  return { format, messageId, createdAt, items };
}
