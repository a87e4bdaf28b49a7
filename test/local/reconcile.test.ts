import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const script = (name: string) => fileURLToPath(new URL(`../../local/${name}.ts`, import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'statsbidrag-reconcile-'));
const records = join(root, 'records');
const file = join(records, 'payment-files', '2021', 'STB-PAY-2021-03.xml');

function run(name: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script(name), ...args], {
    encoding: 'utf8',
    cwd: root,
  });
  // Amounts are held together by blanks that do not break.
  return { status, stdout: stdout.replaceAll('\u00a0', ' '), stderr };
}
const reconcile = (...args: string[]) => run('reconcile', '--records', records, ...args);

/** Reconciles while the stored file of March says something else. */
function withFile(change: (text: string) => string, ...args: string[]) {
  const bytes = readFileSync(file);
  writeFileSync(file, change(bytes.toString('utf8')));
  try {
    return reconcile(...args);
  } finally {
    writeFileSync(file, bytes);
  }
}

beforeAll(() => {
  expect(run('start', '--records', records, '--until', '2021-03', '--no-serve').status).toBe(0);
}, 120_000);
afterAll(() => rmSync(root, { recursive: true }));

describe('npm run reconcile', () => {
  it('finds March equal to the öre, by run and by payee', () => {
    const { status, stdout, stderr } = reconcile();
    expect(stdout).toContain(
      '✓ 2021: prepared = approved = filed = settled + returned + outstanding, and nothing moved without an order, to the öre, for 1 run and 21 payees.',
    );
    expect(stdout).toMatch(/payout-2021-03 +2021-03-01( +2 786 075 070){4}( +0){4}\n/);
    expect(stdout).toMatch(/\n05 +Region Östergötland( +[1-9][\d ]+){4}/);
    expect(stderr).toContain('Reading the record');
    expect(status).toBe(0);
  });

  it('finds a krona that is missing in the stored file, and names the region with both sides', () => {
    const lastKrona = /(?<=STB-PAY-2021-03-05<[\s\S]*?"SEK">\d+)\d(?=\.00<)/;
    const { status, stdout } = withFile((text) =>
      text.replace(lastKrona, (krona) => `${9 - Number(krona)}`),
    );
    expect(stdout).toMatch(
      /\n✗ 05 Region Östergötland: the payout of March 2021: approved by two \d+ kr, in the payment file \d+ kr\n/,
    );
    expect(stdout).toMatch(
      /\n✗ the payout of March 2021: the file’s payments \d+ kr, the file’s control sum 2786075070 kr\n/,
    );
    expect(stdout).not.toContain('✗ 03');
    expect(status).toBe(1);
  });

  it('finds a file that is no file any more', () => {
    const { status, stdout } = withFile(() => 'gone');
    expect(stdout).toContain('✗ the payout of March 2021: the payment file cannot be read: ');
    expect(status).toBe(1);
  });

  it('has a line for every payee of every run when all are asked for', () => {
    expect(reconcile().stdout.match(/Region Dalarna/g)).toHaveLength(1);
    expect(reconcile('--all').stdout.match(/Region Dalarna/g)).toHaveLength(2);
  });

  it('counts one year when it is named', () => {
    expect(reconcile('--year', '2022').stdout).toContain('✓ 2022: nothing was paid.');
    expect(reconcile('--year', '2021').stdout).not.toContain('2022');
  });

  it('writes the same as JSON', () => {
    const json = join(root, 'tally.json');
    expect(reconcile('--json', json).status).toBe(0);
    const { years } = JSON.parse(readFileSync(json, 'utf8'));
    expect(years).toMatchObject([{ year: 2021, holds: true, total: { settled: '2786075070' } }]);
  });

  it.each([
    [['--records', 'nowhere'], 'there is no nowhere'],
    [['--records', tmpdir()], 'holds no record'],
    [['--records', records, '--year', '21'], 'given "21", allowed: YYYY'],
    [[], 'There is no record in .records'],
    [['--loudly'], '--loudly'],
  ])('refuses %j, and says what is allowed', (args, why) => {
    const { status, stderr } = run('reconcile', ...args);
    expect(stderr).toContain(why);
    expect(status).toBe(2);
  });

  it('says what it does when it is asked', () => {
    const { status, stdout } = run('reconcile', '--help');
    expect(stdout).toContain('npm run reconcile -- [--records DIR]');
    expect(status).toBe(0);
    expect(run('reconcile', 'DIR').status).toBe(2);
  });
});
