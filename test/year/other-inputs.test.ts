import { beforeAll, describe, expect, it } from 'vitest';
import { inputsAboveCorridors } from '../fixtures/inputs-above-corridors.ts';
import { type InputEdits, inputsDirectory, replaced } from '../fixtures/inputs-directory.ts';
import { inputsInsideCorridors } from '../fixtures/inputs-inside-corridors.ts';
import { inputsOtherPopulation } from '../fixtures/inputs-other-population.ts';
import { caseEvents, typesOf, wrongIn } from '../helpers/record.ts';
import { grantsOf, monthsOf, nationalSum, simulated } from '../helpers/simulated.ts';
import { type RanYear, ranYear } from '../helpers/year.ts';

/** SKR asks for SOL on the day after the last day for it. */
const solTooLate: InputEdits = {
  'outcome.json': (text) =>
    [
      replaced('"solRequisitionedOn": "2021-10-04"', '"solRequisitionedOn": "2021-12-02"'),
      replaced('"solPaymentDay": "2021-10-11"', '"solPaymentDay": "2021-12-09"'),
    ].reduce((edited, edit) => edit(edited), text),
};

/** The interim decision of April 2022 begins in June and not in May. */
const noInterimInMay: InputEdits = {
  'authorisations.csv': replaced('interim,2022,2022-05,2022-05', 'interim,2022,2022-06,2022-06'),
};

const years = {
  'another population, and SOL requisitioned too late': {
    ...inputsOtherPopulation(),
    ...solTooLate,
  },
  'costs above the corridors': inputsAboveCorridors(),
  'costs inside the corridors': inputsInsideCorridors(),
  'no interim payment in May': noInterimInMay,
};
type Name = keyof typeof years;
const names = Object.keys(years) as Name[];

const inputs = new Map(names.map((name) => [name, inputsDirectory(years[name])]));
const ran = new Map<Name, RanYear>();
const of = (name: Name): RanYear => {
  const year = ran.get(name);
  if (!year) throw new Error(`${name} has not been run.`);
  return year;
};

/** Two at a time: the machine that this must be quick on has two cores. */
async function runAll(waiting: Name[]): Promise<void> {
  for (let name = waiting.shift(); name; name = waiting.shift())
    ran.set(name, await ranYear({ inputs: inputs.get(name) ?? '' }));
}
beforeAll(async () => {
  const waiting = [...names];
  await Promise.all([runAll(waiting), runAll(waiting)]);
});

describe.each(names)('With %s', (name) => {
  const oracle = () => simulated(inputs.get(name) ?? '');

  it('every region gets the grant and the lines that the rules alone give', () => {
    expect(of(name).result.grants).toEqual(grantsOf(oracle()));
    expect(of(name).result.payments).toEqual(monthsOf(oracle()));
  });

  it('all checks hold, nothing waits, and the record is in order', () => {
    const { checks, waiting, failed, found } = of(name);
    expect(checks.filter(({ held }) => !held)).toEqual([]);
    expect([waiting, failed, wrongIn(found)]).toEqual([[], [], []]);
  });
});

describe('Costs above both corridors', () => {
  it("give the agreement's own examples: 33 000 mnkr +329 mnkr, and 800 mnkr +61.6 mnkr", () => {
    const { result } = of('costs above the corridors');
    expect(nationalSum(result, '2022-05', 'corridor-benefits')).toBe('329000000');
    expect(nationalSum(result, '2022-05', 'corridor-hepatitis-c')).toBe('61600000');
  });

  it('come with final rebates below the forecast, which May pays back', () => {
    const { result } = of('costs above the corridors');
    expect(BigInt(nationalSum(result, '2022-05', 'rebate-settlement'))).toBeGreaterThan(0n);
  });

  it('come with two discounts of one region, which are one line', () => {
    const march = of('costs above the corridors').result.payments.find(
      ({ month }) => month === '2022-03',
    );
    const discounts = march?.regions.flatMap(({ code, lines }) =>
      lines.filter(({ kind }) => kind === 'local-discount').map(({ sek }) => [code, sek]),
    );
    expect(discounts).toEqual([
      ['12', '-1583333'], // 1 250 000 + 333 333.
      ['25', '-1'],
    ]);
  });
});

describe('Costs inside both corridors', () => {
  it('move no money in May, nor do discounts of which there are none in March', () => {
    const { result } = of('costs inside the corridors');
    const kinds = new Set(
      result.payments.flatMap(({ regions }) =>
        regions.flatMap(({ lines }) => lines.map(({ kind }) => kind)),
      ),
    );
    expect([...kinds].sort()).toEqual([
      'instalment',
      'interim-instalment',
      'rebate-forecast',
      'rebate-settlement',
    ]);
  });

  it('come with nothing requisitioned: no SOL, no IHSI and no IHSI difference', () => {
    const { result } = of('costs inside the corridors');
    expect(result.requisitions).toEqual([]);
    expect(result.vouchers).toBe(15);
  });
});

describe('SOL requisitioned on 2 December', () => {
  it('is refused, and left out of the year and of the record', () => {
    const { result, found } = of('another population, and SOL requisitioned too late');
    expect(result.requisitions.map(({ kind }) => kind)).toEqual(['ihsi']);
    expect(result.vouchers).toBe(16);
    expect(typesOf(found, 'requisition-2021-sol')).toEqual([]);
  });
});

describe('Without an interim payment in May', () => {
  const may = () => of('no interim payment in May').result.payments.at(-2);
  const june = () => of('no interim payment in May').result.payments.at(-1);
  const carriedIn = (month: string) =>
    nationalSum(of('no interim payment in May').result, month, 'carried-forward');

  it('every region is below zero, so it is paid nothing and what it owes is carried forward', () => {
    expect(may()).toMatchObject({ month: '2022-05', payDay: '2022-05-02', totalSek: '0' });
    expect(may()?.regions.map(({ totalSek }) => totalSek)).toEqual(Array(21).fill('0'));
    expect(carriedIn('2022-05')).toBe('146600000'); // 12 000 000 + 129 000 000 + 5 600 000.
  });

  it('two people approve the payment of nothing, and it is booked like any other', () => {
    const types = caseEvents(of('no interim payment in May').found, 'payout-2022-05').map(
      (event) => event.type,
    );
    expect(types.filter((type) => type === 'approved')).toHaveLength(2);
    expect(of('no interim payment in May').result.vouchers).toBe(12 + 6);
  });

  it('June takes the carried kronor from what it pays', () => {
    expect(june()).toMatchObject({
      month: '2022-06',
      payDay: '2022-06-01',
      totalSek: '2713400000', // 2 860 000 000 − 146 600 000.
    });
    expect(carriedIn('2022-06')).toBe('-146600000');
  });
});
