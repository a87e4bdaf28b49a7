import { Fraction } from '../money/fraction.ts';
import { Sek } from '../money/sek.ts';
import type { BankResult, BankWord, PayeeCode } from '../payment/events.ts';
import { type CaseState, unopened } from '../payment/evolve.ts';
import { afterWords, judge, type SentLine, type SentLines } from '../payment/lines.ts';
import type { CaseId } from '../record/case-id.ts';
import { caseOfMessage, paymentOf } from './bank-ids.ts';
import type { BankReport, ReportedPayment, ReportKind } from './report.ts';
import type { ItemOutcome, ReportItem } from './report-events.ts';

/** What a report comes to: what became of everything in it, and what each case is to note. */
export interface MatchedReport {
  readonly items: readonly ReportItem[];
  /** News only, in the order of the report; a case of which the report says nothing new is left out. */
  readonly words: ReadonlyMap<CaseId, readonly BankWord[]>;
}

/** The cases that a report names by ids of ours, each once, in the order of the report. */
export const casesNamed = ({ kind, payments }: BankReport): readonly CaseId[] => [
  ...new Set(payments.flatMap((payment) => namedBy(kind, payment)?.case ?? [])),
];

/**
 * Leads everything that a report says to the payments that were sent, by our own ids alone, and judges it against what the bank has
 * said before. Two words of one report about one payment are judged one after the other.
 *
 * Nothing is taken of a payment that was not sent, or whose amount is another than the one that was sent, where the report states
 * one; a booking that states none is not taken either. What the bank says of a whole message is said of each of its payments, if
 * their number and sum are those that the report states.
 *
 * @sv återrapport från banken
 */
export function matchReport(
  report: BankReport,
  states: ReadonlyMap<CaseId, CaseState>,
): MatchedReport {
  const lines = new Map<CaseId, SentLines>();
  const words = new Map<CaseId, BankWord[]>();
  const items = report.payments.flatMap((payment) => {
    const named = namedBy(report.kind, payment);
    if (!named) return [itemOf(payment, unled(payment))];
    const { case: id } = named;
    const sent = lines.get(id) ?? (states.get(id) ?? unopened).lines;
    const matched = matchPayment(report.kind, payment, named, sent);
    lines.set(id, afterWords(sent, matched.words));
    if (matched.words.length > 0) words.set(id, [...(words.get(id) ?? []), ...matched.words]);
    return matched.items;
  });
  return { items, words };
}

interface Named {
  readonly case: CaseId;
  /** Absent where the report speaks of the whole message. */
  readonly payee?: PayeeCode;
}

/**
 * Which payment is meant: by its end-to-end id, or the whole message by the message's id. An id that is not ours leads nowhere, even
 * beside one that is. A report on orders names the message always; a booking may name a message of the bank's own besides.
 */
function namedBy(kind: ReportKind, { messageId, endToEndId }: ReportedPayment): Named | undefined {
  const message = messageId === undefined ? undefined : caseOfMessage(messageId);
  if (endToEndId === undefined) return message && { case: message };
  const own = paymentOf(endToEndId);
  if (!own || (message === undefined ? kind === 'pain.002' : message !== own.case))
    return undefined;
  return own;
}

/** What leads to no payment of ours moved money without our order, unless it moved none. */
const unled = ({ result, unclear }: ReportedPayment): ItemOutcome =>
  result === 'other' && !unclear ? 'noted' : 'unknown';

interface Matched {
  readonly items: readonly ReportItem[];
  readonly words: readonly BankWord[];
}

function matchPayment(
  kind: ReportKind,
  payment: ReportedPayment,
  { case: id, payee }: Named,
  sent: SentLines,
): Matched {
  const without = (outcome: ItemOutcome, more: Partial<ReportItem> = {}): Matched => ({
    items: [itemOf(payment, outcome, { case: id, ...(payee && { payee }), ...more })],
    words: [],
  });
  const meant = payee ? sent.get(payee) : undefined;
  if (payee ? !meant : sent.size === 0) return without('not-sent');
  if (payment.unclear) return without('unknown');
  const { result } = payment;
  if (result === 'other') return without('noted');
  const about = meant ? [meant] : concerned(kind, sent);
  const sek = Sek.sum(about.map((line) => Sek.of(line.sek)));
  if (!isOf(kind, payment, about.length, sek))
    return without('amount-differs', { standing: sek.toString() });
  const one = meant ? payment : ofEach(payment);
  const judged = about.map((line) => judgedOf(one, result, id, line));
  return {
    items: judged.flatMap(({ items }) => items),
    words: judged.flatMap(({ words }) => words),
  };
}

/** The payments that a word about the whole message is about: what the bank rejected is in no booking. */
const concerned = (kind: ReportKind, sent: SentLines): readonly SentLine[] =>
  [...sent.values()].filter(({ status }) => kind === 'pain.002' || status !== 'rejected');

/** Whether the report speaks of so many payments and so much money. Control sums of a whole message have no currency: ours has one. */
function isOf(
  kind: ReportKind,
  { amount, currency = 'SEK', numberOfTransactions }: ReportedPayment,
  count: number,
  sek: Sek,
): boolean {
  if (numberOfTransactions !== undefined && numberOfTransactions !== count) return false;
  if (amount === undefined) return kind === 'pain.002';
  return currency === 'SEK' && Fraction.parse(amount).equals(sek.fraction);
}

/** What is said of all is said of each, but the amount is that of all. */
function ofEach(payment: ReportedPayment): ReportedPayment {
  const { amount: _all, currency: _its, ...rest } = payment;
  return rest;
}

function judgedOf(
  payment: ReportedPayment,
  result: BankResult,
  id: CaseId,
  line: SentLine,
): Matched {
  const { payee, endToEndId } = line;
  const { code } = payment;
  const verdict = judge(line, result);
  const item = itemOf({ ...payment, endToEndId }, verdict === 'news' ? 'taken' : verdict, {
    case: id,
    payee,
    ...(verdict === 'contradicts' && { standing: line.status }),
  });
  const word = { payee, result, ...(code !== undefined && { code }) };
  return { items: [item], words: verdict === 'news' ? [word] : [] };
}

function itemOf(
  payment: ReportedPayment,
  outcome: ItemOutcome,
  more: Partial<ReportItem> = {},
): ReportItem {
  const { numberOfTransactions: _number, unclear: _unclear, ...said } = payment;
  return { outcome, ...said, ...more };
}
