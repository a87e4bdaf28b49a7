import { Sek } from './sek.ts';

/**
 * A single national amount in whole kronor: half up, and away from zero on ties (2.5 gives 3, -2.5 gives -3).
 * What is divided among regions or months goes through `allocate` or `splitInstalments` instead.
 */
export function wholeKronor(amount: Sek): Sek {
  const { numerator, denominator } = amount.fraction;
  // (2n ± d) / 2d is n/d ± 1/2, and BigInt division cuts towards zero: half a krona outwards, then inwards.
  const half = numerator < 0n ? -denominator : denominator;
  return Sek.whole((2n * numerator + half) / (2n * denominator));
}
