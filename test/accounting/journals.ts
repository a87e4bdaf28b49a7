import fc from 'fast-check';
import { ledgerOf } from '../../core/accounting/ledger.ts';
import { parseDay } from '../../core/calendar/day.ts';
import { parseMonth } from '../../core/calendar/month.ts';
import { Sek } from '../../core/money/sek.ts';
import type { PayeeCode } from '../../core/payment/events.ts';
import { paymentEntries, returnEntries, type Voucher } from '../../core/payment/voucher.ts';
import { payoutCase } from '../../core/record/case-id.ts';
import type { Books } from '../../functions/accounting/read-ledger.ts';
import { anyProposal, payment, proposal } from '../core/payment/payments.ts';
import { testDebtor } from '../helpers/debtor.ts';

export type Numberless = Omit<Voucher, 'number'>;

/** The voucher of a payment of a month. */
export const paid = (month: string, of: ReturnType<typeof proposal>): Numberless => ({
  type: 'voucher',
  key: `payout-${month}`,
  day: parseDay(`${month}-01`),
  case: payoutCase(parseMonth(month)),
  proposal: 'p'.repeat(64),
  entries: paymentEntries(of),
  cashSek: of.totalSek,
});

/** The voucher of a payment of a month that came back on another day. */
export const cameBack = (
  month: string,
  day: string,
  payee: PayeeCode,
  kronor: bigint,
): Numberless => ({
  ...paid(month, proposal()),
  key: `payout-${month}/return/${payee}`,
  day: parseDay(day),
  entries: returnEntries(payee, Sek.whole(kronor)),
  cashSek: `${-kronor}`,
});

/** Vouchers with their numbers, from 1. */
export const numbered = (vouchers: readonly Numberless[]): readonly Voucher[] =>
  vouchers.map((voucher, index) => ({ ...voucher, number: index + 1 }));

/** The books of a year with these vouchers, and those of the years before. */
export function booksOf(
  year: number,
  vouchers: readonly Numberless[],
  before: readonly Numberless[] = [],
): Books {
  const ledger = ledgerOf(year, numbered(vouchers), numbered(before));
  const named = [...vouchers, ...before].flatMap(({ entries }) => entries);
  const codes = [...new Set(named.flatMap(({ counterpart }) => counterpart || []))].sort();
  return {
    ledger,
    owner: testDebtor,
    counterparts: codes.map((code) => ({
      code,
      name: `Region ${code} "Å, Ä och Ö"`,
      organisationNumber: '232100-0016',
    })),
  };
}

/** Payments month by month, any of which may come back later in its month. */
const anyYearOf = (year: number): fc.Arbitrary<readonly Numberless[]> =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 })
    .chain((months) =>
      fc.tuple(
        ...months
          .toSorted((a, b) => a - b)
          .map((month) =>
            fc.tuple(anyProposal, fc.nat(), fc.boolean()).map(([of, which, comesBack]) => {
              const text = `${year}-${String(month).padStart(2, '0')}`;
              const back = of.payments[which % of.payments.length];
              return comesBack && back && back.totalSek !== '0'
                ? [paid(text, of), cameBack(text, `${text}-28`, back.payee, BigInt(back.totalSek))]
                : [paid(text, of)];
            }),
          ),
      ),
    )
    .map((vouchers) => vouchers.flat());

/** Any two budget years that follow each other. */
export const anyTwoYears = fc.record({ before: anyYearOf(2021), vouchers: anyYearOf(2022) });

/** March pays two regions; what 03 got comes back in the same month, and is owed when the year ends. */
export const marchAndReturn: readonly Numberless[] = [
  paid(
    '2021-03',
    proposal(
      payment('01', ['instalment', 100n], ['rebate-forecast', -30n]),
      payment('03', ['instalment', 7n]),
    ),
  ),
  cameBack('2021-03', '2021-03-04', '03', 7n),
];
