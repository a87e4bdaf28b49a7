/**
 * How many cases a law is tried on: the number given, in full, unless FC_RUNS_DIVISOR says to try one in so many. Then
 * the cases are also the same in every run, so that a mutation run judges every mutant by the same cases.
 */
export function cases(count: number): { numRuns: number; seed?: number } {
  const divisor = process.env.FC_RUNS_DIVISOR;
  if (divisor === undefined) return { numRuns: count };
  if (!/^[1-9]\d*$/.test(divisor)) {
    throw new RangeError(`FC_RUNS_DIVISOR is a whole number, 1 or more (given '${divisor}').`);
  }
  return { numRuns: Math.ceil(count / Number(divisor)), seed: 2021 };
}
