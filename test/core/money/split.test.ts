import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateByWeight } from '../../../core/money/allocate.ts';
import { Sek } from '../../../core/money/sek.ts';
import { splitInstalments } from '../../../core/money/split.ts';
import { cases } from '../../helpers/cases.ts';
import { byKeys, kronor, reversed } from './amounts.ts';
import { naiveSplit } from './naive.ts';

type Instalments = ReadonlyMap<string, readonly Sek[]>;

function asLists(instalments: Instalments): Record<string, string> {
  return Object.fromEntries([...instalments].map(([key, list]) => [key, list.join(' ')]));
}

/** The sum of all regions' instalments, month by month. */
function months(instalments: Instalments, count: number): bigint[] {
  return Array.from({ length: count }, (_, month) =>
    [...instalments.values()].reduce((sum, list) => sum + (list[month]?.kronor() ?? 0n), 0n),
  );
}

describe('twelve instalments', () => {
  it('give the odd kronor to consecutive instalments, each region starting where the one before stopped', () => {
    expect(asLists(splitInstalments(kronor({ '01': '17', '03': '33', '04': '28' })))).toEqual({
      '01': '2 2 2 2 2 1 1 1 1 1 1 1',
      '03': '3 3 2 2 2 3 3 3 3 3 3 3',
      '04': '2 2 3 3 3 3 2 2 2 2 2 2',
    });
  });

  it('take the regions in code order, and give them back in the order they came', () => {
    const split = splitInstalments(kronor({ B: '1', C: '2', A: '1' }), 4);
    expect([...split.keys()]).toEqual(['B', 'C', 'A']);
    expect(asLists(split)).toEqual({ A: '1 0 0 0', B: '0 1 0 0', C: '0 0 1 1' });
  });

  it('are equal when twelve divides the grant, and then leave the turn where it was', () => {
    const split = splitInstalments(kronor({ A: '25', B: '24', C: '13' }));
    expect(asLists(split)).toEqual({
      A: '3 2 2 2 2 2 2 2 2 2 2 2',
      B: '2 2 2 2 2 2 2 2 2 2 2 2',
      C: '1 2 1 1 1 1 1 1 1 1 1 1',
    });
  });

  it('go on with the first after the twelfth', () => {
    const split = splitInstalments(kronor({ A: '11', B: '3' }));
    expect(asLists(split)).toEqual({ A: '1 1 1 1 1 1 1 1 1 1 1 0', B: '1 1 0 0 0 0 0 0 0 0 0 1' });
  });

  it('of the 2021 pot are 2 786 075 070 kr together in every month', () => {
    const regions = Array.from({ length: 21 }, (_, i) => ({
      key: String(i + 1).padStart(2, '0'),
      weight: BigInt(57_000 + 113_003 * i),
    }));
    const grants = allocateByWeight(Sek.of('33432900840'), regions);
    expect(months(splitInstalments(grants), 12)).toEqual(Array(12).fill(2_786_075_070n));
  });

  it('can be of a grant of nothing, of a grant beyond 64 bits, and of no region', () => {
    const huge = (12n * 10n ** 30n + 1n).toString();
    expect(asLists(splitInstalments(kronor({ A: '0', B: huge }), 3))).toEqual({
      A: '0 0 0',
      B: [4n * 10n ** 30n + 1n, 4n * 10n ** 30n, 4n * 10n ** 30n].join(' '),
    });
    expect(splitInstalments(kronor({})).size).toBe(0);
  });

  it('can be one instalment, the grant itself', () => {
    expect(asLists(splitInstalments(kronor({ A: '7', B: '5' }), 1))).toEqual({ A: '7', B: '5' });
  });

  it.each(['-1', '0.5', '-1/3'])('are refused for a grant of %s kr', (grant) => {
    expect(() => splitInstalments(kronor({ A: '1', B: grant }))).toThrow(
      new RangeError(`A grant is whole kronor, zero or more; 'B' was given ${grant}.`),
    );
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 53])('are refused in a number of %s', (count) => {
    expect(() => splitInstalments(kronor({ A: '1' }), count)).toThrow(
      new RangeError(
        `A grant is split in a whole number of instalments, 1 or more (given ${count}).`,
      ),
    );
  });

  describe('for any grants', () => {
    const grant = fc
      .oneof(fc.bigInt(0n, 30n), fc.bigInt(0n, 40_000_000_000n), fc.bigInt(0n, 10n ** 25n))
      .map((whole) => Sek.whole(whole));
    const grants = byKeys(grant);
    const count = fc.oneof(fc.constant(12), fc.integer({ min: 1, max: 13 }));

    it('add up to the grant of each region', () => {
      fc.assert(
        fc.property(grants, (given) => {
          const split = splitInstalments(given);
          expect(split.size).toBe(given.size);
          for (const [key, list] of split) {
            expect(list.length).toBe(12);
            expect(Sek.sum(list)).toEqual(given.get(key));
          }
        }),
        cases(40_000),
      );
    });

    it('are those that dealing krona by krona gives', () => {
      fc.assert(
        fc.property(grants, count, (given, n) => {
          expect(asLists(splitInstalments(given, n))).toEqual(asLists(naiveSplit(given, n)));
        }),
        cases(10_000),
      );
    });

    it('differ by at most one krona, within a region and between the months of the whole country', () => {
      fc.assert(
        fc.property(grants, count, (given, n) => {
          const split = splitInstalments(given, n);
          const rows = [...split.values()].map((list) => list.map((one) => one.kronor()));
          for (const row of [...rows, months(split, n)]) {
            const sorted = row.toSorted((a, b) => (a < b ? -1 : 1));
            expect((sorted.at(-1) ?? 0n) - (sorted[0] ?? 0n)).toBeLessThanOrEqual(1n);
          }
        }),
        cases(4_000),
      );
    });

    it('are one twelfth of the pot in every month exactly when twelve divides the pot', () => {
      fc.assert(
        fc.property(grants, fc.boolean(), (given, made) => {
          // Half of the cases are topped up so that twelve divides their sum.
          const sum = Sek.sum(given.values()).kronor();
          const topUp = new Map([...given, ['top-up', Sek.whole((12n - (sum % 12n)) % 12n)]]);
          const all = made ? topUp : given;
          const pot = Sek.sum(all.values()).kronor();
          const twelfth = months(splitInstalments(all), 12).every((month) => month * 12n === pot);
          expect(twelfth).toBe(pot % 12n === 0n);
        }),
        cases(4_000),
      );
    });

    it('do not depend on the order in which the regions come', () => {
      fc.assert(
        fc.property(grants, (given) => {
          expect(asLists(splitInstalments(reversed(given)))).toEqual(
            asLists(splitInstalments(given)),
          );
        }),
        cases(4_000),
      );
    });
  });
});
