import type { Citation } from '../core/agreement/sources.ts';
import { instantInStockholm } from '../core/calendar/stockholm.ts';
import { CaseStep } from './contract/steps.ts';
import { command, readCase } from './shared/cases.ts';
import { type Ports, ports } from './shared/ports.ts';
import { objectionTo, type RequisitionObjection } from './shared/requisition-objection.ts';
import { step } from './shared/step.ts';

/**
 * State "Validate the requisition": accepted, or refused with the paragraph that says so, or because banks are closed on its day. The door has asked the same rule
 * before; here it stands against whatever else writes a submission. An amount in euros is proposed on its payment day, at
 * that day's rate; one in kronor at once.
 */
export async function run({ case: id, now }: CaseStep, { records, rulebooks }: Ports) {
  const { state } = await readCase(records, id);
  const { submitted } = state;
  if (!submitted) throw new RangeError(`${id}: nothing has been submitted.`);
  // Accepted by an execution before this one, it stays so.
  const against = state.accepted
    ? undefined
    : objectionTo(rulebooks, id, submitted.requisition, submitted.at);
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

const placeOf = ({ source, place }: Citation) => `${source}, ${place}`;

/** The refusal as its sender reads it. */
function worded(refusal: RequisitionObjection) {
  const { kind } = refusal;
  if (kind === 'not-in-agreement')
    return { kind, cites: [], reason: `the agreement of ${refusal.year} knows no such amount` };
  if (kind === 'no-bank-day')
    return {
      kind,
      cites: [],
      reason: `${refusal.asked} is no bank day; the nearest are ${refusal.before} and ${refusal.after}`,
    };
  const cites = refusal.cites.map(placeOf);
  switch (kind) {
    case 'too-late':
      return {
        kind,
        cites,
        reason: `received on ${refusal.receivedOn}; the last day is ${refusal.lastDay}`,
      };
    case 'pay-day-too-late':
      return {
        kind,
        cites,
        reason: `${refusal.asked} is asked for as pay day; the last that can be is ${refusal.last}`,
      };
    case 'wrong-currency':
    case 'wrong-amount':
      return { kind, cites, reason: `${refusal.asked} was asked for; ${refusal.agreed} is agreed` };
    case 'wrong-party':
      return { kind, cites, reason: `${refusal.from} asked; ${refusal.agreed} is agreed` };
  }
}

export const handler = step(CaseStep, run, ports);
