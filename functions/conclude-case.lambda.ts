import { standing } from '../core/payment/evolve.ts';
import { caseStream, caseYear, streamText } from '../core/record/case-id.ts';
import { APPROVALS_DO_NOT_HOLD } from './contract/errors.ts';
import { CaseStep } from './contract/steps.ts';
import { readCase, tryCommand } from './shared/cases.ts';
import { namedError } from './shared/errors.ts';
import { Inputs, outdated } from './shared/inputs.ts';
import { step } from './shared/step.ts';
import { wakeWatchers } from './shared/waits.ts';
import { type WorkflowPorts, workflowPorts } from './shared/workflow-ports.ts';

/**
 * States "Decide the grants" and "Freeze the settlement": what two people have approved is from now on what payments are
 * made from. Payouts that waited for it go on. Throws `ApprovalsDoNotHold` when the approvals do not hold any more.
 */
export async function run({ case: id, now }: CaseStep, ports: WorkflowPorts) {
  const { records } = ports;
  const { state } = await readCase(records, id);
  const restsOn = state.decided ? [] : (standing(state)?.proposed.restsOn ?? []);
  const changed = await outdated(records, new Inputs(records), restsOn);
  if (changed.length > 0) {
    const because = `${changed.map(({ stream }) => stream).join(', ')} has a new version`;
    await tryCommand(records, id, { kind: 'void', at: now, because });
    throw namedError(APPROVALS_DO_NOT_HOLD, `${id}: ${because}`);
  }
  const concluded = await tryCommand(records, id, { kind: 'conclude', at: now });
  if (!concluded.ok) throw namedError(APPROVALS_DO_NOT_HOLD, `${id}: ${concluded.refusal.message}`);
  await wakeWatchers(ports, streamText(caseStream(id)), caseYear(id));
  return { case: id, proposal: concluded.value.decided?.proposal };
}

export const handler = step(CaseStep, run, workflowPorts);
