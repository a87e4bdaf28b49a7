import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../core/calendar/day.ts';
import { caseStream } from '../../../core/record/case-id.ts';
import { run as closeCase } from '../../../functions/close-case.lambda.ts';
import type { SubmitRequisition } from '../../../functions/contract/doors.ts';
import {
  startRequisition,
  submitRequisition,
} from '../../../functions/doors/submit-requisition.ts';
import { run as validateRequisition } from '../../../functions/validate-requisition.lambda.ts';
import { actBefore } from '../../helpers/memory-records.ts';
import { asCalled, at, by, refusalOf, stateOf, typesOf, type World } from '../support/world.ts';
import {
  bring,
  cases,
  granted,
  inputOf,
  prepare,
  requisition,
  requisitionOf,
} from '../support/year.ts';

const { sol, ihsi } = cases;
const inTime = at('2021-12-01', '23:59');
const tooLate = at('2021-12-02', '00:00');

const submitting = (kind: 'sol' | 'ihsi', when = at('2021-10-04')): SubmitRequisition => ({
  year: 2021,
  kind,
  requisition: requisitionOf(kind),
  ...by('skr', when),
});
const submit = (world: World, said: SubmitRequisition) =>
  submitRequisition(said, asCalled(world, 'api-requisitions'));
/** Past the door, as whatever else writes a submission: the workflow's own check is what stands against it then. */
const start = (world: World, said: SubmitRequisition) =>
  startRequisition(said, asCalled(world, 'api-requisitions'));
const asking = (said: SubmitRequisition, value: string): SubmitRequisition => ({
  ...said,
  requisition: {
    ...said.requisition,
    amount: { ...said.requisition.amount, value },
  },
});

const forDay = (said: SubmitRequisition, day: string): SubmitRequisition => ({
  ...said,
  requisition: { ...said.requisition, wishedPaymentDay: parseDay(day) },
});

describe('A requisition', () => {
  it('is noted and starts its workflow under its own name', async () => {
    const world = await granted();
    expect(await submit(world, submitting('sol'))).toBe(sol);
    expect(world.workflows.started).toEqual([{ machine: 'requisition', case: sol, name: sol }]);
    expect(await typesOf(world, sol)).toEqual(['submitted']);
  });

  it('by somebody who is not SKR is refused, and nothing is written', async () => {
    const world = await granted();
    const before = world.records.dump();
    const said = { ...submitting('sol'), ...by('registrar', at('2021-10-04')) };
    expect(await refusalOf(submit(world, said))).toEqual({
      name: 'InputRejected',
      message: 'right-not-held: This needs the right skr, which Hanna Handläggare does not have.',
    });
    expect(world.records.dump()).toEqual(before);
    expect(world.workflows.started).toEqual([]);
  });

  it('of a year without an agreement is refused, naming the years there are', async () => {
    const world = await granted();
    expect(await refusalOf(submit(world, { ...submitting('sol'), year: 2020 }))).toEqual({
      name: 'InputRejected',
      message: 'no-agreement: There is no agreement of 2020. There is one of 2021.',
    });
  });

  it('that differs from the one that is there is refused: the amount is paid once', async () => {
    const world = await granted();
    await submit(world, submitting('sol'));
    const other = asking(submitting('sol'), '6999999');
    expect(await refusalOf(submit(world, other))).toEqual({
      name: 'InputRejected',
      message: expect.stringMatching(/^already-requisitioned: /),
    });
    expect(await typesOf(world, sol)).toEqual(['submitted']);
  });

  it('by two calls at once is one submission', async () => {
    const world = await granted();
    const said = submitting('sol');
    world.records.interrupt(actBefore(2, () => start(world, asking(said, '1'))));
    expect((await refusalOf(submit(world, said)))?.message).toMatch(/^already-requisitioned/);
    expect(await typesOf(world, sol)).toEqual(['submitted']);
  });
});

describe('A second submission of a requisition that was refused', () => {
  it('has an execution of its own, also when another one took over for the first', async () => {
    const world = await granted();
    await start(world, { ...submitting('sol'), at: tooLate });
    await validateRequisition({ case: sol, now: tooLate }, asCalled(world, 'validate-requisition'));
    for (const name of [sol, `${sol}.2`]) world.workflows.ended.add(name);
    await start(world, { ...submitting('sol'), at: at('2021-12-03') });
    expect(world.workflows.started.map(({ name }) => name)).toEqual([sol, `${sol}.3`]);
  });
});

describe('Validating a requisition', () => {
  it('accepts SOL on 1 December until midnight in Stockholm, to be proposed at once', async () => {
    const world = await granted();
    expect(await requisition(world, 'sol', inTime)).toEqual({
      case: sol,
      verdict: 'accepted',
      proposeAt: inTime,
      watch: {},
    });
  });

  it('refuses SOL on 2 December, with the paragraph that says so', async () => {
    const world = await granted();
    expect(await requisition(world, 'sol', tooLate)).toMatchObject({ verdict: 'refused' });
    expect((await stateOf(world, sol)).refused).toMatchObject({
      code: 'too-late',
      reason: 'received on 2021-12-02; the last day is 2021-12-01',
      cites: [expect.stringMatching(/^agreement-2021, /)],
    });
  });

  it.each([
    [
      'another amount',
      'sol',
      asking(submitting('sol'), '7000001'),
      'wrong-amount',
      /7000001 was asked for; 7000000/,
    ],
    [
      'another currency',
      'ihsi',
      {
        ...submitting('ihsi'),
        requisition: { ...submitting('sol').requisition },
      },
      'wrong-currency',
      /SEK was asked for; EUR is agreed/,
    ],
    [
      'a Sunday as pay day',
      'ihsi',
      forDay(submitting('ihsi'), '2021-10-10'),
      'no-bank-day',
      /^2021-10-10 is no bank day; the nearest are 2021-10-08 and 2021-10-11$/,
    ],
    [
      'a Saturday as pay day',
      'sol',
      forDay(submitting('sol'), '2021-10-09'),
      'no-bank-day',
      /^2021-10-09 is no bank day; the nearest are 2021-10-08 and 2021-10-11$/,
    ],
    [
      'a pay day more than a year ahead',
      'ihsi',
      forDay(submitting('ihsi'), '2022-10-10'),
      'pay-day-too-late',
      /^2022-10-10 is asked for as pay day; the last that can be is 2022-01-24$/,
    ],
    [
      'a pay day that would hold February’s payout',
      'sol',
      forDay(submitting('sol'), '2022-01-25'),
      'pay-day-too-late',
      /^2022-01-25 is asked for as pay day; the last that can be is 2022-01-24$/,
    ],
  ] as const)('refuses %s of %s', async (_, kind, said, code, words) => {
    const world = await granted();
    await start(world, said);
    const id = cases[kind];
    const verdict = await validateRequisition(
      { case: id, now: said.at },
      asCalled(world, 'validate-requisition'),
    );
    expect(verdict).toMatchObject({ verdict: 'refused' });
    expect((await stateOf(world, id)).refused).toMatchObject({
      code: code,
      reason: expect.stringMatching(words),
    });
  });

  it('proposes IHSI on its payment day, not before: the rate is that day’s', async () => {
    const world = await granted();
    const validated = await requisition(world, 'ihsi', at('2021-06-08'));
    expect(validated).toMatchObject({ verdict: 'accepted', proposeAt: at('2021-06-15', '00:00') });
    const waiting = await prepare(world, ihsi, at('2021-06-15'));
    expect(waiting).toMatchObject({ outcome: 'waiting', needs: ['rate'] });
  });
});

describe('A requisition that comes to be proposed when banks are closed', () => {
  const saturday = at('2021-06-19');

  it('of IHSI waits for the rate of the next bank day, and takes none of that day', async () => {
    const world = await granted();
    await requisition(world, 'ihsi', at('2021-06-08'));
    const rate = inputOf('rate');
    const content = { day: parseDay('2021-06-19'), sekPerEuro: '10.1500' };
    await bring(world, { ...rate, content } as typeof rate, saturday);
    expect(await prepare(world, ihsi, saturday)).toMatchObject({
      outcome: 'waiting',
      needs: ['rate'],
    });
    expect((await stateOf(world, ihsi)).needs[0]?.because).toBe('no rate of 2021-06-21 is known');
  });

  it('of SOL for a closed day that was accepted before such days were refused is paid on the next bank day', async () => {
    const world = await granted();
    const said = forDay(submitting('sol'), '2021-10-10');
    await start(world, said);
    const stream = caseStream(sol);
    const events = await world.records.read(stream);
    await world.records.append(stream, events.at(-1), { type: 'accepted', at: said.at });
    expect(await prepare(world, sol, said.at)).toMatchObject({ outcome: 'proposed' });
    expect((await stateOf(world, sol)).proposal?.proposed.payment?.payDay).toBe('2021-10-11');
  });
});

describe('A refused requisition', () => {
  const refused = async () => {
    const world = await granted();
    await start(world, asking(submitting('sol'), '1'));
    await validateRequisition(
      { case: sol, now: at('2021-10-04') },
      asCalled(world, 'validate-requisition'),
    );
    return world;
  };
  const close = (world: World) =>
    closeCase(
      { case: sol, now: at('2021-10-04'), outcome: 'refused' },
      asCalled(world, 'close-case'),
    );

  it('can be made anew, in an execution of its own', async () => {
    const world = await refused();
    await close(world);
    await submit(world, submitting('sol', at('2021-10-05')));
    expect(world.workflows.started.map(({ name }) => name)).toEqual([sol, `${sol}.2`]);
    const verdict = await validateRequisition(
      { case: sol, now: at('2021-10-05') },
      asCalled(world, 'validate-requisition'),
    );
    expect(verdict).toMatchObject({ verdict: 'accepted' });
  });

  it('repeated by a call that was sent again is no new one', async () => {
    const world = await refused();
    const before = world.records.dump();
    await submit(world, asking(submitting('sol'), '1'));
    expect(world.records.dump()).toEqual(before);
  });

  it('made anew before the first was closed stays open', async () => {
    const world = await refused();
    await submit(world, submitting('sol', at('2021-10-05')));
    await close(world);
    expect((await stateOf(world, sol)).closed).toBeUndefined();
    expect(world.records.dump('AGENDA#all')).not.toMatchObject({
      'AGENDA#all/closed#000002': expect.anything(),
    });
  });
});
