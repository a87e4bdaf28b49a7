import { agreementYears } from '../core/agreement/rulebook.ts';
import { RedeliverAnswers } from './contract/steps.ts';
import { countWaits } from './shared/count-waits.ts';
import { step } from './shared/step.ts';
import { redeliver } from './shared/waits.ts';
import { type WorkflowPorts, workflowPorts } from './shared/workflow-ports.ts';

/** An agreement year's cases are opened in it and the year after. */
const yearsAfter = 1;

/**
 * Every hour: wakes the waits whose answer is in the record but never reached them, because whoever recorded it died before
 * it could say so. What it does follows from the record alone, so on the same record it does the same again: nothing.
 *
 * Having looked at every wait, it is the one that says how many there are, and since when.
 */
export async function run(_event: RedeliverAnswers, ports: WorkflowPorts) {
  const years = new Set(
    agreementYears.flatMap((year) => Array.from({ length: yearsAfter + 1 }, (_, n) => year + n)),
  );
  const { woken, waiting } = await redeliver(ports, [...years].sort());
  countWaits(ports.metrics, waiting);
  return { woken: woken.map((ask) => ask.case) };
}

export const handler = step(RedeliverAnswers, run, workflowPorts);
