import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sek } from '../../../core/money/sek.ts';
import {
  afterwardsKey,
  anewEntries,
  anewPayee,
  cashOf,
  paymentEntries,
  returnEntries,
  returnedPayee,
  sumsToZero,
} from '../../../core/payment/voucher.ts';
import { parseCaseId } from '../../../core/record/case-id.ts';
import { regionCodes } from '../../../core/regions.ts';
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

describe('The voucher of a payment that came back', () => {
  it('has the money back at the bank, and owes it to the payee', () => {
    expect(returnEntries('03', Sek.of('40'))).toEqual([
      { account: 'balance-of-payee', counterpart: '03', line: 'return', sek: '-40' },
      { account: 'bank', counterpart: '', line: 'return', sek: '40' },
    ]);
  });

  it('sums to zero, whatever came back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...regionCodes), fc.bigInt(1n, 10n ** 9n), (code, sek) => {
        expect(sumsToZero({ entries: returnEntries(code, Sek.whole(sek)) })).toBe(true);
      }),
      cases(300),
    );
  });
});

it('What is sent again pays what is owed: its cost was booked when it was first paid', () => {
  const again = {
    ...payment('03'),
    lines: [{ kind: 'reissue', sek: '40', working: 'w' }],
  } as const;
  expect(paymentEntries(proposal({ ...again, totalSek: '40' }))).toEqual([
    { account: 'balance-of-payee', counterpart: '03', line: 'reissue', sek: '40' },
    { account: 'bank', counterpart: '', line: 'payment', sek: '-40' },
  ]);
});

it('What a budget year’s vouchers took from the account is their sum, a return counting against it', () => {
  const vouchers = ['100', '50', '-40'].map((cashSek) => ({ cashSek }));
  expect(cashOf(vouchers).toString()).toBe('110');
  expect(cashOf([]).isZero()).toBe(true);
});

it('What the bank did afterwards is found by keys of its own, whose payment it was, and books what it undoes', () => {
  const id = parseCaseId('payout-2022-02');
  const keys = [1, 2].map((time) => afterwardsKey(id, 'booked-anew', '03', time));
  expect(keys).toEqual([`${id}/booked-anew/03`, `${id}/booked-anew/03/2`]);
  const payees = (key: string) => [returnedPayee({ key, case: id }), anewPayee({ key, case: id })];
  expect(keys.map(payees)).toEqual([
    [undefined, '03'],
    [undefined, '03'],
  ]);
  expect(payees(afterwardsKey(id, 'return', '03', 2))).toEqual(['03', undefined]);
  expect(payees(id)).toEqual([undefined, undefined]);
  const [back, anew] = [returnEntries('03', Sek.of('40')), anewEntries('03', Sek.of('40'))];
  expect(anew.map(({ account, sek }) => [account, sek])).toEqual([
    ['balance-of-payee', '40'],
    ['bank', '-40'],
  ]);
  expect(sumsToZero({ entries: [...back, ...anew] })).toBe(true);
});
