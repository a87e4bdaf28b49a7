import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { codeOf, filesIn } from '../health/source-files.ts';
import { moneyAsNumber } from './money-as-number.ts';

/** Sources that exist only here, beside the real ones: what the rule must find, and what it must let be. */
const wrong = {
  'a converted text': 'export const f = (p: { totalSek: string }) => Number(p.totalSek);',
  'a converted text that was taken out':
    'export const f = ({ sek }: { sek: string }) => parseFloat(sek);',
  'a converted exact amount': 'export const f = (a: Sek) => Number(a.toString());',
  'converted kronor': 'export const f = (a: Sek) => Number(a.kronor()) / 12;',
  'a unary plus': 'export const f = (p: { sek: string }) => +p.sek;',
  'a share in floats':
    'export const f = (totalSek: string, n: number) => Math.floor((totalSek as never) / n);',
  'an amount that is a number': 'export interface P { readonly totalSek: number }',
  'one that may be a number': 'export const f = (creditSek?: number) => creditSek;',
  'a sum in numbers':
    'export const f = (p: { sek: number }[]) => p.reduce((sum, { sek }) => sum + sek, 0);',
} as const;
const right = {
  'a count of amounts':
    'export const f = (p: { sek: string }[]) => p.filter(({ sek }) => sek).length + 1;',
  'a place in a text': "export const f = (sek: string) => sek.indexOf('.') + 1;",
  'a year': 'export const f = (month: string) => Number(month.slice(0, 4)) - 1;',
  'sorting by what an amount is of':
    'export const f = (a: { sek: string; n: number }, b: typeof a) => a.n - b.n;',
  'text that is joined': "export const f = (totalSek: string) => totalSek + ' kr';",
  'exact arithmetic': 'export const f = (a: Sek, b: Sek) => a.plus(b).kronor() + 1n;',
} as const;

const sample = (name: string) => join('core/money', `${name.replaceAll(' ', '-')}.ts`);
const samples = new Map(
  Object.entries({ ...wrong, ...right }).map(([name, code]) => [
    sample(name),
    `import type { Sek } from './sek.ts';\nexport type S = Sek;\n${code}\n`,
  ]),
);

const sources = ['core', 'functions'].flatMap((folder) => filesIn(folder));
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  types: ['node'],
};
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists, readFile } = host;
host.getSourceFile = (path, ...rest) => {
  const text = samples.get(path);
  return text === undefined
    ? getSourceFile(path, ...rest)
    : ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
};
host.fileExists = (path) => samples.has(path) || fileExists(path);
host.readFile = (path) => samples.get(path) ?? readFile(path);
const program = ts.createProgram([...sources, ...samples.keys()], options, host);
const checker = program.getTypeChecker();

const foundIn = (path: string): readonly string[] => {
  const source = program.getSourceFile(path);
  if (!source) throw new RangeError(`The program lacks ${path}.`);
  return moneyAsNumber(checker, source).map((found) => relative('.', found));
};

/** Integers that count and do not measure: where each stands, and of what it is the number. */
const counts = {
  'how often 2 and 5 divide a denominator':
    'core/money/fraction.ts: Math.max(takeOut(2n), takeOut(5n))',
  'how many parts get one krona more': 'core/money/largest-remainder.ts: Number(whole - cutDown)',
  'how many instalments get one krona more': 'core/money/split.ts: Number(leftOver)',
  'which instalment a region begins with': 'core/money/split.ts: Number(starts.at(index))',
} as const;

describe('An amount', () => {
  it('is nowhere a JavaScript number, in core or in functions', () => {
    expect(sources.flatMap(foundIn)).toEqual(Object.values(counts));
  });

  it('is made whole in one place: nothing outside core/money rounds or cuts', () => {
    const rounding =
      /\.toFixed\(|\.toPrecision\(|\.toDecimalPlaces\(|\bDecimal\.(set|ROUND)|Math\.round\b/;
    const others = sources.filter((path) => !path.startsWith('core/money/'));
    expect(others.filter((path) => rounding.test(codeOf(path)))).toEqual([]);
  });
});

describe('The search for amounts that are numbers', () => {
  it.each(Object.keys(wrong))('finds %s', (name) => {
    expect(foundIn(sample(name)).length).toBeGreaterThan(0);
  });

  it.each(Object.keys(right))('lets be %s', (name) => {
    expect(foundIn(sample(name))).toEqual([]);
  });
});
