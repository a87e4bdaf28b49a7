import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FunctionName, functionNames } from '../../functions/contract/functions.ts';
import { recordRights } from '../../functions/contract/record-rights.ts';
import { textOf } from '../health/source-files.ts';

/** The table of partitions: of each kind, the cell that says who appends to it. */
const rows = [...textOf('docs/records.md').matchAll(/^\| `([A-Z]+)` \|(.+)\|$/gm)].map(
  ([, kind = '', rest = '']) => ({ kind, appendedBy: rest.split(' | ')[3] ?? '' }),
);

const isFunction = (name: string): name is FunctionName =>
  functionNames.some((each) => each === name);
const doorFile = (name: string): string => `functions/doors/${name}.ts`;

/** What a file imports of ours, at once or when it is needed; types are no code. */
const imports = /(?:^(?:import (?!type )|export )[^;]*?from |import\()'(\.[^']+)'/gm;

/** Every file whose code a function's bundle holds: what it imports, and what that imports. */
function codeOf(name: FunctionName): ReadonlySet<string> {
  const files = new Set([`functions/${name}.lambda.ts`]);
  // A set is walked in the order of insertion, what is added on the way included.
  for (const file of files)
    for (const [, from = ''] of textOf(file).matchAll(imports))
      files.add(join(dirname(file), from));
  return files;
}
const code = new Map(functionNames.map((name) => [name, codeOf(name)]));

/** The names in a cell: of functions, and of doors, which stand for the functions that they are code of. */
const namesIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/[a-z]+(?:-[a-z]+)+|\bask\b/g)].map(([name]) => name);

const functionsBy = (name: string): readonly FunctionName[] => [
  ...(isFunction(name) ? [name] : []),
  ...functionNames.filter((each) => code.get(each)?.has(doorFile(name))),
];

describe('docs/records.md', () => {
  it('has a row for every kind of partition that a function may read, and for no other', () => {
    const kinds = new Set(functionNames.flatMap((name) => recordRights[name].reads));
    expect(rows.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
  });

  it.each(rows)('names functions and doors that there are: $kind', ({ appendedBy }) => {
    const names = namesIn(appendedBy);
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !isFunction(name) && !existsSync(doorFile(name)))).toEqual([]);
    expect(names.filter((name) => functionsBy(name).length === 0)).toEqual([]);
  });

  it.each(rows)('names whoever may append, and nobody else: $kind', ({ kind, appendedBy }) => {
    const named = new Set(namesIn(appendedBy).flatMap(functionsBy));
    const appenders = functionNames.filter((name) =>
      recordRights[name].appends.some((each) => each === kind),
    );
    expect([...named].sort()).toEqual(appenders.toSorted());
  });
});
