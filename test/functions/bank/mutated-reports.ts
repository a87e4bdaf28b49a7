import { parseArgs } from 'node:util';

// The handlers' loggers are made when they are loaded.
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
const { fuzzReports } = await import('./fuzzing/fuzz-reports.ts');

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '2021' },
    reports: { type: 'string', default: '10000' },
  },
});
const started = performance.now();
const { reports, counts, failures } = await fuzzReports(
  Number(values.seed),
  Number(values.reports),
);
const seconds = ((performance.now() - started) / 1000).toFixed(1);

for (const [outcome, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${outcome.padEnd(32)}${count}`);
for (const failure of failures) console.log(`\n✗ ${failure}`);
console.log(
  `\n${failures.length === 0 ? '✓' : `✗ ${failures.length} failures`}: ${reports} changed reports in ${seconds} s, seed ${values.seed}`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
