import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Balance, ledgerOf } from '../../../core/accounting/ledger.ts';
import { parseDay } from '../../../core/calendar/day.ts';
import { Sek } from '../../../core/money/sek.ts';
import {
  anyTwoYears,
  cameBack,
  marchAndReturn,
  numbered,
  paid,
} from '../../accounting/journals.ts';
import { cases } from '../../helpers/cases.ts';
import { payment, proposal } from '../payment/payments.ts';

const shown = ({ account, counterpart, opening, closing }: Balance) =>
  [account.number, ...(counterpart ? [counterpart] : []), opening, closing].map(String).join(' ');

const april2022 = [
  paid('2022-04', proposal(payment('03', ['carried-forward', 7n], ['instalment', 5n]))),
];

describe('The accounts of a budget year', () => {
  it('cost what was paid, owe what came back, and settle the rest with the State', () => {
    const { balances, counterpartBalances, lastDay } = ledgerOf(2021, numbered(marchAndReturn), []);
    expect(balances.map(shown)).toEqual(['1811 0 -70', '2691 0 -7', '7721 0 77', '7761 0 0']);
    expect(counterpartBalances.map(shown)).toEqual(['2691 03 0 -7', '7721 01 0 70', '7721 03 0 7']);
    expect(lastDay).toBe('2021-03-04');
  });

  it('take over what is owed from the year before, with the State’s side of it, and no cost', () => {
    const ledger = ledgerOf(2022, numbered(april2022), numbered(marchAndReturn));
    expect(ledger.balances.map(shown)).toEqual(['1811 7 -5', '2691 -7 0', '7721 0 5', '7761 0 0']);
    expect(ledger.counterpartBalances.map(shown)).toEqual(['2691 03 -7 0', '7721 03 0 5']);
  });

  it('change month by month, by account and by counterpart', () => {
    const { months } = ledgerOf(2021, numbered(marchAndReturn), []);
    expect(
      months.map(({ month, account, counterpart, sek }) =>
        [month, account.number, counterpart ?? '-', sek.toString()].join(' '),
      ),
    ).toEqual([
      '2021-03 1811 - -70',
      '2021-03 2691 - -7',
      '2021-03 2691 03 -7',
      '2021-03 7721 - 77',
      '2021-03 7721 01 70',
      '2021-03 7721 03 7',
    ]);
  });

  it('keep what each payee is owed apart, also what was owed before', () => {
    const before = [...marchAndReturn, cameBack('2021-04', '2021-04-05', '01', 9n)];
    const { counterpartBalances } = ledgerOf(2022, numbered(april2022), numbered(before));
    expect(counterpartBalances.map(shown)).toEqual([
      '2691 01 -9 -9',
      '2691 03 -7 0',
      '7721 03 0 5',
    ]);
  });

  it('change in a month by what was booked in it, and in no other', () => {
    const may = paid('2022-05', proposal(payment('01', ['instalment', 11n])));
    const { months } = ledgerOf(2022, numbered([...april2022, may]), []);
    const cost = months.filter(({ account }) => account.number === '7721');
    expect(
      cost.map(({ month, counterpart, sek }) => `${month} ${counterpart ?? '-'} ${sek}`),
    ).toEqual(['2022-04 - 5', '2022-04 03 5', '2022-05 - 11', '2022-05 01 11']);
  });

  it('keep SKR’s grants apart from the regions’', () => {
    const skr = { ...payment('01', ['instalment', 7n]), payee: 'SKR' as const };
    const { balances } = ledgerOf(2021, numbered([paid('2021-06', proposal(skr))]), []);
    expect(balances.map(shown)).toEqual(['1811 0 -7', '2691 0 0', '7721 0 0', '7761 0 7']);
  });

  const [first, second] = numbered(marchAndReturn) as [
    ReturnType<typeof numbered>[number],
    ReturnType<typeof numbered>[number],
  ];
  it.each([
    ['a year without vouchers', [], '2021 has no vouchers'],
    ['a gap in the numbers', [first, { ...second, number: 3 }], 'number 3 where 2 is due'],
    ['a voucher of another year', [{ ...first, day: parseDay('2022-03-01') }], 'is of 2022-03-01'],
    [
      'a voucher that is a krona off',
      [{ ...first, entries: first.entries.slice(1) }],
      'does not sum to zero',
    ],
  ])('refuse %s', (_, vouchers, why) => {
    expect(() => ledgerOf(2021, vouchers, [])).toThrow(why);
  });
});

describe('For any two years', () => {
  it('what a year opens with is what the year before closed with, but for its costs; all of it sums to zero', () => {
    fc.assert(
      fc.property(anyTwoYears, ({ before, vouchers }) => {
        const earlier = ledgerOf(2021, numbered(before), []);
        const later = ledgerOf(2022, numbered(vouchers), numbered(before));
        const costs = Sek.sum(
          earlier.balances
            .filter(({ account }) => account.type === 'cost')
            .map(({ closing }) => closing),
        );
        for (const { account, opening } of later.balances) {
          const closed = earlier.balances.find((each) => each.account === account)?.closing;
          const expected =
            account.type === 'asset'
              ? closed?.plus(costs)
              : account.type === 'cost'
                ? Sek.zero
                : closed;
          expect(opening.toString()).toBe(expected?.toString());
        }
        expect(Sek.sum(later.balances.map(({ opening }) => opening)).isZero()).toBe(true);
        expect(Sek.sum(later.balances.map(({ closing }) => closing)).isZero()).toBe(true);
      }),
      cases(200),
    );
  });

  it('the months add up to what the accounts changed by', () => {
    fc.assert(
      fc.property(anyTwoYears, ({ before, vouchers }) => {
        const { balances, months } = ledgerOf(2022, numbered(vouchers), numbered(before));
        for (const { account, opening, closing } of balances) {
          const own = months.filter((each) => each.account === account && !each.counterpart);
          const sum = Sek.sum(own.map(({ sek }) => sek));
          expect(sum.toString()).toBe(closing.minus(opening).toString());
        }
      }),
      cases(200),
    );
  });
});

it('What came back in a year of its own is owed in it, whenever it was paid', () => {
  const ledger = ledgerOf(
    2022,
    numbered([cameBack('2021-12', '2022-01-03', '03', 9n)]),
    numbered([paid('2021-12', proposal(payment('03', ['instalment', 9n])))]),
  );
  expect(ledger.balances.map(shown)).toEqual(['1811 0 9', '2691 0 -9', '7721 0 0', '7761 0 0']);
});
