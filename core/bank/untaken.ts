import { Sek } from '../money/sek.ts';
import { outcomesForPeople, type ReportItem } from './report-events.ts';

/** Whether money left the account or came to it; neither where nothing is booked. A booking of no payment's kind says so in its status. */
export function directionOf({
  result,
  status,
}: Pick<ReportItem, 'result' | 'status'>): 'left' | 'came' | undefined {
  if (result === 'booked' || status.startsWith('BOOK DBIT')) return 'left';
  return result === 'returned' || status.startsWith('BOOK CRDT') ? 'came' : undefined;
}

/**
 * Whether an item is money that moved on the account and was taken for no payment: of another amount than was sent, in no way that a
 * payment moves, under no id of ours. A second movement of a payment is none of these: its case has it. What an entry names that
 * moved another sum is the entry's money, and counts with it.
 */
export const isUntaken = (item: ReportItem): boolean =>
  outcomesForPeople.includes(item.outcome) &&
  item.movement === undefined &&
  !item.within &&
  directionOf(item) !== undefined;

/** Kronor and öre, below zero of what came; none where the bank states no amount in kronor. */
export function untakenSek(item: ReportItem): Sek | undefined {
  const { amount, currency } = item;
  if (amount === undefined || currency !== 'SEK') return undefined;
  return directionOf(item) === 'came' ? Sek.of(amount).negated() : Sek.of(amount);
}
