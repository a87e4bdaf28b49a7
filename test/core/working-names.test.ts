import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../core/agreement/2021.ts';
import { rulebookOf } from '../../core/agreement/rulebook.ts';
import { type Citation, sources } from '../../core/agreement/sources.ts';
import { parseMonth } from '../../core/calendar/month.ts';
import type { Explained } from '../../core/explain.ts';
import { mapValues } from '../../core/map-values.ts';
import { interimTrueUp } from '../../core/rules/instalment/interim-true-up.ts';
import { mayRebateSettlement } from '../../core/rules/rebate/may-rebate-settlement.ts';
import { simulateYear, type YearFacts } from '../../core/simulate-year.ts';
import type { ParameterLeaf, Step, Working } from '../../core/working.ts';
import { factsOf, readSample } from '../../docs/generate/sample-year.ts';
import { accepted, millions } from './amounts.ts';
import goldenNames from './golden/working-names.json' with { type: 'json' };

const sample = factsOf(readSample('local/sample-2021'));
const june = parseMonth('2022-06');
const [, interim] = [...sample.interimTotals][0] ?? [];
if (!interim) throw new Error('The sample has interim payments.');

/** Costs above both corridors; and regions below zero in May that are paid again in June. */
const years: readonly YearFacts[] = [
  sample,
  {
    ...sample,
    payment: { ...sample.payment, benefitCost: millions('33000'), hepatitisCCost: millions('800') },
  },
  {
    ...sample,
    interimTotals: new Map(
      [...sample.interimTotals].filter(([month]) => month < '2022-05').concat([[june, interim]]),
    ),
  },
];

const amounts = years.flatMap((facts) => {
  const { grants, settlement, months } = accepted(simulateYear(rulebookOf(2021), facts));
  const lines = months.flatMap(({ regions }) =>
    [...regions.values()].flatMap((payment) => [...payment.lines.values()]),
  );
  const settled = [...settlement.values()].flatMap((table) => [...table.values()]);
  const twice = mapValues(grants, (grant) => [grant, grant]);
  const trueUp = interimTrueUp(
    twice,
    mapValues(grants, (grant) => [grant]),
  );
  const undeducted = mayRebateSettlement('not-deducted', grants, agreement2021);
  return [...grants.values(), ...lines, ...settled, ...trueUp.values(), ...undeducted.values()];
});

const nodes = new Set<Working>();
const visit = (working: Working): void => {
  if (nodes.has(working)) return;
  nodes.add(working);
  if (working.node === 'step') working.of.forEach(visit);
};
for (const { working } of amounts as readonly Explained<unknown>[]) visit(working);

const placed = (cites: readonly Citation[]) =>
  cites.map(({ source, place }) => `${source}, ${place}`);
const steps = [...nodes].filter((node): node is Step => node.node === 'step');
const parameters = [...nodes].filter((node): node is ParameterLeaf => node.node === 'parameter');
const table = <T>(all: readonly T[], name: (each: T) => string, row: (each: T) => object) =>
  Object.fromEntries(
    all.map((each) => [name(each), row(each)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );

describe('The working of a year', () => {
  it('names rules that exist, by their path', () => {
    for (const { why } of steps)
      expect(
        existsSync(`core/rules/${why.rule}.ts`) || existsSync(`core/${why.rule}.ts`),
        `"${why.rule}"`,
      ).toBe(true);
  });

  it('cites documents that we keep, with the place in them', () => {
    const cited = [
      ...steps.flatMap(({ why }) => why.cites),
      ...parameters.flatMap(({ cites }) => cites),
    ];
    for (const { source, place } of cited) {
      expect(Object.keys(sources)).toContain(source);
      expect(place).not.toBe('');
    }
  });

  it('says of each step of a rule where it is written, and of each parameter what is printed', () => {
    const rules = table(
      steps,
      ({ why, operation }) => `${why.rule} ${operation}`,
      ({ why }) => placed(why.cites),
    );
    const printed = table(
      parameters,
      ({ name }) => name,
      ({ exact, unit, cites }) => ({ value: exact.toString(), unit, cites: placed(cites) }),
    );
    expect({ rules, printed }).toEqual(goldenNames);
  });
});
