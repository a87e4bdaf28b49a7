import type { Instant } from '../../core/calendar/stockholm.ts';
import type { Person } from '../../core/payment/events.ts';
import { type SwitchState, stoppers } from '../../core/payment/stop-switch.ts';
import type { Notice } from '../shared/notice.ts';
import { notify } from '../shared/notices.ts';
import { commandSwitch } from '../shared/switch.ts';
import type { WorkflowPorts } from '../shared/workflow-ports.ts';

/** What somebody says of the switch, and when they asked. */
export interface SwitchWord {
  readonly at: Instant;
  readonly by: Person;
  readonly reason: string;
}

/**
 * One person stops all releases. From this append on no release is ordered; a payment that was ordered before it goes on. Everybody
 * who could have done it is told. Asked again by the same person, nothing changes.
 *
 * Refused with `InputRejected` and the code `already-stopped`, `right-not-held` or `reason-missing`.
 */
export async function stopReleases(word: SwitchWord, ports: WorkflowPorts): Promise<SwitchState> {
  const { state, last } = await commandSwitch(ports.records, { kind: 'stop', ...word });
  await notify(ports, tell('stopped', stoppers, word.at, last?.number));
  return state;
}

/** The notice of an event of the switch, to each group. */
export const tell = (
  kind: Notice['kind'],
  groups: readonly string[],
  at: Instant,
  switchEvent: number | undefined,
): readonly Notice[] =>
  groups.map((to) => ({ at, to, kind, ...(switchEvent !== undefined && { switchEvent }) }));
