import { describe, expect, it } from 'vitest';
import { Sek } from '../../core/money/sek.ts';
import type { PaymentProposal } from '../../core/payment/proposal.ts';
import { parseCaseId, proposalStream } from '../../core/record/case-id.ts';
import { run as openDue } from '../../functions/open-due.lambda.ts';
import { Inputs } from '../../functions/shared/inputs.ts';
import { budgetYear } from '../../functions/shared/room.ts';
import { actBefore, Crash, crashAfter } from '../helpers/memory-records.ts';
import {
  contest,
  isOrdered,
  leave,
  now,
  roomEvents,
  roomForBoth,
  roomForOne,
  wrongIn,
} from './support/room.ts';
import {
  asCalled,
  at,
  by,
  notPaid,
  paidOnce,
  paymentsOf,
  refusalOf,
  stateOf,
  typesOf,
  vouchersOf,
  type World,
} from './support/world.ts';
import {
  approveBoth,
  bring,
  cases,
  close,
  inputOf,
  prepare,
  release,
  report,
  resolve,
  say,
  settle,
  wait,
} from './support/year.ts';

const { march, sol } = cases;
const [later, nextDay] = [at('2021-10-11', '14:00'), at('2021-10-12', '06:00')];
const beyond = (id: string) => ({
  name: 'ApprovalsDoNotHold',
  message: `${id}: the appropriation has no room`,
});
const tokenOf = (id: string) => `token of ${id}`;

/** March and SOL are approved, and there is room for one of them. */
const contested = () => contest([march, sol], roomForOne(march, sol));

/** March has taken the room, and whoever released it died before the order. */
async function taken(stage = contested, when = now): Promise<World> {
  const world = await stage();
  world.records.interrupt(crashAfter('ROOM'));
  await expect(release(world, march, when)).rejects.toBeInstanceOf(Crash);
  world.records.interrupt(undefined);
  expect(await isOrdered(world, march)).toBe(false);
  return world;
}

/** SOL is prepared again and finds no room; it waits as the state machine would have it. */
async function solWaits(world: World, when = now) {
  const answer = await prepare(world, sol, when);
  expect(answer).toMatchObject({ outcome: 'waiting', needs: ['room-in-appropriation'] });
  await wait(world, 'inputs', when, { id: sol, watch: answer.watch });
  expect(world.workflows.woken).toEqual([]);
}

const newAccount = async (world: World, when = now) => {
  const payees = inputOf('payees');
  const text = JSON.stringify(payees.content).replace('990-1000', '990-1018');
  await bring(world, { ...payees, content: JSON.parse(text) }, when);
};

const askToClose = (world: World) =>
  say(world, {
    ...{ kind: 'request-close', case: march, reason: 'Nothing may be paid today.' },
    ...by('registrar', now),
  });

describe('A release that has taken its room', () => {
  it('and died before the order keeps it, and finds it when it is tried again', async () => {
    const world = await taken();
    expect(await refusalOf(release(world, sol, now))).toEqual(beyond(sol));
    expect(await paymentsOf(world, sol)).toEqual(notPaid);
    await release(world, march, later);
    expect(await paymentsOf(world, march)).toEqual(paidOnce);
    expect(await roomEvents(world)).toEqual([`taken by ${march}, proposal 1`]);
    expect(await wrongIn(world)).toEqual([]);
  });

  it('and was ordered counts while the bucket of payment files is out of reach', async () => {
    const world = await contested();
    world.paymentFiles.interrupt(() => Promise.reject(new Error('The bucket is out of reach.')));
    expect((await refusalOf(release(world, march, now)))?.name).toBe('Error');
    expect(await paymentsOf(world, march)).toEqual({ released: 1, orders: 1, vouchers: 0 });
    expect(await refusalOf(release(world, sol, now))).toEqual(beyond(sol));
    world.paymentFiles.interrupt(undefined);
    await solWaits(world);
    await release(world, march, later);
    expect(await paymentsOf(world, march)).toEqual(paidOnce);
    expect(await wrongIn(world)).toEqual([]);
  });

  it('leaves what is left to the others, to the krona', async () => {
    const world = await contested();
    await release(world, march, now);
    await leave(world, 2_786_075_070n + 7_000_000n, later);
    await prepare(world, sol, later);
    expect((await stateOf(world, sol)).proposal?.proposed.warnings).toContain(
      'takes 1000 kronor of the credit of 2021; 0 are left',
    );
  });

  it('counts for the year after by what it took of the credit, before it is booked', async () => {
    const world = await taken();
    await bring(
      world,
      inputOf('appropriation', ({ year }) => year === 2022),
      later,
    );
    const next = await budgetYear(world.records, new Inputs(world.records), 2022);
    expect(next?.creditUsedBefore).toEqual(Sek.of('1000'));
  });
});

describe('Room that was taken', () => {
  it.each([
    ['voided', (world: World) => newAccount(world)],
    ['rejected', rejected],
    ['about to be closed', askToClose],
  ])(
    'stays taken while its proposal is %s: only a new proposal or the end makes the order impossible',
    async (_, end) => {
      const world = await taken();
      await end(world);
      expect(await roomEvents(world)).toEqual([`taken by ${march}, proposal 1`]);
      await prepare(world, sol, now);
      expect((await refusalOf(release(world, sol, now)))?.name).toBe('ApprovalsDoNotHold');
      expect(await isOrdered(world, sol)).toBe(false);
    },
  );

  it('is given back when another proposal stands, and whoever waits for room is woken', async () => {
    const world = await taken();
    await newAccount(world);
    await solWaits(world);
    await prepare(world, march, later);
    expect(await roomEvents(world)).toEqual([
      `taken by ${march}, proposal 1`,
      `given back by ${march}: another-proposal`,
    ]);
    expect(world.workflows.woken).toEqual([tokenOf(sol)]);
    expect(await prepare(world, sol, later)).toMatchObject({ outcome: 'proposed' });
  });

  it('is given back when the case has ended, and whoever waits for room is woken', async () => {
    const world = await taken();
    await askToClose(world);
    await newAccount(world);
    await solWaits(world);
    await close(world, march, later, 'without-payment');
    expect((await roomEvents(world)).at(-1)).toBe(`given back by ${march}: closed`);
    expect(world.workflows.woken).toEqual([tokenOf(sol)]);
    expect(await prepare(world, sol, later)).toMatchObject({ outcome: 'proposed' });
  });

  it.each([
    ['prepared again', 'another-proposal', (world: World) => prepare(world, march, later)],
    ['closed', 'closed', (world: World) => close(world, march, later, 'without-payment')],
  ] as const)(
    'is given back by the opener where whoever has %s the case died before that',
    async (_, because, end) => {
      const world = await taken();
      if (because === 'closed') await askToClose(world);
      await newAccount(world);
      await solWaits(world);
      world.records.interrupt(({ operation, moment, where }) => {
        if (operation === 'append' && moment === 'before' && where.startsWith('ROOM'))
          throw new Crash('before it is given back');
      });
      await expect(end(world)).rejects.toBeInstanceOf(Crash);
      world.records.interrupt(undefined);
      expect(await roomEvents(world)).toHaveLength(1);
      await openDue({ scheduledTime: nextDay }, asCalled(world, 'open-due'));
      expect((await roomEvents(world)).at(-1)).toBe(`given back by ${march}: ${because}`);
      expect(world.workflows.woken).toEqual([tokenOf(sol)]);
      await openDue({ scheduledTime: nextDay }, asCalled(world, 'open-due'));
      expect(await roomEvents(world)).toHaveLength(2);
      expect(await wrongIn(world)).toEqual([]);
    },
  );

  it('for a later proposal takes the place of what was taken for the one before', async () => {
    const world = await taken();
    await newAccount(world);
    world.records.interrupt(crashAfter('RUN'));
    // The new proposal stands, and nobody has given the room back.
    await expect(prepare(world, march, later)).rejects.toBeInstanceOf(Crash);
    world.records.interrupt(undefined);
    await approveBoth(world, march, later);
    await release(world, march, later);
    expect(await roomEvents(world)).toEqual([
      `taken by ${march}, proposal 1`,
      `taken by ${march}, proposal 2`,
    ]);
    expect(await paymentsOf(world, march)).toEqual(paidOnce);
    expect(await wrongIn(world)).toEqual([]);
  });
});

async function rejected(world: World): Promise<void> {
  const proposal = (await stateOf(world, march)).proposal?.proposed.proposal ?? '';
  await say(world, {
    ...{ kind: 'reject', case: march, right: 'order', proposal },
    ...{ code: 'wrong-amount', reason: 'One amount is wrong.', ...by('payer', now) },
  });
}

describe('A release that is resumed in another budget year', () => {
  const lastDay = at('2021-12-30', '14:00');
  const firstDay = at('2022-01-03', '06:00');
  const inJanuary = at('2022-01-04', '06:00');

  it('is a new proposal, for the room of that year; that of the old one is given back', async () => {
    const world = await taken(contested, lastDay);
    await bring(
      world,
      inputOf('appropriation', ({ year }) => year === 2022),
      at('2021-12-30', '15:00'),
    );
    expect(await refusalOf(release(world, march, firstDay))).toEqual({
      name: 'ApprovalsDoNotHold',
      message: expect.stringMatching(/budget year 2022; 2021 was approved$/),
    });
    expect((await typesOf(world, march)).at(-1)).toBe('voided');
    await prepare(world, march, firstDay);
    expect(await roomEvents(world)).toEqual([
      `taken by ${march}, proposal 1`,
      `given back by ${march}: another-proposal`,
    ]);
    const documents = await world.records.read<PaymentProposal>(proposalStream(march));
    expect(documents.map(({ event }) => event.budgetYear)).toEqual([2021, 2022]);
    await approveBoth(world, march, firstDay);
    await release(world, march, inJanuary);
    expect(await roomEvents(world, 2022)).toEqual([`taken by ${march}, proposal 2`]);
    expect([await vouchersOf(world, 2021), (await vouchersOf(world, 2022)).length]).toEqual([
      [],
      1,
    ]);
    expect(await wrongIn(world)).toEqual([]);
  });

  it('is refused also where nothing was taken before, and prepared at the turn of the year for the next', async () => {
    const world = await contested();
    await bring(
      world,
      inputOf('appropriation', ({ year }) => year === 2022),
      lastDay,
    );
    expect((await refusalOf(release(world, march, firstDay)))?.message).toMatch(
      /2021 was approved/,
    );
    await prepare(world, march, lastDay);
    const documents = await world.records.read<PaymentProposal>(proposalStream(march));
    expect(documents.at(-1)?.event.budgetYear).toBe(2022);
  });
});

describe('What came back', () => {
  const back: Parameters<typeof report>[3] = [{ payee: '03', code: 'AC04' }];
  const dayOfWord = at('2021-10-13');

  it('gives room on the day of the bank’s word, and wakes whoever waits for it', async () => {
    const world = await contested();
    await release(world, march, now);
    await refusalOf(release(world, sol, now));
    await solWaits(world);
    await report(world, march, dayOfWord, back);
    expect(world.workflows.woken).toEqual([tokenOf(sol)]);
    expect(await prepare(world, sol, dayOfWord)).toMatchObject({ outcome: 'proposed' });
    await approveBoth(world, sol, dayOfWord);
    await release(world, sol, dayOfWord);
    expect(await paymentsOf(world, sol)).toEqual(paidOnce);
    expect(await wrongIn(world)).toEqual([]);
  });

  it('wakes also where the step that settles is the first to book it', async () => {
    const world = await contested();
    await release(world, march, now);
    await refusalOf(release(world, sol, now));
    await solWaits(world);
    world.records.interrupt(crashAfter('RUN'));
    await expect(report(world, march, dayOfWord, back)).rejects.toBeInstanceOf(Crash);
    world.records.interrupt(undefined);
    expect(world.workflows.woken).toEqual([]);
    await settle(world, march, dayOfWord);
    expect(world.workflows.woken).toEqual([tokenOf(sol)]);
  });

  it('takes room again when it is sent again, and waits where another has taken it meanwhile', async () => {
    const reissue = parseCaseId('reissue-2021-03-03-1');
    const sendAgain = async (world: World) => {
      await release(world, march, now);
      await report(world, march, dayOfWord, back);
      await resolve(world, march, dayOfWord, 'reissue');
    };
    const alone = await contested();
    await sendAgain(alone);
    await prepare(alone, reissue, dayOfWord);
    await approveBoth(alone, reissue, dayOfWord);
    await release(alone, reissue, dayOfWord);
    expect((await roomEvents(alone)).at(-1)).toBe(`taken by ${reissue}, proposal 1`);
    expect(await wrongIn(alone)).toEqual([]);

    const beside = await contested();
    await sendAgain(beside);
    await release(beside, sol, dayOfWord);
    expect(await prepare(beside, reissue, dayOfWord)).toMatchObject({
      outcome: 'waiting',
      needs: ['room-in-appropriation'],
    });
  });
});

describe('Whoever finds no room', () => {
  it('is woken at every moment at which room can be given back while it looks', async () => {
    const uses = await usesOf(await taken());
    let waited = 0;
    for (let use = 1; use <= uses; use++) {
      const world = await taken();
      await askToClose(world);
      await newAccount(world);
      world.records.interrupt(actBefore(use, () => close(world, march, later, 'without-payment')));
      const answer = await prepare(world, sol, later);
      world.records.interrupt(undefined);
      if (!('outcome' in answer) || answer.outcome !== 'waiting') continue;
      waited++;
      await wait(world, 'inputs', later, { id: sol, watch: answer.watch });
      expect([use, world.workflows.woken]).toEqual([use, [tokenOf(sol)]]);
    }
    expect(waited).toBeGreaterThan(1);
  });

  async function usesOf(world: World): Promise<number> {
    await newAccount(world);
    let uses = 0;
    world.records.interrupt(({ use }) => {
      uses = use;
    });
    await prepare(world, sol, later);
    return uses;
  }
});

it('Where there is room for both, nobody waits and nobody is warned', async () => {
  const world = await contest([march, sol], roomForBoth(march, sol));
  await release(world, march, now);
  await release(world, sol, now);
  expect([await paymentsOf(world, march), await paymentsOf(world, sol)]).toEqual([
    paidOnce,
    paidOnce,
  ]);
});
