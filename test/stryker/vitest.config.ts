import { defineConfig } from 'vitest/config';

/** For mutation runs: the tests of what is mutated, the amounts and the rules, and of the years that are made of them. */
export default defineConfig({
  test: {
    include: ['test/core/{agreement,calendar,money,rules}/**/*.test.ts', 'test/core/*.test.ts'],
    testTimeout: 60_000,
  },
});
