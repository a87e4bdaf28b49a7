import type { Rulebooks } from '../agreement/rulebook.ts';
import type { Instant } from '../calendar/stockholm.ts';
import type { InputContents } from '../inputs/contents.ts';
import { Sek } from '../money/sek.ts';
import { casePart, caseYear, inputStream, streamText } from '../record/case-id.ts';
import { termsOf } from '../rules/requisition/requisition-objection.ts';
import type { CommandOf } from './decision.ts';
import type { RestsOn } from './events.ts';
import type { PaymentProposal } from './proposal.ts';

type Rate = InputContents['rate'];

/** The version of the euro's rate that a payment was made from; undefined of one that was made of kronor. */
export const rateOf = (proposal: PaymentProposal): RestsOn | undefined => {
  const stream = streamText(inputStream(caseYear(proposal.case), 'rate'));
  return proposal.restsOn.find((each) => each.stream === stream);
};

/**
 * What is recorded of a requisition that was paid: the kronor, and of one in euros the rate that the payment was made from and what
 * differs from the preliminary kronor. A rate that was corrected after the payment changes nothing of it.
 */
export function recordedOf(
  rulebooks: Rulebooks,
  proposal: PaymentProposal,
  at: Instant,
  rate: Rate | undefined,
): CommandOf<'record'> {
  const recorded = { kind: 'record', at, paidSek: proposal.totalSek } as const;
  if (casePart(proposal.case) !== 'ihsi') return recorded;
  const terms = termsOf(rulebooks.of(caseYear(proposal.case)).agreement, 'ihsi');
  if (!rate || !terms) throw new RangeError(`${proposal.case} was paid without a rate or terms.`);
  const difference = terms.amount.preliminary.value.minus(Sek.of(proposal.totalSek));
  return { ...recorded, rate: rate.sekPerEuro, differenceSek: difference.toString() };
}
