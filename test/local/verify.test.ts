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

  it('holds the record against every anchor that was made while it grew', () => {
    const { status, stdout } = verify(records);
    const [, held, all] = /✓ (\d+) of (\d+) anchors hold/.exec(stdout) ?? [];
    expect([held, Number(all) > 2, status]).toEqual([all, true, 0]);
  });

  it('holds an exported text against the same anchors, and says when there are none', () => {
    expect(verify(whole, '--anchors', join(records, 'anchors')).stdout).toMatch(
      /✓ \d+ of \d+ anchors hold/,
    );
    const { stdout, status } = verify(whole, '--head', headHash());
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining('· no anchors to hold it against'),
    ]);
  });

  it.each([
    [
      'a tail that was cut off',
      (all: string[]) =>
        all.filter(
          (line) =>
            !/"number":2,.*"stream":"03"|"partition":"RUN#2021".*"number":[3-9]\b/.test(line),
        ),
      /RUN#2021\/03 has \d event.*missing \(\d+ anchors say so\)/,
    ],
    [
      'a stream that was dropped',
      (all: string[]) => all.filter((line) => !line.includes('"partition":"JOURNAL#2021"')),
      /JOURNAL#2021\/voucher is missing; 1 event anchored/,
    ],
    [
      'a body that was edited',
      (all: string[]) =>
        all.map((line) =>
          line
            .replace('"type":"allocation"', '"type":"allocated"')
            .replace('"kind":"allocation"', '"kind":"allocated"'),
        ),
      /is not what its hash was made of/,
    ],
  ])('finds %s by the anchors alone', (_, change, said) => {
    const { status, stdout } = verifyChanged(change, '--anchors', join(records, 'anchors'));
    expect(stdout).toMatch(said);
    expect(status).toBe(1);
  });

  it('finds a forged anchor of a later record', () => {
    const forged = join(records, 'anchors', `000099999-${'a'.repeat(64)}.json`);
    writeFileSync(forged, JSON.stringify({ headHash: 'a'.repeat(64), heads: [] }));
    try {
      const { status, stdout } = verify(records);
      expect(stdout).toMatch(
        /✗ anchors The anchor 000099999-a+\.json says a+; its heads make [0-9a-f]{64}/,
      );
      expect(stdout).toMatch(/✗ \d+ of \d+ anchors hold/);
      expect(status).toBe(1);
    } finally {
      rmSync(forged);
    }
  });

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
    [[whole, '--anchors', 'nowhere'], '--anchors: there is no nowhere.'],
  ])('says what is wrong with the command %j, and ends with 2', (args, said) => {
    const { status, stderr } = verify(...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  it('says which line of a text is no event', () => {
    const { status, stderr } = verifyChanged((all) => [...all.slice(0, 2), 'not an event']);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/changed\.jsonl:3: given "not an/)]);
  });
});
