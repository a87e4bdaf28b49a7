import type { Day } from '../calendar/day.ts';
import { Sek } from '../money/sek.ts';
import type { CaseId } from '../record/case-id.ts';
import type { PayeeCode } from './events.ts';
import type { PaymentProposal, ProposedLine } from './proposal.ts';

/** One entry of a voucher: kronor, debit positive, credit negative. */
export type VoucherEntry = {
  readonly account: 'grant' | 'balance-of-payee' | 'bank';
  readonly counterpart: PayeeCode | '';
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
  /** The business key: `payout-2022-02`, `payout-2022-02/return/05` or `payout-2022-02/booked-anew/05`; `…/05/2` the second time. */
  readonly key: string;
  readonly day: Day;
  readonly case: CaseId;
  readonly proposal: string;
  readonly entries: readonly VoucherEntry[];
  /** What left the State's account, kronor. */
  readonly cashSek: string;
};

const negative = (sek: Sek) => sek.negated().kronor().toString();

/** Lines that pay what is owed from before: their cost was booked when they were first paid. */
const settlesBalance = (kind: ProposedLine['kind']): boolean =>
  kind === 'carried-forward' || kind === 'reissue';

/** The entries of a payment: every line against its region, and the total against the bank. */
export function paymentEntries({ payments, totalSek }: PaymentProposal): readonly VoucherEntry[] {
  const lines = payments.flatMap(({ payee, lines: own }) =>
    own.map(({ kind, sek }): VoucherEntry => {
      const account = settlesBalance(kind) ? 'balance-of-payee' : 'grant';
      return { account, counterpart: payee, line: kind, sek };
    }),
  );
  return [
    ...lines,
    { account: 'bank', counterpart: '', line: 'payment', sek: negative(Sek.of(totalSek)) },
  ];
}

/** The entries of a payment that never left, or came back: the money is with the State again, and owed to the payee. */
export const returnEntries = (payee: PayeeCode, sek: Sek): readonly VoucherEntry[] => [
  { account: 'balance-of-payee', counterpart: payee, line: 'return', sek: negative(sek) },
  { account: 'bank', counterpart: '', line: 'return', sek: sek.kronor().toString() },
];

/** The entries of a payment that was carried out after it had come back: what was owed to the payee has left. */
export const anewEntries = (payee: PayeeCode, sek: Sek): readonly VoucherEntry[] => [
  {
    account: 'balance-of-payee',
    counterpart: payee,
    line: 'booked-anew',
    sek: sek.kronor().toString(),
  },
  { account: 'bank', counterpart: '', line: 'booked-anew', sek: negative(sek) },
];

/** A voucher that does not sum to zero may not be written. */
export const sumsToZero = ({ entries }: Pick<Voucher, 'entries'>): boolean =>
  Sek.sum(entries.map(({ sek }) => Sek.of(sek))).isZero();

/** What the vouchers of a budget year took from the State's account. */
export const cashOf = (vouchers: readonly Pick<Voucher, 'cashSek'>[]): Sek =>
  Sek.sum(vouchers.map(({ cashSek }) => Sek.of(cashSek)));

/** Whether a voucher books what its case was ordered to pay; the others book what the bank did besides. */
export const paysCase = ({ key, case: id }: Pick<Voucher, 'key' | 'case'>): boolean => key === id;

/** Vouchers of what the bank did with a payment after it was sent. */
type Afterwards = 'return' | 'booked-anew';

/** The business key of a payment's coming back, or of its being carried out all the same: for the first time, or a later one. */
export const afterwardsKey = (id: CaseId, what: Afterwards, payee: PayeeCode, time: number) =>
  `${id}/${what}/${payee}${time === 1 ? '' : `/${time}`}`;

const payeeAfter = (what: Afterwards, { key, case: id }: Pick<Voucher, 'key' | 'case'>) => {
  const begin = `${id}/${what}/`;
  return key.startsWith(begin) ? key.slice(begin.length).replace(/\/.*$/, '') : undefined;
};

/** Whose payment a voucher takes back; undefined of another voucher. */
export const returnedPayee = (voucher: Pick<Voucher, 'key' | 'case'>): string | undefined =>
  payeeAfter('return', voucher);

/** Whose payment a voucher books that was carried out after it had come back; undefined of another voucher. */
export const anewPayee = (voucher: Pick<Voucher, 'key' | 'case'>): string | undefined =>
  payeeAfter('booked-anew', voucher);
