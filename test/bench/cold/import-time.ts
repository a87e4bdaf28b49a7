import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** One import in a fresh process. */
export interface Import {
  readonly ms: number;
  /** MB of resident memory that the process had at most, Node's own included. */
  readonly rss: number;
}

const program = `const begun = performance.now();
await import(process.argv[1]);
const ms = performance.now() - begun;
process.stdout.write(JSON.stringify({ ms, rss: process.resourceUsage().maxRSS / 1000 }));
process.exit();`;

/** Imports a file in a process of its own, without a compile cache: as Lambda does at a cold start. */
export function importOnce(file: string, environment: Readonly<Record<string, string>>): Import {
  const output = execFileSync(
    process.execPath,
    ['--input-type=module', '-e', program, pathToFileURL(file).href],
    { env: { PATH: process.env.PATH, ...environment }, encoding: 'utf8' },
  );
  return JSON.parse(output.slice(output.lastIndexOf('{')));
}

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
