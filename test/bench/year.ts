import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The sample year, cold: each time a new process on empty records, definitions and bundles in the cache. Prints wall time as
 * whoever starts it sees it, and what the engine takes of it per state.
 */
const start = fileURLToPath(new URL('../../local/start.ts', import.meta.url));
const rounds = 5;

function year(more: readonly string[]): { readonly seconds: number; readonly output: string } {
  const records = mkdtempSync(join(tmpdir(), 'statsbidrag-bench-'));
  const begun = performance.now();
  const output = execFileSync(
    process.execPath,
    [start, '--records', records, '--no-serve', ...more],
    {
      encoding: 'utf8',
    },
  );
  const seconds = (performance.now() - begun) / 1000;
  rmSync(records, { recursive: true });
  return { seconds, output };
}

/** A figure that `--timings` prints. */
function figure(output: string, name: string): number {
  const found = new RegExp(`^${name}\\s+(\\d+)`, 'm').exec(output)?.[1];
  if (found === undefined) throw new Error(`--timings prints no ${name}.`);
  return Number(found);
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

year([]); // Fills the caches: bundles, definitions, compiled code.
const seconds = Array.from({ length: rounds }, () => year([]).seconds);
process.stdout.write(
  `sample year, cold      median ${median(seconds).toFixed(2)} s  (${seconds.map((each) => each.toFixed(2)).join('  ')})\n`,
);

const { output } = year(['--timings']);
const states = figure(output, 'transitions');
const engine = figure(output, 'interpreter') / states;
const handlers = figure(output, 'functions') / figure(output, 'invocations');
process.stdout.write(
  `engine, per state      ${engine.toFixed(2)} ms of ${states} states; a call of a handler ${handlers.toFixed(2)} ms, ${(handlers / engine).toFixed(0)} times as much\n`,
);
