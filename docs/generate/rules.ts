import { writeFileSync } from 'node:fs';
import { agreementYears, rulebookOf } from '../../core/agreement/rulebook.ts';
import { type RuleDoc, ruleDocs } from './rule-docs.ts';

const PREAMBLE = `# Rules

One row per rule, in the order in which money flows. \`node docs/generate/rules.ts\` writes this page from the rules'
docstrings and the rulebooks, and a test fails when it is out of date. Sources are listed in
\`core/agreement/sources.ts\`; readings (R-01 …) in \`docs/readings.md\`; terms in \`docs/glossary.md\`.

| Swedish | Rule | File | Where it is written | Years | Readings |
|---|---|---|---|---|---|`;

/** The page: every rule, then each year's lines in the agreement's own order. */
export function rulesPage(docs: readonly RuleDoc[] = ruleDocs()): string {
  const rows = docs.map(({ rule, sv, cites, applies, reading, says }) => {
    const file = `[${rule}](../core/rules/${rule}.ts)`;
    return `| ${[sv, says, file, cites, applies.replace(/^agreement years? /, ''), reading].join(' | ')} |`;
  });
  return `${[PREAMBLE, ...rows, ...agreementYears.flatMap(yearTable)].join('\n')}\n`;
}

function yearTable(year: number): string[] {
  const { agreement, lines, reconciliationNeeds } = rulebookOf(year);
  return [
    '',
    `## Lines of the ${year} agreement`,
    '',
    '| Line | Due in | Waits for |',
    '|---|---|---|',
    ...lines.map(({ kind, dueMonths, needs }) => {
      const months = dueMonths(agreement);
      const first = months[0] ?? '';
      const due = months.length > 1 ? `${first} – ${months.at(-1)}` : first;
      return `| ${kind} | ${kind === 'local-discount' ? `${due} at the earliest` : due} | ${needs.join(', ')} |`;
    }),
    '',
    `The settlement waits for: ${reconciliationNeeds.join(', ')}. A decision may order \`interim-instalment\` in months without`,
    'an agreement; `carried-forward` stands wherever a payment would fall below zero, and where that is settled.',
  ];
}

if (import.meta.main) writeFileSync('docs/rules.md', rulesPage());
