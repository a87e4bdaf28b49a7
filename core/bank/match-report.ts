import { Fraction } from '../money/fraction.ts';
import { Sek } from '../money/sek.ts';
import type { BankResult } from '../payment/bank-words.ts';
import type { BankWord, PayeeCode } from '../payment/events.ts';
import { type CaseState, unopened } from '../payment/evolve.ts';
import { afterWords, type SentLine, type SentLines, tell } from '../payment/lines.ts';
import type { CaseId } from '../record/case-id.ts';
import { caseOfMessage, paymentOf } from './bank-ids.ts';
import type { BankReport, ReportedPayment, ReportKind } from './report.ts';
import type { ItemOutcome, ReportItem } from './report-events.ts';
import { isStopped, isTakenOn, saysDuplicate } from './status-words.ts';

/** Of which movements of each payment a file has told: the numbers by the payment's end-to-end id. */
export type Told = ReadonlyMap<string, ReadonlySet<number>>;

/** What a report comes to: what became of everything in it, and what each case is to note. */
export interface MatchedReport {
  readonly items: readonly ReportItem[];
  /** What changes a payment only, in the order of the report; a case of which the report says nothing new is left out. */
  readonly words: ReadonlyMap<CaseId, readonly BankWord[]>;
  readonly told: Told;
}

/** The cases that a report names by ids of ours, each once, in the order of the report. */
export const casesNamed = ({ kind, payments }: BankReport): readonly CaseId[] => [
  ...new Set(payments.flatMap((payment) => namedBy(kind, payment)?.case ?? [])),
];

/**
 * Leads everything that a report says to the payments that were sent, by our own ids alone, and judges it against what the bank has
 * said before. Two words of one report about one payment are judged one after the other; `before` is what an earlier part of the
 * same report has told.
 *
 * Nothing is taken of a payment that was not sent, or whose amount is another than the one that was sent, where the report states
 * one; a booking that states none is not taken either. What the bank says of a whole message is said of each of its payments that
 * the report does not name, if the number and the sum of all are those that the report states. A booking of the whole is of what the bank
 * has not rejected; where its sum is that of all that was sent, all of it has moved.
 *
 * @sv återrapport från banken
 */
export function matchReport(
  report: BankReport,
  states: ReadonlyMap<CaseId, CaseState>,
  before: Told = new Map(),
): MatchedReport {
  const lines = new Map<CaseId, SentLines>();
  const words = new Map<CaseId, BankWord[]>();
  const told = new Map(before);
  const around = {
    ...{ kind: report.kind, told, named: paymentsNamed(report) },
    ofACopy: casesOfACopy(report, states),
  };
  const items = report.payments.flatMap((payment) => {
    const named = namedBy(report.kind, payment);
    if (!named) return [itemOf(payment, unled(payment))];
    const { case: id } = named;
    const sent = lines.get(id) ?? (states.get(id) ?? unopened).lines;
    const matched = matchPayment(around, payment, named, sent);
    lines.set(id, afterWords(sent, matched.words));
    if (matched.words.length > 0) words.set(id, [...(words.get(id) ?? []), ...matched.words]);
    return matched.items;
  });
  return { items, words, told };
}

interface Named {
  readonly case: CaseId;
  /** Absent where the report speaks of the whole message. */
  readonly payee?: PayeeCode;
}

/** What of the report a single word of it is judged by. */
interface Around {
  readonly kind: ReportKind;
  readonly told: Map<string, ReadonlySet<number>>;
  readonly named: ReadonlySet<string>;
  /** Cases of whose message it may reject a second copy, by whatever it rejects. */
  readonly ofACopy: ReadonlySet<CaseId>;
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

/** By their end-to-end ids: a status of their own wins over that of their message. */
const paymentsNamed = ({ payments }: BankReport): ReadonlySet<string> =>
  new Set(payments.flatMap(({ endToEndId }) => endToEndId ?? []));

/**
 * Of which cases a report may reject a second copy of the message: that has the one message id that both have, and what is said of it
 * is not said of the first. It is one where any rejection gives the reason that the bank has had the same before; and where all that
 * was sent is rejected, in one word or payment by payment, whatever the reasons, after the bank has taken on some of it.
 */
const casesOfACopy = (
  report: BankReport,
  states: ReadonlyMap<CaseId, CaseState>,
): ReadonlySet<CaseId> =>
  new Set(
    [...states].flatMap(([id, { lines }]) => (mayRejectACopy(report, id, lines) ? [id] : [])),
  );

function mayRejectACopy(report: BankReport, id: CaseId, lines: SentLines): boolean {
  const rejections = report.payments.filter(
    (payment) => payment.result === 'rejected' && namedBy(report.kind, payment)?.case === id,
  );
  if (rejections.some(saysDuplicate)) return true;
  const named = paymentsNamed(report);
  const rejected = paymentsNamed({ ...report, payments: rejections });
  const isOfAll = rejections.some(({ endToEndId }) => endToEndId === undefined);
  const all = [...lines.values()];
  return (
    all.some(isTakenOn) &&
    all.every(
      ({ status, endToEndId }) =>
        status === 'rejected' || rejected.has(endToEndId) || (isOfAll && !named.has(endToEndId)),
    )
  );
}

/** What leads to no payment of ours moved money without our order, unless it moved none. */
const unled = ({ result, status, unclear }: ReportedPayment): ItemOutcome =>
  result === 'other' && !unclear && !isStopped(status) ? 'noted' : 'unknown';

interface Matched {
  readonly items: readonly ReportItem[];
  readonly words: readonly BankWord[];
}

function matchPayment(
  around: Around,
  payment: ReportedPayment,
  { case: id, payee }: Named,
  sent: SentLines,
): Matched {
  const { kind } = around;
  const without = (outcome: ItemOutcome, more: Partial<ReportItem> = {}): Matched => ({
    items: [itemOf(payment, outcome, { case: id, ...(payee && { payee }), ...more })],
    words: [],
  });
  const meant = payee ? sent.get(payee) : undefined;
  if (payee ? !meant : sent.size === 0) return without('not-sent');
  if (payment.unclear) return without('unknown');
  const { result } = payment;
  if (result === 'other') return without(isStopped(payment.status) ? 'stopped' : 'noted');
  const [standing, ...wider] = meant ? ([[meant]] as const) : concerned(kind, sent);
  const all = [standing, ...wider].find((each) => isOf(kind, payment, each));
  if (!all) return without('amount-differs', { standing: sumOf(standing).toString() });
  const about = meant || kind !== 'pain.002' ? all : unnamed(all, around);
  if (result === 'rejected' && (around.ofACopy.has(id) || (!meant && about.some(isTakenOn))))
    return without('of-a-copy');
  // Said of the rest of a message of which every payment is named.
  if (about.length === 0) return without('noted');
  const one = meant ? payment : ofEach(payment);
  const judged = about.map((line) => judgedOf(around, one, result, id, line));
  return {
    items: judged.flatMap(({ items }) => items),
    words: judged.flatMap(({ words }) => words),
  };
}

/**
 * The payments that a word about the whole message can be about, the likeliest first. Of a booking: those that the bank has not
 * rejected; or all, where it has moved the sum of all in spite of what it said.
 */
function concerned(
  kind: ReportKind,
  sent: SentLines,
): readonly [readonly SentLine[], ...(readonly SentLine[])[]] {
  const all = [...sent.values()];
  return kind === 'pain.002' ? [all] : [all.filter(({ status }) => status !== 'rejected'), all];
}

const sumOf = (lines: readonly SentLine[]): Sek => Sek.sum(lines.map(({ sek }) => Sek.of(sek)));

const unnamed = (lines: readonly SentLine[], { named }: Around): readonly SentLine[] =>
  lines.filter(({ endToEndId }) => !named.has(endToEndId));

/** Whether the report speaks of so many payments and so much money. Control sums of a whole message have no currency: ours has one. */
function isOf(
  kind: ReportKind,
  { amount, currency = 'SEK', numberOfTransactions }: ReportedPayment,
  lines: readonly SentLine[],
): boolean {
  if (numberOfTransactions !== undefined && numberOfTransactions !== lines.length) return false;
  if (amount === undefined) return kind === 'pain.002';
  return currency === 'SEK' && Fraction.parse(amount).equals(sumOf(lines).fraction);
}

/** What is said of all is said of each, but the amount is that of all. */
function ofEach(payment: ReportedPayment): ReportedPayment {
  const { amount: _all, currency: _its, ...rest } = payment;
  return rest;
}

function judgedOf(
  { told }: Around,
  payment: ReportedPayment,
  result: BankResult,
  id: CaseId,
  line: SentLine,
): Matched {
  const { payee, endToEndId } = line;
  const toldOf = told.get(endToEndId) ?? new Set();
  const { verdict, word, movement } = tell(line, wordOf(payment, result, payee), toldOf);
  if (movement !== undefined) told.set(endToEndId, new Set([...toldOf, movement]));
  const item = itemOf({ ...payment, endToEndId }, verdict === 'news' ? 'taken' : verdict, {
    case: id,
    payee,
    ...(verdict === 'contradicts' && { standing: line.status }),
    ...(word?.unordered && verdict !== 'news' && movement !== undefined && { movement }),
  });
  return { items: [item], words: word ? [word] : [] };
}

/** A payment's own reference tells it from others in the same entry; without one it is named by the entry. */
function wordOf(
  { code, bankReference, entryReference, day, place }: ReportedPayment,
  result: BankResult,
  payee: PayeeCode,
): BankWord {
  const own = bankReference !== entryReference;
  return {
    payee,
    result,
    ...(code !== undefined && { code }),
    ...(own && bankReference !== undefined && { reference: bankReference }),
    ...(entryReference !== undefined && { entryReference }),
    ...(day !== undefined && { day }),
    ...(place && { place }),
  };
}

function itemOf(
  payment: ReportedPayment,
  outcome: ItemOutcome,
  more: Partial<ReportItem> = {},
): ReportItem {
  const { numberOfTransactions: _number, unclear: _unclear, entryReference, ...said } = payment;
  const another = entryReference !== undefined && entryReference !== said.bankReference;
  return { outcome, ...said, ...(another && { entryReference }), ...more };
}
