import { describe, expect, it } from 'vitest';
import { run as readDecision } from '../../functions/read-decision.lambda.ts';
import { crashAfter } from '../helpers/memory-records.ts';
import { asCalled, at, by, refusalOf, stateOf, typesOf, type World } from './support/world.ts';
import {
  approve,
  approved,
  bring,
  cases,
  decideCase,
  granted,
  ihsiApproved,
  inputOf,
  prepare,
  proposed,
  register,
  release,
  say,
} from './support/year.ts';

const { march, ihsi, opening } = cases;
const read = (world: World, now: ReturnType<typeof at>, id = march) =>
  readDecision({ case: id, now }, asCalled(world, 'read-decision'));
const now = at('2021-02-24');

describe('The decision, read from the record', () => {
  it('is pending when a wait was woken and nobody has approved: a forged answer pays nothing', async () => {
    const world = await proposed();
    expect(await read(world, now)).toMatchObject({ decision: 'pending' });
    await approve(world, march, 0, now);
    expect(await read(world, now)).toMatchObject({ decision: 'pending' });
    expect(await typesOf(world, march)).toEqual(['opened', 'proposed', 'approved']);
  });

  it('is pending again with what to watch, so that a wait for nothing is not woken for ever', async () => {
    const world = await proposed();
    await register(world, { ...inputOf('payees'), documentHash: 'f'.repeat(64) }, now);
    expect(await read(world, now)).toMatchObject({
      decision: 'pending',
      watch: { 'INPUT#all/payees': 3, 'INPUT#2021/appropriation': 2 },
    });
  });

  it('is to pay at six on the pay day when approved before it', async () => {
    const decision = await read(await approved(), now);
    expect(decision).toMatchObject({ decision: 'approved', payAt: at('2021-03-01', '06:00') });
  });

  it('is to pay the same day when approved on the pay day', async () => {
    const decision = await read(await approved(), at('2021-03-01', '16:00'));
    expect(decision).toMatchObject({ decision: 'approved', payAt: at('2021-03-01', '06:00') });
  });

  it('is to pay on the next bank day when approved after the pay day; both days are shown', async () => {
    const world = await approved();
    const friday = at('2021-03-05', '15:00');
    const monday = at('2021-03-08', '06:00');
    expect(await read(world, friday)).toMatchObject({ decision: 'approved', payAt: monday });
    await release(world, march, monday);
    const { released } = await stateOf(world, march);
    expect(released).toMatchObject({ payDay: '2021-03-01', paidOn: '2021-03-08' });
  });

  it('of IHSI read on another day goes to the release, is refused there and prepared at that day’s rate', async () => {
    const world = await ihsiApproved();
    const late = at('2021-06-16', '06:00');
    const decision = await read(world, late, ihsi);
    expect(decision).toMatchObject({ decision: 'approved', payAt: at('2021-06-15', '06:00') });
    expect((await refusalOf(release(world, ihsi, late)))?.name).toBe('ApprovalsDoNotHold');
    expect(await prepare(world, ihsi, late)).toMatchObject({ outcome: 'waiting', needs: ['rate'] });
    const content = { day: '2021-06-16', sekPerEuro: '10.2' };
    const rate = { ...inputOf('rate'), content } as ReturnType<typeof inputOf>;
    await bring(world, rate, late);
    expect(await prepare(world, ihsi, late)).toMatchObject({ outcome: 'proposed' });
    const { payment } = (await stateOf(world, ihsi)).proposal?.proposed ?? {};
    // 395 500 euros at 10.2 kronor.
    expect(payment).toEqual({ totalSek: '4034100', payDay: '2021-06-16', onlyOnPayDay: true });
    expect((await refusalOf(release(world, ihsi, late)))?.name).toBe('ApprovalsDoNotHold');
  });

  it('is changed when an input has changed and nobody voided the proposal; then it is voided', async () => {
    const world = await approved();
    const payees = { ...inputOf('payees'), documentHash: 'f'.repeat(64) };
    await register(world, payees, now);
    // The confirming process died right after it had confirmed.
    world.records.interrupt(crashAfter('INPUT'));
    expect((await refusalOf(bring(world, payees, now)))?.name).toBe('Crash');
    world.records.interrupt(undefined);
    expect((await stateOf(world, march)).proposal?.voided).toBeUndefined();
    expect(await read(world, now)).toMatchObject({ decision: 'changed' });
    expect((await typesOf(world, march)).at(-1)).toBe('voided');
  });

  it('is rejected until something changes, and changed when it is to be prepared again', async () => {
    const world = await proposed();
    const { proposal = '' } = (await stateOf(world, march)).proposal?.proposed ?? {};
    const reason = 'One amount is wrong.';
    await say(world, {
      ...{ kind: 'reject', case: march, right: 'attest', proposal, code: 'wrong-amount', reason },
      ...by('attestant', now),
    });
    expect(await read(world, now)).toMatchObject({ decision: 'rejected' });
    await say(world, { kind: 'prepare-again', case: march, reason, ...by('attestant', now) });
    expect(await read(world, now)).toMatchObject({ decision: 'changed' });
  });

  it('is to close when a person asked for that', async () => {
    const world = await approved();
    const reason = 'Nothing is paid.';
    await say(world, { kind: 'request-close', case: march, reason, ...by('attestant', now) });
    expect(await read(world, now)).toMatchObject({ decision: 'close' });
  });

  it('of a released payment is to go on at once, so that what a crash left out is made up for', async () => {
    const world = await approved();
    world.records.interrupt(crashAfter('RUN'));
    await refusalOf(release(world, march, at('2021-03-01', '06:00')));
    world.records.interrupt(undefined);
    const later = at('2021-03-03', '10:00');
    expect(await read(world, later)).toMatchObject({ decision: 'approved', payAt: later });
  });

  it('of decided grants stays approved when a newer population comes: what was decided stands', async () => {
    const world = await granted();
    await bring(world, { ...inputOf('population'), documentHash: 'f'.repeat(64) }, now);
    const before = world.records.dump();
    expect(await read(world, now, opening)).toMatchObject({ decision: 'approved' });
    expect(world.records.dump()).toEqual(before);
    await decideCase(world, opening, '2021-02-25').catch(() => undefined);
    expect(world.records.dump('PROPOSAL#')).toEqual(
      Object.fromEntries(Object.entries(before).filter(([place]) => place.startsWith('PROPOSAL#'))),
    );
  });
});
