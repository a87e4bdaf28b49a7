import { type BankReportEvent, outcomesForPeople } from '../../core/bank/report-events.ts';
import { bankDayOnOrAfter } from '../../core/calendar/bank-day.ts';
import { dayInStockholm, type Instant } from '../../core/calendar/stockholm.ts';
import { Sek } from '../../core/money/sek.ts';
import type { BankWord, CaseEvent } from '../../core/payment/events.ts';
import { type CaseState, fold } from '../../core/payment/evolve.ts';
import { decisionsAnew, hasComeBack } from '../../core/payment/lines.ts';
import { paidSek } from '../../core/payment/paid.ts';
import type { Voucher } from '../../core/payment/voucher.ts';
import { type CaseId, caseKind, reissueOf } from '../../core/record/case-id.ts';
import { regionCodes } from '../../core/regions.ts';
import type { PayeeBalance, Reissue, Trouble, YearTroubles } from '../report/year-troubles.ts';

/** A case that pays, and everything that happened in it. */
export interface PayingCase {
  readonly id: CaseId;
  readonly events: readonly CaseEvent[];
}

/** What did not go smoothly, as the record tells it; undefined when everything did. */
export function troublesIn(
  cases: readonly PayingCase[],
  reports: readonly BankReportEvent[],
  vouchers: readonly Voucher[],
): YearTroubles | undefined {
  const troubles = [...cases.flatMap(ofCase), ...reports.flatMap(ofReport)].toSorted(
    (a, b) => Number(a.on > b.on) - Number(a.on < b.on),
  );
  if (troubles.length === 0) return undefined;
  return { troubles, reissues: cases.flatMap(reissues), payees: payeeBalances(cases, vouchers) };
}

/** The troubles of one case, in the order in which they became known. */
export function ofCase({ id, events }: PayingCase): readonly Trouble[] {
  const state = fold(events);
  return events.flatMap((event, index) => {
    if (event.type !== 'bank-reported') return [];
    const wasClosed = events.slice(0, index).some(({ type }) => type === 'closed');
    return event.words.flatMap((word) => {
      const what = kindOf(word, event, state, wasClosed);
      return what ? [ofPayment(id, word, event.at, state, what)] : [];
    });
  });
}

type Reported = Extract<CaseEvent, { type: 'bank-reported' }>;

function kindOf(
  { result, movement }: BankWord,
  { words, at }: Reported,
  { lines, released }: CaseState,
  wasClosed: boolean,
): Trouble['what'] | undefined {
  // Told again, or moved beside the payment.
  if (movement !== undefined) return undefined;
  if (result === 'rejected') {
    const all = words.filter((word) => word.result === 'rejected');
    // An account can be at fault of one payment; what all are rejected for is the file's.
    const isFile = all.length === lines.size && !all.some(({ code = '' }) => code.startsWith('AC'));
    return isFile ? 'file-rejected' : 'rejected';
  }
  if (result === 'returned') return wasClosed ? 'returned-late' : 'returned';
  const due = released && bankDayOnOrAfter(released.paidOn);
  return result === 'booked' && due && dayInStockholm(at) > due ? 'booked-late' : undefined;
}

function ofPayment(
  id: CaseId,
  { payee, code }: BankWord,
  at: Instant,
  { lines }: CaseState,
  what: Trouble['what'],
): Trouble {
  const line = lines.get(payee);
  const choice = line?.resolved?.choice;
  const isAnew = line !== undefined && line.status === 'booked' && decisionsAnew(line).length > 0;
  const became = isAnew ? 'booked-anew' : choice === 'reissue' ? reissueOf(id, payee) : choice;
  return {
    ...{ on: dayInStockholm(at), what, run: id, payee, sek: line?.sek ?? '0' },
    ...(code !== undefined && { code }),
    ...(became !== undefined && what !== 'booked-late' && { became }),
  };
}

/** What a report of the bank's says that is no news: one trouble of a kind for each file. */
function ofReport(event: BankReportEvent): readonly Trouble[] {
  if (event.type === 'item-resolved' || event.type === 'report-items') return [];
  const head = { on: dayInStockholm(event.at), file: event.file };
  if (event.type === 'report-refused') return [{ ...head, what: 'unreadable', code: event.code }];
  const outcomes = new Set(event.items.map(({ outcome }) => outcome));
  const forPeople = outcomesForPeople.find((each) => outcomes.has(each));
  if (forPeople) return [{ ...head, what: 'leads-nowhere', code: forPeople }];
  if (outcomes.has('taken')) return [];
  if (outcomes.has('known')) return [{ ...head, what: 'told-again' }];
  return outcomes.has('overtaken') ? [{ ...head, what: 'out-of-order' }] : [];
}

function reissues({ id, events }: PayingCase): readonly Reissue[] {
  const { released } = fold(events);
  if (caseKind(id) !== 'reissue' || !released) return [];
  return released.sent.map(({ payee, sek }) => ({ run: id, payee, sek, paidOn: released.paidOn }));
}

/** Paid by what became of the payments, held by the journal: two ways to the same kronor. */
function payeeBalances(
  cases: readonly PayingCase[],
  vouchers: readonly Voucher[],
): readonly PayeeBalance[] {
  const lines = cases.flatMap(({ events }) => [...fold(events).lines.values()]);
  const entries = vouchers.flatMap((voucher) => voucher.entries);
  return [...regionCodes, 'SKR' as const].map((payee) => {
    const own = lines.filter((line) => line.payee === payee);
    const balance = entries.filter(
      ({ account, counterpart }) => account === 'balance-of-payee' && counterpart === payee,
    );
    // The bank has said so, and it is about to be booked.
    const unbooked = own.filter((line) => hasComeBack(line) && line.takenBack === undefined);
    return {
      payee,
      paidSek: paidSek(own).toString(),
      heldSek: sumOf(unbooked).minus(sumOf(balance)).toString(),
    };
  });
}

const sumOf = (all: readonly { readonly sek: string }[]): Sek =>
  Sek.sum(all.map(({ sek }) => Sek.of(sek)));
