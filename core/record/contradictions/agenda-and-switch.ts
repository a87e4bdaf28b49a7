import type { AgendaEvent } from '../../agenda/agenda.ts';
import {
  decideSwitch,
  evolveSwitch,
  neverStopped,
  type SwitchEvent,
  type SwitchState,
} from '../../payment/stop-switch.ts';
import { type Finding, type FoundStream, lookedAt, nameOf } from '../found-stream.ts';
import { unlike } from './cases.ts';
import { caseNamed, eventsIn, type Parts, streamsOf } from './parts.ts';

/** What the agenda and the switch say that cannot be. */
export const wrongInAgendaAndSwitch = (parts: Parts): readonly Finding[] => [
  ...streamsOf(parts, 'AGENDA').flatMap((found) => wrongInAgenda(parts, found)),
  ...streamsOf(parts, 'SWITCH').flatMap(wrongInSwitch),
];

/** A case is off the agenda once it has been closed, and once only. */
function wrongInAgenda(parts: Parts, found: FoundStream): readonly Finding[] {
  const seen = new Set<string>();
  return eventsIn<AgendaEvent>(found).flatMap(({ number, event }) =>
    lookedAt(`${nameOf(found)} event ${number}`, () => {
      const again = seen.has(event.case);
      seen.add(event.case);
      if (!parts.isNew(found, number)) return [];
      const about = caseNamed(parts, event.case);
      const closed = about?.events.some((each) => each.event.type === 'closed');
      return [
        ...unlike({ type: 'closed', case: event.case }, event),
        ...(closed || (!about && !parts.whole)
          ? []
          : [`closes ${event.case}, which was not closed`]),
        ...(again ? [`closes ${event.case} again`] : []),
      ];
    }),
  );
}

/** Every word about the switch must be what the switch itself would have answered, asked by the same person at that point. */
function wrongInSwitch(found: FoundStream): readonly Finding[] {
  let state = neverStopped;
  return eventsIn<SwitchEvent>(found).flatMap(({ event, number }) =>
    lookedAt(`${nameOf(found)} event ${number}`, () => {
      const { type, at, by, reason } = event;
      const kind = type === 'stopped' ? 'stop' : 'lift';
      const decision = decideSwitch(state, { kind, at, by, reason });
      const after: SwitchState | undefined = evolveSwitch(state, event);
      if (!after) throw new RangeError(`"${type}" is nothing that happens to the switch`);
      state = after;
      if (!decision.ok) return [`${type} that was not allowed: ${decision.refusal.code}`];
      const [made] = decision.value;
      return made
        ? unlike(made, event).map((what) => `${type} ${what}`)
        : [`${type} that says nothing new`];
    }),
  );
}
