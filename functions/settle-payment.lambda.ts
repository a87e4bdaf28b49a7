import { heldLines, settledTotal, unansweredLines } from '../core/payment/lines.ts';
import type { CaseId } from '../core/record/case-id.ts';
import { SUMS_DO_NOT_HOLD } from './contract/errors.ts';
import { CaseStep } from './contract/steps.ts';
import { command, readCase } from './shared/cases.ts';
import { namedError } from './shared/errors.ts';
import type { Ports } from './shared/ports.ts';
import { takeBackReturns } from './shared/returns.ts';
import { step } from './shared/step.ts';
import { tallyOf } from './shared/tally.ts';
import { whatDiffers, whereDiffers } from './shared/tally-text.ts';
import { type WorkflowPorts, workflowPorts } from './shared/workflow-ports.ts';

/**
 * State "Settle or hold": what the bank did with the payment. Everything booked: settled. Payments that came back are booked
 * as reversals, each once, and held until a person has resolved them; while the bank owes an answer, it is waited for.
 *
 * Throws `SumsDoNotHold` where what was prepared, approved, filed, settled and returned are not equal to the öre: then nobody closes
 * the run before an engineer has looked.
 */
export async function run({ case: id, now }: CaseStep, ports: WorkflowPorts) {
  const { records } = ports;
  const { state: before } = await readCase(records, id);
  if (!before.released) return { case: id, state: 'pending', watch: {} };
  const { lines, settled } = await takeBackReturns(ports, id, now);
  if (unansweredLines(lines).length > 0) return { case: id, state: 'pending', watch: {} };
  if (heldLines(lines).length > 0) return { case: id, state: 'held', watch: {} };
  if (!settled) await assertTallies(ports, id);
  await command(records, id, { kind: 'settle', at: now, totalSek: settledTotal(lines) });
  return { case: id, state: 'settled', watch: {} };
}

async function assertTallies(ports: Ports, id: CaseId): Promise<void> {
  const tally = await tallyOf(ports, id);
  const differs = whatDiffers(tally, 'en');
  if (differs !== undefined) throw namedError(SUMS_DO_NOT_HOLD, differs, whereDiffers(tally));
}

export const handler = step(CaseStep, run, workflowPorts);
