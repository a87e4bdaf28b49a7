import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../core/calendar/day.ts';
import type { Command } from '../../../core/payment/commands.ts';
import { decide, isApproved } from '../../../core/payment/decide.ts';
import type { CaseEvent, Right } from '../../../core/payment/events.ts';
import {
  type CaseState,
  evolve,
  fold,
  foldRecorded,
  standing,
  unopened,
} from '../../../core/payment/evolve.ts';
import { rightsFor } from '../../../core/payment/rights.ts';
import type { CaseKind } from '../../../core/record/case-id.ts';
import { cases } from '../../helpers/cases.ts';
import {
  anna,
  ask,
  astrid,
  bo,
  bothApproved,
  hanna,
  happened,
  messageOf,
  outcome,
  payDay,
  registeredBy,
  said,
  siv,
  terms,
  ulf,
} from './words.ts';

const everyCommand: readonly Command[] = [
  ask.accept,
  ask.refuse,
  ask.record,
  ask.requestClose,
  ask.wait('rate'),
  ask.goWithout('rate'),
  ask.propose('P9'),
  ask.void,
  ask.prepareAgain,
  ask.approve('attest', anna),
  ask.reject('attest', anna),
  ask.withdraw('attest', anna),
  ask.release(),
  ask.report(),
  ask.return,
  ask.resolveReturn(),
  ask.settle,
];

describe('In a closed case', () => {
  // A payment can come back at any time, and then it is taken back and resolved: decide-bank.test.ts.
  const late: readonly Command['kind'][] = ['return', 'resolve-return'];

  it.each(everyCommand.map((command) => [command.kind, command] as const))(
    'nothing more can be done: %s',
    (_, command) => {
      const how = late.includes(command.kind) ? 'without-payment' : 'paid';
      const given = [happened.submitted, happened.accepted, happened.closed(how)];
      const codes = [outcome('requisition', given, command), outcome('payout', given, command)];
      expect(codes).toContain('case-closed');
    },
  );

  it('nothing more can be decided', () => {
    const given = [happened.computed(), ...bothApproved(), happened.closed('without-payment')];
    expect(outcome('opening', given, ask.conclude)).toBe('case-closed');
    expect(messageOf('opening', given, ask.conclude)).toBe(
      'The case is closed (without-payment); nothing more can be done in it.',
    );
  });
});

it('A command that a case does not know is refused, and it says for which it is', () => {
  expect(messageOf('payout', [], ask.conclude)).toBe(
    '"conclude" is for opening and reconciliation only; this is a case of payout.',
  );
});

it('A case can be folded from recorded events as from bare ones', () => {
  const events = [happened.opened, happened.proposed()];
  expect(foldRecorded(events.map((event) => ({ event })))).toEqual(fold(events));
});

it('What is said of a proposal in a case without one changes nothing', () => {
  expect(fold([happened.voided(), ...bothApproved()])).toEqual(unopened);
});

/** People in every constellation: one right, both, none, and one who registered an input. */
const who = fc.constantFrom(anna, astrid, ulf, bo, siv, hanna);
/** Often the proposal that stands, so that random people do get somewhere; sometimes a stale or unknown one. */
const standingOne = '@';
const hash = fc.constantFrom(standingOne, standingOne, standingOne, 'P1', 'P2');
const needs = fc.subarray(['rebate-forecast', 'authorisation', 'rate', 'grants']);
const bankWords = fc.subarray([
  said('01', 'booked'),
  said('03', 'booked'),
  said('03', 'returned', 'AC04'),
  said('01', 'rejected', 'AC01'),
]);

/** Words said with the rights of the kind of case, and now and then with another's. */
const wordsIn = (kind: CaseKind) => {
  const [first, second] = rightsFor(kind);
  const right = fc.constantFrom<Right>(
    first,
    second,
    first,
    second,
    first,
    second,
    'sign-skr',
    'order',
  );
  return fc.tuple(right, who, hash);
};

/** A payment where money moves; now and then resting on an input of somebody who may want to approve it. */
const anyProposal = (kind: CaseKind): fc.Arbitrary<Command> =>
  fc
    .tuple(fc.constantFrom('P1', 'P2', 'P3'), fc.boolean(), fc.option(who, { freq: 2 }))
    .map(([proposal, onlyOnPayDay, registrar]) => {
      const { payment: _payment, ...bare } = ask.propose(proposal, {
        restsOn: registrar ? [registeredBy(registrar)] : [],
      });
      const pays = kind === 'payout' || kind === 'requisition' || kind === 'reissue';
      return pays ? { ...bare, payment: { ...terms, onlyOnPayDay } } : bare;
    });

const anyRelease = fc.constantFrom(-1, 0, 0, 1).map((n) => ask.release(addDays(payDay, n)));

const commandFor = (kind: CaseKind): fc.Arbitrary<Command> =>
  fc.oneof(
    { weight: 180, arbitrary: wordsIn(kind).map((word) => ask.approve(...word)) },
    { weight: 20, arbitrary: anyProposal(kind) },
    { weight: 50, arbitrary: fc.oneof(anyRelease, fc.constant(ask.conclude)) },
    { weight: 5, arbitrary: wordsIn(kind).map((word) => ask.reject(...word)) },
    { weight: 15, arbitrary: wordsIn(kind).map((word) => ask.withdraw(...word)) },
    { weight: 4, arbitrary: needs.map((names) => ask.wait(...names)) },
    { weight: 4, arbitrary: needs.map((names) => ask.goWithout(...names)) },
    { weight: 15, arbitrary: bankWords.map((words) => ask.report(words)) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('1', '2').map((reference) => ask.submit({ reference })),
    },
    { weight: 1, arbitrary: fc.constant(ask.requestClose) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('paid', 'without-payment', 'nothing-due', 'refused', 'decided')
        .map(ask.close),
    },
    {
      weight: 20,
      arbitrary: fc.constantFrom<Command>(
        ask.open,
        ask.accept,
        ask.accept,
        ask.accept,
        ask.refuse,
        ask.void,
        ask.beginDeduction(),
        ask.prepareAgain,
        ask.return,
        ask.resolveReturn(),
        ask.resolveReturn('reissue'),
        ask.settle,
        ask.record,
      ),
    },
  );

/** A kind of case, and what is asked of it: a requisition has been submitted and accepted before, as most are. */
const anyCase = fc
  .constantFrom<CaseKind>('payout', 'requisition', 'opening', 'reconciliation', 'reissue')
  .chain((kind) =>
    fc.tuple(
      fc.constant(kind),
      fc
        .array(commandFor(kind), { minLength: 30, maxLength: 60 })
        .map((commands) =>
          kind === 'requisition' ? [ask.submit(), ask.accept, ...commands] : commands,
        ),
    ),
  );

/** The command with the proposal that stands in place of `@`. */
function resolved(command: Command, state: CaseState): Command {
  if (!('proposal' in command) || command.proposal !== standingOne) return command;
  return { ...command, proposal: standing(state)?.proposed.proposal ?? 'P1' };
}

/** The events of a case of which all this is asked, one after the other; what is refused leaves none. */
function history(kind: CaseKind, commands: readonly Command[]): CaseEvent[] {
  const events: CaseEvent[] = [];
  let state = unopened;
  for (const command of commands) {
    const decision = decide(kind, state, resolved(command, state));
    if (!decision.ok) continue;
    events.push(...decision.value);
    state = decision.value.reduce(evolve, state);
  }
  return events;
}

const takesEffect = (event: CaseEvent) =>
  event.type === 'release-ordered' || event.type === 'decided';

/** Whose word holds for a proposal, read from the events with another method than `evolve`. */
function wordsFor(proposal: string, before: readonly CaseEvent[]): Map<Right, string> {
  const words = new Map<Right, string>();
  for (const event of before) {
    if (event.type === 'approved' && event.proposal === proposal)
      words.set(event.right, event.by.sub);
    if (event.type === 'withdrawn') words.delete(event.right);
    const ends = ['proposed', 'rejected', 'voided', 'reopened', 'submitted'].includes(event.type);
    if (ends) words.clear();
  }
  return words;
}

describe('Whatever is asked, in any order, by anybody', () => {
  it('nothing takes effect without two people’s approvals of exactly that proposal, standing right before it', () => {
    const effects = { 'release-ordered': 0, decided: 0 };
    fc.assert(
      fc.property(anyCase, ([kind, commands]) => {
        const events = history(kind, commands);
        for (const [index, event] of events.entries()) {
          if (event.type !== 'release-ordered' && event.type !== 'decided') continue;
          effects[event.type] += 1;
          const before = events.slice(0, index);
          const words = wordsFor(event.proposal, before);
          expect(words.size).toBe(2);
          expect(new Set(words.values()).size).toBe(2);
          const last = before.findLast(({ type }) => type === 'proposed');
          expect(last).toMatchObject({ proposal: event.proposal });
        }
      }),
      cases(4_000),
    );
    // Otherwise the law was tried on nothing.
    expect(effects['release-ordered']).toBeGreaterThan(cases(200).numRuns);
    expect(effects.decided).toBeGreaterThan(cases(200).numRuns);
  });

  it('nobody approves without the right, twice over, or with an own input in the proposal', () => {
    fc.assert(
      fc.property(anyCase, ([kind, commands]) => {
        let proposed: Extract<CaseEvent, { type: 'proposed' }> | undefined;
        for (const event of history(kind, commands)) {
          if (event.type === 'proposed') proposed = event;
          if (event.type !== 'approved') continue;
          const holders = {
            attest: [anna, astrid, bo],
            order: [ulf, bo],
            'sign-state': [anna, astrid, bo],
            'sign-skr': [siv],
          }[event.right];
          expect(holders).toContain(event.by);
          expect(proposed?.proposal).toBe(event.proposal);
          expect(proposed?.restsOn.map(({ registeredBy: own }) => own)).not.toContain(event.by.sub);
        }
      }),
      cases(2_000),
    );
  });

  it('no payment is released twice, and nothing is decided twice', () => {
    fc.assert(
      fc.property(anyCase, ([kind, commands]) => {
        expect(history(kind, commands).filter(takesEffect).length).toBeLessThanOrEqual(1);
      }),
      cases(2_000),
    );
  });

  it('nothing is voided, withdrawn, rejected, proposed or approved after it took effect', () => {
    const changes = [
      'voided',
      'withdrawn',
      'rejected',
      'proposed',
      'approved',
      'reopened',
      'waiting',
      'going-without',
      'close-requested',
      'submitted',
    ];
    fc.assert(
      fc.property(anyCase, ([kind, commands]) => {
        const events = history(kind, commands);
        const effect = events.findIndex(takesEffect);
        const after = effect < 0 ? [] : events.slice(effect + 1).map(({ type }) => type);
        expect(after.filter((type) => changes.includes(type))).toEqual([]);
      }),
      cases(2_000),
    );
  });

  it('nothing takes effect in a case that somebody has asked to close', () => {
    fc.assert(
      fc.property(anyCase, ([kind, commands]) => {
        const events = history(kind, commands);
        const asked = events.findLastIndex(({ type }) => type === 'close-requested');
        const anew = events.findLastIndex(({ type }) => type === 'submitted');
        if (asked > anew) expect(events.slice(asked).filter(takesEffect)).toEqual([]);
      }),
      cases(2_000),
    );
  });

  it('asking the same again right away adds nothing', () => {
    fc.assert(
      fc.property(anyCase, ([kind, commands]) => {
        let state = unopened;
        for (const each of commands) {
          const command = resolved(each, state);
          const first = decide(kind, state, command);
          if (!first.ok) continue;
          state = first.value.reduce(evolve, state);
          expect(decide(kind, state, command)).toEqual({ ok: true, value: [] });
        }
      }),
      cases(2_000),
    );
  });

  it('a case is approved only while its proposal stands', () => {
    fc.assert(
      fc.property(anyCase, ([kind, commands]) => {
        const state = fold(history(kind, commands));
        if (isApproved(kind, state)) expect(standing(state)).toBeDefined();
      }),
      cases(1_000),
    );
  });
});
