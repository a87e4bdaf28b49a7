import type { Day } from '../calendar/day.ts';
import { Sek } from '../money/sek.ts';
import type { PayeeCode } from '../payment/events.ts';
import { sumsToZero, type Voucher } from '../payment/voucher.ts';
import { type AccountType, accountOf, accounts, type ChartAccount, chart } from './chart.ts';

/** One entry as it is exported: kronor, debit positive, credit negative. */
export interface LedgerEntry {
  readonly account: ChartAccount;
  readonly counterpart: PayeeCode | undefined;
  /** The kind of line that it pays, or `payment`, `return`. */
  readonly line: string;
  readonly sek: Sek;
}

export interface LedgerVoucher extends Omit<Voucher, 'type' | 'entries'> {
  readonly entries: readonly LedgerEntry[];
}

/** What an account stood at before the year's first voucher and after its last, kronor. A cost begins every year at zero. */
export interface Balance {
  readonly account: ChartAccount;
  /** Whose part of it, where the balance is of one counterpart. */
  readonly counterpart?: PayeeCode;
  readonly opening: Sek;
  readonly closing: Sek;
}

/** By how much a month changed an account, kronor; of one counterpart where it names one. */
export interface MonthChange {
  /** YYYY-MM. */
  readonly month: string;
  readonly account: ChartAccount;
  readonly counterpart?: PayeeCode;
  readonly sek: Sek;
}

/** A budget year's accounts: what there is to export. */
export interface Ledger {
  readonly year: number;
  readonly vouchers: readonly LedgerVoucher[];
  /** The day of the last voucher. */
  readonly lastDay: Day;
  /** Every account of the chart, in the order of numbers. */
  readonly balances: readonly Balance[];
  /** The same per counterpart, of the accounts that have some. */
  readonly counterpartBalances: readonly Balance[];
  readonly months: readonly MonthChange[];
}

/**
 * The accounts of a budget year, from its vouchers and those of the years before.
 *
 * What payees are owed goes over into the next year; what the year cost does not: it is settled with the State, so a year opens with
 * the State's side of what payees are owed, and its opening balances sum to zero.
 *
 * Refused, with a RangeError: no voucher, a gap in the numbers, a voucher of another year, and one that does not sum to zero.
 *
 * @sv huvudbok
 */
export function ledgerOf(
  year: number,
  vouchers: readonly Voucher[],
  before: readonly Voucher[],
): Ledger {
  const last = vouchers.at(-1);
  if (!last) throw new RangeError(`${year} has no vouchers.`);
  vouchers.forEach((voucher, index) => {
    refuseOdd(year, voucher, index + 1);
  });
  const booked = vouchers.map(({ type: _, entries, ...rest }) => ({
    ...rest,
    entries: entries.map(ledgerEntry),
  }));
  const entries = booked.flatMap((voucher) => voucher.entries);
  const owedBefore = before
    .flatMap((voucher) => voucher.entries)
    .map(ledgerEntry)
    .filter(({ account }) => account === chart.balanceOfPayee);
  return {
    year,
    vouchers: booked,
    lastDay: last.day,
    balances: accounts.map((account) => balance(account, entries, owedBefore)),
    counterpartBalances: accounts.flatMap((account) =>
      counterpartsOf(account, [...owedBefore, ...entries]).map((counterpart) => {
        const own = (each: LedgerEntry) => each.counterpart === counterpart;
        return {
          ...balance(account, entries.filter(own), owedBefore.filter(own)),
          counterpart,
        };
      }),
    ),
    months: monthsOf(booked),
  };
}

function refuseOdd(year: number, voucher: Voucher, number: number): void {
  const odd =
    voucher.number !== number
      ? `is number ${voucher.number} where ${number} is due`
      : voucher.day.slice(0, 4) !== String(year)
        ? `is of ${voucher.day}`
        : !sumsToZero(voucher)
          ? 'does not sum to zero'
          : undefined;
  if (odd) throw new RangeError(`The voucher ${voucher.key} of ${year} ${odd}.`);
}

const ledgerEntry = (entry: Voucher['entries'][number]): LedgerEntry => ({
  account: accountOf(entry),
  counterpart: entry.counterpart === '' ? undefined : entry.counterpart,
  line: entry.line,
  sek: Sek.of(entry.sek),
});

const sumOf = (entries: readonly LedgerEntry[]): Sek => Sek.sum(entries.map(({ sek }) => sek));

/** What an account brings with it into the year, by its type. */
const opensWith: Readonly<Record<AccountType, (owed: Sek) => Sek>> = {
  asset: (owed) => owed.negated(),
  liability: (owed) => owed,
  cost: () => Sek.zero,
};

function balance(
  account: ChartAccount,
  entries: readonly LedgerEntry[],
  owedBefore: readonly LedgerEntry[],
): Balance {
  const opening = opensWith[account.type](sumOf(owedBefore));
  const change = sumOf(entries.filter((each) => each.account === account));
  return { account, opening, closing: opening.plus(change) };
}

const counterpartsOf = (
  account: ChartAccount,
  entries: readonly LedgerEntry[],
): readonly PayeeCode[] =>
  [
    ...new Set(
      entries.flatMap((each) =>
        each.account === account && each.counterpart ? [each.counterpart] : [],
      ),
    ),
  ].sort();

function monthsOf(vouchers: readonly LedgerVoucher[]): readonly MonthChange[] {
  const months = [...new Set(vouchers.map(({ day }) => day.slice(0, 7)))].sort();
  return months.flatMap((month) => {
    const entries = vouchers
      .filter(({ day }) => day.startsWith(month))
      .flatMap((voucher) => voucher.entries);
    return accounts.flatMap((account) => {
      const own = entries.filter((each) => each.account === account);
      if (own.length === 0) return [];
      const counterparts = counterpartsOf(account, own).map((counterpart) => ({
        ...{ month, account, counterpart },
        sek: sumOf(own.filter((each) => each.counterpart === counterpart)),
      }));
      return [{ month, account, sek: sumOf(own) }, ...counterparts];
    });
  });
}
