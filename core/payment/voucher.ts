import type { Day } from '../calendar/day.ts';
import { Sek } from '../money/sek.ts';
import type { CaseId } from '../record/case-id.ts';
import type { RegionCode } from '../regions.ts';
import type { PaymentProposal } from './proposal.ts';

/** One entry of a voucher: kronor, debit positive, credit negative. */
export type VoucherEntry = {
  readonly account: 'grant' | 'balance-of-region' | 'bank';
  readonly counterpart: RegionCode | 'SKR' | '';
  readonly line: string;
  readonly sek: string;
};

/**
 * A voucher of the journal: what was paid, or came back. Numbered without gaps per budget year, found by its key.
 *
 * @sv    verifikation
 * @cites bookkeeping-ordinance, 10 och 11 §§
 */
export type Voucher = {
  readonly type: 'voucher';
  readonly number: number;
  /** The business key: `payout-2022-02`, or `payout-2022-02/return`. */
  readonly key: string;
  readonly day: Day;
  readonly case: CaseId;
  readonly proposal: string;
  readonly entries: readonly VoucherEntry[];
  /** What left the State's account, kronor: this is what uses the appropriation. */
  readonly cashSek: string;
};

const negative = (sek: Sek) => sek.negated().kronor().toString();

/** The entries of a payment: every line against its region, and the total against the bank. */
export function paymentEntries({ payments, totalSek }: PaymentProposal): readonly VoucherEntry[] {
  const lines = payments.flatMap(({ payee, lines: own }) =>
    own.map(({ kind, sek }): VoucherEntry => {
      const account = kind === 'carried-forward' ? 'balance-of-region' : 'grant';
      return { account, counterpart: payee, line: kind, sek };
    }),
  );
  return [
    ...lines,
    { account: 'bank', counterpart: '', line: 'payment', sek: negative(Sek.of(totalSek)) },
  ];
}

/** The entries of payments that the bank sent back: the money is with the State again, and owed to the payee. */
export function returnEntries(
  returned: ReadonlyMap<RegionCode | 'SKR', Sek>,
): readonly VoucherEntry[] {
  const owed = [...returned].map(
    ([payee, sek]): VoucherEntry => ({
      account: 'balance-of-region',
      counterpart: payee,
      line: 'return',
      sek: negative(sek),
    }),
  );
  const back = Sek.sum(returned.values()).kronor().toString();
  return [...owed, { account: 'bank', counterpart: '', line: 'return', sek: back }];
}

/** A voucher that does not sum to zero may not be written. */
export const sumsToZero = ({ entries }: Pick<Voucher, 'entries'>): boolean =>
  Sek.sum(entries.map(({ sek }) => Sek.of(sek))).isZero();

/** What the vouchers of a budget year took from the State's account. */
export const cashOf = (vouchers: readonly Pick<Voucher, 'cashSek'>[]): Sek =>
  Sek.sum(vouchers.map(({ cashSek }) => Sek.of(cashSek)));
