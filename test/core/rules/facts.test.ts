import { describe, expect, it } from 'vitest';
import { known } from '../../../core/rules/facts.ts';
import { accepted, kronor, refusalOf, sekTable } from '../amounts.ts';

describe('What is known', () => {
  it('names every fact that is missing, in the order asked for', () => {
    const facts = { benefitCost: kronor('1') };
    expect(refusalOf(known(facts, ['grants', 'benefitCost', 'rebateFinal']))).toEqual({
      missing: ['grants', 'rebateFinal'],
    });
  });

  it('gives the facts when all are there; an amount of zero is known', () => {
    const facts = { benefitCost: kronor('0'), grants: sekTable({ '01': '0' }) };
    expect(accepted(known(facts, ['grants', 'benefitCost']))).toBe(facts);
  });
});
