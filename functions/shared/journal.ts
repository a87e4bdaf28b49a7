import type { Day } from '../../core/calendar/day.ts';
import { sumsToZero, type Voucher } from '../../core/payment/voucher.ts';
import { NumberTaken, type Records } from '../../core/ports.ts';
import { journalStream } from '../../core/record/case-id.ts';
import { SUMS_DO_NOT_HOLD } from '../contract/errors.ts';
import { namedError } from './errors.ts';

export const budgetYearOf = (day: Day): number => Number(day.slice(0, 4));

export async function vouchersOf(
  records: Records,
  budgetYear: number,
): Promise<readonly Voucher[]> {
  return (await records.read<Voucher>(journalStream(budgetYear))).map(({ event }) => event);
}

/**
 * Books a voucher, once: one that has its key already is found and left as it is. Numbers have no gaps, because the number
 * is the event's place in the journal and two writers cannot take the same one.
 */
export async function book(
  records: Records,
  voucher: Omit<Voucher, 'type' | 'number'>,
): Promise<Voucher> {
  if (!sumsToZero(voucher))
    throw namedError(
      SUMS_DO_NOT_HOLD,
      `The entries of voucher ${voucher.key} do not sum to zero.`,
      { case: voucher.case, voucher: voucher.key },
    );
  const stream = journalStream(budgetYearOf(voucher.day));
  for (;;) {
    const journal = await records.read<Voucher>(stream);
    const booked = journal.find(({ event }) => event.key === voucher.key);
    if (booked) return booked.event;
    const number = (journal.at(-1)?.number ?? 0) + 1;
    try {
      const { event } = await records.append<Voucher>(stream, journal.at(-1), {
        type: 'voucher',
        number,
        ...voucher,
      });
      return event;
    } catch (error) {
      // Somebody booked another voucher in between; ours takes the next number.
      if (!(error instanceof NumberTaken)) throw error;
    }
  }
}
