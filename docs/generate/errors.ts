import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { problemsOf } from '../../functions/contract/api/operation-problems.ts';
import { problemType } from '../../functions/contract/api/problem-pages.ts';
import { type ProblemName, problems } from '../../functions/contract/api/problems.ts';
import { operationIds, routes } from '../../functions/contract/api/routes.ts';
import { happens } from './when-problems-happen.ts';

export const problemNames = Object.keys(problems).sort() as readonly ProblemName[];

/** The page of one problem: its status, its texts as they are answered, when it happens, which operations answer it. */
export function errorPage(name: ProblemName): string {
  const { status, title, detail } = problems[name];
  const { when, advice } = happens[name];
  const facts = [...new Set([...detail.en.matchAll(/\{([a-z]+)\}/g)].map(([fact]) => fact))];
  const operations = operationIds.filter((id) => problemsOf(id).includes(name));
  const listed =
    operations.length === operationIds.length
      ? ['Every operation.']
      : operations.map((id) => `- ${id}: ${routes[id].method} \`${routes[id].path}\``);
  return `${[
    `# ${name}`,
    '',
    `\`${problemType(name)}\` · status ${status}`,
    '',
    '| | Svenska | English |',
    '|---|---|---|',
    `| Title | ${title.sv} | ${title.en} |`,
    `| Detail | ${detail.sv} | ${detail.en} |`,
    ...(facts.length > 0
      ? [
          '',
          `In place of ${facts.map((fact) => `\`${fact}\``).join(', ')} stands what the occurrence is about.`,
        ]
      : []),
    '',
    '## When',
    '',
    when,
    '',
    '## What to do',
    '',
    advice,
    ...(listed.length > 0 ? ['', '## Answered by', '', ...listed] : []),
  ].join('\n')}\n`;
}

/** The list of all problems, by name. */
export function errorsIndex(): string {
  const rows = problemNames.map((name) => {
    const { status, title } = problems[name];
    return `| [${name}](${name}.md) | ${status} | ${title.sv} | ${title.en} |`;
  });
  return `${[
    '# Errors',
    '',
    'Every error of the API is a problem document (RFC 9457) whose `type` ends in one of these names. `node docs/generate/errors.ts`',
    'writes these pages from `functions/contract/api/problems.ts`, and a test fails when they are out of date.',
    '',
    '| Name | Status | Svenska | English |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n')}\n`;
}

if (import.meta.main) {
  mkdirSync('docs/errors', { recursive: true });
  for (const file of readdirSync('docs/errors')) rmSync(`docs/errors/${file}`);
  for (const name of problemNames) writeFileSync(`docs/errors/${name}.md`, errorPage(name));
  writeFileSync('docs/errors/README.md', errorsIndex());
}
