import { describe, expect, it } from 'vitest';
import type { InputEvent } from '../../../core/inputs/input-stream.ts';
import { inputStream } from '../../../core/record/case-id.ts';
import { verify } from '../../../core/record/verify.ts';
import { sha256 } from '../../../functions/adapters/sha256.ts';
import { run as readDecision } from '../../../functions/read-decision.lambda.ts';
import type { InputRegistration } from '../../../local/inputs/registration.ts';
import { ask, outcomeOf } from '../api/asking.ts';
import { streamsIn } from '../support/every-event.ts';
import {
  asCalled,
  at,
  newWorld,
  refusalOf,
  stateOf,
  typesOf,
  type World,
} from '../support/world.ts';
import {
  approve,
  bring,
  bringAll,
  cases,
  confirm,
  decideCase,
  inputOf,
  prepare,
  proposed,
  register,
  say,
} from '../support/year.ts';

const { opening, reconciliation } = cases;

/** The settlement of 2021 stands to be signed. */
async function settlementProposed(): Promise<World> {
  const world = newWorld();
  await bringAll(world, '2022-03-31');
  await decideCase(world, opening, '2021-02-18');
  await prepare(world, reconciliation, at('2022-04-01'));
  return world;
}

/** The final rebates again, with one region's changed; a newer version of what the settlement rests on. */
const rebatesCorrected = (): InputRegistration => {
  const known = inputOf('rebate-final');
  return {
    ...known,
    documentHash: 'e'.repeat(64),
    content: { ...known.content, '01': '1' },
  } as InputRegistration;
};

describe('A signature on a settlement of which an input has a newer version', () => {
  it('is refused though the other party has signed: it says which input, and nothing is recorded', async () => {
    const world = await settlementProposed();
    await approve(world, reconciliation, 0, at('2022-04-01', '09:00'));
    await register(world, rebatesCorrected(), at('2022-04-01', '10:00'));
    expect(await refusalOf(approve(world, reconciliation, 1, at('2022-04-01', '11:00')))).toEqual({
      name: 'InputRejected',
      message:
        'outdated-proposal: Newer versions have come of what the proposal rests on: INPUT#2021/rebate-final version 1. It is made again; read the new one first.',
    });
    expect((await typesOf(world, reconciliation)).at(-1)).toBe('approved');
  });

  it('is refused by its own name in the API, in the reader’s language', async () => {
    const world = await settlementProposed();
    await register(world, rebatesCorrected(), at('2022-04-01', '10:00'));
    const proposal = (await stateOf(world, reconciliation)).proposal?.proposed.proposal;
    const answer = await ask(world, 'signReconciliation', {
      as: 'attestant',
      at: at('2022-04-01', '11:00'),
      parameters: { year: '2021' },
      body: { right: 'sign-state', proposal },
      language: 'sv',
    });
    expect(outcomeOf(answer)).toBe('409 outdated-proposal');
    expect(JSON.stringify(answer)).toContain('INPUT#2021/rebate-final version 1');
  });

  it('that was given before is answered as before when it is sent again', async () => {
    const world = await settlementProposed();
    const said = await approve(world, reconciliation, 0, at('2022-04-01', '09:00'));
    await register(world, rebatesCorrected(), at('2022-04-01', '10:00'));
    const { proposal } = await say(world, said);
    expect(proposal?.approvals.size).toBe(1);
  });

  it('can be given of the settlement that is made anew', async () => {
    const world = await settlementProposed();
    await register(world, rebatesCorrected(), at('2022-04-01', '10:00'));
    const now = at('2022-04-01', '11:00');
    expect(
      await readDecision({ case: reconciliation, now }, asCalled(world, 'read-decision')),
    ).toMatchObject({ decision: 'changed' });
    await decideCase(world, reconciliation, '2022-04-02');
    expect((await stateOf(world, reconciliation)).closed).toBe('decided');
  });

  it('may still be refused to: a rejection of it is taken', async () => {
    const world = await settlementProposed();
    await register(world, rebatesCorrected(), at('2022-04-01', '10:00'));
    const proposal = (await stateOf(world, reconciliation)).proposal?.proposed.proposal;
    const answer = await ask(world, 'rejectProposal', {
      as: 'attestant',
      at: at('2022-04-01', '11:00'),
      parameters: { run: reconciliation },
      body: { right: 'sign-state', proposal, code: 'wrong-amount', reason: 'The rebates changed.' },
    });
    expect(outcomeOf(answer)).toBe('200');
  });
});

describe('An approval of the year’s grants of which an input has a newer version', () => {
  it('is refused, the first like the second', async () => {
    const world = newWorld();
    await bringAll(world, '2021-02-18');
    await prepare(world, opening, at('2021-02-18', '09:00'));
    const level = inputOf('second-level');
    const content = { sekPerInhabitant: '61' };
    await bring(world, { ...level, content } as InputRegistration, at('2021-02-18', '10:00'));
    expect(await refusalOf(approve(world, opening, 0, at('2021-02-18', '11:00')))).toMatchObject({
      message: expect.stringContaining('INPUT#2021/second-level version 1'),
    });
  });
});

describe('A newer version that is recorded after something was done by the older one', () => {
  it('counts no earlier than that, though the request that says it is of before and died unrecorded', async () => {
    const world = await settlementProposed();
    await approve(world, reconciliation, 0, at('2022-04-01', '09:00'));
    await register(world, rebatesCorrected(), at('2022-04-01', '08:30'));
    const events = await world.records.read<InputEvent>(inputStream(2021, 'rebate-final'));
    expect(events.map(({ event }) => event.at).at(-1)).toBe(at('2022-04-01', '09:00'));
    const { findings } = verify(await streamsIn(world), sha256);
    expect(findings).toEqual([]);
  });

  it('counts from when it was confirmed, or from what was done meanwhile by the older one', async () => {
    const world = await proposed();
    const payees = inputOf('payees');
    const corrected = { ...payees, documentHash: 'e'.repeat(64) } as InputRegistration;
    const before = at('2021-02-21', '09:00');
    const { version } = await register(world, corrected, before);
    await confirm(world, corrected, version, before);
    const events = await world.records.read<InputEvent>(inputStream(2021, 'payees'));
    const last = events.at(-1)?.event.at ?? '';
    expect(last > before).toBe(true);
    const { findings } = verify(await streamsIn(world), sha256);
    expect(findings).toEqual([]);
  });
});
