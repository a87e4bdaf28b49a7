import { type MatchedReport, matchReport } from '../../core/bank/match-report.ts';
import type { BankReport } from '../../core/bank/report.ts';
import type { Instant } from '../../core/calendar/stockholm.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import { type CaseState, foldRecorded } from '../../core/payment/evolve.ts';
import type { Recorded, Records } from '../../core/ports.ts';
import { type CaseId, caseStream } from '../../core/record/case-id.ts';
import { tryCommand } from '../shared/cases.ts';
import { Refused } from '../shared/refused.ts';

/** A report, and by which file it is known. */
export interface KnownReport {
  readonly report: BankReport;
  readonly hash: string;
}

/**
 * Notes in every case that the report names what is news of its payments, once, and gives what became of everything in the report.
 *
 * What is news is decided on the state that the append is made on. Whoever comes after a crash finds the words that this very file
 * brought, and judges the report by what was known before them: so the outcome is the same as if nothing had happened.
 */
export async function noteWords(
  records: Records,
  known: KnownReport,
  ids: readonly CaseId[],
  at: Instant,
): Promise<MatchedReport> {
  const states = new Map<CaseId, CaseState>();
  for (const id of ids) states.set(id, await noteIn(records, known, id, at));
  return matchReport(known.report, states);
}

/** Gives the case as it was before the words of this report. */
async function noteIn(
  records: Records,
  { report, hash }: KnownReport,
  id: CaseId,
  at: Instant,
): Promise<CaseState> {
  const before = await stateBefore(records, id, hash);
  // Nothing was sent, or nothing is new: there is nothing to note, and a case that sent nothing would refuse it.
  if (before.noted || newsIn(report, id, before.state).length === 0) return before.state;
  const noted = await tryCommand(records, id, (state) => ({
    kind: 'report',
    at,
    messageId: state.released?.messageId ?? '',
    words: newsIn(report, id, state),
    source: { report: hash },
  }));
  if (!noted.ok) throw Refused.of(noted.refusal);
  return (await stateBefore(records, id, hash)).state;
}

const newsIn = (report: BankReport, id: CaseId, state: CaseState) =>
  matchReport(report, new Map([[id, state]])).words.get(id) ?? [];

/** The case without what this file brought, and without what came after it; as it is, when this file brought nothing. */
async function stateBefore(records: Records, id: CaseId, hash: string) {
  const events = await records.read<CaseEvent>(caseStream(id));
  const own = events.findIndex((each) => isFrom(hash, each));
  return { noted: own >= 0, state: foldRecorded(own < 0 ? events : events.slice(0, own)) };
}

const isFrom = (hash: string, { event }: Recorded<CaseEvent>): boolean =>
  event.type === 'bank-reported' && 'report' in event.source && event.source.report === hash;
