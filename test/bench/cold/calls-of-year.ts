import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The calls of one function in the sample year. */
export interface Calls {
  readonly count: number;
  /** Milliseconds: the 99th percentile, and the longest. The first call of each is among them. */
  readonly p99: number;
  readonly longest: number;
  /** MB that the heap grew in a call at most: what was allocated, until the collector came. */
  readonly heap: number;
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Runs the sample year on empty records and tells of every function how its calls went. */
export function callsOfYear(): ReadonlyMap<string, Calls> {
  const records = mkdtempSync(join(tmpdir(), 'statsbidrag-calls-'));
  const preload = ['--import', file('./measure-calls.ts')];
  const start = [file('../../../local/start.ts'), '--records', records, '--no-serve'];
  execFileSync(process.execPath, [...preload, ...start], { stdio: 'ignore' });
  const notes = readdirSync(records, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.calls'),
  );
  const lines = notes.flatMap((path) =>
    readFileSync(join(records, path), 'utf8').trimEnd().split('\n'),
  );
  rmSync(records, { recursive: true });
  if (lines.length < 500) throw new Error(`A year has over 500 calls; ${lines.length} were noted.`);
  const calls = lines.map((line) => JSON.parse(line) as { name: string; ms: number; heap: number });
  return new Map(
    [...Map.groupBy(calls, ({ name }) => name)].map(([name, of]) => {
      const ms = of.map((each) => each.ms).sort((a, b) => a - b);
      const at = (share: number) => ms[Math.min(ms.length - 1, Math.floor(ms.length * share))] ?? 0;
      const heap = Math.max(...of.map((each) => each.heap)) / 1e6;
      return [name, { count: of.length, p99: at(0.99), longest: at(1), heap }];
    }),
  );
}
