import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { anchorsIn } from '../../local/record/anchors-in.ts';
import { recordBytes, recordIn } from '../helpers/record.ts';

const script = (name: string) => fileURLToPath(new URL(`../../local/${name}.ts`, import.meta.url));
const start = script('start');

/** What a year left behind: what it reported, and every byte of its record. */
export interface Left {
  readonly json: string;
  readonly record: string;
}

/** When a run is killed: when its journal has grown by so many bytes, and then after some milliseconds. */
export interface Moment {
  readonly journalBytes: number;
  readonly milliseconds: number;
}

const journalOf = (records: string) => join(records, 'engine.jsonl');
const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** How long the journal of a year is, bytes: moments are taken from it and not from a watch, since machines differ. */
export const journalBytes = (records: string): number => sizeOf(journalOf(records));

/** The simulated moment that the clock of these records stands at. */
export function reached(records: string): string {
  const file = journalOf(records);
  if (!existsSync(file)) return 'before the year began';
  const clocks = readFileSync(file, 'utf8').match(/\{"kind":"clock","now":"[^"]+"\}/g);
  return clocks?.at(-1)?.slice('{"kind":"clock","now":"'.length, -2) ?? 'before the year began';
}

/** Begins the year where its records are, as `npm start` does, in a process of its own. */
function begin(records: string, options: readonly string[]): ChildProcess {
  const args = [start, '--records', records, '--json', `${records}.json`, '--no-serve', ...options];
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Runs to the end, or to the moment at which the process is killed; false when it was killed. Refuses any other end. */
export async function runUntilKilled(
  records: string,
  moment?: Moment,
  options: readonly string[] = [],
): Promise<boolean> {
  const before = journalBytes(records);
  const child = begin(records, options);
  const errors: string[] = [];
  child.stderr?.on('data', (part) => errors.push(String(part)));
  let over = false;
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.on('close', (code, signal) => {
      over = true;
      resolve({ code, signal });
    });
  });
  if (moment) {
    while (!over && journalBytes(records) - before < moment.journalBytes) await pause(1);
    await pause(moment.milliseconds);
    child.kill('SIGKILL');
  }
  const { code, signal } = await ended;
  if (signal === 'SIGKILL') return false;
  if (code === 0 && errors.length === 0) return true;
  throw new Error(`The run of ${records} ended with ${code ?? signal}: ${errors.join('')}`);
}

/**
 * What `npm run verify` finds in the records of a run that was killed, and all that it said where it failed: nothing, for it is a true
 * record. A run that was killed before it recorded anything left none, which is said with exit code 2.
 */
export function foundAfterKill(records: string): readonly string[] {
  const args = [script('verify'), records];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const isWhole = status === 0 && stdout.startsWith('✓ the record is whole');
  const isNone = status === 2 && /holds no (event of a )?record/.test(stderr);
  return isWhole || (isNone && !anchored(records)) ? [] : [`${status}: ${stdout}${stderr}`];
}

/** Whether any anchor knows of an event: the first are of an empty record. */
const anchored = (records: string): boolean =>
  anchorsIn(join(records, 'anchors')).some((name) => !/^0{9}-/.test(name));

/** What the finished year in these records left. */
export async function leftBy(records: string): Promise<Left> {
  const record = recordBytes(await recordIn(records));
  return { json: readFileSync(`${records}.json`, 'utf8'), record };
}

/** The first line in which two records differ, of each; undefined when they are the same. */
export function difference(one: string, other: string): readonly [string, string] | undefined {
  if (one === other) return undefined;
  const [left, right] = [one.split('\n'), other.split('\n')];
  const at = left.findIndex((line, index) => line !== right[index]);
  return [left[at] ?? 'nothing', right[at] ?? 'nothing'];
}
