import type { Instant } from '../calendar/stockholm.ts';
import { ok, type Result, refused } from '../result.ts';
import type { Person } from './events.ts';

/** One word about the switch: who said it, when, and why. */
type Said = {
  readonly at: Instant;
  readonly by: Person;
  readonly reason: string;
};

/** What can happen to the one switch that stops every release. Facts: appended, never changed. */
export type SwitchEvent =
  | ({ readonly type: 'stopped' } & Said)
  | ({ readonly type: 'lift-approved' } & Said)
  | ({ readonly type: 'lifted' } & Said);

type EventOf<T extends SwitchEvent['type']> = Extract<SwitchEvent, { type: T }>;

/** What the switch has come to: the fold of its events. */
export interface SwitchState {
  /** Set as long as no release may be ordered. */
  readonly stopped?: EventOf<'stopped'>;
  /** The first of the two who are needed to lift the stop. */
  readonly liftApproved?: EventOf<'lift-approved'>;
  /** Who lifted the last stop; gone once releases are stopped again. */
  readonly lifted?: EventOf<'lifted'>;
}

/** Why the switch does not do what was asked. The code is stable: the API's problem types are named after it. */
export interface SwitchRefusal {
  readonly code: SwitchRefusalCode;
  readonly message: string;
  /** What the message speaks of, by name, for those who say it in other words. */
  readonly facts: Readonly<Record<string, string>>;
}

export type SwitchRefusalCode =
  | 'already-stopped'
  | 'not-stopped'
  | 'same-person'
  | 'right-not-held'
  | 'reason-missing';

export type SwitchCommand = { readonly kind: 'stop' | 'lift' } & Said;

export const neverStopped: SwitchState = {};

/** Groups whose members may stop every release: to stop is always safe. */
export const stoppers = ['handläggare', 'attestant', 'utanordnare'] as const;

/** Groups whose members may lift a stop, two different people of them. */
export const lifters = ['attestant', 'utanordnare'] as const;

const groupsFor: Readonly<Record<SwitchCommand['kind'], readonly string[]>> = {
  stop: stoppers,
  lift: lifters,
};

/** The state after one more event. Stopping again takes back the half of a lifting that was given. */
export function evolveSwitch(state: SwitchState, event: SwitchEvent): SwitchState {
  switch (event.type) {
    case 'stopped':
      return { stopped: event };
    case 'lift-approved':
      return { ...state, liftApproved: event };
    case 'lifted':
      return { lifted: event };
  }
}

/** Folds recorded events. */
export const foldSwitch = (recorded: readonly { readonly event: SwitchEvent }[]): SwitchState =>
  recorded.map(({ event }) => event).reduce(evolveSwitch, neverStopped);

/** May no release be ordered now? What has been ordered goes on. */
export const isStopped = ({ stopped }: SwitchState): boolean => stopped !== undefined;

const no = (code: SwitchRefusalCode, message: string, facts: SwitchRefusal['facts'] = {}) =>
  refused({ code, message, facts });

/**
 * What happens when somebody wants to stop releases or lift the stop: the event to append, none when they have stopped them
 * already, or why not.
 *
 * One person stops; two different people, told apart by `sub`, lift. Whoever stopped may be one of the two. While one of them has
 * spoken, anybody who may stop can say no by stopping again: then the lifting begins anew.
 *
 * @sv betalningsstopp
 */
export function decideSwitch(
  state: SwitchState,
  command: SwitchCommand,
): Result<readonly SwitchEvent[], SwitchRefusal> {
  const { kind, at, by, reason } = command;
  const groups = groupsFor[kind];
  if (!by.groups.some((group) => groups.includes(group)))
    return no(
      'right-not-held',
      `${by.name} is in none of the groups that may ${kind === 'stop' ? 'stop releases' : 'lift the stop'}: ${groups.join(', ')}.`,
      { allowed: groups.join(', '), name: by.name },
    );
  if (reason.trim() === '') return no('reason-missing', 'A reason is needed; none was given.');
  const said = { at, by, reason };
  return kind === 'stop' ? stop(state, said) : lift(state, said);
}

function stop({ stopped, liftApproved }: SwitchState, said: Said) {
  if (!stopped || liftApproved) return ok([{ type: 'stopped', ...said } as const]);
  return stopped.by.sub === said.by.sub
    ? ok([])
    : no(
        'already-stopped',
        `${stopped.by.name} has stopped releases at ${stopped.at}; nothing is paid until two people lift it.`,
        { name: stopped.by.name, at: stopped.at },
      );
}

function lift({ stopped, liftApproved }: SwitchState, said: Said) {
  if (!stopped) return no('not-stopped', 'Releases are not stopped; there is nothing to lift.');
  if (!liftApproved) return ok([{ type: 'lift-approved', ...said } as const]);
  return liftApproved.by.sub === said.by.sub
    ? no('same-person', `${said.by.name} has spoken for lifting already; two people are needed.`, {
        name: said.by.name,
      })
    : ok([{ type: 'lifted', ...said } as const]);
}
