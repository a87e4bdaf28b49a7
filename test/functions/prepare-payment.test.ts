import { describe, expect, it } from 'vitest';
import { caseStream, streamText, workingStream } from '../../core/record/case-id.ts';
import { run as computeAllocation } from '../../functions/compute-allocation.lambda.ts';
import { run as concludeCase } from '../../functions/conclude-case.lambda.ts';
import { run as preparePayment } from '../../functions/prepare-payment.lambda.ts';
import { actBefore } from '../helpers/memory-records.ts';
import {
  asCalled,
  at,
  by,
  newWorld,
  refusalOf,
  stateOf,
  typesOf,
  type World,
} from './support/world.ts';
import {
  approve,
  approveBoth,
  approved,
  bring,
  bringAll,
  cases,
  granted,
  ihsiApproved,
  inputOf,
  prepare,
  register,
  release,
  released,
  say,
  wait,
} from './support/year.ts';

const { march, opening, february } = cases;
const now = at('2021-02-22');
const prepareMarch = (world: World) =>
  preparePayment({ case: march, now }, asCalled(world, 'prepare-payment'));

describe('Preparing a payment', () => {
  it('says what is missing, from whom, and what to watch', async () => {
    const world = newWorld();
    const answer = await prepareMarch(world);
    expect(answer).toMatchObject({ outcome: 'waiting', needs: ['grants', 'authorisation'] });
    expect((await stateOf(world, march)).needs).toMatchObject([
      { need: 'grants', from: 'Kammarkollegiet', year: 2021 },
      { need: 'authorisation', from: 'Regeringen', year: 2021 },
    ]);
  });

  it('without payees that two people have confirmed waits for them', async () => {
    const world = await granted();
    const records = newWorld();
    await bringAll(records, '2021-02-18', ({ kind }) => kind === 'payees');
    await register(records, inputOf('payees'), now);
    await prepare(records, opening, now);
    await approveBoth(records, opening, now);
    await concludeCase({ case: opening, now }, asCalled(records, 'conclude-case'));
    expect(await prepareMarch(records)).toMatchObject({ outcome: 'waiting', needs: ['payees'] });
    expect(await prepareMarch(world)).toMatchObject({ outcome: 'proposed' });
  });

  it('with no room in the appropriation is held, and goes on when there is room', async () => {
    const world = await granted();
    const input = inputOf('appropriation');
    const { content } = input;
    const small = { ...content, appropriationSek: '5000000000', creditSek: '0' };
    await bring(world, { ...input, content: small } as typeof input, now);
    expect(await prepareMarch(world)).toMatchObject({
      outcome: 'waiting',
      needs: ['room-in-appropriation'],
      watch: { 'INPUT#2021/appropriation': 4 },
    });
    expect((await stateOf(world, march)).needs[0]?.because).toContain('lack 1786075070 kronor');
    await bring(world, input, now);
    expect(await prepareMarch(world)).toMatchObject({ outcome: 'proposed' });
  });

  it('goes without the forecast when a person says so and the proposal names it; it stays due', async () => {
    const world = await ihsiApproved();
    await release(world, cases.ihsi, at('2021-06-15', '11:00'));
    await bringAll(world, '2022-01-20', ({ kind }) => kind === 'rebate-forecast');
    await prepare(world, february, at('2022-01-25'));
    const without = { kind: 'go-without', needs: ['rebate-forecast'], reason: 'TLV is late.' };
    const said = { ...without, case: february, ...by('attestant', at('2022-01-26')) } as const;
    await say(world, said as Parameters<typeof say>[1]);
    expect(await prepare(world, february, at('2022-01-26'))).toMatchObject({ outcome: 'proposed' });
    await approveBoth(world, february, at('2022-01-27'));
    await release(world, february, at('2022-02-01'));
    expect((await stateOf(world, february)).released?.paid).toEqual([
      'ihsi-difference/2021/2022-02',
      'instalment/2021/2022-02',
    ]);
  });

  it('leaves a proposal standing, approvals and all, when it would say the same', async () => {
    const world = await approved();
    const before = world.records.dump();
    await prepareMarch(world);
    expect(world.records.dump()).toEqual(before);
    expect((await stateOf(world, march)).proposal?.approvals.size).toBe(2);
  });

  it('after the release changes nothing, also when its own voucher has used up the appropriation', async () => {
    const world = await released();
    const input = inputOf('appropriation');
    const small = { ...input.content, appropriationSek: '6800000000', creditSek: '0' };
    await bring(world, { ...input, content: small } as typeof input, at('2021-03-02'));
    const before = world.records.dump();
    const { proposal } = (await stateOf(world, march)).released ?? {};
    expect(await prepareMarch(world)).toEqual({
      ...{ case: march, outcome: 'proposed', proposal, watch: {} },
    });
    expect(world.records.dump()).toEqual(before);
  });

  it('for the execution that follows one that died comes to a wait that is over', async () => {
    const world = await released();
    await prepareMarch(world);
    await wait(world, 'approval', at('2021-03-02'));
    expect(world.workflows.woken).toEqual([`token of ${march}`]);
  });
});

/** The grants are approved, and not decided yet. */
async function grantsApproved() {
  const world = newWorld();
  await bringAll(world, '2021-02-18');
  await prepare(world, opening, at('2021-02-18'));
  await approveBoth(world, opening, at('2021-02-18'));
  return world;
}

describe('A payout whose grants are decided while it looks for them', () => {
  it('is woken at every moment at which the decision can come', async () => {
    const conclude = (world: World) =>
      concludeCase({ case: opening, now }, asCalled(world, 'conclude-case'));
    const outcomes: string[] = [];
    for (let use = 1; use <= 16; use++) {
      const world = await grantsApproved();
      world.records.interrupt(actBefore(use, () => conclude(world)));
      const answer = await preparePayment({ case: march, now }, asCalled(world, 'prepare-payment'));
      if (!('watch' in answer)) throw new Error('Preparing says what to watch.');
      if (answer.outcome === 'waiting')
        await wait(world, 'inputs', now, { watch: answer.watch as Record<string, number> });
      world.records.interrupt(undefined);
      const decided = (await typesOf(world, opening)).includes('decided');
      if (!decided) await conclude(world);
      outcomes.push(answer.outcome);
      if (answer.outcome === 'waiting')
        expect(world.workflows.woken).toContain(`token of ${march}`);
      expect(Object.keys(answer.watch)).toContain(
        answer.outcome === 'waiting' ? streamText(caseStream(opening)) : 'INPUT#all/payees',
      );
    }
    expect(outcomes).toContain('waiting');
  });
});

describe('Working that begins like the one of a preparation that died', () => {
  it('is stored after it', async () => {
    const world = newWorld();
    await bringAll(world, '2021-02-18');
    await computeAllocation({ case: opening, now }, asCalled(world, 'compute-allocation'));
    const stream = workingStream(opening);
    const whole = await world.records.read(stream);
    expect(whole.length).toBeGreaterThan(2);
    const [first, second] = whole;
    if (!first || !second) throw new Error('The working has more than one piece.');
    const died = newWorld();
    await bringAll(died, '2021-02-18');
    await died.records.append(stream, undefined, first.event);
    await died.records.append(stream, first, { type: 'working', nodes: [] });
    await computeAllocation({ case: opening, now }, asCalled(died, 'compute-allocation'));
    expect(await typesOf(died, opening)).toEqual(['proposed']);
    const nodes = async (of: World) =>
      (await of.records.read<{ nodes: readonly string[] }>(stream)).flatMap(
        ({ event }) => event.nodes,
      );
    expect(await nodes(died)).toEqual(await nodes(world));
  });
});

describe('A decision of grants', () => {
  it('does not hold when an input came after its approvals: it is voided and computed again', async () => {
    const world = await grantsApproved();
    await register(world, { ...inputOf('population'), documentHash: 'f'.repeat(64) }, now);
    expect(
      await refusalOf(concludeCase({ case: opening, now }, asCalled(world, 'conclude-case'))),
    ).toEqual({
      name: 'ApprovalsDoNotHold',
      message: 'opening-2021: INPUT#2021/population has a new version',
    });
    expect((await typesOf(world, opening)).slice(-1)).toEqual(['voided']);
  });

  it('does not hold without two approvals', async () => {
    const world = newWorld();
    await bringAll(world, '2021-02-18');
    await prepare(world, opening, now);
    await approve(world, opening, 0, now);
    expect(
      await refusalOf(concludeCase({ case: opening, now }, asCalled(world, 'conclude-case'))),
    ).toMatchObject({
      name: 'ApprovalsDoNotHold',
      message: expect.stringMatching(/^opening-2021: /),
    });
  });
});
