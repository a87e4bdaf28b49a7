import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const script = (name: string) => fileURLToPath(new URL(`../../local/${name}.ts`, import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'statsbidrag-verify-'));
const records = join(root, 'records');
const whole = join(root, 'whole.jsonl');

function run(name: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script(name), ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const verify = (...args: string[]) => run('verify', ...args);
const anchor = join(records, 'anchor.json');
const headHash = () => (JSON.parse(readFileSync(anchor, 'utf8')) as { headHash: string }).headHash;
const lines = () => readFileSync(whole, 'utf8').trimEnd().split('\n');

/** The record with its lines changed, verified against the anchored heads. */
function verifyChanged(change: (all: string[]) => string[], ...args: string[]) {
  const file = join(root, 'changed.jsonl');
  writeFileSync(file, `${change(lines()).join('\n')}\n`);
  return verify(file, ...(args.length > 0 ? args : ['--anchor', anchor]));
}

beforeAll(() => {
  expect(run('start', '--records', records, '--until', '2021-03', '--no-serve').status).toBe(0);
  expect(verify(records, '--export', whole).status).toBe(0);
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the offline verifier', () => {
  it('finds a year that nobody has touched whole, against the heads noted beside it', () => {
    const { status, stdout } = verify(records);
    expect(stdout).toMatch(/^✓ the record is whole: \d+ events in \d+ streams, against the anchor/);
    expect(stdout).toContain(`head hash ${headHash()}`);
    expect(status).toBe(0);
  });

  it('finds the exported text as whole as the table, given the head hash that was noted', () => {
    expect(verify(whole, '--head', headHash()).status).toBe(0);
  });

  it('refuses another head hash', () => {
    const { status, stdout } = verify(whole, '--head', '0'.repeat(64));
    expect([status, stdout]).toEqual([1, expect.stringContaining('was anchored')]);
  });

  it('finds a krona that was changed in a voucher', () => {
    const { status, stdout } = verifyChanged((all) =>
      all.map((line) =>
        line.includes('"partition":"JOURNAL#2021"') ? line.replace('"sek":"', '"sek":"1') : line,
      ),
    );
    expect(stdout).toContain('JOURNAL#2021/voucher event 1 is not what its hash was made of');
    expect(status).toBe(1);
  });

  it.each(['RUN#2021', 'JOURNAL#2021', 'GRANT#2021'])(
    'finds that the tail of %s was cut off; without an anchor nobody could',
    (partition) => {
      const cut = (all: string[]) => {
        const last = all.findLastIndex((line) => line.includes(`"partition":"${partition}"`));
        return all.filter((_line, index) => index !== last);
      };
      expect(verifyChanged(cut).status).toBe(1);
      expect(verifyChanged(cut).stdout).toMatch(/were anchored|is missing/);
    },
  );

  it('finds events that changed places', () => {
    const { stdout } = verifyChanged((all) => {
      const at = all.findIndex((line) => line.includes('"partition":"RUN#2021"'));
      return all.toSpliced(at, 2, all[at + 1] ?? '', all[at] ?? '');
    });
    expect(stdout).toContain('stands where event 1 should');
  });

  it('finds that a whole stream was taken away, and that one was put in', () => {
    const removed = verifyChanged((all) => all.filter((line) => !line.includes('INPUT#all')));
    expect(removed.stdout).toContain('INPUT#all/payees is missing');
    const added = verifyChanged((all) => [
      ...all,
      ...all
        .filter((line) => line.includes('"partition":"AGENDA#all"'))
        .map((line) => line.replace('"stream":"closed"', '"stream":"other"')),
    ]);
    expect(added.stdout).toContain('AGENDA#all/other was not anchored');
  });

  it.each([
    [['no-such-directory'], 'There is no no-such-directory.'],
    [[root], 'holds no record'],
    [[whole, '--head', 'abc'], '--head: given "abc", allowed: 64 hex digits.'],
    [[whole, '--anchor', 'nowhere.json'], '--anchor: there is no nowhere.json.'],
  ])('says what is wrong with the command %j, and ends with 2', (args, said) => {
    const { status, stderr } = verify(...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  it('says which line of a text is no event', () => {
    const { status, stderr } = verifyChanged((all) => [...all.slice(0, 2), 'not an event']);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/changed\.jsonl:3: given "not an/)]);
  });
});
