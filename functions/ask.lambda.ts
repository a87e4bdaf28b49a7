import { standing } from '../core/payment/evolve.ts';
import type { Records } from '../core/ports.ts';
import { type CaseId, tokenStream } from '../core/record/case-id.ts';
import { Ask, type Watch } from './contract/steps.ts';
import { approvalNotices } from './shared/approval-notices.ts';
import { readCase } from './shared/cases.ts';
import { notify } from './shared/notices.ts';
import { step } from './shared/step.ts';
import { type TokenEvent, wakeIfOver } from './shared/waits.ts';
import { type WorkflowPorts, workflowPorts } from './shared/workflow-ports.ts';

/**
 * Every state that waits for people or inputs: keeps the token, apart from the record. Those whose approval is waited for are told.
 *
 * What it waits for may have come while it was on its way here; then nobody else will wake it, so it looks once itself.
 */
export async function run(
  { case: id, now, token, purpose, watch: told }: Ask,
  ports: WorkflowPorts,
) {
  const { records } = ports;
  const stream = tokenStream(id);
  const before = await records.read<TokenEvent>(stream);
  const known = before.some(({ event }) => event.type === 'asked' && event.token === token);
  const watch = purpose === 'switch' ? await restsOnOf(records, id) : told;
  const asked: TokenEvent = { type: 'asked', at: now, purpose, token, watch };
  const events = known ? before : [...before, await records.append(stream, before.at(-1), asked)];
  await wakeIfOver(ports, events);
  if (purpose === 'approval') {
    const { state } = await readCase(records, id);
    await notify(ports, approvalNotices(id, state, { kind: 'asked', at: now }));
  }
  return { case: id };
}

/**
 * What a payment that only the switch holds rests on, and how long each stream is now: a new version wakes it, so that it is
 * prepared and approved anew while releases are stopped and not after. The release that was refused has no output to say it.
 */
async function restsOnOf(records: Records, id: CaseId): Promise<Watch> {
  const { state } = await readCase(records, id);
  const names = (standing(state)?.proposed.restsOn ?? []).map(({ stream }) => stream);
  const lengths = await Promise.all(
    [...new Set(names)].map(async (name) => {
      const at = name.indexOf('/');
      const stream = { partition: name.slice(0, at), name: name.slice(at + 1) };
      return [name, (await records.read(stream)).length] as const;
    }),
  );
  return Object.fromEntries(lengths);
}

export const handler = step(Ask, run, workflowPorts);
