import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import type { AgreementParameters } from '../../../../core/agreement/parameters.ts';
import { cited } from '../../../../core/agreement/sources.ts';
import { mapValues } from '../../../../core/map-values.ts';
import { Sek } from '../../../../core/money/sek.ts';
import { byRegion, of, regionCodes } from '../../../../core/regions.ts';
import type { AllocationFacts } from '../../../../core/rules/facts.ts';
import { yearsGrant } from '../../../../core/rules/grant/years-grant.ts';
import type { Working } from '../../../../core/working.ts';
import { cases } from '../../../helpers/cases.ts';
import { accepted, anyAllocation, each, kronor, people, refusalOf, total } from '../../amounts.ts';

const at = { source: 'agreement-2021', place: 'test' } as const;
const perInhabitant: AgreementParameters = {
  ...agreement2021,
  solidarity: { ...agreement2021.solidarity, fundedBy: cited('per-inhabitant', at) },
};
const POT = Sek.of('33432900840');

/** 21 regions of equal need, where each group has one inhabitant who costs one krona. */
const equalRegions: AllocationFacts = {
  population: byRegion(
    () => new Map(agreement2021.needs.groups.value.map((group) => [group, people(1n)])),
  ),
  priceTags: new Map(agreement2021.needs.groups.value.map((group) => [group, each('1')])),
  solidarityCosts: byRegion(() => []),
  secondLevel: each('60'),
};
const withCost = (sek: string): AllocationFacts => ({
  ...equalRegions,
  solidarityCosts: byRegion((region) => (region === '25' ? [kronor(sek)] : [])),
});

describe("The year's grant", () => {
  it('gives regions of equal need equal grants, the odd kronor to the first codes', () => {
    // 33 432 900 840 / 21 = 1 592 042 897 and 3/21.
    const grants = accepted(yearsGrant(equalRegions, agreement2021));
    expect(grants.get('01')?.value.toString()).toBe('1592042898');
    expect(grants.get('04')?.value.toString()).toBe('1592042898');
    expect(grants.get('05')?.value.toString()).toBe('1592042897');
  });

  it('takes solidarity off the pot before the rest is shared by need', () => {
    // One region costs 4 620 kr: 210 per inhabitant, mean 10, so 0.85 × 60 + 0.90 × 140 = 177 kr × 22.
    const grants = accepted(yearsGrant(withCost('4620'), agreement2021));
    const rest = 33_432_900_840n - 3894n;
    expect(grants.get('24')?.value.kronor()).toBe(rest / 21n);
    expect(grants.get('25')?.value.kronor()).toBe(rest / 21n + 3894n);
  });

  it('collects solidarity from everybody by population where that is the reading', () => {
    // Region 09 has 484 of 924 people and no more need than others: it pays 11/21 of the 17 793.60 kr.
    const [first = 'child-0-income-low'] = agreement2021.needs.groups.value;
    const facts: AllocationFacts = {
      ...withCost('20328'),
      population: byRegion((region) => {
        const groups = of(equalRegions.population, region);
        return region === '09' ? new Map([...groups, [first, people(463n)]]) : groups;
      }),
      priceTags: new Map([...equalRegions.priceTags, [first, each('0')]]),
    };
    const grants = accepted(yearsGrant(facts, perInhabitant));
    expect(grants.get('09')?.value.toString()).toBe('1592033577'); // 1 592 042 897.14 − 9 320.46
    expect(grants.get('25')?.value.toString()).toBe('1592060267'); // + 17 793.60 − 423.66
    const offThePot = accepted(yearsGrant(facts, agreement2021));
    expect(offThePot.get('09')?.value.toString()).toBe('1592042050'); // − 17 793.60 / 21
  });

  it("shows the region's needs share and its solidarity in its working", () => {
    const grant = accepted(yearsGrant(withCost('4620'), agreement2021)).get('25');
    expect(grant?.working).toMatchObject({ why: { cites: agreement2021.pot.printed.cites } });
    const rules = new Set<string>();
    const collect = (node: Working): void => {
      if (node.node !== 'step') return;
      rules.add(node.why.rule);
      node.of.forEach(collect);
    };
    if (grant) collect(grant.working);
    expect([...rules].sort()).toEqual([
      'grant/years-grant',
      'need/inhabitants',
      'need/model-cost',
      'need/needs-share',
      'pot/pot',
      'solidarity/solidarity-staircase',
    ]);
  });

  describe('whatever the country looks like', () => {
    it('adds up to the pot, to the krona, with solidarity paid off the pot', () => {
      fc.assert(
        fc.property(anyAllocation, (facts) =>
          total(accepted(yearsGrant(facts, agreement2021))).equals(POT),
        ),
        cases(1_000),
      );
    });

    // A region of many people and hardly any need would owe more for the others' solidarity than it is granted.
    it('adds up to the pot with solidarity paid per inhabitant, unless a region would have to pay: then it is refused', () => {
      fc.assert(
        fc.property(anyAllocation, (facts) => {
          const grants = yearsGrant(facts, perInhabitant);
          if (grants.ok) return total(grants.value).equals(POT);
          return grants.refusal.kind === 'grant-below-zero' && grants.refusal.grant.isNegative();
        }),
        cases(1_000),
      );
    });

    it('does not change when all price tags are doubled', () => {
      fc.assert(
        fc.property(anyAllocation, (facts) => {
          const priceTags = mapValues(facts.priceTags, ({ value }) =>
            each(value.plus(value).toString()),
          );
          const [grants, doubled] = [facts, { ...facts, priceTags }].map((country) =>
            accepted(yearsGrant(country, agreement2021)),
          );
          return regionCodes.every(
            (region) =>
              grants && doubled && of(grants, region).value.equals(of(doubled, region).value),
          );
        }),
        cases(200),
      );
    });
  });

  it('refuses an agreement whose pot does not add up', () => {
    const printed = cited(Sek.of('1'), at);
    const agreement = { ...agreement2021, pot: { ...agreement2021.pot, printed } };
    expect(refusalOf(yearsGrant(equalRegions, agreement)).kind).toBe('pot-does-not-add-up');
  });

  it('refuses a region without inhabitants', () => {
    const population = byRegion((region) =>
      mapValues(of(equalRegions.population, region), (one) => (region === '09' ? people(0n) : one)),
    );
    expect(refusalOf(yearsGrant({ ...equalRegions, population }, agreement2021))).toEqual({
      kind: 'no-inhabitants',
      region: '09',
    });
  });

  it('refuses a country whose model cost is nothing', () => {
    const priceTags = mapValues(equalRegions.priceTags, () => each('0'));
    expect(refusalOf(yearsGrant({ ...equalRegions, priceTags }, agreement2021))).toEqual({
      kind: 'no-model-cost',
    });
  });

  it('refuses solidarity costs that would put a grant below zero', () => {
    expect(refusalOf(yearsGrant(withCost('90000000000'), agreement2021))).toMatchObject({
      kind: 'grant-below-zero',
      region: '01',
    });
  });
});
