import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, allocateByWeight } from '../../../core/money/allocate.ts';
import { Fraction } from '../../../core/money/fraction.ts';
import { wholeKronor } from '../../../core/money/rounding.ts';
import { Sek } from '../../../core/money/sek.ts';
import { cases } from '../../helpers/cases.ts';
import { asText, byKeys, exactAmount, kronor, reversed } from './amounts.ts';
import { naiveAllocate } from './naive.ts';

describe('allocate', () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['leaves whole kronor alone', { A: '3', B: '-4', C: '0' }, { A: '3', B: '-4', C: '0' }],
    [
      'gives the odd krona to the part that lost most',
      { A: '33.3', B: '66.7' },
      { A: '33', B: '67' },
    ],
    ['settles equal losses by key, ascending', { B: '0.5', A: '0.5' }, { B: '0', A: '1' }],
    ['settles equal losses by code units: Z before a', { a: '0.5', Z: '0.5' }, { a: '0', Z: '1' }],
    [
      'settles equal losses by code units: 10 before 9',
      { 9: '1.5', 10: '1.5' },
      { 9: '1', 10: '2' },
    ],
    [
      'gives one krona each, never two',
      { A: '0.9', B: '0.9', C: '0.2' },
      { A: '1', B: '1', C: '0' },
    ],
    ['rounds the sum up at the half', { A: '0.25', B: '0.25' }, { A: '1', B: '0' }],
    ['rounds the sum down below the half', { A: '0.25', B: '0.24' }, { A: '0', B: '0' }],
    [
      'rounds a negative sum at the half away from zero',
      { A: '-0.25', B: '-0.25' },
      { A: '0', B: '-1' },
    ],
    [
      'cuts deductions towards minus infinity: the largest fractional part is given back',
      { A: '-0.4', B: '-0.6' },
      { A: '0', B: '-1' },
    ],
    ['lets deductions and additions meet', { A: '-1.5', B: '1.5' }, { A: '-1', B: '1' }],
    [
      'gives every part a krona when all of them lost one',
      { A: '0.8', B: '0.8', C: '0.9' },
      { A: '1', B: '1', C: '1' },
    ],
    [
      'takes amounts with unlike denominators',
      { A: '1/3', B: '1/7', C: '11/21' },
      { A: '0', B: '0', C: '1' },
    ],
    ['makes one amount whole as wholeKronor does', { A: '-2.5' }, { A: '-3' }],
    ['gives nobody nothing', {}, {}],
  ])('%s', (_, exact, parts) => {
    expect(asText(allocate(kronor(exact)))).toEqual(parts);
  });

  it('keeps the order of the keys', () => {
    expect([...allocate(kronor({ C: '1', A: '1', B: '1' })).keys()]).toEqual(['C', 'A', 'B']);
  });

  it('does not give a deduction what the opposite of an addition would be', () => {
    const exact = { A: '0.5', B: '0.5' };
    expect(asText(allocate(kronor(exact)))).toEqual({ A: '1', B: '0' });
    expect(asText(allocate(kronor({ A: '-0.5', B: '-0.5' })))).toEqual({ A: '0', B: '-1' });
  });

  describe('for any exact amounts, negative ones too', () => {
    const amounts = byKeys(exactAmount);

    it('loses no krona and makes none: the parts add up to the whole kronor of the exact sum', () => {
      fc.assert(
        fc.property(amounts, (exact) => {
          const sum = Sek.sum(allocate(exact).values());
          expect(sum).toEqual(wholeKronor(Sek.sum(exact.values())));
        }),
        cases(40_000),
      );
    });

    it('gives what the rule gives when it is followed word by word', () => {
      fc.assert(
        fc.property(amounts, (exact) => {
          expect(asText(allocate(exact))).toEqual(asText(naiveAllocate(exact)));
        }),
        cases(10_000),
      );
    });

    it('moves no part by a krona or more', () => {
      fc.assert(
        fc.property(amounts, (exact) => {
          for (const [key, part] of allocate(exact)) {
            const moved = part.minus(exact.get(key) ?? Sek.zero).fraction;
            expect(moved.compare(Fraction.one)).toBe(-1);
            expect(moved.compare(Fraction.of(-1n))).toBe(1);
          }
        }),
        cases(4_000),
      );
    });

    it('does not care in which order the parts come', () => {
      fc.assert(
        fc.property(amounts, (exact) => {
          expect(asText(allocate(reversed(exact)))).toEqual(asText(allocate(exact)));
        }),
        cases(4_000),
      );
    });

    it('never gives a larger amount the smaller part', () => {
      fc.assert(
        fc.property(amounts, (exact) => {
          const parts = [...allocate(exact)].map(([key, part]) => ({ part, was: exact.get(key) }));
          parts.sort((a, b) => (a.was && b.was ? a.was.compare(b.was) : Number.NaN));
          for (const [i, { part, was }] of parts.entries()) {
            const before = parts[i - 1];
            if (before?.was && was && before.was.isLessThan(was)) {
              expect(part.isLessThan(before.part)).toBe(false);
            }
          }
        }),
        cases(4_000),
      );
    });
  });
});

describe('allocateByWeight', () => {
  const weighted = (weights: Record<string, bigint>) =>
    Object.entries(weights).map(([key, weight]) => ({ key, weight }));

  it.each<[string, string, Record<string, bigint>, Record<string, string>]>([
    [
      'gives the odd krona to the part that lost most',
      '100',
      { A: 1n, B: 2n },
      { A: '33', B: '67' },
    ],
    ['settles equal losses by key', '100', { B: 1n, C: 1n, A: 1n }, { B: '33', C: '33', A: '34' }],
    ['divides a deduction', '-100', { A: 1n, B: 1n, C: 1n }, { A: '-33', B: '-33', C: '-34' }],
    ['gives no weight nothing', '10', { A: 0n, B: 3n }, { A: '0', B: '10' }],
    ['divides nothing', '0', { A: 1n, B: 1n }, { A: '0', B: '0' }],
    ['makes a broken total whole', '0.5', { A: 1n, B: 1n }, { A: '1', B: '0' }],
    ['makes a broken deduction whole', '-7/2', { A: 1n, B: 2n }, { A: '-1', B: '-3' }],
    [
      'shares 100 by weights beyond 64 bits',
      '100',
      { A: 10n ** 30n, B: 2n * 10n ** 30n },
      { A: '33', B: '67' },
    ],
    [
      'shares a total beyond 64 bits',
      `1${'0'.repeat(30)}`,
      { A: 1n, B: 2n },
      { A: '3'.repeat(30), B: `${'6'.repeat(29)}7` },
    ],
  ])('%s', (_, total, weights, parts) => {
    expect(asText(allocateByWeight(Sek.of(total), weighted(weights)))).toEqual(parts);
  });

  it('refuses a negative weight, and says whose', () => {
    expect(() => allocateByWeight(Sek.of('1'), weighted({ A: 1n, B: -1n }))).toThrow(
      new RangeError("A weight is zero or more; 'B' was given -1."),
    );
  });

  it('refuses weights that sum to zero, and no weights', () => {
    expect(() => allocateByWeight(Sek.of('7'), weighted({ A: 0n, B: 0n }))).toThrow(
      new RangeError(
        'Weights must sum to more than zero to divide 7 kr by them (given 2 weights).',
      ),
    );
    expect(() => allocateByWeight(Sek.of('7'), [])).toThrow('(given 0 weights)');
  });

  it.each([
    ['beside each other', ['A', 'A', 'B'], 'A'],
    ['apart', ['B', 'A', 'B'], 'B'],
  ])('refuses a key that comes twice, %s', (_, keys, twice) => {
    const parts = keys.map((key) => ({ key, weight: 1n }));
    expect(() => allocateByWeight(Sek.of('1'), parts)).toThrow(
      new RangeError(`Each key may come once; '${twice}' came twice.`),
    );
  });

  describe('for any total and any weights', () => {
    const weights = byKeys(
      fc.oneof(fc.bigInt(0n, 4n), fc.bigInt(0n, 2_500_000n), fc.bigInt(0n, 10n ** 25n)),
    ).filter((map) => [...map.values()].some((weight) => weight > 0n));
    const list = (map: ReadonlyMap<string, bigint>) =>
      [...map].map(([key, weight]) => ({ key, weight }));

    it('loses no krona and makes none', () => {
      fc.assert(
        fc.property(exactAmount, weights, (total, map) => {
          expect(Sek.sum(allocateByWeight(total, list(map)).values())).toEqual(wholeKronor(total));
        }),
        cases(40_000),
      );
    });

    it('gives what allocate gives for total × weight / sum of weights', () => {
      fc.assert(
        fc.property(exactAmount, weights, (total, map) => {
          const sum = [...map.values()].reduce((all, weight) => all + weight, 0n);
          const exact = new Map(
            [...map].map(([key, weight]) => [key, total.times(Fraction.of(weight, sum))]),
          );
          expect(asText(allocateByWeight(total, list(map)))).toEqual(asText(naiveAllocate(exact)));
        }),
        cases(10_000),
      );
    });

    it('does not care in which order the parts come', () => {
      fc.assert(
        fc.property(exactAmount, weights, (total, map) => {
          const forwards = asText(allocateByWeight(total, list(map)));
          expect(asText(allocateByWeight(total, list(reversed(map))))).toEqual(forwards);
        }),
        cases(4_000),
      );
    });

    it('never gives a heavier part less of a grant, or less of a deduction', () => {
      fc.assert(
        fc.property(exactAmount, weights, (total, map) => {
          const parts = allocateByWeight(total, list(map));
          const heaviestLast = list(map).sort((a, b) => (a.weight < b.weight ? -1 : 1));
          for (const [i, heavy] of heaviestLast.entries()) {
            const light = heaviestLast[i - 1];
            if (light === undefined || light.weight === heavy.weight) continue;
            const more = parts.get(heavy.key)?.minus(parts.get(light.key) ?? Sek.zero);
            const forItsWeight = total.isNegative() ? more?.negated() : more;
            expect(forItsWeight?.isNegative()).toBe(false);
          }
        }),
        cases(4_000),
      );
    });
  });
});
