import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../core/agreement/2021.ts';
import { parseDay } from '../../../core/calendar/day.ts';
import { parseMonth } from '../../../core/calendar/month.ts';
import { parseInstant } from '../../../core/calendar/stockholm.ts';
import { Fraction } from '../../../core/money/fraction.ts';
import { Sek } from '../../../core/money/sek.ts';
import { byRegion, regionCodes } from '../../../core/regions.ts';
import { corridorNationally } from '../../../core/rules/corridor/risk-corridor.ts';
import { pot } from '../../../core/rules/pot/pot.ts';
import { requisitionObjection } from '../../../core/rules/requisition/requisition-objection.ts';
import { solPayment } from '../../../core/rules/requisition/sol-requisition.ts';
import { solidarityStaircase } from '../../../core/rules/solidarity/solidarity-staircase.ts';
import { simulateYear } from '../../../core/simulate-year.ts';
import { factsOf, readSample } from '../../../docs/generate/sample-year.ts';
import {
  accepted,
  each,
  euroRate,
  kronor,
  millions,
  people,
  refusalOf,
  table,
  total,
} from '../amounts.ts';
import { rulebookOf2026Shape, shapeOf2026 } from './shape-of-2026.ts';

describe('The shape of the parameters takes the numbers of 2026', () => {
  it('with a pot that is 300 000 kr more than its parts, as printed', () => {
    expect(accepted(pot(shapeOf2026)).value.toString()).toBe('41429282097');
    const asIfExplained = { ...shapeOf2026.pot, unexplained: agreement2021.pot.unexplained };
    expect(refusalOf(pot({ ...shapeOf2026, pot: asIfExplained }))).toMatchObject({
      printed: Sek.of('41429282097'),
      added: Sek.of('41428982097'),
    });
  });

  it('with one corridor on the net: a net outcome of 42 000 mnkr gives 481.5 mnkr, printed as 482', () => {
    // 42 000 = 43 700 + 0.7 × 300 − 1 910.
    const outcomes = new Map([
      ['benefits', millions('43700')],
      ['hepatitis-c', millions('300')],
      ['state-share-of-rebates', millions('1910')],
    ] as const);
    const [net] = shapeOf2026.corridors;
    expect(corridorNationally(net, outcomes).value).toEqual(Sek.millions('481.5'));
  });

  it('with a gate of at least 30 kr over the mean', () => {
    // Mean 10 kr, region 25 exactly at 40 kr per inhabitant.
    const input = {
      costs: table({ '01': '60000', '25': '40000' }, (cost) => [kronor(cost)]),
      inhabitants: table({ '01': 9000n, '25': 1000n }, people),
      secondLevel: each('60'),
    };
    expect(solidarityStaircase(input, shapeOf2026).get('25')?.value.toString()).toBe('25500');
    expect(solidarityStaircase(input, agreement2021).get('25')?.value.toString()).toBe('0');
  });

  it('with E-hälsomyndigheten asking for the SOL money, until 1 December and not after', () => {
    const against = (receivedAt: string) =>
      requisitionObjection(
        {
          from: 'E-hälsomyndigheten',
          amount: { currency: 'SEK', value: Fraction.parse('11000000') },
          receivedAt: parseInstant(receivedAt),
          payDay: parseDay('2026-12-09'),
        },
        'sol',
        shapeOf2026,
      );
    expect(against('2026-12-01T12:00:00Z')).toBeUndefined();
    expect(against('2026-12-02T12:00:00Z')).toMatchObject({ kind: 'too-late' });
    expect(solPayment(shapeOf2026).value).toEqual(Sek.millions('11'));
  });
});

describe('A whole year in the shape of 2026', () => {
  const sample = factsOf(readSample('local/sample-2021'));
  const { rebateForecast: _, ...payment } = sample.payment;
  const facts = (rate: string) => ({
    ...sample,
    payment: {
      ...payment,
      localDiscounts: byRegion(() => []),
      ihsiRate: euroRate(rate),
      benefitCost: millions('43700'),
      hepatitisCCost: millions('300'),
      rebateFinal: byRegion((region) => (region === '01' ? millions('4775') : kronor('0'))),
    },
    interimTotals: new Map(),
    discountMonth: parseMonth('2027-03'),
  });
  const year = accepted(simulateYear(rulebookOf2026Shape, facts('11.12052')));
  const kindsOf = (month: string) => {
    const regions = year.months.find((paid) => paid.month === month)?.regions;
    return [...new Set([...(regions?.values() ?? [])].flatMap(({ lines }) => [...lines.keys()]))];
  };

  it('shares a pot that twelve does not divide, months differing by one krona at most', () => {
    expect(total(year.grants).toString()).toBe('41429282097');
    const months = year.months.slice(0, 12).map((month) => month.total.toString());
    expect(new Set(months)).toEqual(new Set(['3452440175', '3452440174']));
    expect(months.filter((month) => month === '3452440175')).toHaveLength(9); // 41 429 282 097 mod 12.
  });

  it('has no rebate step in February, and settles in March what the corridor comes to', () => {
    expect(kindsOf('2027-02')).toEqual(['instalment']);
    expect(kindsOf('2027-03')).toEqual(['corridor-net']);
    // 43 700 + 210 − 0.4 × 4 775 = 42 000.
    expect(year.months.at(-1)?.total).toEqual(Sek.millions('481.5'));
    expect(year.settlement.size).toBe(1);
  });

  it('lets an IHSI difference be up to 100 000 kr, and shares a larger one', () => {
    // 361 305 × 11.4 = 4 118 877: 100 974 more than set aside; at 11.39 it is 97 360.95.
    const linesAt = (rate: string) => {
      const { months } = accepted(simulateYear(rulebookOf2026Shape, facts(rate)));
      const february = months.find(({ month }) => month === '2027-02');
      return Sek.sum(
        regionCodes.map(
          (region) =>
            february?.regions.get(region)?.lines.get('ihsi-difference')?.value ?? Sek.zero,
        ),
      ).toString();
    };
    expect(linesAt('11.4')).toBe('-100974');
    expect(linesAt('11.39')).toBe('0');
  });
});
