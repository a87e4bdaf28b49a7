import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { synthesize } from '../../infra/synthesize.ts';
import { inputsDirectory } from '../fixtures/inputs-directory.ts';
import { copyOf, folder, removeFolders } from '../helpers/folders.ts';

const { execPath, platform } = process;
const script = (name: string) => join(import.meta.dirname, `../../local/${name}.ts`);
const records = join(folder(), 'records');

const run = (name: string, ...args: readonly string[]) => {
  const { status, stderr } = spawnSync(execPath, [script(name), ...args], {
    encoding: 'utf8',
    cwd: folder(),
  });
  return { status, stderr };
};
const start = (place: string, until = '2021-03') =>
  run('start', '--no-serve', '--records', place, '--until', until);

beforeAll(async () => {
  await synthesize();
  expect(start(records, '2021-02')).toEqual({ status: 0, stderr: '' });
});
afterAll(removeFolders);

const damaged = (damage: (file: (name: string) => string) => void): string => {
  const copy = copyOf(records);
  damage((name) => join(copy, name));
  return copy;
};
const asDirectory = (file: string): void => {
  rmSync(file, { recursive: true });
  mkdirSync(file);
};

/** One or two sentences for a person, and no stack. */
function expectSentence({ status, stderr }: ReturnType<typeof run>, says: RegExp): void {
  expect(stderr).toMatch(says);
  expect(stderr).not.toMatch(/^\s+at |node:internal|\.ts:\d+/m);
  expect(status).toBeGreaterThan(0);
}

describe('npm start says in a sentence what is wrong and what to do, and leaves everything, where', () => {
  it.each([
    [
      'a line of the journal is damaged',
      (file: (name: string) => string) => {
        const lines = readFileSync(file('engine.jsonl'), 'utf8').split('\n');
        writeFileSync(file('engine.jsonl'), lines.with(100, '{"kind"').join('\n'));
      },
      /engine\.jsonl, line 101, is no JSON: \{"kind"\nMove the file away and give the command again/,
    ],
    [
      'a line of the journal is none of the engine’s',
      (file: (name: string) => string) => {
        const lines = readFileSync(file('engine.jsonl'), 'utf8').split('\n');
        const strange = '{"kind":"entered","execution":"arn:none","path":"1 A","at":"x"}';
        writeFileSync(file('engine.jsonl'), lines.with(100, strange).join('\n'));
      },
      /engine\.jsonl, cannot be what the engine wrote: .*arn:none/,
    ],
    [
      'a directory lies in place of the journal',
      (file: (name: string) => string) => asDirectory(file('engine.jsonl')),
      /engine\.jsonl: a directory lies where a file should be\. Move it away/,
    ],
    [
      'a directory lies in place of anchor.json',
      (file: (name: string) => string) => asDirectory(file('anchor.json')),
      /anchor\.json cannot be read: Error: it is no file/,
    ],
    [
      'the label is half',
      (file: (name: string) => string) => writeFileSync(file('year.json'), '{"agreem'),
      /year\.json is damaged: .*Bring it back from a copy/,
    ],
    [
      'the database has lost its index',
      (file: (name: string) => string) => writeFileSync(file('table/CURRENT'), 'nothing\n'),
      /The record's database cannot be opened or read: .*\nKeep the directory as it is, and bring the record back/,
    ],
    [
      'a file lies in place of the database',
      (file: (name: string) => string) => {
        rmSync(file('table'), { recursive: true });
        writeFileSync(file('table'), '');
      },
      /The record's database cannot be opened or read/,
    ],
  ])('%s', (_, damage, says) => {
    const place = damaged(damage);
    expectSentence(start(place), says);
  });

  it.skipIf(platform === 'win32')(
    'a pipe or a directory lies among the inputs, and does not wait for it',
    () => {
      const inputs = inputsDirectory();
      rmSync(join(inputs, 'rebates.csv'));
      execFileSync('mkfifo', [join(inputs, 'rebates.csv')]);
      asDirectory(join(inputs, 'outcome.json'));
      const said = run('start', '--no-serve', '--inputs', inputs, '--records', join(folder(), 'r'));
      expectSentence(
        said,
        /rebates\.csv: given a pipe, allowed: .*\noutcome\.json: given a directory/,
      );
    },
  );

  it.skipIf(platform === 'win32')(
    'no file may grow any more, and goes on from there when it may',
    () => {
      const place = join(folder(), 'records');
      const command = `trap '' XFSZ; ulimit -f 400; exec '${execPath}' '${script('start')}' --no-serve --records '${place}' --until 2021-03`;
      const { status, stderr } = spawnSync('sh', ['-c', command], {
        encoding: 'utf8',
        cwd: folder(),
      });
      expectSentence({ status, stderr }, /the file may not grow any more\. Make room/);
      expect(start(place)).toEqual({ status: 0, stderr: '' });
    },
  );
});

describe('Every other command says it as well', () => {
  const broken = () => damaged((file) => writeFileSync(file('table/CURRENT'), 'nothing\n'));
  const database = /The record's database cannot be opened or read/;

  it('npm run verify, as a finding among the others', () => {
    const { status, stdout, stderr } = spawnSync(execPath, [script('verify'), broken()], {
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^✗ table cannot be opened or read: .*\w.*\n✗ /m);
    expect([stderr, status]).toEqual(['', 1]);
  });
  it('npm run reconcile', () => expectSentence(run('reconcile', '--records', broken()), database));
  it('npm run restore-drill', () =>
    expectSentence(run('restore-drill', '--records', broken()), database));
  it('npm run cost', () =>
    expectSentence(
      run('cost', '--records', broken()),
      /is not empty, and the year in it was not counted/,
    ));
  it('npm run token', () =>
    expectSentence(run('token', '--as', 'attestant', '--port', '1'), /No server answers at/));
  it.each(['verify', 'reconcile', 'restore-drill', 'cost', 'start', 'token'])(
    'npm run %s, of an option that it does not have',
    (name) => expectSentence(run(name, '--no-such-option'), /no-such-option/),
  );
});
