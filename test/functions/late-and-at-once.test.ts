import { describe, expect, it } from 'vitest';
import { run as openDue } from '../../functions/open-due.lambda.ts';
import type { InputRegistration } from '../../local/inputs/registration.ts';
import { actBefore } from '../helpers/memory-records.ts';
import {
  afterTwoInterims,
  agreementComes,
  beforeInterim,
  decide2022,
  kronorOf,
  payout,
  releasedProposal,
} from './support/interim-year.ts';
import { asCalled, at, copyOf, refusalOf, stateOf, type World } from './support/world.ts';
import {
  approveBoth,
  bring,
  bringAll,
  cases,
  ihsiApproved,
  inputOf,
  pay,
  prepare,
  release,
  report,
  resolve,
} from './support/year.ts';

const november = payout('2022-11');
const december = payout('2022-12');
const january = payout('2023-01');
const april = payout('2022-04');
const may = payout('2022-05');

/** Room for whatever is tried, in both budget years. */
async function roomInBothYears(world: World): Promise<void> {
  const known = inputOf('appropriation');
  for (const [budgetYear, hash] of [
    [2022, 'e'],
    [2023, 'f'],
  ] as const)
    await bring(
      world,
      {
        ...known,
        ...{ year: budgetYear, documentHash: hash.repeat(64) },
        content: {
          ...{ budgetYear, appropriationSek: '90000000000', creditSek: '0' },
          paidBeforeFirstRunSek: '0',
        },
      } as InputRegistration,
      at('2022-04-22'),
    );
}

const carriedIn = async (world: World, month: string, region: '03' | '09'): Promise<bigint> => {
  const { released } = await stateOf(world, payout(month));
  return released ? ((await kronorOf(world, month, 'carried-forward'))[region] ?? 0n) : 0n;
};

describe('A payout that is late over the year’s edge', () => {
  it('knows what the next year’s payouts have paid of its items', async () => {
    const world = await afterTwoInterims();
    await roomInBothYears(world);
    await decide2022(world, 'rb-int', 'interim', '2022-06', '2022-11', '2022-05-20');
    for (const month of ['05', '06', '07', '08', '09', '10', '11'])
      await pay(world, payout(`2022-${month}`), `2022-${month}-03`);
    await prepare(world, december, at('2022-11-24'));
    await agreementComes(world, '2023-01', '2022-12-22');
    await pay(world, january, '2023-01-03');
    await decide2022(world, 'rb-december', 'agreement', '2022-12', '2022-12', '2023-01-09');
    await prepare(world, december, at('2023-01-10', '06:00'));
    const { proposal } = await stateOf(world, december);
    const { paid } = await releasedProposal(world, '2023-01');
    expect(paid).toContain('instalment/2022/2022-12');
    expect(proposal?.proposed).toBeUndefined();
  });

  it('takes up nothing that the next year’s payouts have taken up', async () => {
    const world = await afterTwoInterims();
    await roomInBothYears(world);
    await decide2022(world, 'rb-int', 'interim', '2022-06', '2022-11', '2022-05-20');
    for (const month of ['05', '06', '07', '08', '09', '10'])
      await pay(world, payout(`2022-${month}`), `2022-${month}-03`);
    await prepare(world, november, at('2022-10-25'));
    await approveBoth(world, november, at('2022-10-26'));
    await release(world, november, at('2022-11-01'));
    await report(world, november, at('2022-11-02'), [{ payee: '03', code: 'AC04' }]);
    await resolve(world, november, at('2022-11-03'));
    await decide2022(world, 'rb-jan', 'interim', '2023-01', '2023-01', '2022-12-20');
    await pay(world, january, '2023-01-03');
    await decide2022(world, 'rb-dec', 'interim', '2022-12', '2022-12', '2023-01-09');
    await pay(world, december, '2023-01-12');
    expect(await carriedIn(world, '2023-01', '03')).toBeGreaterThan(0n);
    expect(await carriedIn(world, '2022-12', '03')).toBe(0n);
  });

  it.each([
    ['2022-12-10', '2022-12', '2022-12-12'],
    ['2023-01-27', '2023-02', '2023-01-30'],
    ['2023-02-03', '2023-02', '2023-02-06'],
  ])('is opened when it is decided on %s for %s', async (decided, month, day) => {
    const base = await beforeInterim();
    const world = { ...base, rulebooks: { ...base.rulebooks, years: [2021] } } as World;
    await decide2022(world, 'rb-late', 'interim', month, month, decided);
    await openDue({ scheduledTime: at(day, '05:00') }, asCalled(world, 'open-due'));
    expect(world.workflows.started.map(({ name }) => name)).toContain(`payout-${month}`);
  });
});

describe('Two payouts that are released at the same moment', () => {
  it('take up what came back once, at whatever moment', async () => {
    const base = await beforeInterim();
    const march = payout('2022-03');
    await prepare(base, march, at('2022-02-22'));
    await approveBoth(base, march, at('2022-02-23'));
    await release(base, march, at('2022-03-01'));
    await report(base, march, at('2022-03-02'), [{ payee: '03', code: 'AC04' }]);
    await resolve(base, march, at('2022-03-03'));
    const back = -(await carriedOnceEach(base, april, may, at('2022-05-02', '06:00'), '03'));
    expect(back).toBe(-((await kronorOf(base, '2022-03', 'interim-instalment'))['03'] ?? 0n));
  });

  it('deduct what a region owes once, at whatever moment', async () => {
    const base = await afterTwoInterims();
    await pay(base, may, '2022-05-03');
    await agreementComes(base, '2022-06', '2022-05-24');
    await pay(base, payout('2022-06'), '2022-06-03');
    const owed = await carriedIn(base, '2022-06', '09');
    expect(owed).toBeGreaterThan(0n);
    const taken = await carriedOnceEach(
      base,
      payout('2022-07'),
      payout('2022-08'),
      at('2022-08-01', '06:00'),
      '09',
    );
    expect(-taken).toBeLessThanOrEqual(owed);
  });
});

/** Interrupts the first one's release before each of its uses of the record by the other's; gives what both took up, the same each time. */
async function carriedOnceEach(
  base: World,
  first: ReturnType<typeof payout>,
  second: ReturnType<typeof payout>,
  now: ReturnType<typeof at>,
  region: '03' | '09',
): Promise<bigint> {
  for (const id of [first, second]) {
    await prepare(base, id, at('2022-04-22'));
    await approveBoth(base, id, at('2022-04-22', id === first ? '09:00' : '10:00'));
  }
  let uses = 0;
  const counted = copyOf(base);
  counted.records.interrupt(({ use }) => {
    uses = use;
  });
  await release(counted, first, now);
  expect(uses).toBeGreaterThan(5);
  const months = [first, second].map((id) => id.replace('payout-', ''));
  const sums = new Set<bigint>();
  for (let use = 1; use <= uses + 1; use++) {
    const world = copyOf(base);
    const other = async () => {
      await refusalOf(release(world, second, now));
    };
    world.records.interrupt(actBefore(use, other));
    await refusalOf(release(world, first, now));
    world.records.interrupt(undefined);
    const [one = 0n, another = 0n] = await Promise.all(
      months.map((month) => carriedIn(world, month, region)),
    );
    expect(one === 0n || another === 0n, `before use ${use}: ${one} and ${another}`).toBe(true);
    sums.add(one + another);
  }
  expect(sums.size).toBe(1);
  return [...sums][0] ?? 0n;
}

describe('A newer interim decision for a month', () => {
  const newer = async (world: World): Promise<void> => {
    const known = inputOf(
      'authorisation',
      ({ content }) =>
        'kind' in content && content.kind === 'interim' && content.firstMonth === '2022-05',
    );
    const content = {
      ...known.content,
      ...{ decision: 'rb-2022-04-28', decidedOn: '2022-04-28', monthlyTotalSek: '3000000000' },
    };
    const input = { ...known, documentHash: 'e'.repeat(64), content } as InputRegistration;
    await bring(world, input, at('2022-04-28'));
  };

  it('ends what was approved by the one before: that is not paid', async () => {
    const world = await afterTwoInterims();
    await prepare(world, may, at('2022-04-22'));
    await approveBoth(world, may, at('2022-04-23'));
    await newer(world);
    expect((await refusalOf(release(world, may, at('2022-05-02'))))?.message).toContain(
      'rb-2022-04-28 decides by now what is paid',
    );
  });

  it('is the one by which the month is paid, and is named', async () => {
    const world = await afterTwoInterims();
    await newer(world);
    await pay(world, may, '2022-05-02');
    const { decisions } = await releasedProposal(world, '2022-05');
    expect(decisions).toContain('rb-2022-04-28');
    const kronor = Object.values(await kronorOf(world, '2022-05', 'interim-instalment'));
    expect(kronor.reduce((sum, each) => sum + each, 0n)).toBe(3_000_000_000n);
  });
});

describe('An IHSI requisition that is not paid yet when February is prepared', () => {
  it('is waited for, and its difference is in February', async () => {
    const world = await ihsiApproved();
    await bringAll(world, '2022-02-28');
    await prepare(world, cases.february, at('2021-06-10'));
    const { needs } = await stateOf(world, cases.february);
    expect(needs.map(({ need }) => need)).toContain('ihsi-payment');
    await release(world, cases.ihsi, at('2021-06-15', '11:00'));
    await pay(world, cases.february, '2022-02-01');
    const { payments } = await releasedProposal(world, '2022-02');
    expect(payments[0]?.lines.map(({ kind }) => kind)).toContain('ihsi-difference');
  });
});
