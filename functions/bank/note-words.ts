import { type MatchedReport, matchReport, type Told } from '../../core/bank/match-report.ts';
import type { BankReport, ReportedPayment } from '../../core/bank/report.ts';
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

/** Part of a report: so much that what a case notes of it fits into one event. */
interface Part extends KnownReport {
  /** From 1. */
  readonly number: number;
  /** What the parts before it have told. */
  readonly told: Told;
}

/**
 * Notes in every case that the report names what is news of its payments, once, and gives what became of everything in the report.
 *
 * What is news is decided on the state that the append is made on. Whoever comes after a crash finds the words that this very file
 * brought, and judges the report by what was known before them: so the outcome is the same as if nothing had happened.
 */
export async function noteWords(
  records: Records,
  { report, hash }: KnownReport,
  ids: readonly CaseId[],
  at: Instant,
): Promise<Pick<MatchedReport, 'items'>> {
  const items: MatchedReport['items'][number][] = [];
  let told: Told = new Map();
  for (const [index, payments] of partsOf(report).entries()) {
    const part = { report: { ...report, payments }, hash, number: index + 1, told };
    const states = new Map<CaseId, CaseState>();
    for (const id of ids) states.set(id, await noteIn(records, part, id, at));
    const matched = matchReport(part.report, states, told);
    items.push(...matched.items);
    told = matched.told;
  }
  return { items };
}

/** No event of the record is above 100 kB, and a word of the bank with its references and its place takes some 700 bytes at most. */
const MOST_WORDS = 120;

/** A word about a whole message becomes one of each of its payments, and nobody has more than that. */
const MOST_PAYEES = 22;

/**
 * The payments of a report in parts, of which what a case notes fits into one event. A report on orders is one part: it tells of each payment once or twice, and of levels by what it says of payments.
 */
export function partsOf({ kind, payments }: BankReport): readonly (readonly ReportedPayment[])[] {
  if (kind === 'pain.002') return [payments];
  const parts: ReportedPayment[][] = [[]];
  let words = 0;
  for (const payment of payments) {
    const more = payment.endToEndId === undefined ? MOST_PAYEES : 1;
    if (words + more > MOST_WORDS) {
      parts.push([]);
      words = 0;
    }
    parts.at(-1)?.push(payment);
    words += more;
  }
  return parts;
}

/** Gives the case as it was before the words of this part of the report. */
async function noteIn(records: Records, part: Part, id: CaseId, at: Instant): Promise<CaseState> {
  const before = await stateBefore(records, id, part);
  // Nothing was sent, or nothing is new: there is nothing to note, and a case that sent nothing would refuse it.
  if (before.noted || newsIn(part, id, before.state).length === 0) return before.state;
  const noted = await tryCommand(records, id, (state) => ({
    kind: 'report',
    at,
    messageId: state.released?.messageId ?? '',
    words: newsIn(part, id, state),
    source: { report: part.hash, ...(part.number > 1 && { part: part.number }) },
  }));
  if (!noted.ok) throw Refused.of(noted.refusal);
  return (await stateBefore(records, id, part)).state;
}

const newsIn = ({ report, told }: Part, id: CaseId, state: CaseState) =>
  matchReport(report, new Map([[id, state]]), told).words.get(id) ?? [];

/** The case without what this part brought, and without what came after it; as it is, when this part brought nothing. */
async function stateBefore(records: Records, id: CaseId, part: Part) {
  const events = await records.read<CaseEvent>(caseStream(id));
  const own = events.findIndex((each) => isFrom(part, each));
  return { noted: own >= 0, state: foldRecorded(own < 0 ? events : events.slice(0, own)) };
}

/** Whether a case notes by an event what a part of a report says of it. */
export const isFrom = (
  { hash, number }: Pick<Part, 'hash' | 'number'>,
  { event }: Pick<Recorded<CaseEvent>, 'event'>,
): boolean =>
  event.type === 'bank-reported' &&
  'report' in event.source &&
  event.source.report === hash &&
  (event.source.part ?? 1) === number;
