import { writeFileSync } from 'node:fs';
import { agreement2021 } from '../../core/agreement/2021.ts';
import type { Sek } from '../../core/money/sek.ts';
import { regions } from '../../core/regions.ts';
import { inhabitants } from '../../core/rules/need/inhabitants.ts';
import { modelCost } from '../../core/rules/need/model-cost.ts';
import { type Case, type Effect, run } from './compare-years.ts';
import type { Reading } from './reading.ts';
import { readings } from './reading-list.ts';
import { factsOf, readSample, type SampleFiles } from './sample-year.ts';
import { settledAgainst } from './settled-against.ts';

const PREAMBLE = `# Readings

Where the agreement is silent, or contradicts its own example, a reading was chosen. A reading that can be selected is a
parameter of the agreement module or an input of the year; the others say which file holds them. Parameters and rules cite
the numbers below; documents are named as in \`core/agreement/sources.ts\`.

The tables show what each other reading would change in the sample year, found by running that year with it:
\`node docs/generate/readings.ts\` writes this page, and a test fails when it is out of date. *Largest change* is that of
the region whose payments of the whole year (March 2021 to May 2022) change most; *country* is the change of what the State
pays in all; *months* are those whose sum for the country changes; *days* counts pay days that move within their month.
The sample's per-region figures are made up: the tables show sizes, nobody's grant.
`;

/** The page, worked out from the sample's files. */
export function readingsPage(files: SampleFiles): string {
  const facts = factsOf(files);
  const payment = {
    ...facts.payment,
    modelCosts: modelCost(facts.allocation, agreement2021),
    inhabitants: inhabitants(facts.allocation.population, agreement2021),
  };
  const base: Case = { agreement: agreement2021, facts: { ...facts, payment } };
  const year = run(base);
  const sections = readings.map((reading) => {
    const rows = reading.alternatives.map(
      ({ says, effect }) => `| ${says} | ${cells(effect(base, year)).join(' | ')} |`,
    );
    return [...head(reading), ...rows, ''].join('\n');
  });
  return [PREAMBLE, ...sections, settledAgainst].join('\n');
}

const head = ({ id, question, passages, inForce, chosenBy, why }: Reading): string[] => [
  `## ${id} ${question}`,
  '',
  ...passages.flatMap(({ source, place, quote }) => [`> ${quote}`, `> (${source}, ${place})`, '']),
  `**In force:** ${inForce}`,
  '',
  `Chosen by ${chosenBy}. ${why}`,
  '',
  '| Another reading | Largest change, kr | Country, kr | Months | Days |',
  '|---|---|---|---|---|',
];

function cells({ largest, national, months, payDays }: Effect): string[] {
  const change = largest ? `${signed(largest.change)} (${regions[largest.region]})` : '0';
  return [change, signed(national), monthList(months), String(payDays)];
}

/** '−12 345 678', with a plus sign where it is more. */
function signed(sek: Sek): string {
  if (sek.isZero()) return '0';
  const digits = (sek.isNegative() ? sek.negated() : sek).toString();
  return `${sek.isNegative() ? '−' : '+'}${digits.replace(/\B(?=(\d{3})+$)/g, ' ')}`;
}

const monthList = (months: readonly string[]): string =>
  months.length > 4 ? `${months.length} months` : months.join(', ') || 'none';

if (import.meta.main) {
  writeFileSync('docs/readings.md', readingsPage(readSample('local/sample-2021')));
}
