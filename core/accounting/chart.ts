import { appropriation } from '../agreement/appropriation.ts';
import type { VoucherEntry } from '../payment/voucher.ts';

/** How a balance of the account is read: what the State has, what it owes, or what the year's grants cost. */
export type AccountType = 'asset' | 'liability' | 'cost';

export interface ChartAccount {
  /** Four digits, as in ESV's chart for state authorities. */
  readonly number: string;
  readonly type: AccountType;
  readonly name: { readonly sv: string; readonly en: string };
  /** Where it is written what the account is. */
  readonly source: string;
  /** What no public source was found for, and is assumed until whoever keeps the ledger says otherwise. */
  readonly assumed: string;
}

/**
 * What the payments are made from, as the ledger has it: with its expenditure area, 9.
 */
export const appropriationItem = {
  code: `9 ${appropriation}`,
  name: 'Bidrag för läkemedelsförmånerna',
} as const;

const series = 'ESV, Sambandet mellan S-koder och baskontoplan';

/**
 * The accounts that vouchers are written against, in the State's terms. It is data: an authority with other numbers replaces them here,
 * and nothing else changes. docs/accounting.md says what is confirmed and what is assumed.
 *
 * @sv    kontoplan
 * @cites bookkeeping-ordinance
 */
export const chart = {
  grantToRegion: {
    number: '7721',
    type: 'cost',
    name: { sv: 'Lämnade bidrag till regioner', en: 'Grants to regions' },
    source: `${series}: lämnade bidrag är 7711–7979 (S7711–S7995).`,
    assumed: 'Which number of the series is the regions’.',
  },
  grantToOrganisation: {
    number: '7761',
    type: 'cost',
    name: { sv: 'Lämnade bidrag till organisationer', en: 'Grants to organisations' },
    source: `${series}: lämnade bidrag är 7711–7979 (S7711–S7995).`,
    assumed: 'Which number of the series is that of organisations such as SKR.',
  },
  balanceOfPayee: {
    number: '2691',
    type: 'liability',
    name: { sv: 'Mellanhavanden med betalningsmottagare', en: 'Balances with payees' },
    source: 'ESV 2015:16, Statliga inrapporteringskoder: S2 är kapital och skulder.',
    assumed: 'The number. What is owed to a payee is negative; what a region owes is positive.',
  },
  state: {
    number: '1811',
    type: 'asset',
    name: {
      sv: 'Avräkning med statsverket, statens centralkonto i Riksbanken',
      en: 'Settlement with the State, its central account in the Riksbank',
    },
    source:
      'ESV 2015:16: S1 är tillgångar. Riksgälden, Central likviditetshantering: myndighetens konto nollas varje dag mot statens centralkonto. Riksgälden, Utbetalning av anslag: sakanslag betalas i det icke räntebärande flödet.',
    assumed: 'The number, and that the payment flow and the settlement are one account.',
  },
} as const satisfies Readonly<Record<string, ChartAccount>>;

/** In the order of their numbers, as every list of accounts is written. */
export const accounts: readonly ChartAccount[] = Object.values(chart).sort((a, b) =>
  a.number < b.number ? -1 : 1,
);

/** The account that an entry of a voucher stands on. */
export function accountOf({
  account,
  counterpart,
}: Pick<VoucherEntry, 'account' | 'counterpart'>): ChartAccount {
  if (account === 'bank') return chart.state;
  if (account === 'balance-of-payee') return chart.balanceOfPayee;
  return counterpart === 'SKR' ? chart.grantToOrganisation : chart.grantToRegion;
}
