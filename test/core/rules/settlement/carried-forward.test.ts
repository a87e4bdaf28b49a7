import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sek } from '../../../../core/money/sek.ts';
import { carriedForward } from '../../../../core/rules/settlement/carried-forward.ts';
import { cases } from '../../../helpers/cases.ts';
import { kronor } from '../../amounts.ts';

const carry = (lines: readonly string[], balance?: string) => {
  const carried = carriedForward(
    lines.map((line) => kronor(line)),
    balance === undefined ? undefined : kronor(balance),
  );
  return [carried.line?.value.toString(), carried.balance?.value.toString()];
};

describe('What is carried forward', () => {
  it.each<[string, string[], string | undefined, string | undefined, string | undefined]>([
    ['is nothing when the lines are above zero', ['100', '-40'], undefined, undefined, undefined],
    ['is nothing when they are exactly zero', ['40', '-40'], undefined, undefined, undefined],
    [
      'brings a payment below zero to zero, and the region owes it',
      ['10', '-40'],
      undefined,
      '30',
      '-30',
    ],
    ['is taken from the next payment when there is room', ['100'], '-30', '-30', undefined],
    ['is taken to the last krona', ['30'], '-30', '-30', undefined],
    [
      'takes all of a payment that is too small, and the rest is owed on',
      ['20'],
      '-30',
      '-20',
      '-10',
    ],
    ['takes nothing from a month without lines, and stays owed', [], '-30', undefined, '-30'],
    ['grows when the next month is below zero too', ['-5'], '-30', '5', '-35'],
    ['is paid with the next payment when a bank returned it', ['100'], '70', '70', undefined],
    ['is paid alone when there are no lines', [], '70', '70', undefined],
    ['meets a deduction first when it came back from the bank', ['-70'], '70', '70', undefined],
    [
      'ends as a debt when the deduction is larger than what came back',
      ['-100'],
      '70',
      '100',
      '-30',
    ],
  ])('%s', (_, lines, balance, line, next) => {
    expect(carry(lines, balance)).toEqual([line, next]);
  });

  it('never pays a region less than nothing, and moves no krona from the sum of payment and balance', () => {
    const anyKronor = fc.bigInt(-1_000_000_000n, 1_000_000_000n);
    const amounts = fc.array(anyKronor, { maxLength: 6 });
    fc.assert(
      fc.property(amounts, anyKronor, (kronorOfLines, owed) => {
        const lines = kronorOfLines.map((sek) => kronor(`${sek}`));
        const { line, balance } = carriedForward(
          lines,
          owed === 0n ? undefined : kronor(`${owed}`),
        );
        const paid = Sek.sum([...lines, ...(line ? [line] : [])].map(({ value }) => value));
        const sum = kronorOfLines.reduce((a, b) => a + b, owed);
        const after = paid.plus(balance?.value ?? Sek.zero);
        return !paid.isNegative() && after.kronor() === sum && !line?.value.isZero();
      }),
      cases(1000),
    );
  });
});
