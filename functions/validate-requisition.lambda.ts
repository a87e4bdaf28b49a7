import { instantInStockholm } from '../core/calendar/stockholm.ts';
import { objectionTo, refusalWords } from '../core/payment/requisition-case.ts';
import { CaseStep } from './contract/steps.ts';
import { command, readCase } from './shared/cases.ts';
import { type Ports, ports } from './shared/ports.ts';
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
    await command(records, id, { kind: 'refuse', at: now, ...refusalWords(against) });
    return { case: id, verdict: 'refused', watch: {} };
  }
  await command(records, id, { kind: 'accept', at: now });
  const { amount, wishedPaymentDay } = submitted.requisition;
  const proposeAt = amount.currency === 'EUR' ? instantInStockholm(wishedPaymentDay, '00:00') : now;
  return { case: id, verdict: 'accepted', proposeAt, watch: {} };
}

export const handler = step(CaseStep, run, ports);
