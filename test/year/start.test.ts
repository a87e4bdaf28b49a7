import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { synthesize } from '../../infra/synthesize.ts';
import { inputsAboveCorridors } from '../fixtures/inputs-above-corridors.ts';
import { inputsDirectory, line, without } from '../fixtures/inputs-directory.ts';
import { folder, removeFolders } from '../helpers/folders.ts';

const start = fileURLToPath(new URL('../../local/start.ts', import.meta.url));

/** Every process runs in a directory of its own, so that what it leaves there is seen. */
const begin = (cwd: string, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [start, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });

interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

async function ended(child: ChildProcess): Promise<Said> {
  const parts = { out: '', errors: '' };
  child.stdout?.on('data', (part) => {
    parts.out += part;
  });
  child.stderr?.on('data', (part) => {
    parts.errors += part;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...parts };
}

const cwd = folder();
const npmStart = (...args: readonly string[]) => ended(begin(cwd, ['--no-serve', ...args]));
const resultIn = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

// Made here, so that no process spends its first seconds on it.
beforeAll(async () => void (await synthesize()));
afterAll(removeFolders);

describe('npm start --approve console --no-serve', () => {
  const records = join(cwd, 'console');
  const json = join(cwd, 'console.json');
  const until = ['--records', records, '--json', json, '--until'] as const;

  it('stops at the first thing that waits for a person, and says which', async () => {
    const { code, out, errors } = await npmStart(
      ...['--records', records, '--json', json, '--approve', 'console'],
    );
    expect([code, errors]).toEqual([0, '']);
    expect(out).toContain(
      '2021-02  waits            opening-2021 for two approvals, since 2021-02-01\n',
    );
    expect(out).toContain('No payment has been made.');
    expect(resultIn(json)).toMatchObject({ payments: [], vouchers: 0, grants: {} });
  });

  it('says the same again when nobody has approved, and writes nothing', async () => {
    const before = resultIn(json).headHash;
    const { out } = await npmStart(...until, '2021-04', '--approve', 'console');
    expect(out).toContain('opening-2021 for two approvals, since 2021-02-01');
    expect(resultIn(json).headHash).toBe(before);
  });

  it('stops as well in the middle of the year, and lets the bank answer by itself', async () => {
    await npmStart(...until, '2021-03');
    const { out } = await npmStart(...until, '2021-05', '--approve', 'console');
    expect(out).toMatch(/payout-2021-0\d for attest and payment order, since 2021-0\d-\d\d\n/);
    expect(out).not.toContain("for the bank's report");
  });

  it('lets a later --approve auto go on, and end as a year in which nobody waited', async () => {
    await npmStart(...until, '2021-05');
    const other = ['--records', join(cwd, 'auto'), '--json', join(cwd, 'auto.json')];
    await npmStart(...other, '--until', '2021-05');
    expect(resultIn(json).payments).toHaveLength(3);
    expect(resultIn(json)).toEqual(resultIn(join(cwd, 'auto.json')));
  });
});

describe('npm start with inputs that are wrong', () => {
  it('says what is wrong, ends with 2, and leaves no trace', async () => {
    const nowhere = folder();
    const inputs = inputsDirectory({
      'rebates.csv': line(2, '01,575460624.5,585879116'),
      'price-tags.csv': without(/^senior-90-plus-alone/),
    });
    const args = ['--inputs', inputs, '--records', join(nowhere, 'records'), '--json', 'year.json'];
    const { code, out, errors } = await ended(begin(nowhere, args));
    expect([code, out]).toEqual([2, '']);
    expect(errors).toMatch(/rebates\.csv:2.*575460624\.5/);
    expect(errors).toMatch(/price-tags\.csv.*senior-90-plus-alone/);
    expect(readdirSync(nowhere)).toEqual([]);
  });
});

describe('npm start with the records of other inputs', () => {
  it('refuses them, and leaves every byte as it was', async () => {
    const records = join(cwd, 'others');
    await npmStart('--records', records, '--until', '2021-02');
    const journal = () => readFileSync(join(records, 'engine.jsonl'), 'utf8');
    const before = journal();
    const inputs = inputsDirectory(inputsAboveCorridors());
    const { code, errors } = await npmStart('--records', records, '--inputs', inputs);
    expect(code).toBe(2);
    expect(errors).toContain(`${records} holds the year of other inputs`);
    expect(journal()).toBe(before);
  });
});

describe('npm start on records that another process is using', () => {
  it('is refused in a sentence that names the process', async () => {
    const records = join(cwd, 'shared');
    const first = begin(cwd, ['--no-serve', '--records', records]);
    const firstEnded = ended(first);
    while (!existsSync(join(records, 'lock'))) await new Promise((wait) => setTimeout(wait, 10));
    const { code, out, errors } = await npmStart('--records', records);
    first.kill();
    await firstEnded;
    expect(code).toBe(2);
    expect(errors).toBe(
      `${records} is in use by process ${first.pid}; one process at a time may use it.\n`,
    );
    expect(out).not.toContain('paid');
  });
});
