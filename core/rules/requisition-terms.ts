import type { AgreementParameters, Party, RequisitionTerms } from '../agreement/parameters.ts';
import type { Citation } from '../agreement/sources.ts';
import { bankDayOnOrAfter, bankDayOnOrBefore, isBankDay } from '../calendar/bank-day.ts';
import type { Day } from '../calendar/day.ts';
import { dayInStockholm, type Instant } from '../calendar/stockholm.ts';
import type { Fraction } from '../money/fraction.ts';

/** What a party asks for: kronor for SOL, euros for IHSI. */
export interface Requisition {
  readonly from: Party;
  readonly amount: Fraction;
  readonly receivedAt: Instant;
  /** The day on which it is to be paid. */
  readonly payDay: Day;
}

/** Why a requisition is not paid, with the paragraph that says so. */
export type RequisitionRefusal =
  | { readonly kind: 'not-in-agreement'; readonly year: number }
  | {
      readonly kind: 'wrong-party';
      readonly from: Party;
      readonly agreed: Party;
      readonly cites: readonly Citation[];
    }
  | {
      readonly kind: 'too-late';
      readonly receivedOn: Day;
      readonly lastDay: Day;
      readonly cites: readonly Citation[];
    }
  | {
      readonly kind: 'wrong-amount';
      readonly asked: Fraction;
      readonly agreed: Fraction;
      readonly cites: readonly Citation[];
    }
  | NoBankDay;

/** The pay day is none on which banks carry out payments; the bank days before and after it. */
export interface NoBankDay {
  readonly kind: 'no-bank-day';
  readonly asked: Day;
  readonly before: Day;
  readonly after: Day;
}

/** The terms of one kind of requisition, if the agreement knows it. */
export function termsOf<Kind extends RequisitionTerms['kind']>(
  { requisitions }: AgreementParameters,
  kind: Kind,
): Extract<RequisitionTerms, { readonly kind: Kind }> | undefined {
  return requisitions.find(
    (terms): terms is Extract<RequisitionTerms, { readonly kind: Kind }> => terms.kind === kind,
  );
}

/**
 * What stands against a requisition: who asks, when it came by Stockholm's calendar, how much, for which day; undefined when nothing
 * does.
 */
export function objection(
  { from, amount, receivedAt, payDay }: Requisition,
  terms: RequisitionTerms,
): RequisitionRefusal | undefined {
  const { requisitionedBy, lastDay } = terms;
  if (from !== requisitionedBy.value) {
    const agreed = requisitionedBy.value;
    return { kind: 'wrong-party', from, agreed, cites: requisitionedBy.cites };
  }
  const receivedOn = dayInStockholm(receivedAt);
  if (lastDay && receivedOn > lastDay.value) {
    return { kind: 'too-late', receivedOn, lastDay: lastDay.value, cites: lastDay.cites };
  }
  const { agreed, cites } = agreedAmount(terms);
  if (!amount.equals(agreed)) return { kind: 'wrong-amount', asked: amount, agreed, cites };
  return noBankDay(payDay);
}

/** What stands against a day on which a requisition is to be paid: nothing against a bank day. */
export function noBankDay(day: Day): NoBankDay | undefined {
  if (isBankDay(day)) return undefined;
  return {
    kind: 'no-bank-day',
    asked: day,
    before: bankDayOnOrBefore(day),
    after: bankDayOnOrAfter(day),
  };
}

function agreedAmount({ amount }: RequisitionTerms) {
  return amount.in === 'sek'
    ? { agreed: amount.fixed.value.fraction, cites: amount.fixed.cites }
    : { agreed: amount.euro.value, cites: amount.euro.cites };
}
