import { parseArgs } from 'node:util';

// The handlers' loggers are made when they are loaded, and would write a line per request.
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
const { fuzzApi } = await import('./fuzzing/fuzz-api.ts');

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '2021' },
    requests: { type: 'string', default: '20000' },
  },
});
const started = performance.now();
const { requests, counts, failures } = await fuzzApi(Number(values.seed), Number(values.requests));
const seconds = ((performance.now() - started) / 1000).toFixed(1);

const byOperation = new Map<string, string[]>();
for (const [key, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const at = key.lastIndexOf(' ');
  const [id, status] = [key.slice(0, at), key.slice(at + 1)];
  byOperation.set(id, [...(byOperation.get(id) ?? []), `${status} × ${count}`]);
}
for (const [id, statuses] of byOperation) console.log(`${id.padEnd(22)}${statuses.join('  ')}`);
for (const failure of failures) console.log(`\n✗ ${failure}`);
console.log(
  `\n${failures.length === 0 ? '✓' : `✗ ${failures.length} failures`}: ${requests} requests over ${byOperation.size} operations in ${seconds} s, seed ${values.seed}`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
