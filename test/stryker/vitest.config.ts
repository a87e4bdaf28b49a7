import { defineConfig } from 'vitest/config';

/** For mutation runs: the tests of what is mutated, and of the years that are made of it. */
export default defineConfig({
  test: {
    include: [
      'test/core/{accounting,agreement,bank,calendar,money,rules}/**/*.test.ts',
      'test/core/payment/{lines,decide-bank}.test.ts',
      'test/core/record/bank-contradictions.test.ts',
      'test/core/*.test.ts',
    ],
    testTimeout: 60_000,
  },
});
