import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rulebookOf } from '../../core/agreement/rulebook.ts';
import { simulateYear } from '../../core/simulate-year.ts';
import { factsOf, readSample } from '../../docs/generate/sample-year.ts';
import { accepted } from '../core/amounts.ts';
import { anyYear } from '../core/any-year.ts';
import { cases } from '../helpers/cases.ts';
import { evaluate, type Tree } from './evaluate.ts';
import { isEqual, type Rational } from './rational.ts';
import { allocateAgain, instalmentsAgain } from './whole-kronor.ts';

const year = accepted(simulateYear(rulebookOf(2021), factsOf(readSample('local/sample-2021'))));
const lines = year.months.flatMap(({ month, regions }) =>
  [...regions].flatMap(([region, payment]) =>
    [...payment.lines].map(([kind, line]) => ({ month, region, kind, line })),
  ),
);
const leaf = (sek: bigint, unit = 'sek'): Tree => ({
  node: 'input',
  exact: { numerator: sek, denominator: 1n },
  unit,
});
const step = (operation: string, of: readonly Tree[], more: Partial<Tree> = {}): Tree => ({
  ...leaf(0n),
  node: 'step',
  operation,
  of,
  ...more,
});

describe('A second evaluator, which shares no arithmetic with core', () => {
  it('re-adds every line of the sample year to its amount', () => {
    expect(lines).toHaveLength(421); // 15 × 21 instalments, 21 each of rebates (2), IHSI, corridors (2), 1 discount.
    for (const { month, region, kind, line } of lines) {
      const again = evaluate(line.working);
      const { numerator, denominator } = line.value.fraction;
      expect(isEqual(again, [numerator, denominator]), `${kind} of ${region}, ${month}`).toBe(true);
    }
  });

  it('re-adds February and May of any other year too', () => {
    fc.assert(
      fc.property(anyYear, (facts) =>
        accepted(simulateYear(rulebookOf(2021), facts))
          .months.filter(({ month }) => month === '2022-02' || month === '2022-05')
          .flatMap(({ regions }) =>
            [...regions.values()].flatMap(({ lines }) => [...lines.values()]),
          )
          .every(({ value, working }) => isEqual(evaluate(working), [value.kronor(), 1n])),
      ),
      cases(10),
    );
  });

  it("re-adds every region's grant and every amount of the settlement", () => {
    const amounts = [year.grants, ...year.settlement.values()].flatMap((table) => [
      ...table.values(),
    ]);
    expect(amounts).toHaveLength(84);
    for (const { value, working } of amounts) {
      expect(evaluate(working)).toEqual([value.kronor(), 1n]);
    }
  });

  it('looks at no amount above the leaves: a wrong sum in the middle changes nothing', () => {
    const wrong = step('sum', [leaf(1n), leaf(2n)], { exact: { numerator: 99n, denominator: 1n } });
    expect(evaluate(step('negated', [wrong]))).toEqual([-3n, 1n]);
  });

  it.each([
    ['kronor and people', step('sum', [leaf(1n), leaf(1n, 'inhabitants')])],
    ['kronor times kronor', step('product', [leaf(1n), leaf(1n)])],
    ['euros by euros', step('quotient', [leaf(1n, 'eur'), leaf(1n, 'eur')], { unit: 'share' })],
    ['a limit of another unit', step('if-over', [leaf(1n), leaf(1n, 'eur'), leaf(1n), leaf(1n)])],
  ])('refuses a step that mixes %s', (_, mixed) => {
    expect(() => evaluate(mixed)).toThrow(/makes no/);
  });

  it('refuses a step that it does not know', () => {
    expect(() => evaluate(step('rounded', [leaf(1n), leaf(1n)]))).toThrow(
      "Unknown operation 'rounded'.",
    );
  });

  it('allocates as the design says: floor, then to the largest fractional parts, then by code', () => {
    const exact = (amounts: Record<string, Rational>) => new Map(Object.entries(amounts));
    const third: Rational = [1n, 3n];
    expect([...allocateAgain(exact({ b: third, a: third, c: third }))]).toEqual([
      ['b', 0n],
      ['a', 1n],
      ['c', 0n],
    ]);
    expect([
      ...allocateAgain(exact({ a: [-2n, 5n], b: [-4n, 5n], c: [-6n, 5n] })).values(),
    ]).toEqual([0n, -1n, -1n]);
  });

  it('deals instalments as the design says', () => {
    const grants = new Map<string, Rational>([
      ['09', [23n, 1n]],
      ['01', [14n, 1n]],
    ]);
    const dealt = instalmentsAgain(grants, 12);
    expect(dealt.get('01')).toEqual([2n, 2n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n]);
    expect(dealt.get('09')).toEqual([2n, 1n, 2n, 2n, 2n, 2n, 2n, 2n, 2n, 2n, 2n, 2n]);
  });
});
