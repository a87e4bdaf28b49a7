import { describe, expect, it } from 'vitest';
import type { SettlementProposal } from '../../core/payment/proposal.ts';
import { proposalStream } from '../../core/record/case-id.ts';
import { run as concludeCase } from '../../functions/conclude-case.lambda.ts';
import { hashOf } from '../../functions/shared/documents.ts';
import { actBefore, Crash, crashAt } from '../helpers/memory-records.ts';
import {
  asCalled,
  at,
  by,
  copyOf,
  refusalOf,
  stateOf,
  typesOf,
  type World,
} from './support/world.ts';
import {
  approve,
  approveBoth,
  bringAll,
  cases,
  ihsiApproved,
  prepare,
  release,
  say,
} from './support/year.ts';

/**
 * The deduction of the forecast may be released until both parties have signed the reconciliation, and not after: whoever is first, the
 * final rebates are settled against what was really deducted. Every moment is tried at which the one can come while the other is done.
 */

const { february, ihsi, reconciliation } = cases;
const now = at('2022-04-22');

/** The State's share of Region Stockholm's final rebates less what was deducted, and the whole of it. */
const againstForecast = '-4167397';
const againstNothing = '-234351646';

/** February is approved and late, and the finals are there. */
const finals = await (async () => {
  const world = await ihsiApproved();
  await release(world, ihsi, at('2021-06-15', '11:00'));
  await bringAll(world, '2022-04-21');
  await prepare(world, february, now);
  await approveBoth(world, february, now);
  return world;
})();

/** The settlement stands before both parties, made against nothing. */
const both = copyOf(finals);
await prepare(both, reconciliation, now);

const conclude = (world: World) =>
  concludeCase({ case: reconciliation, now }, asCalled(world, 'conclude-case'));

/** How each thing is done to a world in which nothing of it is done yet. */
const acts = {
  'the release of the deduction': {
    from: both,
    before: async (world: World) => approve(world, reconciliation, 0, now),
    act: (world: World) => release(world, february, now),
  },
  'the second signature': {
    from: both,
    before: async (world: World) => approve(world, reconciliation, 0, now),
    act: (world: World) => approve(world, reconciliation, 1, now),
  },
  'both signatures and the decision': {
    from: both,
    before: () => Promise.resolve(),
    act: async (world: World) => {
      await approveBoth(world, reconciliation, now);
      await conclude(world);
    },
  },
  'the decision': {
    from: both,
    before: async (world: World) => approveBoth(world, reconciliation, now),
    act: conclude,
  },
  'a settlement, signed and decided at once': {
    from: finals,
    before: () => Promise.resolve(),
    act: async (world: World) => {
      await prepare(world, reconciliation, now);
      await approveBoth(world, reconciliation, now);
      await conclude(world);
    },
  },
} as const;
type Act = keyof typeof acts;
const releasing = 'the release of the deduction';
const signings = (Object.keys(acts) as Act[]).filter((name) => name !== releasing);

/** Does what the state machines do with the two until both have ended, as if nobody had been in the way. */
async function finish(world: World): Promise<void> {
  for (let round = 0; round < 4; round++) {
    const payout = await stateOf(world, february);
    if (!payout.released) {
      await prepare(world, february, now);
      if (!(await stateOf(world, february)).proposal?.approvals.size)
        await approveBoth(world, february, now);
      await refusalOf(release(world, february, now));
    }
    const { decided } = await stateOf(world, reconciliation);
    if (!decided) {
      const answer = await prepare(world, reconciliation, now);
      if ('outcome' in answer && answer.outcome === 'waiting') continue;
      const { proposal } = await stateOf(world, reconciliation);
      if (!proposal?.approvals.has('sign-state')) await approve(world, reconciliation, 0, now);
      if (!proposal?.approvals.has('sign-skr')) await approve(world, reconciliation, 1, now);
      await conclude(world);
    }
  }
}

/** What was deducted and what was decided, when all is done: they must belong together. */
async function outcomeOf(world: World) {
  await finish(world);
  const { released } = await stateOf(world, february);
  const { decided } = await stateOf(world, reconciliation);
  const documents = await world.records.read<SettlementProposal>(proposalStream(reconciliation));
  const settlement = documents.find(({ event }) => hashOf(event) === decided?.proposal)?.event;
  const deducted = released?.paid.includes('rebate-forecast/2021/2022-02');
  const settled = settlement?.lines.find(
    ({ region, kind }) => region === '01' && kind === 'rebate-settlement',
  )?.sek;
  return { released: released !== undefined, deducted, settled };
}

const together = [
  { released: true, deducted: true, settled: againstForecast },
  { released: true, deducted: false, settled: againstNothing },
];

async function usesOf(name: Act): Promise<readonly number[]> {
  const world = copyOf(acts[name].from);
  await acts[name].before(world);
  let uses = 0;
  world.records.interrupt(({ use }) => {
    uses = use;
  });
  await acts[name].act(world);
  return Array.from({ length: uses }, (_, index) => index + 1);
}

/** One act, with the other coming just before the n-th use of the record; gives what became of both. */
async function race(first: Act, second: Act, use: number) {
  // From where the signing can be done; the release can be done from anywhere.
  const { from, before } = acts[first === releasing ? second : first];
  const world = copyOf(from);
  await before(world);
  world.records.interrupt(actBefore(use, () => refusalOf(acts[second].act(world))));
  await refusalOf(acts[first].act(world));
  world.records.interrupt(undefined);
  return world;
}

describe.each(signings)('%s', (signing) => {
  it('during the release, at every moment, leaves a settlement against what was deducted', async () => {
    const outcomes = [];
    for (const use of await usesOf(releasing)) {
      const outcome = await outcomeOf(await race(releasing, signing, use));
      expect(together, `before use ${use}`).toContainEqual(outcome);
      outcomes.push(outcome.deducted);
    }
    // Early enough it is in time, and after the release it comes too late; once both have signed the release always does.
    expect(outcomes.at(-1)).toBe(signing !== 'the decision');
    if (signing !== 'a settlement, signed and decided at once') expect(outcomes[0]).toBe(false);
  });

  it('interrupted by the release, at every moment, leaves a settlement against what was deducted', async () => {
    const outcomes = [];
    for (const use of await usesOf(signing)) {
      const outcome = await outcomeOf(await race(signing, releasing, use));
      expect(together, `before use ${use}`).toContainEqual(outcome);
      outcomes.push(outcome.deducted);
    }
    expect(outcomes[0]).toBe(signing !== 'the decision');
  });
});

describe('A release of the deduction that dies', () => {
  const deaths = (['before', 'after'] as const).flatMap((moment) =>
    [1, 2, 3, 4, 5].map((append) => [moment, append] as const),
  );

  it.each(deaths)(
    '%s append %i is gone on with, and nobody can sign without it meanwhile',
    async (moment, append) => {
      const world = copyOf(both);
      await approve(world, reconciliation, 0, now);
      world.records.interrupt(crashAt(moment, append));
      const died = await refusalOf(release(world, february, now));
      world.records.interrupt(undefined);
      expect(died?.name).toBe(new Crash('').name);
      const { deductions } = await stateOf(world, reconciliation);
      if (deductions.size > 0) {
        expect((await refusalOf(approve(world, reconciliation, 1, now)))?.message).toMatch(
          /^no-proposal/,
        );
        const { released } = await stateOf(world, february);
        expect(await prepare(world, reconciliation, now)).toMatchObject(
          released ? { outcome: 'proposed' } : { outcome: 'waiting', needs: ['deduction'] },
        );
      }
      await release(world, february, now);
      expect(await outcomeOf(world)).toEqual(together[0]);
      const begun = (await typesOf(world, reconciliation)).filter(
        (type) => type === 'deduction-begun',
      );
      expect(begun).toHaveLength(1);
    },
  );

  it('and is then given up by a new proposal keeps nobody from signing', async () => {
    const world = copyOf(both);
    world.records.interrupt(crashAt('before', 3)); // The settlement is void, the deduction begun, and nothing ordered.
    await refusalOf(release(world, february, now));
    world.records.interrupt(undefined);
    expect((await stateOf(world, february)).released).toBeUndefined();
    const waiting = await prepare(world, reconciliation, now);
    expect(waiting).toMatchObject({ outcome: 'waiting', needs: ['deduction'] });
    expect('watch' in waiting && waiting.watch).toMatchObject({ 'RUN#2022/02': 4 });
    const { proposal } = await stateOf(world, february);
    const { records } = world;
    const stream = { partition: 'RUN#2022', name: '02' };
    await records.append(stream, (await records.read(stream)).at(-1), {
      type: 'voided',
      at: now,
      proposal: proposal?.proposed.proposal ?? '',
      because: 'INPUT#all/payees has a new version',
    });
    expect(await prepare(world, reconciliation, now)).toMatchObject({ outcome: 'proposed' });
    await approveBoth(world, reconciliation, now);
    await conclude(world);
    expect(await outcomeOf(world)).toEqual(together[1]);
  });
});

describe('A release that finds the reconciliation signed without its deduction', () => {
  it('is refused by name, and its proposal is void', async () => {
    const world = copyOf(both);
    await approveBoth(world, reconciliation, now);
    expect(await refusalOf(release(world, february, now))).toEqual({
      name: 'ApprovalsDoNotHold',
      message: "payout-2022-02: rebate-forecast/2021/2022-02 is not this payout's to pay any more",
    });
    expect((await typesOf(world, february)).at(-1)).toBe('voided');
    expect((await stateOf(world, reconciliation)).deductions.size).toBe(0);
  });

  it('when they sign between its two looks, is refused by name too', async () => {
    const world = copyOf(both);
    await approve(world, reconciliation, 0, now);
    world.records.interrupt(async ({ operation, moment, where }) => {
      if (
        operation === 'append' &&
        moment === 'before' &&
        where === 'RECONCILIATION#2021/settlement'
      )
        await refusalOf(approve(world, reconciliation, 1, now));
    });
    expect(await refusalOf(release(world, february, now))).toEqual({
      name: 'ApprovalsDoNotHold',
      message: 'payout-2022-02: the reconciliation was signed without the deduction',
    });
    world.records.interrupt(undefined);
    expect(await outcomeOf(world)).toEqual(together[1]);
  });
});

describe('A release that would be refused anyway', () => {
  it('does not keep the parties waiting for it', async () => {
    const world = copyOf(both);
    const { proposal } = await stateOf(world, february);
    await say(world, {
      ...{ kind: 'withdraw', case: february, right: 'attest', code: '' },
      ...{ proposal: proposal?.proposed.proposal ?? '', reason: 'Once more.' },
      ...by('attestant', now),
    });
    expect((await refusalOf(release(world, february, now)))?.name).toBe('ApprovalsDoNotHold');
    expect((await stateOf(world, reconciliation)).deductions.size).toBe(0);
  });
});
