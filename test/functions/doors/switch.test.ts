import { beforeEach, describe, expect, it } from 'vitest';
import type { SwitchEvent } from '../../../core/payment/stop-switch.ts';
import { switchStream } from '../../../core/record/case-id.ts';
import { liftStop } from '../../../functions/doors/lift-stop.ts';
import { stopReleases } from '../../../functions/doors/stop-releases.ts';
import type { LocalPerson } from '../../../local/officials/people.ts';
import { actBefore } from '../../helpers/memory-records.ts';
import {
  asCalled,
  at,
  by,
  newWorld,
  notPaid,
  paidOnce,
  paymentsOf,
  refusalOf,
  stateOf,
  type World,
} from '../support/world.ts';
import { approved, bring, cases, inputOf, prepare, release, say, wait } from '../support/year.ts';

const { march } = cases;
const friday = at('2021-02-26', '15:00');
const payDay = at('2021-03-01', '06:00');
const reason = 'Two regions share one account.';
const stop = (world: World, who: LocalPerson = 'registrar', when = friday) =>
  stopReleases({ ...by(who, when), reason }, asCalled(world, 'api-switch'));
const lift = (world: World, who: LocalPerson, when = friday) =>
  liftStop({ ...by(who, when), reason }, asCalled(world, 'api-switch'));

const typesIn = async (world: World) =>
  (await world.records.read<SwitchEvent>(switchStream)).map(({ event }) => event.type);
const told = ({ notifier }: World) => notifier.sent.map(({ kind, to }) => `${kind} ${to}`);

describe('Whoever stops releases', () => {
  let world: World;
  beforeEach(() => {
    world = newWorld();
  });

  it('has it written down, and everybody who could have done so is told', async () => {
    expect(await stop(world)).toMatchObject({
      stopped: { reason, by: { sub: 'local-registrar' } },
    });
    expect(await typesIn(world)).toEqual(['stopped']);
    expect(told(world)).toEqual([
      'stopped handläggare',
      'stopped attestant',
      'stopped utanordnare',
    ]);
  });

  it('may click twice: it is stopped once and told once', async () => {
    await stop(world);
    await stop(world, 'registrar', at('2021-02-26', '15:01'));
    expect(await typesIn(world)).toEqual(['stopped']);
    expect(told(world)).toHaveLength(3);
  });

  it('is refused with a code when somebody else has done it, or without the right, and nothing is written', async () => {
    expect((await refusalOf(stop(world, 'skr')))?.message).toMatch(/^right-not-held: SKR /);
    await stop(world);
    expect(await refusalOf(stop(world, 'payer'))).toEqual({
      name: 'InputRejected',
      message: expect.stringMatching(/^already-stopped: Hanna Handläggare has stopped/),
    });
    expect(await typesIn(world)).toEqual(['stopped']);
  });

  it('collides with nobody: of two who stop at once one does it and the other is told who', async () => {
    const answers = await Promise.all([refusalOf(stop(world)), refusalOf(stop(world, 'payer'))]);
    expect(answers.map((answer) => answer?.message.split(':')[0] ?? 'done').sort()).toEqual([
      'already-stopped',
      'done',
    ]);
    expect(await typesIn(world)).toEqual(['stopped']);
  });

  it('has stopped releases also when nobody can be told', async () => {
    world.notifier.failing = true;
    await stop(world);
    expect(await typesIn(world)).toEqual(['stopped']);
    expect(told(world)).toEqual([]);
  });
});

describe('A stop', () => {
  it('is lifted by two people, and those who may give the second word are told of the first', async () => {
    const world = newWorld();
    await stop(world);
    world.notifier.sent.length = 0;
    expect(await lift(world, 'attestant')).toMatchObject({ stopped: {}, liftApproved: {} });
    expect(told(world)).toEqual(['lift-asked attestant', 'lift-asked utanordnare']);
    expect((await refusalOf(lift(world, 'attestant')))?.message).toMatch(/^same-person: Astrid/);
    expect((await refusalOf(lift(world, 'registrar')))?.message).toMatch(/^right-not-held: /);
    expect(await lift(world, 'payer')).not.toHaveProperty('stopped');
    expect(await typesIn(world)).toEqual(['stopped', 'lift-approved', 'lifted']);
    expect(told(world).slice(2)).toEqual([
      'lifted handläggare',
      'lifted attestant',
      'lifted utanordnare',
    ]);
    expect((await refusalOf(lift(world, 'payer')))?.message).toMatch(/^not-stopped: /);
  });

  it('that comes after another is told anew', async () => {
    const world = newWorld();
    for (const day of ['2021-02-25', '2021-02-26']) {
      await stop(world, 'registrar', at(day));
      await lift(world, 'attestant', at(day));
      await lift(world, 'payer', at(day));
    }
    expect(told(world)).toHaveLength(2 * (3 + 2 + 3));
  });

  it('lifted by both at once is lifted once, by both', async () => {
    const world = newWorld();
    await stop(world);
    await Promise.all([lift(world, 'attestant'), lift(world, 'payer')]);
    expect(await typesIn(world)).toEqual(['stopped', 'lift-approved', 'lifted']);
  });
});

describe('A release while releases are stopped', () => {
  it('is not ordered and fails by the name that the state machine waits on', async () => {
    const world = await approved();
    await stop(world);
    expect(await refusalOf(release(world, march, payDay))).toEqual({
      name: 'ReleasesStopped',
      message: 'payout-2021-03: releases are stopped.',
    });
    expect(await paymentsOf(world, march)).toEqual(notPaid);
    await lift(world, 'attestant');
    expect((await refusalOf(release(world, march, payDay)))?.name).toBe('ReleasesStopped');
  });

  it('keeps its two approvals, and is ordered once the stop is lifted', async () => {
    const world = await approved();
    await stop(world);
    await refusalOf(release(world, march, payDay));
    expect((await stateOf(world, march)).proposal?.approvals.size).toBe(2);
    await lift(world, 'attestant');
    await lift(world, 'payer');
    await release(world, march, payDay);
    expect(await paymentsOf(world, march)).toEqual(paidOnce);
  });

  it('that was ordered before goes on: its order to the bank and its voucher are made', async () => {
    const world = await approved();
    world.records.interrupt(({ operation, moment, where }) => {
      if (operation === 'append' && moment === 'after' && where === 'RUN#2021/03')
        throw new Error('died');
    });
    await refusalOf(release(world, march, payDay));
    world.records.interrupt(undefined);
    await stop(world, 'registrar', payDay);
    await release(world, march, payDay);
    expect(await paymentsOf(world, march)).toEqual(paidOnce);
  });

  it('is asked for approval again, and does not wait for the switch, when its approvals do not hold', async () => {
    const world = await approved();
    await stop(world);
    const proposal = (await stateOf(world, march)).proposal?.proposed.proposal ?? '';
    const withdrawal = { code: 'wrong-amount', reason: 'One amount is wrong.' };
    await say(world, {
      ...{ kind: 'withdraw', case: march, right: 'attest', proposal, ...withdrawal },
      ...by('attestant', friday),
    });
    expect((await refusalOf(release(world, march, payDay)))?.name).toBe('ApprovalsDoNotHold');
  });
});

/** How many times a release uses the record. */
async function usesOfRelease(): Promise<number> {
  const world = await approved();
  let uses = 0;
  world.records.interrupt(({ use }) => {
    uses = use;
  });
  await release(world, march, payDay);
  return uses;
}
const points = Array.from({ length: await usesOfRelease() }, (_, index) => index + 1);

/** Somebody stops releases just before the n-th use of the record by a release. */
async function race(use: number) {
  const world = await approved();
  world.records.interrupt(actBefore(use, () => stop(world, 'registrar', payDay)));
  const refusal = await refusalOf(release(world, march, payDay));
  world.records.interrupt(undefined);
  return { refusal: refusal?.name, payments: await paymentsOf(world, march) };
}

describe('A stop during a release', () => {
  it.each(points)('just before use %i of the record leaves one payment or none', async (use) => {
    const { refusal, payments } = await race(use);
    expect([refusal, payments]).toEqual(
      refusal ? ['ReleasesStopped', notPaid] : [undefined, paidOnce],
    );
  });

  it('is seen until right before the release is ordered', async () => {
    const stopped = (await Promise.all(points.map(race))).map(
      ({ refusal }) => refusal !== undefined,
    );
    const world = await approved();
    const uses: string[] = [];
    world.records.interrupt(({ moment, operation, where }) => {
      if (moment === 'before') uses.push(`${operation} ${where}`);
    });
    await release(world, march, payDay);
    const looks = uses.indexOf('has SWITCH#all/releases');
    expect(uses[looks + 1]).toBe('append RUN#2021/03');
    expect(stopped).toEqual(points.map((use) => use <= looks + 1));
  });
});

describe('A payment that waits for the switch', () => {
  const waiting = async () => {
    const world = await approved();
    await stop(world);
    await wait(world, 'switch', payDay);
    expect(world.workflows.woken).toEqual([]);
    return world;
  };
  const token = `token of ${march}`;

  it('sleeps through one person’s word and is woken by the second', async () => {
    const world = await waiting();
    await lift(world, 'attestant', payDay);
    expect(world.workflows.woken).toEqual([]);
    await lift(world, 'payer', payDay);
    expect(world.workflows.woken).toEqual([token]);
  });

  it('is woken at once when the stop was lifted while it was on its way to wait', async () => {
    const world = await approved();
    await stop(world);
    await lift(world, 'attestant');
    await lift(world, 'payer');
    await wait(world, 'switch', payDay);
    expect(world.workflows.woken).toEqual([token]);
  });

  it('waits on when it was stopped again meanwhile', async () => {
    const world = await approved();
    for (const again of ['2021-02-25', '2021-02-26']) {
      await stop(world, 'registrar', at(again));
      if (again === '2021-02-26') break;
      await lift(world, 'attestant', at(again));
      await lift(world, 'payer', at(again));
    }
    await wait(world, 'switch', payDay);
    expect(world.workflows.woken).toEqual([]);
  });

  it('is woken when an approval is withdrawn: it need not wait for the switch to be asked anew', async () => {
    const world = await waiting();
    const proposal = (await stateOf(world, march)).proposal?.proposed.proposal ?? '';
    await say(world, {
      ...{ kind: 'withdraw', case: march, right: 'attest', proposal },
      ...{ code: 'wrong-amount', reason: 'One amount is wrong.', ...by('attestant', payDay) },
    });
    expect(world.workflows.woken).toEqual([token]);
  });

  it('is woken when what it rests on changes', async () => {
    const world = await waiting();
    const payees = inputOf('payees');
    const text = JSON.stringify(payees.content).replace('990-1000', '990-1018');
    await bring(world, { ...payees, content: JSON.parse(text) }, payDay);
    expect(world.workflows.woken).toEqual([token]);
    await prepare(world, march, payDay);
    expect((await stateOf(world, march)).proposal?.approvals.size).toBe(0);
  });
});
