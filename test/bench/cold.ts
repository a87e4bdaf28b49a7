import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { functionLimits } from '../../functions/contract/function-limits.ts';
import { type FunctionName, functionNames } from '../../functions/contract/functions.ts';
import { bundle } from '../../infra/bundling/bundle.ts';
import { environmentOf } from '../helpers/function-environment.ts';
import { largestGzip, sizeOfFolder } from './cold/bundle-size.ts';
import { callsOfYear } from './cold/calls-of-year.ts';
import { type Import, importOnce, median } from './cold/import-time.ts';
import { packageAlone, partsOf } from './cold/packages.ts';

/**
 * What it costs to start each function cold: how large it is, how long it takes to import in a fresh process, beside a handler that
 * says hello and is bundled in the same way and measured in the same run, turn by turn. Beneath: what each import costs; and how the
 * calls of the sample year went, beside what the functions are given (functions/contract/function-limits.ts).
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string' }, json: { type: 'string' }, 'no-year': { type: 'boolean' } },
});
const rounds = Number(values.rounds ?? '7');
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error(`--rounds is "${values.rounds}"; allowed: a whole number from 1.`);

const root = mkdtempSync(join(tmpdir(), 'statsbidrag-cold-'));
const outdir = join(root, 'bundles');
const metafile = await bundle({ outdir });

/** Bundled as the others are, under a name that is told nothing when it starts. */
async function helloWorld(): Promise<string> {
  const functions = join(root, 'hello');
  mkdirSync(functions);
  for (const name of functionNames)
    writeFileSync(
      join(functions, `${name}.lambda.ts`),
      "export const handler = async () => ({ hello: 'world' });\n",
    );
  await bundle({ functions, outdir: join(root, 'hello-bundles') });
  return join(root, 'hello-bundles/name-in-token/index.mjs');
}

const hello = await helloWorld();
const imports = new Map<string, Import[]>([['hello-world', []]]);
for (let round = 0; round < rounds; round++)
  for (const name of functionNames) {
    const file = join(outdir, name, 'index.mjs');
    imports.set(name, [...(imports.get(name) ?? []), importOnce(file, environmentOf(name))]);
    imports.get('hello-world')?.push(importOnce(hello, {}));
  }
const timeOf = (name: string) => median((imports.get(name) ?? []).map(({ ms }) => ms));
const rssOf = (name: string) => Math.max(...(imports.get(name) ?? []).map(({ rss }) => rss));

const one = (value: number) => value.toFixed(1);
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [heads, ...rows].map(line).join('\n');
};

const helloSize = sizeOfFolder(join(hello, '..'));
const starts = [
  { name: 'hello-world', ...helloSize, most: Number.NaN },
  ...functionNames.map((name) => ({
    ...{ name, ...sizeOfFolder(join(outdir, name)), most: largestGzip(name) },
  })),
].map((each) => ({
  ...each,
  ms: timeOf(each.name),
  ratio: timeOf(each.name) / timeOf('hello-world'),
  rss: rssOf(each.name),
}));
process.stdout.write(
  `Cold start: median of ${rounds} fresh processes each, hello-world of ${rounds * functionNames.length}. kB gzip is the sum of the asset's files.\n\n`,
);
process.stdout.write(
  `${table(
    ['function', 'kB minified', 'kB gzip', 'at most', 'import ms', '× hello', 'MB resident'],
    starts.map(({ name, bytes, gzip, most, ms, ratio, rss }) => [
      name,
      one(bytes / 1000),
      one(gzip / 1000),
      Number.isNaN(most) ? '' : String(most / 1000),
      one(ms),
      one(ratio),
      rss.toFixed(0),
    ]),
  )}\n\n`,
);

/** Packages that functions carry; those of one kind are loaded by one of their names. */
const packages = [
  ...new Set(functionNames.flatMap((name) => partsOf(name, metafile).map(([part]) => part))),
].sort();
const entries: Readonly<Record<string, string>> = {
  zod: 'zod/mini',
  'write-excel-file': 'write-excel-file/node',
  '@aws-sdk/checksums': '@aws-sdk/checksums/crc',
  '@smithy/core': '@smithy/core/retry',
  'csv-parse': 'csv-parse/sync',
};
const kBIn = (part: string, name: FunctionName) =>
  partsOf(name, metafile).find(([each]) => each === part)?.[1] ?? 0;
const costs: { part: string; most: number; functions: number; ms: number | undefined }[] = [];
for (const part of packages) {
  const sizes = functionNames.map((name) => kBIn(part, name)).filter((bytes) => bytes > 0);
  const isOurs = /^(core|functions|made|infra)/.test(part);
  const alone = isOurs
    ? undefined
    : await packageAlone(entries[part] ?? part, root).catch(() => undefined);
  const times =
    alone === undefined
      ? undefined
      : Array.from({ length: rounds }, () => importOnce(alone, {}).ms);
  const ms = times && Math.max(0, median(times) - timeOf('hello-world'));
  costs.push({ part, most: Math.max(...sizes), functions: sizes.length, ms });
}
process.stdout.write(
  'What each import costs: kB minified where it is largest, ms to load it whole and alone beyond hello-world.\n\n',
);
process.stdout.write(
  `${table(
    ['import', 'kB', 'functions', 'ms'],
    costs
      .toSorted((a, b) => b.most - a.most)
      .map(({ part, most, functions, ms }) => [
        part,
        one(most / 1000),
        String(functions),
        ms === undefined ? '' : one(ms),
      ]),
  )}\n`,
);

const calls = values['no-year'] ? undefined : callsOfYear();
if (calls) {
  const rows = functionNames.map((name) => {
    const { memory, timeout, concurrency } = functionLimits[name];
    const of = calls.get(name);
    const told = of
      ? [String(of.count), one(of.p99), one(of.longest), one(of.heap)]
      : ['not called', '', '', ''];
    return [
      name,
      ...told,
      rssOf(name).toFixed(0),
      String(memory),
      String(timeout),
      String(concurrency),
    ];
  });
  process.stdout.write('\nThe calls of the sample year, and what each function is given.\n\n');
  process.stdout.write(
    `${table(
      [
        'function',
        'calls',
        'p99 ms',
        'longest ms',
        'heap MB',
        'start MB',
        'memory MB',
        'timeout s',
        'at a time',
      ],
      rows,
    )}\n`,
  );
}
if (values.json)
  writeFileSync(
    values.json,
    JSON.stringify({ starts, costs, calls: calls && Object.fromEntries(calls) }, null, 2),
  );
rmSync(root, { recursive: true });
