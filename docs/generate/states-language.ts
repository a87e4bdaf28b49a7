import { writeFileSync } from 'node:fs';
import { pages } from '../../local/engine/conformance/pages.ts';
import type { Row, Rows } from '../../local/engine/conformance/row.ts';
import { chapters } from '../../local/engine/conformance/table.ts';

const PREAMBLE = `# The states language, as it is run here

The state machines that are deployed run on a laptop in an interpreter of our own (\`local/engine/\`, ADR 5). This is all that it runs: one
row per field and behaviour, each with what is expected and where that is written. \`node docs/generate/states-language.ts\` writes the page
from \`local/engine/conformance/\`, and a test fails when it is out of date.

- A definition that uses anything without a row is refused when it is loaded; it says which row it would need.
- Each row is run: its check (\`test/local/engine/conformance/\`) is a tiny definition on the real engine with a simulated clock. A row
  without a check does not compile, and a check whose definition does not need its row fails.
- † after a citation: the section is cited from knowledge, its wording was not at hand when the row was written.
- "Here": in what the interpreter is narrower than the service. It is meant to be wider in nothing.

What is not run: JSONPath, Map, Parallel, any Resource but the two below, jitter, limits of time on a call without a task token (a call
takes no simulated time), the functions that read a clock or throw dice, and those that Step Functions adds to JSONata.`;

/** The page: every chapter of the table, row by row. */
export function statesLanguagePage(shown: Readonly<Record<string, Rows>> = chapters): string {
  const all = Object.values(shown).flatMap((rows) => Object.values(rows));
  const read = all.filter(({ cites }) => cites.read).length;
  const count = `${all.length} rows; the wording of ${read} was read, ${all.length - read} carry a †.`;
  return `${[PREAMBLE, '', count, ...Object.entries(shown).flatMap(chapter)].join('\n')}\n`;
}

function chapter([title, rows]: [string, Rows]): string[] {
  return [
    '',
    `## ${title}`,
    '',
    '| Row | Expectation | Where it is written | Here |',
    '|---|---|---|---|',
    ...Object.entries(rows).map(line),
  ];
}

function line([id, { says, cites, here = '' }]: [string, Row]): string {
  const { title, url } = pages[cites.page];
  const place = `[${title}](${url}), ${cites.section}${cites.read ? '' : ' †'}`;
  return `| ${[`\`${id}\``, says, place, here].map(inCell).join(' | ')} |`;
}

/** A bar would end the cell, also inside code. */
const inCell = (text: string): string => text.replaceAll('|', '\\|');

if (import.meta.main) writeFileSync('docs/states-language.md', statesLanguagePage());
