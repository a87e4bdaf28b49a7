import type { Instant } from '../../core/calendar/stockholm.ts';
import type { CaseId } from '../../core/record/case-id.ts';
import type { WorkingNodes } from '../../core/record/working-nodes.ts';
import { readCase } from './cases.ts';
import { giveBackRoom } from './give-back-room.ts';
import type { Inputs } from './inputs.ts';
import { type PaymentParts, paymentDraft } from './payment-draft.ts';
import { type Proposed, propose } from './propose.ts';
import { type Waiting, waitFor } from './wait-for.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

/**
 * Puts a payment before the people who approve, or waits for what it lacks. What room the case has taken for an earlier proposal is given
 * back then: nothing can be ordered by that one any more.
 */
export async function proposePayment(
  ports: WorkflowPorts,
  id: CaseId,
  now: Instant,
  inputs: Inputs,
  parts: PaymentParts,
  working: WorkingNodes,
): Promise<Proposed | Waiting> {
  const { records } = ports;
  const draft = await paymentDraft(ports, inputs, id, now, parts);
  if (!draft.ok) {
    const { needs, watch } = draft.refusal;
    return waitFor(records, id, now, needs, { ...watch, ...inputs.watch() });
  }
  const { state } = await readCase(records, id);
  const proposed = await propose(ports, id, now, state, draft.value, working, inputs.watch());
  await giveBackRoom(ports, id, (await readCase(records, id)).state, now);
  return proposed;
}
