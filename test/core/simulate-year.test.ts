import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../core/agreement/2021.ts';
import { lineRules2021, rulebookFrom, rulebookOf } from '../../core/agreement/rulebook.ts';
import { cited } from '../../core/agreement/sources.ts';
import { parseMonth } from '../../core/calendar/month.ts';
import { Sek } from '../../core/money/sek.ts';
import { byRegion, of, regionCodes } from '../../core/regions.ts';
import { type SimulatedYear, simulateYear, type YearFacts } from '../../core/simulate-year.ts';
import { factsOf, readSample } from '../../docs/generate/sample-year.ts';
import { cases } from '../helpers/cases.ts';
import { accepted, kronor, refusalOf, total } from './amounts.ts';
import { anyYear } from './any-year.ts';

const rulebook = rulebookOf(2021);
const sample = factsOf(readSample('local/sample-2021'));

/** Worked out by another program in another language, from DESIGN's arithmetic and the same files. */
const golden = JSON.parse(readFileSync('test/core/golden/sample-2021.json', 'utf8'));

const asGolden = ({ grants, months }: SimulatedYear) => ({
  potSek: total(grants).toString(),
  grants: Object.fromEntries([...grants].map(([region, { value }]) => [region, value.toString()])),
  months: Object.fromEntries(
    months.map(({ month, payDay, total: totalSek, regions }) => [
      month,
      {
        payDay,
        totalSek: totalSek.toString(),
        lines: Object.fromEntries(
          [...regions].map(([region, { lines }]) => [
            region,
            Object.fromEntries([...lines].map(([kind, { value }]) => [kind, value.toString()])),
          ]),
        ),
      },
    ]),
  ),
});

describe('The sample year', () => {
  it('is paid to the krona as an independent program works it out', () => {
    expect(asGolden(accepted(simulateYear(rulebook, sample)))).toEqual(golden);
  });

  it('leaves out a month in which nothing is due', () => {
    const quiet = { ...sample, interimTotals: new Map(), discountMonth: parseMonth('2022-03') };
    const payment = {
      ...sample.payment,
      localDiscounts: byRegion(() => []),
      benefitCost: kronor('31400000000'),
      hepatitisCCost: kronor('606000000'),
      rebateFinal: sample.payment.rebateForecast ?? new Map(),
    };
    const { months } = accepted(simulateYear(rulebook, { ...quiet, payment }));
    expect(months.map(({ month }) => month)).toHaveLength(12);
    expect(months.at(-1)?.month).toBe('2022-02');
  });

  it('carries what a region owes in May into its next payment', () => {
    // Without interim payments May is below zero for every region; a later month pays it back, to the krona.
    const total2022 = kronor('2860000000');
    const facts = (month: string): YearFacts => ({
      ...sample,
      payment: { ...sample.payment, localDiscounts: byRegion(() => []) },
      interimTotals: new Map([[parseMonth(month), total2022]]),
    });
    const year = accepted(simulateYear(rulebook, facts('2022-06')));
    const [may, june] = year.months.slice(-2);
    expect(may?.total).toEqual(Sek.zero);
    expect(year.stillOwed.size).toBe(0);
    for (const region of regionCodes) {
      const owed = may?.regions.get(region)?.lines.get('carried-forward')?.value;
      expect(owed?.isNegative()).toBe(false);
      expect(june?.regions.get(region)?.lines.get('carried-forward')?.value).toEqual(
        owed?.negated(),
      );
    }
    // All that the year paid is the same as when May itself had the interim payment.
    const allMonths = ({ months }: SimulatedYear) => Sek.sum(months.map((month) => month.total));
    expect(allMonths(year)).toEqual(allMonths(accepted(simulateYear(rulebook, facts('2022-05')))));
  });

  it('says what is owed after the last month', () => {
    const year = accepted(simulateYear(rulebook, { ...sample, interimTotals: new Map() }));
    // −12 000 000 − 129 000 000 − 5 600 000, and the local discount of March that no instalment met.
    expect(total(year.stillOwed).toString()).toBe('-147850000');
  });

  it('is refused without a fact that a line or the reconciliation needs', () => {
    const { benefitCost: _, ...noCost } = sample.payment;
    expect(refusalOf(simulateYear(rulebook, { ...sample, payment: noCost }))).toEqual({
      kind: 'missing-facts',
      missing: ['benefitCost'],
    });
    const { ihsiRate: __, ...noRate } = sample.payment;
    expect(refusalOf(simulateYear(rulebook, { ...sample, payment: noRate }))).toEqual({
      kind: 'missing-facts',
      missing: ['ihsiRate'],
    });
  });

  it('is refused when no grant can be worked out', () => {
    const printed = cited(Sek.of('1'), { source: 'agreement-2021', place: 'test' });
    const agreement = { ...agreement2021, pot: { ...agreement2021.pot, printed } };
    expect(refusalOf(simulateYear(rulebookFrom(agreement, lineRules2021), sample)).kind).toBe(
      'pot-does-not-add-up',
    );
  });
});

describe('Any year', () => {
  const simulated = (facts: YearFacts) => accepted(simulateYear(rulebook, facts));
  const everyYear = (holds: (year: SimulatedYear) => boolean) =>
    fc.assert(
      fc.property(anyYear, (facts) => holds(simulated(facts))),
      cases(100),
    );

  it('shares the pot among the regions and the grants among the instalments, to the krona', () => {
    everyYear(({ grants, months }) => {
      const instalments = (region: (typeof regionCodes)[number]) =>
        Sek.sum(
          months.map(
            ({ regions }) => of(regions, region).lines.get('instalment')?.value ?? Sek.zero,
          ),
        );
      return (
        total(grants).equals(agreement2021.pot.printed.value) &&
        [...grants].every(([region, { value }]) => instalments(region).equals(value))
      );
    });
  });

  it('pays in every month what its regions are paid, and each region what its lines say', () => {
    everyYear(({ months }) =>
      months.every(
        ({ total: month, regions }) =>
          month.equals(Sek.sum([...regions.values()].map((payment) => payment.total))) &&
          [...regions.values()].every(({ lines, total: payment }) =>
            payment.equals(Sek.sum([...lines.values()].map(({ value }) => value))),
          ),
      ),
    );
  });

  it('never pays a region less than nothing, nor a line of no kronor, nor half a krona', () => {
    everyYear(({ months }) =>
      months.every(({ regions }) =>
        [...regions.values()].every(
          ({ lines, total: payment }) =>
            !payment.isNegative() &&
            [...lines.values()].every(({ value }) => value.isWhole() && !value.isZero()),
        ),
      ),
    );
  });

  it('carries every krona forward until it is settled or still owed', () => {
    everyYear(({ months, stillOwed }) =>
      regionCodes.every((region) => {
        const carried = Sek.sum(
          months.map(
            ({ regions }) => of(regions, region).lines.get('carried-forward')?.value ?? Sek.zero,
          ),
        );
        return carried.plus(stillOwed.get(region)?.value ?? Sek.zero).isZero();
      }),
    );
  });

  it('holds lines of a statement in one order, each kind at most once', () => {
    everyYear(({ months }) =>
      months.every(({ regions }) =>
        [...regions.values()].every(({ lines }) => {
          const kinds = [...lines.keys()];
          const carried = kinds.indexOf('carried-forward');
          return (
            new Set(kinds).size === kinds.length && (carried < 0 || carried === kinds.length - 1)
          );
        }),
      ),
    );
  });
});
