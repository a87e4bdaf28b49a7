import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import type { AgreementParameters } from '../../../../core/agreement/parameters.ts';
import { cited } from '../../../../core/agreement/sources.ts';
import { solidarityStaircase } from '../../../../core/rules/solidarity/solidarity-staircase.ts';
import { each, kronor, people, table, texts } from '../../amounts.ts';

const at = { source: 'agreement-2021', place: 'test' } as const;
const withTerms = (terms: Partial<AgreementParameters['solidarity']>): AgreementParameters => ({
  ...agreement2021,
  solidarity: { ...agreement2021.solidarity, ...terms },
});

/** Two regions of 1 000 people each and a third of 8 000, so that the mean is a tenth of what all cost together. */
const compensation = (
  costs: { '01': string; '09': string; '25': string },
  agreement: AgreementParameters = agreement2021,
  secondLevel = '60',
) =>
  texts(
    solidarityStaircase(
      {
        costs: table(costs, (cost) => [kronor(cost)]),
        inhabitants: table({ '01': 8000n, '09': 1000n, '25': 1000n }, people),
        secondLevel: each(secondLevel),
      },
      agreement,
    ),
  );

describe('The solidarity staircase', () => {
  it('pays nothing to a region that lies exactly 30 kr per inhabitant above the mean', () => {
    // Mean 100 000 / 10 000 = 10 kr; region 25 costs 40 kr per inhabitant.
    expect(compensation({ '01': '60000', '09': '0', '25': '40000' })).toEqual({
      '01': '0',
      '09': '0',
      '25': '0',
    });
  });

  it('pays 85 percent from the mean to a region that lies over 30 kr above it', () => {
    // 40.01 kr per inhabitant: 0.85 × (40.01 − 10) × 1 000.
    expect(compensation({ '01': '59990', '09': '0', '25': '40010' })['25']).toBe('25508.5');
  });

  it('pays 85 percent up to the second level and 90 percent above it', () => {
    // Exactly at mean + 60, then 10 kr above it: 0.85 × 60 × 1 000, and + 0.90 × 10 × 1 000.
    expect(compensation({ '01': '30000', '09': '0', '25': '70000' })['25']).toBe('51000');
    expect(compensation({ '01': '20000', '09': '0', '25': '80000' })['25']).toBe('60000');
  });

  it('never compensates everything: it always costs something to prescribe', () => {
    expect(compensation({ '01': '0', '09': '0', '25': '1000000' })['25']).toBe('807000');
    // Cost 1 000 kr, mean 100 kr: 0.85 × 60 + 0.90 × 840 = 807 kr per inhabitant of the 900 above the mean.
  });

  it('adds up the decided diseases of a region before it looks at them', () => {
    const inhabitants = table({ '01': 9000n, '25': 1000n }, people);
    const costs = new Map([
      ['01', [kronor('20000')]],
      ['25', [kronor('30000'), kronor('50000')]],
    ] as const);
    const paid = solidarityStaircase(
      { costs, inhabitants, secondLevel: each('60') },
      agreement2021,
    );
    expect(texts(paid)).toEqual({ '01': '0', '25': '60000' });
  });

  it('lets a region at the gate in where the agreement says at least', () => {
    const atLeast = withTerms({ gateIs: cited('at-least', at) });
    expect(compensation({ '01': '60000', '09': '0', '25': '40000' }, atLeast)['25']).toBe('25500');
    expect(compensation({ '01': '60010', '09': '0', '25': '39990' }, atLeast)['25']).toBe('0');
  });

  it('counts only what lies above the gate where that is the reading', () => {
    const fromGate = withTerms({ countsFrom: cited('gate', at) });
    // 80 kr per inhabitant, gate 40, second level 70: 0.85 × 30 + 0.90 × 10 = 34.5 kr.
    expect(compensation({ '01': '20000', '09': '0', '25': '80000' }, fromGate)['25']).toBe('34500');
  });

  it('pays 90 percent of everything counted when the second level lies below where counting starts', () => {
    const fromGate = withTerms({ countsFrom: cited('gate', at) });
    // Second level 20, gate 40: 0.90 × (80 − 40).
    const costs = { '01': '20000', '09': '0', '25': '80000' };
    expect(compensation(costs, fromGate, '10')['25']).toBe('36000');
  });
});
