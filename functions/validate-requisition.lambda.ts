import { rulebookOf } from '../core/agreement/rulebook.ts';
import type { Citation } from '../core/agreement/sources.ts';
import type { Instant } from '../core/calendar/stockholm.ts';
import { instantInStockholm } from '../core/calendar/stockholm.ts';
import { Fraction } from '../core/money/fraction.ts';
import type { Requisition } from '../core/payment/events.ts';
import { type CaseId, casePart, caseYear } from '../core/record/case-id.ts';
import { objection, type RequisitionRefusal, termsOf } from '../core/rules/requisition-terms.ts';
import { CaseStep } from './contract/steps.ts';
import { command, readCase } from './shared/cases.ts';
import { type Ports, ports } from './shared/ports.ts';
import { step } from './shared/step.ts';

/**
 * State "Validate the requisition": accepted, or refused with the paragraph that says so. An amount in euros is proposed on
 * its payment day, at that day's rate; one in kronor at once.
 */
export async function run({ case: id, now }: CaseStep, { records }: Ports) {
  const { state } = await readCase(records, id);
  const { submitted } = state;
  if (!submitted) throw new RangeError(`${id}: nothing has been submitted.`);
  const against = objectionTo(id, submitted.requisition, submitted.at);
  if (against) {
    const { kind, cites, reason } = worded(against);
    await command(records, id, { kind: 'refuse', at: now, code: kind, reason, cites });
    return { case: id, verdict: 'refused', watch: {} };
  }
  await command(records, id, { kind: 'accept', at: now });
  const { amount, wishedPaymentDay } = submitted.requisition;
  const proposeAt = amount.currency === 'EUR' ? instantInStockholm(wishedPaymentDay, '00:00') : now;
  return { case: id, verdict: 'accepted', proposeAt, watch: {} };
}

function objectionTo(
  id: CaseId,
  { amount }: Requisition,
  receivedAt: Instant,
): RequisitionRefusal | undefined {
  const year = caseYear(id);
  const { agreement } = rulebookOf(year);
  const terms = termsOf(agreement, casePart(id) === 'sol' ? 'sol' : 'ihsi');
  if (!terms) return { kind: 'not-in-agreement', year };
  if (amount.currency !== (terms.amount.in === 'eur' ? 'EUR' : 'SEK')) {
    const agreed = terms.amount.in === 'eur' ? terms.amount.euro : terms.amount.fixed;
    const value = agreed.value instanceof Fraction ? agreed.value : agreed.value.fraction;
    return {
      kind: 'wrong-amount',
      asked: Fraction.parse(amount.value),
      agreed: value,
      cites: agreed.cites,
    };
  }
  return objection({ from: 'SKR', amount: Fraction.parse(amount.value), receivedAt }, terms);
}

const placeOf = ({ source, place }: Citation) => `${source}, ${place}`;

/** The refusal as its sender reads it. */
function worded(refusal: RequisitionRefusal) {
  const { kind } = refusal;
  if (kind === 'not-in-agreement')
    return { kind, cites: [], reason: `the agreement of ${refusal.year} knows no such amount` };
  const cites = refusal.cites.map(placeOf);
  switch (kind) {
    case 'too-late':
      return {
        kind,
        cites,
        reason: `received on ${refusal.receivedOn}; the last day is ${refusal.lastDay}`,
      };
    case 'wrong-amount':
      return { kind, cites, reason: `${refusal.asked} was asked for; ${refusal.agreed} is agreed` };
    case 'wrong-party':
      return { kind, cites, reason: `${refusal.from} asked; ${refusal.agreed} is agreed` };
  }
}

export const handler = step(CaseStep, run, ports);
