import { agreementYears, type Rulebook, rulebookOf } from '../../../core/agreement/rulebook.ts';
import { type Month, monthsFrom, yearOf } from '../../../core/calendar/month.ts';
import { Sek } from '../../../core/money/sek.ts';
import { splitInstalments } from '../../../core/money/split.ts';
import type { PaymentProposal, Proposal } from '../../../core/payment/proposal.ts';
import type { Recorded, Records } from '../../../core/ports.ts';
import {
  type CaseId,
  openingCase,
  payoutCase,
  reconciliationCase,
  requisitionCase,
} from '../../../core/record/case-id.ts';
import { instalmentMonths, payDay } from '../../../core/rules/instalment/pay-month.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { Refused } from '../../shared/refused.ts';
import { type ReadCase, readCaseFrom, readCases, summaryOf } from '../views/cases.ts';
import { adjustmentsPaid, instalmentsPaid } from '../views/paid-of-year.ts';
import { hasArrived, isPaid, type PaidPayout, paidOf, paidPayout } from '../views/paid-payouts.ts';
import { receivedSek } from '../views/payment-fate.ts';
import { hashInForce, kindTotals, paymentsOf, proposalOf } from '../views/proposals.ts';

type Calendar = AnswerOf<'readCalendar'>;
type Documents = ReadonlyMap<string, readonly Recorded<Proposal>[]>;

/**
 * A grant year's payment months, from its first instalment to the month that settles it: what was planned, what each payout came to
 * by kind, what of that has been paid, and what of the pot is left. The pot's sums count what has been paid of this agreement year; what
 * came back counts once it has been paid again, or with a later payment, of whichever month.
 */
export async function readCalendar(
  { at, language, parameters: { year } }: RequestOf<'readCalendar'>,
  { records }: { readonly records: Records },
): Promise<Calendar> {
  if (!agreementYears.includes(year))
    throw new Refused('not-found', { what: `/calendars/${year}` });
  const { agreement } = rulebookOf(year);
  const planned = plannedTwelfths(agreement);
  const months = calendarMonths(agreement);
  const years = months.map(yearOf);
  // What came back is carried by a later payout, which may be after the year's own months.
  const paymentYears = [...new Set([...years, Math.max(...years) + 1])];
  const [payouts, others, ...documents] = await Promise.all([
    readCases(records, paymentYears, ['payout']),
    readCases(records, [year], ['opening', 'requisition', 'reconciliation']),
    ...paymentYears.map((each) => records.readPartition<Proposal>(`PROPOSAL#${each}`, 'payout-')),
  ]);
  const stored: Documents = new Map(documents.flatMap((each) => [...each]));
  const runs = new Map(payouts.map((each) => [each.id, each]));
  const paidBy = new Map<CaseId, PaidPayout>();
  for (const read of payouts) {
    const proposal = read.state.released && paymentIn(read, stored);
    if (proposal) paidBy.set(read.id, await paidPayout(records, read, proposal));
  }
  const released = [...paidBy.values()];
  const shown = months.map((month) => {
    const read = runs.get(payoutCase(month)) ?? readCaseFrom(payoutCase(month), []);
    const proposal = paymentIn(read, stored);
    const paid = paidBy.get(read.id);
    const { run, state, totalSek, needs } = summaryOf(read);
    const twelfth = planned.get(month);
    return {
      paid,
      month: {
        month,
        run,
        payDay: read.state.released?.paidOn ?? proposal?.payDay ?? payDay(month, agreement),
        state,
        ...(twelfth && { plannedSek: twelfth.toString() }),
        ...(totalSek !== undefined && { totalSek }),
        ...(paid && { paidSek: paidIn(paid).toString() }),
        byKind: proposal ? kindsOf(proposal, paid, language) : [],
        needs,
      },
    };
  });
  const own = shown.flatMap(({ paid }) => paid ?? []);
  const ofYear = released.map((payout) => paidOf(payout, released));
  const pot = agreement.pot.printed.value;
  const paid = instalmentsPaid(ofYear, year);
  return {
    year,
    now: at,
    potSek: pot.toString(),
    months: shown.map(({ month }) => month),
    others: otherRuns(year, others).map(summaryOf),
    plannedSek: Sek.sum(planned.values()).toString(),
    paidSek: paid.toString(),
    adjustmentsSek: adjustmentsPaid(ofYear, year).toString(),
    remainingSek: pot.minus(paid).toString(),
    totalPaidSek: Sek.sum(own.map(paidIn)).toString(),
    owedSek: Sek.sum(own.map((payout) => owedOf(payout, released))).toString(),
  };
}

const paidIn = ({ payments }: PaidPayout): Sek =>
  receivedSek(payments.flatMap(({ attempts }) => attempts));

const owedOf = ({ payments }: PaidPayout, payouts: readonly PaidPayout[]): Sek =>
  Sek.sum(
    payments
      .filter((sent) => !isPaid(sent, payouts))
      .map(({ payment }) => Sek.of(payment.totalSek)),
  );

/** The kinds with what they come to and, of a payout that is released, what of that has been paid as this month's. */
function kindsOf(
  proposal: PaymentProposal,
  paid: PaidPayout | undefined,
  language: Language,
): Calendar['months'][number]['byKind'] {
  const kinds = kindTotals(paymentsOf(proposal), language);
  if (!paid) return kinds;
  const arrived = paid.payments.filter(hasArrived).map(({ payment }) => payment);
  const totals = new Map(
    kindTotals(paymentsOf({ ...proposal, payments: arrived }), language).map((of) => [of.kind, of]),
  );
  return kinds.map((of) => ({ ...of, paidSek: totals.get(of.kind)?.totalSek ?? '0' }));
}

/** From the year's first instalment to the month that settles it. */
function calendarMonths(agreement: Rulebook['agreement']): readonly Month[] {
  const [first] = instalmentMonths(agreement);
  if (!first) throw new RangeError(`The agreement of ${agreement.year} has no instalments.`);
  return monthsFrom(first, agreement.reconciliation.settlementMonth.value);
}

/**
 * The country's instalments. The regions' odd kronor go to consecutive instalments, each region where the one before stopped, so all
 * of them together are cut as one grant of the pot would be.
 */
function plannedTwelfths(agreement: Rulebook['agreement']): ReadonlyMap<Month, Sek> {
  const { count } = agreement.instalments;
  const parts = splitInstalments(new Map([['pot', agreement.pot.printed.value]]), count.value);
  const twelfths = parts.get('pot') ?? [];
  return new Map(
    instalmentMonths(agreement).map((month, index) => [month, twelfths[index] ?? Sek.zero]),
  );
}

function paymentIn({ id, state }: ReadCase, stored: Documents): PaymentProposal | undefined {
  const hash = hashInForce(state);
  if (hash === undefined) return undefined;
  const proposal = proposalOf(stored.get(id) ?? [], hash);
  if (proposal?.kind !== 'payment')
    throw new RangeError(`${id}: the record holds no payment ${hash}.`);
  return proposal;
}

/** The year's other runs, those too that have not begun. */
function otherRuns(year: number, found: readonly ReadCase[]): readonly ReadCase[] {
  const ids: readonly CaseId[] = [
    openingCase(year),
    requisitionCase(year, 'sol'),
    requisitionCase(year, 'ihsi'),
    reconciliationCase(year),
  ];
  return ids.map((id) => found.find((each) => each.id === id) ?? readCaseFrom(id, []));
}
