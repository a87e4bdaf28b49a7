import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesIn, textOf } from './source-files.ts';
import { promising, startedBeside } from './started-beside.ts';

const parsed = (path: string, text: string) =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);

const sources = ['core', 'functions', 'infra', 'local', 'docs', 'console']
  .flatMap((folder) => [...filesIn(folder), ...filesIn(folder, '.tsx')])
  .map((path) => parsed(path, textOf(path)));
const promises = promising(sources);

it('nothing in the code starts a promise beside what may throw', () => {
  const found = sources.flatMap((source) =>
    startedBeside(source, promises).map(({ line, what }) => `${source.fileName}:${line} ${what}`),
  );
  expect(found).toEqual([]);
});

describe('A promise is found to be left running when', () => {
  const inFunction = (text: string) =>
    parsed('a.ts', `async function read() {} function check() {} async () => { ${text} };`);

  it.each([
    ['an argument beside it is worked out after it', 'await Promise.all([read(), read(check())]);'],
    ['what gives no promise is called beside it', 'await Promise.all([read(), check()]);'],
    ['a choice beside it calls something', 'await Promise.all([read(), check() ? read() : 1]);'],
    [
      'each of many is worked out after the one before',
      'Promise.all(all.map((x) => read(check(x))));',
    ],
    ['one of many throws', 'Promise.all(all.map((x) => { if (!x) throw x; return read(x); }));'],
    ['something throws before it is awaited', 'const p = read(); if (x) throw x; await p;'],
    ['something is called before it is awaited', 'const p = read(); check(); await p;'],
    ['another is awaited before it', 'const p = read(); await read(); await p;'],
    ['it is answered without it', 'const p = read(); if (x) return; await p;'],
  ])('%s', (_, text) => {
    const source = inFunction(text);
    expect(startedBeside(source, promising([source]))).toHaveLength(1);
  });

  it.each([
    ['what may throw comes first', 'const y = check(); await Promise.all([read(), read(y)]);'],
    ['the first of a list is worked out', 'await Promise.all([read(check()), read()]);'],
    ['each of many is async', 'Promise.all(all.map(async (x) => read(check(x))));'],
    ['its failure is caught', 'const p = read(); p.catch(() => 1); check(); await p;'],
    ['it is given to whoever keeps it', 'const p = read(); known.set(1, p); await p;'],
    ['it is awaited at once', 'const p = read(); await p;'],
  ])('and not when %s', (_, text) => {
    const source = inFunction(text);
    expect(startedBeside(source, promising([source]))).toEqual([]);
  });
});
