import { type CaseId, parseCaseId } from '../core/record/case-id.ts';
import { RedeliverAnswers } from './contract/steps.ts';
import { countWaits } from './shared/count-waits.ts';
import { step } from './shared/step.ts';
import { redeliver } from './shared/waits.ts';
import { type WorkflowPorts, workflowPorts } from './shared/workflow-ports.ts';

/**
 * Every hour: wakes the waits whose answer is in the record but never reached them, because whoever recorded it died before
 * it could say so. What it does follows from the record alone, so on the same record it does the same again: nothing.
 *
 * Only an execution that runs can wait, so it looks at the cases of those and at no others: in most hours none runs, and the record
 * is not even read. Refuses executions that are named after no case, when all others have been looked at.
 *
 * Having looked at every wait that goes on, it is the one that says how many there are, and since when.
 */
export async function run(_event: RedeliverAnswers, ports: WorkflowPorts) {
  const names = await ports.workflows.running();
  const cases = names.map(caseOf);
  const running = [...new Set(cases.filter((id) => id !== undefined))].sort();
  const { woken, waiting } = await redeliver(ports, running);
  countWaits(ports.metrics, waiting);
  const foreign = names.filter((_name, index) => cases[index] === undefined);
  if (foreign.length > 0)
    throw new Error(
      `Executions run that are named after no case: ${foreign.join(', ')}. Nobody wakes them; stop them, or start them as CASE or CASE.2.`,
    );
  return { woken: woken.map((ask) => ask.case) };
}

/** `payout-2022-02.2` goes on for `payout-2022-02`. */
function caseOf(execution: string): CaseId | undefined {
  try {
    return parseCaseId(execution.replace(/\.\d+$/, ''));
  } catch {
    return undefined;
  }
}

export const handler = step(RedeliverAnswers, run, workflowPorts);
