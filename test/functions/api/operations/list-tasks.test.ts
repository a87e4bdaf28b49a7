import { describe, expect, it } from 'vitest';
import { heldLines } from '../../../../core/payment/lines.ts';
import { listTasks } from '../../../../functions/api/operations/list-tasks.ts';
import { lastDayFor } from '../../../../functions/api/views/pay-days.ts';
import { liftStop } from '../../../../functions/doors/lift-stop.ts';
import { stopReleases } from '../../../../functions/doors/stop-releases.ts';
import type { LocalPerson } from '../../../../local/officials/people.ts';
import { asCalled, at, by, stateOf, type World } from '../../support/world.ts';
import {
  approve,
  approved,
  bringAll,
  cases,
  confirm,
  granted,
  ihsiApproved,
  inputOf,
  prepare,
  proposed,
  register,
  release,
  released,
  returned,
  say,
  settle,
} from '../../support/year.ts';
import { caller, readAs } from '../read-as.ts';

const list = async (
  world: World,
  as: LocalPerson,
  now = '2021-02-24T08:00:00Z',
  language: 'sv' | 'en' = 'sv',
) => (await readAs('listTasks', listTasks, world, { at: now, as, language })).tasks;

const named = async (world: World, as: LocalPerson, now?: string) =>
  (await list(world, as, now)).map(({ task, mine }) => [task, mine]);

describe('what waits for approval', () => {
  it('is mine when I hold the right, with the pay day, the total and the last day', async () => {
    const tasks = await list(await proposed(), 'attestant');
    expect(tasks).toMatchObject([
      {
        run: 'payout-2021-03',
        task: 'attest',
        text: 'Attestera utbetalningen för mars 2021.',
        by: '2021-03-01',
        payDay: '2021-03-01',
        totalSek: '2786075070',
        late: false,
        mine: true,
      },
      { task: 'order', mine: false },
    ]);
    expect(tasks[1]).not.toHaveProperty('why');
  });

  it('is late when the last day has passed', async () => {
    const tasks = await list(await proposed(), 'attestant', '2021-03-02T08:00:00Z');
    expect(tasks.map(({ late }) => late)).toEqual([true, true]);
  });

  it('is done by the bank day before when the pay day is a Saturday, and by the first payment that needs it', () => {
    expect(lastDayFor({ run: 'payout-2022-10', payDay: '2022-10-01' })).toBe('2022-09-30');
    expect(lastDayFor({ run: 'payout-2022-02', payDay: '2022-02-01' })).toBe('2022-02-01');
    expect(lastDayFor({ run: 'opening-2021' })).toBe('2021-03-01');
    expect(lastDayFor({ run: 'reconciliation-2021' })).toBe('2022-05-02');
  });

  it('leaves the list of the one who has spoken, and stays for the other', async () => {
    const world = await proposed();
    await approve(world, cases.march, 0, at('2021-02-23'));
    expect(await named(world, 'attestant')).toEqual([['order', false]]);
    expect(await named(world, 'payer')).toEqual([['order', true]]);
  });

  it('is not mine when it rests on what I registered, and says so', async () => {
    const world = await proposed();
    const holder = await stateOf(world, cases.march);
    const who = holder.proposal?.proposed.restsOn[0]?.registeredBy;
    expect(who).toBe('local-registrar');
    const now = '2021-02-24T08:00:00.000Z' as const;
    const { person } = caller('registrar', now);
    const groups = ['attestant'];
    const { tasks } = await listTasks(
      {
        operation: 'listTasks',
        at: now,
        by: { person: { ...person, groups }, roles: ['attestant'], regions: [] },
        language: 'sv',
        parameters: {},
        query: undefined,
        body: undefined,
      },
      world,
    );
    expect(tasks.find(({ task }) => task === 'attest')).toMatchObject({
      mine: false,
      why: { code: 'own-input' },
    });
  });

  it('is nothing once both have spoken', async () =>
    expect(await named(await approved(), 'payer')).toEqual([]));
});

describe('what waits for the case officer', () => {
  it('is an input that holds a payment, named with whom it comes from and by when', async () => {
    const world = await granted();
    await prepare(world, cases.february, at('2022-01-25'));
    const tasks = await list(world, 'registrar', '2022-01-25T09:00:00Z');
    const forecast = tasks.find(({ input }) => input?.kind === 'rebate-forecast');
    expect(forecast).toMatchObject({
      task: 'register-input',
      text: 'Registrera underlag från TLV: Återbäring, prognos 2021. Behövs för utbetalningen för februari 2022.',
      by: '2022-02-01',
      mine: true,
      input: { year: 2021, kind: 'rebate-forecast' },
    });
    expect((await list(world, 'attestant')).every(({ mine }) => !mine)).toBe(true);
  });

  it('is a version that a second person must confirm: the other’s, not one’s own', async () => {
    const world = await granted();
    const payees = inputOf('payees');
    const text = JSON.stringify(payees.content).replace('990-1000', '990-1018');
    await register(world, { ...payees, content: JSON.parse(text) }, at('2021-02-24'));
    expect(await list(world, 'registrar')).toMatchObject([
      {
        task: 'confirm-input',
        text: 'Bekräfta underlag: Betalningsmottagare, version 2.',
        mine: false,
        why: { code: 'same-person' },
        input: { year: 'all', kind: 'payees', version: 2 },
      },
    ]);
    expect(await named(world, 'checker')).toEqual([['confirm-input', true]]);
    await confirm(world, inputOf('payees'), 2, at('2021-02-24'));
    expect(await named(world, 'checker')).toEqual([]);
  });

  it('is a rejected run, the bank’s report, and what came back', async () => {
    const world = await proposed();
    const proposal = (await stateOf(world, cases.march)).proposal?.proposed.proposal ?? '';
    await say(world, {
      ...{ kind: 'reject', case: cases.march, right: 'attest', proposal, code: 'other' },
      ...{ reason: 'Vänta.', ...by('attestant', at('2021-02-23')) },
    });
    expect(await named(world, 'registrar')).toEqual([['prepare-again', true]]);
    expect(await named(await released(), 'registrar')).toEqual([['report-bank', true]]);
    const back = await returned();
    await settle(back, cases.march, at('2021-03-02'));
    expect(await named(back, 'registrar')).toEqual([['resolve-return', true]]);
    expect(await named(back, 'payer')).toEqual([['resolve-return', false]]);
    // What waits is what came back, and not the whole month.
    const { lines } = await stateOf(back, cases.march);
    const [held] = heldLines(lines);
    expect([heldLines(lines).length, lines.size]).toEqual([1, 21]);
    expect(await list(back, 'registrar')).toMatchObject([{ totalSek: held?.sek }]);
  });
});

it('a stop waits for two to lift it, and for another one once one has spoken', async () => {
  const world = await approved();
  const { by: registrar, at: when } = by('registrar', at('2021-02-24'));
  await stopReleases(
    { at: when, by: registrar, reason: 'En prövning pågår.' },
    asCalled(world, 'api-switch'),
  );
  expect(await named(world, 'attestant')).toEqual([['lift-stop', true]]);
  expect(await named(world, 'registrar')).toEqual([['lift-stop', false]]);
  const { by: attestant } = by('attestant', at('2021-02-24'));
  await liftStop({ at: when, by: attestant, reason: 'Klart.' }, asCalled(world, 'api-switch'));
  expect(await list(world, 'attestant', undefined, 'en')).toMatchObject([
    {
      text: 'Lift the stop of payments: one more person is needed.',
      mine: false,
      why: { code: 'same-person' },
    },
  ]);
  expect(await named(world, 'payer')).toEqual([['lift-stop', true]]);
});

it('SKR’s signatory sees what waits for SKR and nothing else; what is mine comes first', async () => {
  const world = await ihsiApproved();
  await release(world, cases.ihsi, at('2021-06-15', '11:00'));
  await bringAll(world, '2022-04-21', ({ kind }) => kind === 'payees');
  await prepare(world, cases.reconciliation, at('2022-04-22'));
  expect(await named(world, 'skrSignatory', '2022-04-22T09:00:00Z')).toEqual([
    ['sign-skr', true],
    ['sign-state', false],
  ]);
  expect((await named(world, 'attestant', '2022-04-22T09:00:00Z'))[0]).toEqual([
    'sign-state',
    true,
  ]);
});
