import { describe, expect, it } from 'vitest';
import { agreements } from '../../core/agreement/rulebook.ts';
import { parseMonth } from '../../core/calendar/month.ts';
import { run as openDue } from '../../functions/open-due.lambda.ts';
import type { Waiting } from '../../functions/shared/wait-for.ts';
import type { InputRegistration } from '../../local/inputs/registration.ts';
import {
  afterTwoInterims,
  agreementComes,
  payout,
  releasedProposal,
} from './support/interim-year.ts';
import { asCalled, at, copyOf, newWorld, type World } from './support/world.ts';
import {
  approveBoth,
  approvedBelowZero,
  bring,
  bringAll,
  cases,
  close,
  decideCase,
  inputOf,
  pay,
  prepare,
  release,
  report,
  resolve,
  settle,
  wait,
} from './support/year.ts';

const { may } = cases;
const june = payout('2022-06');
const july = payout('2022-07');

/** What the opener starts of the months after May 2022 on a morning. */
async function startedOn(world: World, day: string): Promise<readonly string[]> {
  world.workflows.started.length = 0;
  await openDue({ scheduledTime: at(day, '05:00') }, asCalled(world, 'open-due'));
  return world.workflows.started.map(({ name }) => name).filter((name) => name > 'payout-2022-05');
}

const yearOfDecision = ({ content }: InputRegistration) =>
  (content as { readonly agreementYear?: number }).agreementYear;
const firstMonthOf = ({ content }: InputRegistration) =>
  (content as { readonly firstMonth?: string }).firstMonth;

/** The decision by which what settles 2021 is paid, in these months. */
const settlementDecision = (firstMonth: string, lastMonth: string): InputRegistration => {
  const known = inputOf('authorisation', (input) => yearOfDecision(input) === 2021);
  const content = {
    ...known.content,
    ...{
      decision: 'rb-late',
      firstMonth: parseMonth(firstMonth),
      lastMonth: parseMonth(lastMonth),
    },
  };
  return { ...known, content } as InputRegistration;
};

let undecided: World | undefined;

/** The settlement of 2021 is signed, and no decision covers any payment in May, the last month of the year. */
async function withoutDecisionOfMay(): Promise<World> {
  if (!undecided) {
    undecided = newWorld();
    const ofMay = (input: InputRegistration) => firstMonthOf(input) === '2022-05';
    await bringAll(undecided, '2022-04-21', ofMay);
    await decideCase(undecided, cases.opening, '2021-02-18');
    await decideCase(undecided, cases.reconciliation, '2022-04-01');
  }
  return copyOf(undecided);
}

/** May is closed without payment, since nothing authorises it. */
async function closedInMay(): Promise<World> {
  const world = await withoutDecisionOfMay();
  expect(await prepare(world, may, at('2022-04-25'))).toMatchObject({ outcome: 'waiting' });
  await close(world, may, at('2022-05-20'), 'without-payment');
  return world;
}

describe('The last month of a year that is closed for lack of a decision', () => {
  it('leaves its lines to a payout of the next month, which is opened for them, decision or none', async () => {
    const world = await closedInMay();
    expect(await startedOn(world, '2022-05-24')).toEqual([]);
    expect(await startedOn(world, '2022-05-25')).toEqual([june]);
    expect(await prepare(world, june, at('2022-05-25'))).toMatchObject({
      outcome: 'waiting',
      needs: ['authorisation'],
    });
  });

  it('has them paid when the decision comes afterwards, in the month that it covers', async () => {
    const world = await closedInMay();
    await bring(world, settlementDecision('2022-07', '2022-07'), at('2022-06-10'));
    expect(await startedOn(world, '2022-06-24')).toEqual([july]);
    await pay(world, july, '2022-07-01');
    expect((await releasedProposal(world, '2022-07')).paid).toEqual([
      'corridor-benefits/2021/2022-05',
      'corridor-hepatitis-c/2021/2022-05',
      'rebate-settlement/2021/2022-05',
    ]);
  });

  it('has its lines in one payout only: while that is open no other is opened for them', async () => {
    const world = await closedInMay();
    await prepare(world, june, at('2022-05-25'));
    expect(await startedOn(world, '2022-06-24')).toEqual([june]);
    expect(await startedOn(world, '2022-07-26')).toEqual([june]);
  });

  it('hands them on from month to month for as long as they are closed without payment', async () => {
    const world = await closedInMay();
    await prepare(world, june, at('2022-05-25'));
    await close(world, june, at('2022-06-10'), 'without-payment');
    expect(await startedOn(world, '2022-06-23')).toEqual([]);
    expect(await startedOn(world, '2022-06-24')).toEqual([july]);
  });

  it('is followed by no payout once its lines are paid', async () => {
    const world = await closedInMay();
    await bring(world, settlementDecision('2022-06', '2022-06'), at('2022-05-24'));
    await pay(world, june, '2022-06-01');
    expect(await startedOn(world, '2022-06-24')).toEqual([]);
  });
});

describe('A payout outside the calendar', () => {
  it('stands still in sight: when its execution ends without closing it, that is counted', async () => {
    const world = await closedInMay();
    await prepare(world, june, at('2022-05-25'));
    world.workflows.ended.add(june);
    await startedOn(world, '2022-08-10');
    expect(world.metrics.of('RunsStandingStill')).toEqual([1]);
  });
});

describe('A payment that came back in the last month', () => {
  it('and is to be paid with the next is paid by a payout that is opened for it', async () => {
    const world = await withoutDecisionOfMay();
    const ofMay = inputOf(
      'authorisation',
      (input) => yearOfDecision(input) === 2022 && firstMonthOf(input) === '2022-05',
    );
    await bring(world, ofMay, at('2022-04-21'));
    await bring(world, settlementDecision('2022-05', '2022-05'), at('2022-04-21'));
    await prepare(world, may, at('2022-04-25'));
    await approveBoth(world, may, at('2022-04-26'));
    await release(world, may, at('2022-05-02', '06:00'));
    await report(world, may, at('2022-05-03'), [{ payee: '03', code: 'AC04' }]);
    await resolve(world, may, at('2022-05-04'));
    await settle(world, may, at('2022-05-04', '09:00'));
    await close(world, may, at('2022-05-04', '10:00'));
    expect(await startedOn(world, '2022-05-25')).toEqual([june]);
    await pay(world, june, '2022-06-01');
    const back = (await releasedProposal(world, '2022-05')).payments.find(
      ({ payee }) => payee === '03',
    );
    const { payments, paid } = await releasedProposal(world, '2022-06');
    expect(paid).toEqual([]);
    const ofRegion = payments.find(({ payee }) => payee === '03');
    expect(ofRegion?.totalSek).toBe(back?.totalSek);
    expect(payments.filter(({ totalSek }) => totalSek !== '0')).toHaveLength(1);
    expect(await startedOn(world, '2022-06-24')).toEqual([]);
  });
});

describe('What regions owe after the last month', () => {
  it('opens no payout: it waits for lines to be taken from', async () => {
    const world = await approvedBelowZero();
    await release(world, may, at('2022-05-02', '06:00'));
    await settle(world, may, at('2022-05-02', '06:30'));
    await close(world, may, at('2022-05-02', '07:00'));
    expect(await startedOn(world, '2022-05-25')).toEqual([]);
    expect(await prepare(world, june, at('2022-05-25'))).toMatchObject({ outcome: 'nothing-due' });
  });
});

/** June waits for a decision that covers July and later months only; July takes June's instalment with it. */
async function juneWentWithJuly(): Promise<World> {
  const world = await afterTwoInterims();
  await pay(world, may, '2022-05-03');
  const { watch } = (await prepare(world, june, at('2022-05-25'))) as Waiting;
  await agreementComes(world, '2022-07', '2022-06-20');
  // It was woken by the decision, which does not cover June, and waits again.
  const again = (await prepare(world, june, at('2022-06-20', '12:00'))) as Waiting;
  expect(again.needs).toEqual(['authorisation']);
  expect(again.watch).not.toEqual(watch);
  await wait(world, 'inputs', at('2022-06-20', '12:01'), { id: june, watch: again.watch });
  return world;
}

describe('A month that waits for a decision while a later payout settles the year', () => {
  it('is woken by the opener when that has been released, finds nothing due and ends', async () => {
    const world = await juneWentWithJuly();
    await startedOn(world, '2022-06-30');
    expect(world.workflows.woken).toEqual([]);
    await pay(world, july, '2022-07-01');
    await startedOn(world, '2022-07-04');
    expect(world.workflows.woken).toEqual([`token of ${june}`]);
    expect(await prepare(world, june, at('2022-07-04'))).toMatchObject({ outcome: 'nothing-due' });
  });

  it('is woken once by each release, and waits on when it has something due all the same', async () => {
    const world = await juneWentWithJuly();
    await pay(world, july, '2022-07-01');
    await startedOn(world, '2022-07-04');
    await wait(world, 'inputs', at('2022-07-04', '09:00'), { id: june, token: 'once more' });
    await startedOn(world, '2022-07-05');
    expect(world.workflows.woken).toEqual([`token of ${june}`]);
  });
});

describe('A month that waits for a decision of a year that is then ended', () => {
  it('is woken when two people have ended it, and has nothing of it due', async () => {
    const with2022 = await afterTwoInterims();
    const world = { ...with2022, rulebooks: agreements };
    await close(world, may, at('2022-05-01'), 'without-payment');
    const { watch } = (await prepare(world, june, at('2022-05-25'))) as Waiting;
    await wait(world, 'inputs', at('2022-05-25', '09:00'), { id: june, watch });
    const ended = {
      ...inputOf('authorisation'),
      ...{ kind: 'year-ended', year: 2022 },
      content: { agreementYear: 2022, reason: 'The parties came to no agreement on 2022.' },
    } as InputRegistration;
    await bring(world, ended, at('2022-06-10'));
    expect(world.workflows.woken).toEqual([`token of ${june}`]);
  });
});
