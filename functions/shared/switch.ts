import { notBefore } from '../../core/calendar/stockholm.ts';
import {
  decideSwitch,
  evolveSwitch,
  foldSwitch,
  type SwitchCommand,
  type SwitchEvent,
  type SwitchState,
} from '../../core/payment/stop-switch.ts';
import { NumberTaken, type Recorded, type Records } from '../../core/ports.ts';
import { switchStream } from '../../core/record/case-id.ts';
import { Refused } from './refused.ts';

/** What the switch has come to, and its last event: an append goes after that one or nowhere. */
export interface OpenedSwitch {
  readonly state: SwitchState;
  readonly last: Recorded<SwitchEvent> | undefined;
}

export async function readSwitch(records: Records): Promise<OpenedSwitch> {
  const events = await records.read<SwitchEvent>(switchStream);
  return { state: foldSwitch(events), last: events.at(-1) };
}

/** Somebody who appends between our read and our append makes us read and decide again; this often at most. */
const attempts = 5;

/**
 * Reads the switch, decides, appends. Two who do so at once collide instead of overwriting each other, and the later one
 * decides again on what the earlier one wrote. A refusal is `InputRejected` with its code, and nothing is written.
 */
export async function commandSwitch(
  records: Records,
  command: SwitchCommand,
): Promise<OpenedSwitch> {
  for (let attempt = 1; ; attempt++) {
    const { state, last } = await readSwitch(records);
    const at = notBefore(command.at, last?.event.at);
    const decision = decideSwitch(state, { ...command, at });
    if (!decision.ok) throw Refused.of(decision.refusal);
    const [event] = decision.value;
    if (!event) return { state, last };
    try {
      const appended = await records.append(switchStream, last, event);
      return { state: evolveSwitch(state, event), last: appended };
    } catch (error) {
      if (!(error instanceof NumberTaken) || attempt === attempts) throw error;
    }
  }
}
