import { isStopped, lifters, type SwitchState, stoppers } from '../../core/payment/stop-switch.ts';
import { notify } from '../shared/notices.ts';
import { commandSwitch } from '../shared/switch.ts';
import { wakeWhoeverMayRelease } from '../shared/waits.ts';
import type { WorkflowPorts } from '../shared/workflow-ports.ts';
import { type SwitchWord, tell } from './stop-releases.ts';

/**
 * One of the two people who lift the stop speaks. With the first word the others who may give the second are told; with the
 * second, by another person, payments that waited for it go on and everybody is told.
 *
 * Refused with `InputRejected` and the code `not-stopped`, `same-person`, `right-not-held` or `reason-missing`.
 */
export async function liftStop(word: SwitchWord, ports: WorkflowPorts): Promise<SwitchState> {
  const { state, last } = await commandSwitch(ports.records, { kind: 'lift', ...word });
  if (isStopped(state)) {
    await notify(ports, tell('lift-asked', lifters, word.at, last?.number));
    return state;
  }
  await wakeWhoeverMayRelease(ports, word.at);
  await notify(ports, tell('lifted', stoppers, word.at, last?.number));
  return state;
}
