import type { AgreementParameters, Party, RequisitionTerms } from '../../agreement/parameters.ts';
import type { Citation } from '../../agreement/sources.ts';
import { bankDayOnOrAfter, bankDayOnOrBefore, isBankDay } from '../../calendar/bank-day.ts';
import type { Day } from '../../calendar/day.ts';
import { dayInStockholm, type Instant } from '../../calendar/stockholm.ts';
import type { Fraction } from '../../money/fraction.ts';

/** What a party asks for: kronor for SOL, euros for IHSI. */
export interface Requisition {
  readonly from: Party;
  readonly amount: { readonly currency: Currency; readonly value: Fraction };
  readonly receivedAt: Instant;
  /** The day on which it is to be paid. */
  readonly payDay: Day;
}

type Currency = 'SEK' | 'EUR';

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
      readonly kind: 'wrong-currency';
      readonly asked: Currency;
      readonly agreed: Currency;
      readonly agreedAmount: Fraction;
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

/**
 * What stands against a requisition: that the agreement has no such money, who asks, when it came by Stockholm's calendar, in which
 * currency, how much, for which day; undefined when nothing does.
 *
 * @sv      prövning av rekvisition
 * @cites   agreement-2021, 4.2; agreement-2021, 4.3; agreement-2021, Bilaga, Utbetalningsordning
 * @applies agreement years from 2021
 */
export function requisitionObjection(
  { from, amount, receivedAt, payDay }: Requisition,
  kind: RequisitionTerms['kind'],
  agreement: AgreementParameters,
): RequisitionRefusal | undefined {
  const terms = termsOf(agreement, kind);
  if (!terms) return { kind: 'not-in-agreement', year: agreement.year };
  const { requisitionedBy, lastDay } = terms;
  if (from !== requisitionedBy.value) {
    const agreed = requisitionedBy.value;
    return { kind: 'wrong-party', from, agreed, cites: requisitionedBy.cites };
  }
  const receivedOn = dayInStockholm(receivedAt);
  if (lastDay && receivedOn > lastDay.value) {
    return { kind: 'too-late', receivedOn, lastDay: lastDay.value, cites: lastDay.cites };
  }
  const { currency, value, cites } = agreedAmount(terms);
  if (amount.currency !== currency) {
    const { currency: asked } = amount;
    return { kind: 'wrong-currency', asked, agreed: currency, agreedAmount: value, cites };
  }
  if (!amount.value.equals(value))
    return { kind: 'wrong-amount', asked: amount.value, agreed: value, cites };
  return noBankDay(payDay);
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

/** What the agreement pays when it is requisitioned, in its own currency, and where it says so. */
export function agreedAmount({ amount }: RequisitionTerms) {
  const { currency, agreed } =
    amount.in === 'sek'
      ? { currency: 'SEK' as const, agreed: amount.fixed }
      : { currency: 'EUR' as const, agreed: amount.euro };
  const { value, cites } = agreed;
  return { currency, value: 'fraction' in value ? value.fraction : value, cites };
}
