import type { Rulebooks } from '../agreement/rulebook.ts';
import type { Citation } from '../agreement/sources.ts';
import { bankDayOnOrAfter } from '../calendar/bank-day.ts';
import type { Day } from '../calendar/day.ts';
import { dayInStockholm, type Instant } from '../calendar/stockholm.ts';
import { Fraction } from '../money/fraction.ts';
import { type CaseId, casePart, caseYear } from '../record/case-id.ts';
import {
  type RequisitionRefusal,
  requisitionObjection,
} from '../rules/requisition/requisition-objection.ts';
import type { Requisition } from './events.ts';

/** Which of the agreement's amounts a requisition's case asks for. */
export const requisitionKind = (id: CaseId): 'sol' | 'ihsi' =>
  casePart(id) === 'sol' ? 'sol' : 'ihsi';

/**
 * What the agreement of the case's year has against what SKR sent in, received at this time: asked when it comes, when its workflow
 * validates it, and when the record is verified. Undefined when nothing stands against it.
 */
export function objectionTo(
  rulebooks: Rulebooks,
  id: CaseId,
  { amount: { currency, value }, wishedPaymentDay: payDay }: Requisition,
  receivedAt: Instant,
): RequisitionRefusal | undefined {
  const amount = { currency, value: Fraction.parse(value) };
  const { agreement } = rulebooks.of(caseYear(id));
  return requisitionObjection(
    { from: 'SKR', amount, receivedAt, payDay },
    requisitionKind(id),
    agreement,
  );
}

/**
 * The day on which what was requisitioned is paid, when it is proposed today: euros on the day they are proposed, kronor on the day
 * asked for, or when they were requisitioned after it. What would be no bank day becomes the next: a person can bring a proposal
 * about on any day, and banks carry nothing out on a Sunday.
 */
export function requisitionPayDay(
  id: CaseId,
  { requisition, at }: { readonly requisition: Requisition; readonly at: Instant },
  today: Day,
): Day {
  if (requisitionKind(id) === 'ihsi') return bankDayOnOrAfter(today);
  const [asked, received] = [requisition.wishedPaymentDay, dayInStockholm(at)];
  return bankDayOnOrAfter(asked >= received ? asked : received);
}

const placeOf = ({ source, place }: Citation) => `${source}, ${place}`;

/** A refusal as the record keeps it: its name, a sentence with what was given and what is allowed, and the paragraphs. */
export function refusalWords(refusal: RequisitionRefusal): {
  readonly code: RequisitionRefusal['kind'];
  readonly reason: string;
  readonly cites: readonly string[];
} {
  const { kind: code } = refusal;
  if (code === 'not-in-agreement')
    return { code, cites: [], reason: `the agreement of ${refusal.year} knows no such amount` };
  if (code === 'no-bank-day')
    return {
      code,
      cites: [],
      reason: `${refusal.asked} is no bank day; the nearest are ${refusal.before} and ${refusal.after}`,
    };
  const cites = refusal.cites.map(placeOf);
  switch (code) {
    case 'too-late':
      return {
        code,
        cites,
        reason: `received on ${refusal.receivedOn}; the last day is ${refusal.lastDay}`,
      };
    case 'wrong-currency':
    case 'wrong-amount':
      return { code, cites, reason: `${refusal.asked} was asked for; ${refusal.agreed} is agreed` };
    case 'wrong-party':
      return { code, cites, reason: `${refusal.from} asked; ${refusal.agreed} is agreed` };
  }
}
