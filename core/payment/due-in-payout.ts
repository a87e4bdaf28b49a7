import type { Rulebook } from '../agreement/rulebook.ts';
import type { Month } from '../calendar/month.ts';
import type { Authorisation } from '../inputs/contents.ts';
import { authorityFor } from '../rules/payment/authority.ts';
import { withoutLapsed } from './deduction.ts';
import {
  type DueItem,
  dueIn,
  dueUpTo,
  type InterimMonth,
  keeps,
  keyParts,
  type PayoutState,
  paidKeys,
} from './due.ts';
import { standing } from './evolve.ts';

/** What decides which items a month's payout pays. */
export interface PayoutCalendar {
  readonly month: Month;
  readonly rulebooks: readonly Rulebook[];
  readonly interims: readonly InterimMonth[];
  readonly authorisations: readonly Authorisation[];
  /** The agreement years that are ended without an agreement, if any are; `rulebooks` and `interims` have nothing of them. */
  readonly ended?: ReadonlySet<number>;
  /** The agreement years whose reconciliation both parties have signed: of a forecast nobody deducted, the deduction has lapsed. */
  readonly signed: ReadonlySet<number>;
  /** The payouts so far, this month's left out. */
  readonly runs: ReadonlyMap<Month, PayoutState>;
  /** This month's payout as it stands, when it has been opened. */
  readonly own?: PayoutState | undefined;
}

/** Why a year's instalments cannot be paid in a payout yet, and which items that holds. */
export type Obstacle = {
  readonly agreementYear: number;
  readonly holds: readonly DueItem[];
} & (
  | {
      /** The month has an instalment and an interim payment, and decisions for both. */
      readonly kind: 'two-decisions';
      readonly agreement: Authorisation;
      readonly interim: Authorisation;
    }
  | {
      /** An earlier payout, not released or closed, could pay some of the year. */
      readonly kind: 'earlier-payout';
      readonly month: Month;
    }
);

/** What a month's payout has to pay, and what stands against that. */
export interface DueInPayout {
  readonly items: readonly DueItem[];
  /** The agreement years whose instalments in this payout settle what was paid before the agreement. */
  readonly truesUp: readonly number[];
  readonly obstacles: readonly Obstacle[];
}

/**
 * What a month's payout has to pay: what is due in it, with instalments and interim payments of one year held apart.
 *
 * - Where an interim decision alone holds, the month pays the interim payment, and the instalment waits for the agreement's decision.
 * - Where the agreement's decision holds, the payout takes every unpaid instalment of the year up to the month, and the interim
 *   payments of those months that were not released are no longer due. It waits for every earlier payout that could pay the year.
 * - Where both hold, it is refused until a new version of the interim decision ends earlier.
 *
 * A year's local discounts wait for a payout that pays an instalment or an interim instalment of the year after.
 *
 * @sv    utbetalning i avvaktan på överenskommelse
 * @cites letter-2016, ändringsbeslut 2016-02-25
 */
export function dueInPayout(calendar: PayoutCalendar): DueInPayout {
  const { month, rulebooks, interims, ended, runs, signed } = calendar;
  const all = dueUpTo(month, rulebooks, interims, ended);
  const own = withoutLapsed(dueIn(month, all, runs), signed);
  const years = [...new Set(all.filter(isGrant).map(({ agreementYear }) => agreementYear))];
  const grants = years.map((year) => grantOfYear(year, all, own, calendar));
  const others = own.filter((item) => !isGrant(item) && item.kind !== 'local-discount');
  const discounts = all.filter((item) => isDiscountHere(item, own, grants, calendar));
  const items = new Set([...others, ...discounts, ...grants.flatMap(({ items: each }) => each)]);
  return {
    items: all.filter((item) => items.has(item)),
    truesUp: grants.filter(({ truesUp }) => truesUp).map(({ year }) => year),
    obstacles: grants.flatMap(({ obstacles }) => obstacles),
  };
}

const isInstalment = ({ kind }: Pick<DueItem, 'kind'>): boolean => kind === 'instalment';
const isInterim = ({ kind }: Pick<DueItem, 'kind'>): boolean => kind === 'interim-instalment';
/** Whether it is of a year's grant itself: an instalment, or a payment in wait of one. */
export const isGrant = (item: Pick<DueItem, 'kind'>): boolean =>
  isInstalment(item) || isInterim(item);

interface GrantOfYear {
  readonly year: number;
  readonly items: readonly DueItem[];
  readonly truesUp: boolean;
  readonly obstacles: readonly Obstacle[];
}

/** A year's instalments and interim payments in the payout. */
function grantOfYear(
  year: number,
  all: readonly DueItem[],
  own: readonly DueItem[],
  calendar: PayoutCalendar,
): GrantOfYear {
  const { month, runs, authorisations, own: ownRun } = calendar;
  const paid = paidKeys(runs);
  const unpaid = all.filter(
    (item) =>
      isGrant(item) &&
      item.agreementYear === year &&
      !paid.has(item.key) &&
      !takenOver(item, calendar),
  );
  const interims = unpaid.filter(isInterim);
  const nothing = { year, items: [], truesUp: false, obstacles: [] };
  const plain = { ...nothing, items: own.filter((item) => unpaid.includes(item)) };
  const standsHere = ownRun !== undefined && isAboutToSettle(ownRun, year);
  if (interims.length === 0 && !standsHere && !owesTrueUp(year, runs)) return plain;

  const holding = (kind: 'instalment' | 'interim-instalment', of: Month) => {
    const found = authorityFor({ kind, agreementYear: year, month: of }, authorisations);
    return found.ok && found.value !== 'none-needed' ? found.value : undefined;
  };
  const instalments = unpaid.filter(isInstalment);
  const agreement = instalments.length > 0 ? holding('instalment', month) : undefined;
  const interim = interims.length > 0 ? holding('interim-instalment', month) : undefined;
  if (!agreement) return interim ? { ...plain, items: plain.items.filter(isInterim) } : plain;
  if (interim) {
    const decisions = { kind: 'two-decisions', agreement, interim } as const;
    return { ...nothing, obstacles: [{ ...decisions, agreementYear: year, holds: unpaid }] };
  }
  const couldPay = (of: Month) =>
    (holding('instalment', of) ?? holding('interim-instalment', of)) !== undefined;
  const earlier = [...new Set([...runs.keys(), ...all.map(({ due }) => due)])]
    .filter((each) => each < month && keeps(each, all, runs) && couldPay(each))
    .filter((each) => unpaid.some(({ due }) => due <= each))
    .sort();
  const [first] = standsHere ? [] : earlier;
  if (first === undefined) return { ...nothing, items: instalments, truesUp: true };
  const waits = { kind: 'earlier-payout', month: first } as const;
  return { ...nothing, obstacles: [{ ...waits, agreementYear: year, holds: instalments }] };
}

/**
 * Is this a year's local discounts, to be deducted in this payout? Only from an instalment or interim instalment of the year after;
 * a payout that settles that year takes them from whichever month they waited in.
 */
function isDiscountHere(
  item: DueItem,
  own: readonly DueItem[],
  grants: readonly GrantOfYear[],
  { month, runs }: PayoutCalendar,
): boolean {
  const { deductedFrom: next } = item;
  if (next === undefined || paidKeys(runs).has(item.key)) return false;
  const grant = grants.find(({ year }) => year === next);
  if (grant?.truesUp) return true;
  const elsewhere = [...runs].some(([of, run]) => of > month && isAboutToSettle(run, next));
  const paysNext = grant !== undefined && grant.items.length + grant.obstacles.length > 0;
  return own.includes(item) && paysNext && !elsewhere;
}

/** Has a run paid something of this kind and year? */
const hasPaid = ({ released }: PayoutState, kind: DueItem['kind'], year: number): boolean =>
  released?.paid.some((key) => {
    const parts = keyParts(key);
    return parts.kind === kind && parts.agreementYear === year;
  }) ?? false;

/** Does a proposal stand in the run that settles the year's interim payments, and may still be released? */
const isAboutToSettle = (run: PayoutState, year: number): boolean =>
  run.released === undefined &&
  run.closed === undefined &&
  run.closeRequested === undefined &&
  (standing(run)?.proposed.payment?.truesUp?.includes(year) ?? false);

/**
 * Whether another payout has taken an item over: an interim payment of a month up to which instalments have been released, and
 * everything up to the month of a payout whose proposal settles the year. The payout's own proposal takes over interim payments.
 */
function takenOver(
  { agreementYear: year, due, kind }: DueItem,
  { month, runs, own }: PayoutCalendar,
): boolean {
  const interim = isInterim({ kind });
  if (interim && own && isAboutToSettle(own, year)) return true;
  return [...runs].some(
    ([of, run]) =>
      of >= due &&
      // An earlier payout that is about to settle the year is waited for; a later one has taken this one's part.
      ((interim && hasPaid(run, 'instalment', year)) || (of > month && isAboutToSettle(run, year))),
  );
}

/** Was an interim payment of the year released that no instalment released in a later month has settled? */
function owesTrueUp(year: number, runs: ReadonlyMap<Month, PayoutState>): boolean {
  const months = (kind: DueItem['kind']) =>
    [...runs].filter(([, run]) => hasPaid(run, kind, year)).map(([of]) => of);
  const settled = months('instalment').sort().at(-1) ?? '';
  return months('interim-instalment').some((of) => of > settled);
}
