import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sek } from '../../../core/money/sek.ts';
import {
  cashOf,
  paymentEntries,
  returnEntries,
  sumsToZero,
} from '../../../core/payment/voucher.ts';
import { type RegionCode, regionCodes } from '../../../core/regions.ts';
import { cases } from '../../helpers/cases.ts';
import { anyProposal, payment, proposal } from './payments.ts';

describe('The voucher of a payment', () => {
  it('has every line against its region, and the total against the bank', () => {
    const paid = proposal(
      payment('01', ['instalment', 100n], ['rebate-forecast', -30n], ['carried-forward', -20n]),
      payment('03', ['instalment', 7n]),
    );
    const entry = (account: string, counterpart: string, line: string, sek: string) => ({
      account,
      counterpart,
      line,
      sek,
    });
    expect(paymentEntries(paid)).toEqual([
      entry('grant', '01', 'instalment', '100'),
      entry('grant', '01', 'rebate-forecast', '-30'),
      entry('balance-of-payee', '01', 'carried-forward', '-20'),
      entry('grant', '03', 'instalment', '7'),
      entry('bank', '', 'payment', '-57'),
    ]);
  });

  it('sums to zero, whatever is paid', () => {
    fc.assert(
      fc.property(anyProposal, (paid) => {
        expect(sumsToZero({ entries: paymentEntries(paid) })).toBe(true);
      }),
      cases(500),
    );
  });

  it('does not when an entry is a krona off', () => {
    fc.assert(
      fc.property(anyProposal, fc.nat(), (paid, at) => {
        const entries = paymentEntries(paid).map((entry, index, all) =>
          index === at % all.length ? { ...entry, sek: `${BigInt(entry.sek) + 1n}` } : entry,
        );
        expect(sumsToZero({ entries })).toBe(false);
      }),
      cases(500),
    );
  });
});

describe('The voucher of returned payments', () => {
  it('has the money back at the bank, and owes it to each region', () => {
    const back = new Map<RegionCode | 'SKR', Sek>([
      ['03', Sek.of('40')],
      ['SKR', Sek.of('2')],
    ]);
    expect(returnEntries(back)).toEqual([
      { account: 'balance-of-payee', counterpart: '03', line: 'return', sek: '-40' },
      { account: 'balance-of-payee', counterpart: 'SKR', line: 'return', sek: '-2' },
      { account: 'bank', counterpart: '', line: 'return', sek: '42' },
    ]);
  });

  it('sums to zero, whatever came back', () => {
    const anyBack = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...regionCodes), fc.bigInt(0n, 10n ** 9n)),
      {
        selector: ([code]) => code,
      },
    );
    fc.assert(
      fc.property(anyBack, (back) => {
        const entries = returnEntries(new Map(back.map(([code, sek]) => [code, Sek.whole(sek)])));
        expect(sumsToZero({ entries })).toBe(true);
      }),
      cases(300),
    );
  });
});

it('What a budget year’s vouchers took from the account is their sum, a return counting against it', () => {
  const vouchers = ['100', '50', '-40'].map((cashSek) => ({ cashSek }));
  expect(cashOf(vouchers).toString()).toBe('110');
  expect(cashOf([]).isZero()).toBe(true);
});
