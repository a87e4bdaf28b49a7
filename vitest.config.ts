import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Both cores: half of the suite waits for processes of its own. So long only what hangs takes; a busy machine is no fault.
    maxWorkers: 2,
    testTimeout: 360_000,
    hookTimeout: 360_000,
    // What handlers log is for those who run them; here it would bury what a test says.
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
    coverage: {
      provider: 'v8',
      // Only core is measured: it decides every amount, and all of it is to be run by a test.
      include: ['core/**/*.ts'],
      thresholds: { lines: 100, branches: 100 },
      reporter: [['text', { skipFull: true }]],
    },
  },
});
