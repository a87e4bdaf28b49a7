import { defineConfig } from 'vitest/config';

/** For mutation runs: the tests of core alone, since only core is mutated and its tests need nothing else. */
export default defineConfig({
  test: {
    include: ['test/core/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
