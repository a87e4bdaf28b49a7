import { CaseStep } from './contract/steps.ts';
import { tryCommand } from './shared/cases.ts';
import { type Ports, ports } from './shared/ports.ts';
import { step } from './shared/step.ts';

/** State "Open the run" and its like: notes that the case is open, or says that it was closed before. */
export async function run({ case: id, now }: CaseStep, { records }: Ports) {
  const opened = await tryCommand(records, id, { kind: 'open', at: now, case: id });
  const closed = !opened.ok || opened.value.closed !== undefined;
  return { case: id, state: closed ? 'closed' : 'open' };
}

export const handler = step(CaseStep, run, ports);
