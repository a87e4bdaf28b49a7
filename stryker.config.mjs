// Mutation testing of the arithmetic, of what becomes of the bank's words, and of the accounts: `stryker run`. Every change it makes
// there that alters a result must fail a test. The laws are tried on one case in 200, the same for every mutant: see test/helpers/cases.ts.
process.env.FC_RUNS_DIVISOR ??= '200';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'test/stryker/vitest.config.ts', related: false },
  mutate: [
    'core/money/**/*.ts',
    'core/rules/**/*.ts',
    'core/bank/**/*.ts',
    'core/accounting/**/*.ts',
    'core/payment/lines.ts',
    'core/record/bank-contradictions.ts',
  ],
  coverageAnalysis: 'perTest',
  reporters: ['clear-text', 'progress', 'html', 'json'],
  htmlReporter: { fileName: 'reports/mutation/index.html' },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  tempDirName: '.cache/stryker',
  concurrency: 2,
  timeoutMS: 20_000,
  ignorePatterns: ['cdk.out', '.cache', '.records', 'coverage', 'reports'],
  thresholds: { high: 95, low: 90, break: null },
};
