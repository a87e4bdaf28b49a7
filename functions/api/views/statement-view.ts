import type { Rulebook } from '../../../core/agreement/rulebook.ts';
import { type Month, yearOf } from '../../../core/calendar/month.ts';
import { yearMonths } from '../../../core/forecast/year-items.ts';
import { hasComeBack, isAnswered, type SentLine } from '../../../core/payment/lines.ts';
import type { ProposedPayment } from '../../../core/payment/proposal.ts';
import type { Records } from '../../../core/ports.ts';
import { payoutMonth } from '../../../core/record/case-id.ts';
import type { RegionCode } from '../../../core/regions.ts';
import { lineKindTexts } from '../../contract/api/line-kind-texts.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { readProposal } from '../../shared/documents.ts';
import { type ReadCase, readCases } from './cases.ts';
import { citationView } from './citation-view.ts';
import { type Attempt, attemptsOf, isPaidLater, receivedSek, returnedSek } from './payment-fate.ts';
import type { RunState } from './run-state.ts';
import { WorkingSource } from './working-source.ts';

export type StatementMonth = AnswerOf<'readStatement'>['months'][number];

/** A region's payment of one month, as it was released. */
export interface RegionMonth {
  readonly month: Month;
  readonly read: ReadCase;
  readonly payment: ProposedPayment;
}

/**
 * The released payments that hold a line for the region, by month: every month of the agreement year's own calendar, with all that
 * was paid in it, and later months that paid what the year had left due.
 */
export async function regionMonths(
  records: Records,
  region: RegionCode,
  rulebook: Rulebook,
): Promise<readonly RegionMonth[]> {
  const { year } = rulebook.agreement;
  const { first, last } = yearMonths(rulebook);
  const years = Array.from(
    { length: yearOf(last) + 2 - yearOf(first) },
    (_, after) => yearOf(first) + after,
  );
  const released = (await readCases(records, years, ['payout'])).filter(
    ({ state }) => state.released,
  );
  const months = await Promise.all(
    released.map(async (read): Promise<readonly RegionMonth[]> => {
      const month = payoutMonth(read.id);
      if (month < first) return [];
      const hash = read.state.released?.proposal ?? '';
      const { payments, paid } = await readProposal(records, read.id, 'payment', hash);
      const ofYear = month <= last || paid.some((key) => key.split('/')[1] === String(year));
      const payment = payments.find(({ payee }) => payee === region);
      return ofYear && payment ? [{ month, read, payment }] : [];
    }),
  );
  return months.flat().sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** A month as the region reads it: each line with the paragraph that it rests on. */
export async function shownMonth(
  records: Records,
  { month, read, payment }: RegionMonth,
  language: Language,
): Promise<StatementMonth> {
  const { released } = read.state;
  if (!released) throw new RangeError(`${read.id} has not been released.`);
  const workings = new WorkingSource(records, read.id);
  const lines: StatementMonth['lines'] = [];
  for (const { kind, sek, working } of payment.lines) {
    const { cites = [] } = await workings.named(working);
    const text = lineKindTexts[kind][language];
    lines.push({ kind, text, sek, working, cites: cites.map(citationView) });
  }
  const attempts = await attemptsOf(records, read, payment);
  const [first, ...again] = attempts;
  const returned = first && returnedSek(first);
  return {
    month,
    run: read.id,
    payDay: released.payDay,
    paidOn: released.paidOn,
    state: stateFor(read, attempts),
    totalSek: payment.totalSek,
    receivedSek: receivedSek(attempts).toString(),
    ...(returned !== undefined && { returnedSek: returned }),
    ...(isPaidLater(attempts) && { paidLater: true as const }),
    ...(again.length > 0 && { reissues: again.map(shownReissue) }),
    lines,
  };
}

function shownReissue(attempt: Attempt): NonNullable<StatementMonth['reissues']>[number] {
  const { read, sek } = attempt;
  const { released } = read.state;
  const returned = returnedSek(attempt);
  return {
    run: read.id,
    state: read.runState,
    ...(released && { paidOn: released.paidOn }),
    sek,
    ...(returned !== undefined && { returnedSek: returned }),
  };
}

/**
 * How far the region's own payment is: what came back of others is nothing to it, and what came back of its own is not paid because a
 * person has decided on it, but when it has arrived.
 */
function stateFor({ runState }: ReadCase, attempts: readonly Attempt[]): RunState {
  const line = attempts.at(-1)?.line;
  if (attempts.length > 1) return line && !hasComeBack(line) ? sentState(line) : 'returned';
  if (line && hasComeBack(line)) return 'returned';
  return runState === 'returned' ? (line ? sentState(line) : 'paid') : runState;
}

const sentState = (line: SentLine): RunState => (isAnswered(line) ? 'paid' : 'released');
