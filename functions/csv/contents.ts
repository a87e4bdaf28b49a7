import type { Authorisation, InputContents } from '../../core/inputs/contents.ts';
import { type ByRegion, byRegion, type RegionCode } from '../../core/regions.ts';
import type { Appropriation } from './appropriations.ts';
import type { Authorisation as AuthorisationRow } from './authorisations.ts';
import type { LocalDiscount } from './local-discounts.ts';

/*
 * What is recorded of each table: plain JSON with amounts as text, in the shapes of core/inputs/contents.ts.
 */

export function appropriationContent(row: Appropriation): InputContents['appropriation'] {
  return {
    budgetYear: row.budgetYear,
    appropriationSek: String(row.appropriationSek),
    creditSek: String(row.creditSek),
    paidBeforeFirstRunSek: String(row.paidBeforeFirstRunSek),
  };
}

export function authorisationContent(row: AuthorisationRow): Authorisation {
  return {
    decision: row.decision,
    decidedOn: row.decidedOn,
    kind: row.kind,
    agreementYear: row.agreementYear,
    firstMonth: row.firstPaymentMonth,
    lastMonth: row.lastPaymentMonth,
    ...(row.kind === 'interim' && { monthlyTotalSek: String(row.monthlyTotalSek) }),
  };
}

/** Every region is there: an empty list says that SKR reported none for it. */
export function discountsContent(
  discounts: readonly LocalDiscount[],
): InputContents['local-discounts'] {
  return keyed(
    byRegion((code) =>
      discounts.filter(({ region }) => region === code).map(({ sek }) => String(sek)),
    ),
  );
}

/** A row of texts for each region. */
export function rowsByRegion<K extends string>(
  rows: ByRegion<ReadonlyMap<K, bigint>>,
): { readonly [code in RegionCode]: { readonly [key in K]: string } } {
  return keyed(new Map([...rows].map(([code, row]) => [code, texts(row)])));
}

/** Each value as text. */
export function texts<K extends string>(
  values: ReadonlyMap<K, bigint | string>,
): { readonly [key in K]: string } {
  return keyed(new Map([...values].map(([key, value]) => [key, String(value)])));
}

function keyed<K extends string, T>(values: ReadonlyMap<K, T>): { readonly [key in K]: T } {
  return Object.fromEntries(values) as { [key in K]: T };
}
