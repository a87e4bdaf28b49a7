import fc from 'fast-check';
import { Fraction } from '../../../core/money/fraction.ts';
import { Sek } from '../../../core/money/sek.ts';

/** Generated amounts, keys and maps for the laws of allocating and splitting, and helpers to read results. */

/** Texts of two or three letters, so that code order and the order of appearance differ. */
export const keys = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 21,
  size: 'small',
});

/** Whole and broken, positive and negative, with ties at the half and with many equal fractional parts. */
export const exactAmount: fc.Arbitrary<Sek> = fc
  .record({
    numerator: fc.oneof(fc.bigInt(-60n, 60n), fc.bigInt(-(10n ** 24n), 10n ** 24n)),
    denominator: fc.oneof(fc.constantFrom(1n, 2n, 3n, 4n, 6n), fc.bigInt(1n, 2_500_000n)),
  })
  .map(({ numerator, denominator }) => Sek.exactly(Fraction.of(numerator, denominator)));

/** One of the values for each of the keys. */
export function byKeys<T>(value: fc.Arbitrary<T>): fc.Arbitrary<ReadonlyMap<string, T>> {
  return keys.chain((names) =>
    fc
      .array(value, { minLength: names.length, maxLength: names.length })
      .map((values) => new Map(names.map((name, i) => [name, values[i] as T]))),
  );
}

/** The parts as text, in their order. */
export function asText(parts: ReadonlyMap<string, Sek>): Record<string, string> {
  return Object.fromEntries([...parts].map(([key, part]) => [key, part.toString()]));
}

/** Kronor by key, for examples: `kronor({ A: '0.5' })`. */
export function kronor(amounts: Record<string, string>): Map<string, Sek> {
  return new Map(Object.entries(amounts).map(([key, text]) => [key, Sek.of(text)]));
}

/** The same entries in the opposite order. */
export function reversed<T>(map: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...map].reverse());
}
