import type { NeedsGroup } from '../agreement/needs-groups.ts';
import type { Day } from '../calendar/day.ts';
import type { Month } from '../calendar/month.ts';
import type { RegionCode } from '../regions.ts';
import type { Giro } from './giro.ts';
import type { InputKind } from './kinds.ts';

/** Someone who is paid: a region or SKR. Numbers are text as they are printed on an invoice. */
export type Payee = {
  readonly name: string;
  readonly organisationNumber: string;
} & Giro;

/**
 * A decision that lets money be paid: for an agreement year's lines, or an interim monthly total before that year has an
 * agreement.
 *
 * @sv regleringsbrev, ändringsbeslut
 */
export type Authorisation = {
  readonly decision: string;
  readonly decidedOn: Day;
  readonly kind: 'agreement' | 'interim';
  readonly agreementYear: number;
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  readonly monthlyTotalSek?: string;
};

/**
 * That a year which was paid by interim decisions gets no agreement: it is ended, for a reason, and its interim payments stand.
 *
 * @sv bidragsår utan överenskommelse
 */
export type YearEnded = {
  readonly agreementYear: number;
  readonly reason: string;
};

/** A budget year's frame. Kronor as text. */
export type Appropriation = {
  readonly budgetYear: number;
  readonly appropriationSek: string;
  readonly creditSek: string;
  readonly paidBeforeFirstRunSek: string;
};

/** What each kind of input holds. Amounts, counts and rates are text: kronor whole, price tags and rates decimal. */
export type InputContents = {
  population: { readonly [code in RegionCode]: { readonly [group in NeedsGroup]: string } };
  'price-tags': { readonly [group in NeedsGroup]: string };
  'solidarity-costs': { readonly [code in RegionCode]: { readonly [disease: string]: string } };
  'second-level': { readonly sekPerInhabitant: string };
  'rebate-forecast': { readonly [code in RegionCode]: string };
  'rebate-final': { readonly [code in RegionCode]: string };
  'local-discounts': { readonly [code in RegionCode]?: readonly string[] };
  outcomes: { readonly benefitCostSek: string; readonly hepatitisCCostSek: string };
  rate: { readonly day: Day; readonly sekPerEuro: string };
  authorisation: Authorisation;
  'year-ended': YearEnded;
  appropriation: Appropriation;
  payees: { readonly [code in RegionCode | 'SKR']: Payee };
};

/** What tells two inputs of a kind apart in one stream; of each the newest version counts. */
export function inputKey<K extends InputKind>(kind: K, content: InputContents[K]): string {
  if (kind === 'authorisation') {
    const { decision, kind: covers, firstMonth } = content as Authorisation;
    return `${decision} ${covers} ${firstMonth}`;
  }
  if (kind === 'rate') return (content as InputContents['rate']).day;
  return '';
}
