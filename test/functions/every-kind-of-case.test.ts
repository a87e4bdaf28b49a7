import { describe, expect, it } from 'vitest';
import { endToEndId } from '../../core/bank/bank-ids.ts';
import type { CaseId } from '../../core/record/case-id.ts';
import { liftStop } from '../../functions/doors/lift-stop.ts';
import { stopReleases } from '../../functions/doors/stop-releases.ts';
import { run as openDue } from '../../functions/open-due.lambda.ts';
import { run as readDecision } from '../../functions/read-decision.lambda.ts';
import { run as redeliverAnswers } from '../../functions/redeliver-answers.lambda.ts';
import type { LocalPerson } from '../../local/officials/people.ts';
import { Crash, crashAt } from '../helpers/memory-records.ts';
import { again, toBeReissued } from './api/troubled-payments.ts';
import { camt } from './bank/bank-reports.ts';
import { deliver, lineOf, statusesOf } from './support/bank.ts';
import { asCalled, at, by, newWorld, refusalOf, typesOf, type World } from './support/world.ts';
import {
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
  wait,
} from './support/year.ts';

/*
 * Steps, schedules and doors that several kinds of case share may do their work on each of them. The records of these tests refuse
 * what functions/contract/record-rights.ts does not give, and a sample year does most of this to payouts only.
 */

const { march, ihsi, opening, reconciliation } = cases;
const ids: readonly CaseId[] = [opening, reconciliation, march, ihsi, again];
const reason = 'As the officials agreed.';
const hourly = (world: World) => redeliverAnswers({}, asCalled(world, 'redeliver-answers'));

/** A payment of each kind, approved by both, and the moment to release it. */
const payments = [
  { id: march, when: at('2021-03-01', '06:00'), payee: '03', stage: approved },
  { id: ihsi, when: at('2021-06-15', '11:00'), payee: 'SKR', stage: ihsiApproved },
  { id: again, when: at('2021-03-04', '08:00'), payee: '03', stage: reissueApproved },
] as const;

async function reissueApproved(): Promise<World> {
  const world = await toBeReissued();
  await prepare(world, again, at('2021-03-04', '06:00'));
  await approveBoth(world, again, at('2021-03-04', '07:00'));
  return world;
}

/** A proposal of each kind, and an input that it rests on. */
const proposals = [
  { id: march, when: at('2021-02-24'), kind: 'payees', stage: approved },
  { id: ihsi, when: at('2021-06-15', '11:00'), kind: 'rate', stage: ihsiApproved },
  { id: again, when: at('2021-03-04', '08:00'), kind: 'payees', stage: reissueApproved },
  { id: opening, when: at('2021-02-18'), kind: 'population', stage: openingProposed },
  { id: reconciliation, when: at('2022-03-21'), kind: 'rebate-final', stage: settlementProposed },
] as const;

async function openingProposed(): Promise<World> {
  const world = newWorld();
  await bringAll(world, '2021-02-18');
  await prepare(world, opening, at('2021-02-18'));
  return world;
}

async function settlementProposed(): Promise<World> {
  const world = await granted();
  await bringAll(world, '2022-03-20');
  await prepare(world, reconciliation, at('2022-03-21'));
  return world;
}

describe.each(ids)('Of %s', (id) => {
  it('an engineer is told that it was never opened, and cannot go on', async () => {
    const event = { scheduledTime: at('2021-03-01', '06:00'), goOn: id };
    expect(await refusalOf(openDue(event, asCalled(newWorld(), 'open-due')))).toEqual({
      name: 'InputRejected',
      message: `${id} was never opened, so there is nothing to go on with.`,
    });
  });

  it('a wait is kept, and looked at every hour', async () => {
    const world = newWorld();
    await wait(world, 'bank', at('2021-03-01'), { id });
    expect(await hourly(world)).toEqual({ woken: [] });
    expect(world.metrics.of('RunsWaiting')).toEqual([1]);
  });
});

describe.each(proposals)('The proposal of $id, once $kind has a new version,', (of) => {
  const { id, when, kind, stage } = of;
  const newer = { ...inputOf(kind), documentHash: 'f'.repeat(64) };
  const readBy = (world: World) =>
    readDecision({ case: id, now: when }, asCalled(world, 'read-decision'));

  it('is voided by the step that reads the decision, where whoever brought it died before', async () => {
    const world = await stage();
    if (kind === 'payees') await register(world, newer, when); // It counts when it is confirmed.
    world.records.interrupt(crashAt('after', 1));
    await expect(bring(world, newer, when)).rejects.toBeInstanceOf(Crash);
    world.records.interrupt(undefined);
    expect(await readBy(world)).toMatchObject({ decision: 'changed' });
    expect((await typesOf(world, id)).at(-1)).toBe('voided');
  });

  it('of a payment is voided by whoever brings it; any other by the step that reads the decision', async () => {
    const world = await stage();
    await bring(world, newer, when);
    const voided = (await typesOf(world, id)).at(-1) === 'voided';
    expect(voided).toBe(id !== opening && id !== reconciliation);
    expect(await readBy(world)).toMatchObject({ decision: 'changed' });
    expect((await typesOf(world, id)).at(-1)).toBe('voided');
  });
});

describe.each(payments)('The payment of $id', ({ id, when, payee, stage }) => {
  const token = `token of ${id}`;
  const lift = (world: World, who: LocalPerson) =>
    liftStop({ ...by(who, when), reason }, asCalled(world, 'api-switch'));

  it('that waits for the switch sleeps through the hour, and is woken when the stop is lifted', async () => {
    const world = await stage();
    await stopReleases({ ...by('registrar', when), reason }, asCalled(world, 'api-switch'));
    await wait(world, 'switch', when, { id });
    expect(await hourly(world)).toEqual({ woken: [] });
    await lift(world, 'attestant');
    await lift(world, 'payer');
    expect(world.workflows.woken).toEqual([token]);
  });

  it('that comes back is taken from the bank’s report and booked back', async () => {
    const world = await stage();
    await release(world, id, when);
    const { sek } = await lineOf(world, payee, id);
    const payments = [{ endToEndId: endToEndId(id, payee), sek, returned: { code: 'AC04' } }];
    await deliver(world, camt({ entries: [{ sek, direction: 'CRDT', payments }] }), when);
    expect((await statusesOf(world, id))[payee]).toBe('returned');
    expect((await typesOf(world, id)).slice(-2)).toEqual(['bank-reported', 'returned']);
  });
});
