import { dayInStockholm, type Instant, instantInStockholm } from '../core/calendar/stockholm.ts';
import { changeable } from '../core/inputs/outdated.ts';
import { dayToPay } from '../core/payment/day-to-pay.ts';
import { isApproved } from '../core/payment/decide.ts';
import type { PaymentTerms } from '../core/payment/events.ts';
import { standing } from '../core/payment/evolve.ts';
import { caseKind } from '../core/record/case-id.ts';
import { CaseStep } from './contract/steps.ts';
import { readCase, tryCommand } from './shared/cases.ts';
import { Inputs, outdated } from './shared/inputs.ts';
import { type Ports, ports } from './shared/ports.ts';
import { step } from './shared/step.ts';

/**
 * State "Read the decision": what the record says that people have decided. Whoever woke the wait decided nothing.
 *
 * A proposal whose inputs have changed is voided here, if it was not voided when they changed.
 */
export async function run({ case: id, now }: CaseStep, { records }: Ports) {
  const { state } = await readCase(records, id);
  const inputs = new Inputs(records);
  const restsOn = state.proposal?.proposed.restsOn ?? [];
  const changed = await outdated(records, inputs, restsOn);
  // A stream that was not read again is as long as it was when the version came to count.
  const seen = Object.fromEntries(changeable(restsOn).map(({ stream, event }) => [stream, event]));
  const answer = { case: id, watch: { ...seen, ...inputs.watch() } };
  if (state.closeRequested) return { ...answer, decision: 'close' };
  if (changed.length > 0 && !state.released && !state.decided) {
    const because = `${changed.map(({ stream }) => stream).join(', ')} has a new version`;
    await tryCommand(records, id, { kind: 'void', at: now, because });
    return { ...answer, decision: 'changed' };
  }
  // What has been released goes on at once: its order to the bank or its voucher may still be missing.
  if (state.released) return { ...answer, decision: 'approved', payAt: now };
  if (state.proposal?.rejected) return { ...answer, decision: 'rejected' };
  const proposal = standing(state);
  if (!proposal) return { ...answer, decision: 'changed' };
  if (!isApproved(caseKind(id), state)) return { ...answer, decision: 'pending' };
  const { payment } = proposal.proposed;
  return { ...answer, decision: 'approved', ...(payment && { payAt: payAt(payment, now) }) };
}

/**
 * When an approved proposal is paid: on its pay day from six in the morning; approved after that day, on the next bank day.
 * One that holds on its pay day only is released at once, and refused there if the day has passed.
 */
const payAt = (payment: PaymentTerms, now: Instant): Instant =>
  instantInStockholm(dayToPay(payment, dayInStockholm(now)), '06:00');

export const handler = step(CaseStep, run, ports);
