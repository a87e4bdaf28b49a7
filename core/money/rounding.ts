import { Sek } from './sek.ts';

/**
 * A single national amount in whole kronor: half up, and away from zero on ties (2.5 gives 3, -2.5 gives -3).
 * What is divided among regions or months goes through `allocate` or `splitInstalments` instead.
 */
export function wholeKronor(amount: Sek): Sek {
  const { numerator, denominator } = amount.fraction;
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return Sek.whole(numerator < 0n ? -rounded : rounded);
}
