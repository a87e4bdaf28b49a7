import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sek } from '../../../../core/money/sek.ts';
import { appropriationCheck, creditUsed } from '../../../../core/rules/payment/appropriation.ts';

const year = (amounts: {
  appropriation: string;
  credit?: string;
  creditUsedBefore?: string;
  paidBefore?: string;
  used?: string;
}) => ({
  appropriation: Sek.of(amounts.appropriation),
  credit: Sek.of(amounts.credit ?? '0'),
  creditUsedBefore: Sek.of(amounts.creditUsedBefore ?? '0'),
  paidBefore: Sek.of(amounts.paidBefore ?? '0'),
  used: Sek.of(amounts.used ?? '0'),
});

/** 1 000 kr and a credit of 100, of which the year before took 40; 300 + 400 are paid: 260 left, 360 with credit. */
const typical = year({
  appropriation: '1000',
  credit: '100',
  creditUsedBefore: '40',
  paidBefore: '300',
  used: '400',
});

describe('The room in the appropriation', () => {
  it.each([
    ['0', { kind: 'within', left: Sek.of('260') }],
    ['260', { kind: 'within', left: Sek.of('0') }],
    ['261', { kind: 'into-credit', by: Sek.of('1'), creditLeft: Sek.of('99') }],
    ['360', { kind: 'into-credit', by: Sek.of('100'), creditLeft: Sek.of('0') }],
    ['361', { kind: 'beyond', by: Sek.of('1') }],
  ])('for a payment of %s kr', (proposal, check) => {
    expect(appropriationCheck(typical, Sek.of(proposal))).toEqual(check);
  });

  it('in December 2021 is found in the credit', () => {
    // 4 000 mnkr paid before, nine instalments, SOL and IHSI; the tenth goes 166.8 mnkr into the credit.
    const december = year({
      appropriation: '31705000000',
      credit: '792625000',
      paidBefore: '4000000000',
      used: `${9n * 2_786_075_070n + 7_000_000n + 4_008_076n}`,
    });
    expect(appropriationCheck(december, Sek.of('2786075070'))).toEqual({
      kind: 'into-credit',
      by: Sek.of('166758776'),
      creditLeft: Sek.of('625866224'),
    });
  });

  it('has one answer for every payment, and the answers meet without a gap', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 500n), (proposal) => {
        const check = appropriationCheck(typical, Sek.whole(proposal));
        if (proposal <= 260n)
          return check.kind === 'within' && check.left.kronor() === 260n - proposal;
        if (proposal > 360n)
          return check.kind === 'beyond' && check.by.kronor() === proposal - 360n;
        return check.kind === 'into-credit' && check.by.kronor() === proposal - 260n;
      }),
    );
  });
});

describe('The credit used in a year', () => {
  it('is what was paid beyond the appropriation and what the year before had taken of it', () => {
    expect(creditUsed(typical)).toEqual(Sek.of('0'));
    expect(creditUsed({ ...typical, used: Sek.of('660') })).toEqual(Sek.of('0'));
    expect(creditUsed({ ...typical, used: Sek.of('661') })).toEqual(Sek.of('1'));
  });
});
