import { tokenStream } from '../core/record/case-id.ts';
import { Ask } from './contract/steps.ts';
import { step } from './shared/step.ts';
import { type TokenEvent, wakeIfOver } from './shared/waits.ts';
import { type WorkflowPorts, workflowPorts } from './shared/workflow-ports.ts';

/**
 * Every state that waits for people or inputs: keeps the token, apart from the record.
 *
 * What it waits for may have come while it was on its way here; then nobody else will wake it, so it looks once itself.
 */
export async function run({ case: id, now, token, purpose, watch }: Ask, ports: WorkflowPorts) {
  const stream = tokenStream(id);
  const before = await ports.records.read<TokenEvent>(stream);
  const asked: TokenEvent = { type: 'asked', at: now, purpose, token, watch };
  const known = before.some(({ event }) => event.type === 'asked' && event.token === token);
  const events = known
    ? before
    : [...before, await ports.records.append(stream, before.at(-1), asked)];
  await wakeIfOver(ports, events);
  return { case: id };
}

export const handler = step(Ask, run, workflowPorts);
