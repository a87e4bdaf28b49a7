import type { ReportedPayment } from '../../../core/bank/report.ts';
import { Fraction } from '../../../core/money/fraction.ts';
import type { Amount } from './elements.ts';
import type { Direction } from './movement.ts';

/** One thing that an entry of the account names: a payment, or a batch as a whole. */
export interface NamedMovement {
  readonly payment: ReportedPayment;
  readonly direction: Direction;
}

/** One part of an entry (`NtryDtls`): what it names, and what the batch that it is of is said to hold. */
export interface EntryPart {
  readonly named: readonly NamedMovement[];
  readonly batch: { readonly number: number | undefined; readonly total: Amount | undefined };
}

/** What moved on the account: an entry by itself, without what it names. */
export interface MovedEntry {
  readonly payment: ReportedPayment;
  readonly amount: Amount;
  readonly direction: Direction;
}

/**
 * What an entry names, held against what it moved: the entry says what left or reached the account, and what is in it must add up to
 * that, to the öre. Number and sum of a batch must hold where all of it is named.
 *
 * - More was moved than is named: the rest is a movement of its own, that no id leads to (a fee, say). What is named stands: the
 *   account has moved at least so much, and each payment has its own id and amount.
 * - Less was moved than is named, or a batch differs: nothing in the entry is told of any payment, and beside it stands the entry.
 * - A payment in kronor cannot be held against an entry that is not, and is not told either.
 */
export function heldAgainstEntry(
  entry: MovedEntry,
  parts: readonly EntryPart[],
): readonly ReportedPayment[] {
  const named = parts.flatMap((part) => part.named);
  const rest = Fraction.parse(entry.amount.amount).minus(sumOf(named, entry));
  const isWhole = named.every(({ payment }) => isHeld(payment, entry));
  const isAll = isWhole && rest.isZero();
  if (rest.isNegative() || parts.some((part) => batchDiffers(part, entry, isAll)))
    return [
      ...named.map(({ payment }) => ({ ...untold(payment), within: true as const })),
      entry.payment,
    ];
  const told = named.map(({ payment }) =>
    payment.currency === 'SEK' && entry.amount.currency !== 'SEK' ? untold(payment) : payment,
  );
  return isWhole && !rest.isZero()
    ? [...told, { ...entry.payment, amount: rest.toDecimalText() }]
    : told;
}

/** Whether a batch holds another number or sum than what is named of it; what is not stated is not looked at. */
function batchDiffers({ named, batch }: EntryPart, entry: MovedEntry, isAll: boolean): boolean {
  const { number, total } = batch;
  if (number !== undefined && number < named.length) return true;
  if (isAll && number !== undefined && number !== named.length) return true;
  const isStated = named.every(({ payment }) => isHeld(payment, entry));
  if (!isStated || total?.currency !== entry.amount.currency) return false;
  const more = Fraction.parse(total.amount).minus(sumOf(named, entry));
  return more.isNegative() || (!more.isZero() && (isAll || number === named.length));
}

/** What is named adds up to, in the direction of the entry; what states no amount in its currency is left out. */
const sumOf = (named: readonly NamedMovement[], entry: MovedEntry): Fraction =>
  Fraction.sum(
    named
      .filter(({ payment }) => isHeld(payment, entry))
      .map(({ payment, direction }) => {
        const amount = Fraction.parse(payment.amount ?? '0');
        return direction === entry.direction ? amount : amount.negated();
      }),
  );

const isHeld = ({ amount, currency }: ReportedPayment, entry: MovedEntry): boolean =>
  amount !== undefined && currency === entry.amount.currency;

/** Told of no payment, and for a person to look at. */
const untold = (payment: ReportedPayment): ReportedPayment => ({
  ...payment,
  result: 'other',
  unclear: true,
});
