import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { LockRefused, lockRecords, RecordsInUse } from '../../../local/cloud/records-lock.ts';
import { folder, removeFolders } from '../../helpers/folders.ts';

const script = join(import.meta.dirname, 'contender.ts');
const begun: ChildProcess[] = [];

afterEach(() => {
  for (const child of begun.splice(0)) child.kill('SIGKILL');
});
afterAll(removeFolders);

function contender(): ChildProcess {
  const child = fork(script, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  begun.push(child);
  return child;
}

/** What each says to what all are told at once. */
const tell = (all: readonly ChildProcess[], told: object): Promise<readonly string[]> =>
  Promise.all(
    all.map(async (child) => {
      const said = once(child, 'message');
      child.send(told);
      return String((await said)[0]);
    }),
  );

/** A directory whose last user died without letting go. */
async function leftByDead(): Promise<string> {
  const records = folder();
  const dead = contender();
  expect(await tell([dead], { take: records })).toEqual(['held']);
  const gone = once(dead, 'exit');
  dead.kill('SIGKILL');
  await gone;
  return records;
}

describe('The lock of a records directory', () => {
  it('is held by exactly one of eight who come at the same moment after one that died, thirty times', async () => {
    const eight = Array.from({ length: 8 }, contender);
    for (let round = 0; round < 30; round++) {
      const records = round % 10 === 0 ? await leftByDead() : folder();
      const said = await tell(eight, { take: records });
      expect([...said].sort(), `round ${round}`).toEqual(['held', ...Array(7).fill('refused')]);
      await tell(eight, {});
    }
  });

  it('is free at once when its holder was killed and nobody has fetched its end', async () => {
    const records = folder();
    const hold = `import { lockRecords } from '${join(import.meta.dirname, '../../../local/cloud/records-lock.ts')}';
      lockRecords('${records}'); console.log(process.pid); setInterval(() => {}, 1000);`;
    writeFileSync(join(records, 'hold.mjs'), hold);
    // The parent becomes a program that never asks after its child.
    const command = `'${process.execPath}' '${join(records, 'hold.mjs')}' & exec sleep 60`;
    const parent = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'inherit'] });
    begun.push(parent);
    const pid = Number(String((await once(parent.stdout, 'data'))[0]));
    expect(() => lockRecords(records)).toThrow(RecordsInUse);
    process.kill(pid, 'SIGKILL');
    const patience = performance.now() + 5000;
    for (let letGo: (() => void) | undefined; letGo === undefined; ) {
      if (performance.now() > patience) throw new Error('It was never let go.');
      try {
        letGo = lockRecords(records);
      } catch (error) {
        if (!(error instanceof RecordsInUse)) throw error;
        continue; // The signal is on its way.
      }
      expect(() => process.kill(pid, 0), 'it still counts as alive').not.toThrow();
      letGo();
    }
  });

  it('says who holds it, and is not taken twice by one process', () => {
    const records = folder();
    const letGo = lockRecords(records);
    expect(() => lockRecords(records)).toThrow(
      `${records} is in use by process ${process.pid}; one process at a time may use it.`,
    );
    letGo();
    lockRecords(records)();
  });

  it('is nothing that a note of an earlier process could hold', () => {
    const records = folder();
    writeFileSync(join(records, 'lock'), '1\n'); // Process 1 lives, and holds nothing.
    const letGo = lockRecords(records);
    expect(readFileSync(join(records, 'lock'), 'utf8')).toBe(`${process.pid}\n`);
    letGo();
  });

  it('is refused by name where its file is none, with what to do', () => {
    const records = folder();
    writeFileSync(join(records, 'lock.sqlite'), 'no database '.repeat(100));
    expect(() => lockRecords(records)).toThrow(LockRefused);
    expect(() => lockRecords(records)).toThrow(/lock\.sqlite cannot be locked.*can be removed/);
  });
});
