import { type TooFarAhead, tooFarAhead } from '../../core/agenda/last-requisition-day.ts';
import type { Rulebooks } from '../../core/agreement/rulebook.ts';
import type { Citation } from '../../core/agreement/sources.ts';
import { dayInStockholm, type Instant } from '../../core/calendar/stockholm.ts';
import { Fraction } from '../../core/money/fraction.ts';
import type { Requisition } from '../../core/payment/events.ts';
import { type CaseId, casePart, caseYear } from '../../core/record/case-id.ts';
import { objection, type RequisitionRefusal, termsOf } from '../../core/rules/requisition-terms.ts';

/** What stands against a requisition by the agreement: its own rule, a day too far ahead, or that the amount is in another currency. */
export type RequisitionObjection =
  | RequisitionRefusal
  | TooFarAhead
  | {
      readonly kind: 'wrong-currency';
      readonly asked: Requisition['amount']['currency'];
      readonly agreed: Requisition['amount']['currency'];
      readonly agreedAmount: Fraction;
      readonly cites: readonly Citation[];
    };

/** The one rule that the door and the workflow's own check ask: undefined when nothing stands against the requisition. */
export function objectionTo(
  rulebooks: Rulebooks,
  id: CaseId,
  { amount, wishedPaymentDay: payDay }: Requisition,
  receivedAt: Instant,
): RequisitionObjection | undefined {
  const year = caseYear(id);
  const terms = termsFor(rulebooks, id);
  if (!terms) return { kind: 'not-in-agreement', year };
  const agreed = terms.amount.in === 'eur' ? 'EUR' : 'SEK';
  const against = objection(
    { from: 'SKR', amount: Fraction.parse(amount.value), receivedAt, payDay },
    terms,
  );
  if (against?.kind === 'wrong-party' || against?.kind === 'too-late') return against;
  const { agreement } = rulebooks.of(year);
  if (amount.currency === agreed)
    return against ?? tooFarAhead(payDay, dayInStockholm(receivedAt), agreement);
  const { value, cites } = terms.amount.in === 'eur' ? terms.amount.euro : terms.amount.fixed;
  return {
    kind: 'wrong-currency',
    asked: amount.currency,
    agreed,
    agreedAmount: value instanceof Fraction ? value : value.fraction,
    cites,
  };
}

/** The agreement's terms for what the case asks for; undefined when the agreement does not know it. */
export const termsFor = (rulebooks: Rulebooks, id: CaseId) =>
  termsOf(rulebooks.of(caseYear(id)).agreement, casePart(id) === 'sol' ? 'sol' : 'ihsi');
