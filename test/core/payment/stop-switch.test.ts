import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../core/payment/events.ts';
import {
  decideSwitch,
  evolveSwitch,
  foldSwitch,
  isStopped,
  neverStopped,
  type SwitchCommand,
  type SwitchEvent,
  type SwitchState,
} from '../../../core/payment/stop-switch.ts';
import { cases } from '../../helpers/cases.ts';
import { anna, astrid, at, bo, hanna, person, siv, ulf } from './words.ts';

const reason = 'Two regions share one account.';
const said =
  (kind: SwitchCommand['kind']) =>
  (by: Person, why = reason): SwitchCommand => ({ kind, at, by, reason: why });
const stop = said('stop');
const lift = said('lift');

const switchAfter = (...commands: readonly SwitchCommand[]): SwitchState =>
  commands.reduce((state, command) => {
    const decision = decideSwitch(state, command);
    if (!decision.ok) throw new Error(`Refused: ${decision.refusal.message}`);
    return decision.value.reduce(evolveSwitch, state);
  }, neverStopped);

/** The types of the events that come of it, or the refusal's code. */
function answer(state: SwitchState, command: SwitchCommand): readonly string[] | string {
  const decision = decideSwitch(state, command);
  return decision.ok ? decision.value.map(({ type }) => type) : decision.refusal.code;
}

describe('Releases', () => {
  it('are not stopped until somebody stops them', () => {
    expect(isStopped(neverStopped)).toBe(false);
    expect(isStopped(switchAfter(stop(hanna)))).toBe(true);
  });

  it.each([
    [hanna, ['stopped']],
    [anna, ['stopped']],
    [ulf, ['stopped']],
    [siv, 'right-not-held'],
    [person('Rune', 'revisor'), 'right-not-held'],
    [person('Nils'), 'right-not-held'],
  ])('are stopped by one case officer, attestant or utanordnare alone ($0.name)', (by, comes) => {
    expect(answer(neverStopped, stop(by))).toEqual(comes);
  });

  it('are stopped with a reason, which stands in the record with who said it and when', () => {
    expect(answer(neverStopped, stop(hanna, '  '))).toBe('reason-missing');
    expect(decideSwitch(neverStopped, stop(hanna))).toEqual({
      ok: true,
      value: [{ type: 'stopped', at, by: hanna, reason }],
    });
  });

  it('are stopped once: the same person asking again changes nothing, another one is told who did it', () => {
    const stopped = switchAfter(stop(hanna));
    expect(answer(stopped, stop(hanna))).toEqual([]);
    expect(decideSwitch(stopped, stop(ulf))).toEqual({
      ok: false,
      refusal: {
        code: 'already-stopped',
        message: `Hanna has stopped releases at ${at}; nothing is paid until two people lift it.`,
        facts: { name: 'Hanna', at },
      },
    });
  });

  it('can be stopped again after the stop was lifted', () => {
    expect(isStopped(switchAfter(stop(hanna), lift(anna), lift(ulf), stop(hanna)))).toBe(true);
  });
});

describe('A stop', () => {
  const stopped = switchAfter(stop(hanna));
  const half = switchAfter(stop(hanna), lift(anna));

  it('is not lifted by one person', () => {
    expect(answer(stopped, lift(anna))).toEqual(['lift-approved']);
    expect(isStopped(half)).toBe(true);
    expect(answer(half, lift(anna))).toBe('same-person');
  });

  it('is not lifted by one person under two rights', () => {
    const other: Person = { ...anna, name: 'Anna A', groups: ['utanordnare'] };
    expect(answer(half, lift(other))).toBe('same-person');
  });

  it('is lifted by a second, other person', () => {
    expect(answer(half, lift(ulf))).toEqual(['lifted']);
    expect(answer(half, lift(astrid))).toEqual(['lifted']);
    const lifted = switchAfter(stop(hanna), lift(anna), lift(ulf));
    expect(isStopped(lifted)).toBe(false);
    expect(lifted).toEqual({ lifted: { type: 'lifted', at, by: ulf, reason } });
  });

  it('may be lifted by the one who stopped, with another one', () => {
    expect(answer(switchAfter(stop(bo), lift(bo)), lift(anna))).toEqual(['lifted']);
  });

  it.each([
    [hanna, 'right-not-held'],
    [siv, 'right-not-held'],
    [bo, ['lift-approved']],
  ])('is lifted by attestants and utanordnare only ($0.name)', (by, comes) => {
    expect(answer(stopped, lift(by))).toEqual(comes);
  });

  it('is lifted with a reason', () => {
    expect(answer(stopped, lift(anna, ''))).toBe('reason-missing');
  });

  it('holds until both have spoken after the last time somebody stopped', () => {
    const again = switchAfter(stop(hanna), lift(anna), stop(hanna));
    expect(answer(again, lift(ulf))).toEqual(['lift-approved']);
    expect(isStopped(switchAfter(stop(hanna), lift(anna), stop(hanna), lift(ulf)))).toBe(true);
  });

  it('that is not there cannot be lifted', () => {
    expect(answer(neverStopped, lift(anna))).toBe('not-stopped');
    expect(answer(switchAfter(stop(hanna), lift(anna), lift(ulf)), lift(ulf))).toBe('not-stopped');
  });

  it('says who may do what they were refused', () => {
    expect(decideSwitch(stopped, lift(hanna))).toMatchObject({
      refusal: {
        message: 'Hanna is in none of the groups that may lift the stop: attestant, utanordnare.',
        facts: { allowed: 'attestant, utanordnare', name: 'Hanna' },
      },
    });
    expect(decideSwitch(neverStopped, stop(siv))).toMatchObject({
      refusal: {
        message:
          'Siv is in none of the groups that may stop releases: handläggare, attestant, utanordnare.',
      },
    });
  });
});

describe('Whatever is asked of the switch, in any order, by anybody', () => {
  const people = [hanna, anna, astrid, ulf, bo, siv];
  const asked = fc.array(
    fc.record({
      kind: fc.constantFrom('stop', 'lift'),
      by: fc.constantFrom(...people),
      at: fc.constant(at),
      reason: fc.constantFrom(reason, ''),
    }) satisfies fc.Arbitrary<SwitchCommand>,
    { maxLength: 30 },
  );
  const said = (commands: readonly SwitchCommand[]): readonly SwitchEvent[] => {
    const events: SwitchEvent[] = [];
    let state = neverStopped;
    for (const command of commands) {
      const decision = decideSwitch(state, command);
      if (!decision.ok) continue;
      state = decision.value.reduce(evolveSwitch, state);
      events.push(...decision.value);
    }
    return events;
  };

  it('a stop is lifted by two different people who spoke after it, or not at all', () => {
    fc.assert(
      fc.property(asked, (commands) => {
        const events = said(commands);
        for (const [index, event] of events.entries()) {
          if (event.type !== 'lifted') continue;
          const [before, first] = [events[index - 2], events[index - 1]];
          expect([before?.type, first?.type]).toEqual(['stopped', 'lift-approved']);
          expect(first?.by.sub).not.toBe(event.by.sub);
          for (const { groups } of [first?.by ?? siv, event.by])
            expect(groups.some((group) => ['attestant', 'utanordnare'].includes(group))).toBe(true);
        }
      }),
      cases(1000),
    );
  });

  it('releases are stopped exactly from a stop to the next lifting', () => {
    fc.assert(
      fc.property(asked, (commands) => {
        const events = said(commands);
        const last = (type: SwitchEvent['type']) =>
          events.findLastIndex((each) => each.type === type);
        const state = foldSwitch(events.map((event) => ({ event })));
        expect(isStopped(state)).toBe(last('stopped') > last('lifted'));
      }),
      cases(1000),
    );
  });
});
