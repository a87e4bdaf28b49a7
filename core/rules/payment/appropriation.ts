import { Sek } from '../../money/sek.ts';

/** A budget year's money and what is used of it, in kronor. Payments count in the year in which they are made. */
export interface BudgetYear {
  readonly appropriation: Sek;
  /** How far the appropriation may be exceeded (anslagskredit). */
  readonly credit: Sek;
  /** What the year before took of its credit: this year has that much less. */
  readonly creditUsedBefore: Sek;
  /** Paid from the appropriation before this system's first payment of the year. */
  readonly paidBefore: Sek;
  /** What is ordered in the year, and what the bank moved besides: what came back counts against it. See payment/room.ts. */
  readonly used: Sek;
}

/** Whether there is room for a proposal, and by how much it goes into the credit or beyond it. */
export type AppropriationCheck =
  | { readonly kind: 'within'; readonly left: Sek }
  | { readonly kind: 'into-credit'; readonly by: Sek; readonly creditLeft: Sek }
  | { readonly kind: 'beyond'; readonly by: Sek };

/**
 * Whether a proposal has room in the budget year of its payment: within the appropriation, into its credit (a warning that
 * both approvers see), or beyond the credit (held).
 *
 * Used = paid before + what is ordered, less what came back + this proposal. Room = appropriation − credit used the year before, and
 * the credit on top.
 *
 * @sv      anslag och anslagskredit
 * @cites   appropriations-ordinance, 7, 8 och 12 §§; agreement-2021, 6
 * @applies agreement years from 2021
 */
export function appropriationCheck(year: BudgetYear, proposal: Sek): AppropriationCheck {
  const left = leftOf(year).minus(proposal);
  if (!left.isNegative()) return { kind: 'within', left };
  const creditLeft = left.plus(year.credit);
  if (creditLeft.isNegative()) return { kind: 'beyond', by: creditLeft.negated() };
  return { kind: 'into-credit', by: left.negated(), creditLeft };
}

/** How much of its credit the year has taken; the year after has that much less. */
export function creditUsed(year: BudgetYear): Sek {
  const left = leftOf(year);
  return left.isNegative() ? left.negated() : Sek.zero;
}

const leftOf = ({ appropriation, creditUsedBefore, paidBefore, used }: BudgetYear): Sek =>
  appropriation.minus(creditUsedBefore).minus(paidBefore).minus(used);
