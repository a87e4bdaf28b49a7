import type { Fraction } from './fraction.ts';

/** A number as a person reads it: `rounded` says that digits were left out. */
export interface ReadableNumber {
  readonly text: string;
  readonly rounded: boolean;
}

/**
 * A number with at most so many decimals, half up and away from zero on ties, without zeros at its end: 1/3 with six is
 * 0.333333. For reading only: nothing is worked out from it. Refuses a number of places that is not a whole number from 0 on.
 */
export function toPlaces(exact: Fraction, places: number): ReadableNumber {
  const digits = fixedPlaces(exact, places);
  const text = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return {
    text,
    rounded: exact.denominator !== 1n && 10n ** BigInt(places) % exact.denominator !== 0n,
  };
}

/** As `toPlaces`, with exactly so many decimals: 0.0, 12.5. Zero has no sign. */
export function fixedPlaces(exact: Fraction, places: number): string {
  if (!Number.isSafeInteger(places) || places < 0)
    throw new RangeError(`Decimals are counted by a whole number from 0 on (given ${places}).`);
  const { numerator, denominator } = exact;
  const size = numerator < 0n ? -numerator : numerator;
  const scaled = (2n * size * 10n ** BigInt(places) + denominator) / (2n * denominator);
  const digits = String(scaled).padStart(places + 1, '0');
  const sign = numerator < 0n && scaled !== 0n ? '-' : '';
  const whole = digits.slice(0, digits.length - places);
  return `${sign}${whole}${places === 0 ? '' : `.${digits.slice(-places)}`}`;
}
