import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import { type NeedsGroup, needsGroups } from '../../../../core/agreement/needs-groups.ts';
import { byRegion } from '../../../../core/regions.ts';
import { modelCost } from '../../../../core/rules/need/model-cost.ts';
import { cases } from '../../../helpers/cases.ts';
import { anyAllocation, each, people, texts } from '../../amounts.ts';

const priceTags = new Map(needsGroups.map((group) => [group, each('0')]));
const nobody = new Map(needsGroups.map((group) => [group, people(0n)]));
const withGroups = <T>(all: ReadonlyMap<NeedsGroup, T>, some: Partial<Record<NeedsGroup, T>>) =>
  new Map(needsGroups.map((group) => [group, some[group] ?? (all.get(group) as T)]));

describe('The model cost', () => {
  it('is inhabitants times price tag, summed over the groups', () => {
    const facts = {
      population: byRegion(() => nobody).set(
        '09',
        withGroups(nobody, {
          'child-0-income-low': people(100n),
          'senior-90-plus-alone': people(3n),
        }),
      ),
      priceTags: withGroups(priceTags, {
        'child-0-income-low': each('1471.50'),
        'senior-90-plus-alone': each('9000.25'),
      }),
    };
    const costs = texts(modelCost(facts, agreement2021));
    expect(costs['09']).toBe('174150.75'); // 147 150 + 27 000.75
    expect(costs['01']).toBe('0');
  });

  it('takes every one of the 22 groups', () => {
    fc.assert(
      fc.property(anyAllocation, fc.constantFrom(...needsGroups), (facts, group) => {
        const tag = facts.priceTags.get(group);
        if (!tag) return false;
        const dearer = new Map([...facts.priceTags, [group, each('20001')]]);
        const before = modelCost(facts, agreement2021);
        const after = modelCost({ ...facts, priceTags: dearer }, agreement2021);
        return [...before].every(([region, cost]) => {
          const more = after.get(region)?.value.minus(cost.value);
          const heads = facts.population.get(region)?.get(group)?.value.fraction;
          const raise = each('20001').value.minus(tag.value).fraction;
          return heads && more?.fraction.equals(heads.times(raise));
        });
      }),
      cases(100),
    );
  });

  it('refuses a group without a price tag, and a region without a number for a group', () => {
    const population = byRegion(() => nobody);
    const [first, ...rest] = needsGroups;
    const without = <T>(all: ReadonlyMap<NeedsGroup, T>) =>
      new Map(rest.map((group) => [group, all.get(group) as T]));
    expect(first).toBe('child-0-income-low');
    expect(() => modelCost({ population, priceTags: without(priceTags) }, agreement2021)).toThrow(
      new RangeError("Group 'child-0-income-low' has no price tag."),
    );
    expect(() =>
      modelCost({ population: population.set('25', without(nobody)), priceTags }, agreement2021),
    ).toThrow(new RangeError("Region 25 has no number for group 'child-0-income-low'."));
  });
});
