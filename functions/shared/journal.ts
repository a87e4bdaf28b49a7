import type { Day } from '../../core/calendar/day.ts';
import { Sek } from '../../core/money/sek.ts';
import { cashOf, sumsToZero, type Voucher } from '../../core/payment/voucher.ts';
import { NumberTaken, type Records } from '../../core/ports.ts';
import { journalStream } from '../../core/record/case-id.ts';
import {
  type AppropriationCheck,
  appropriationCheck,
  type BudgetYear,
  creditUsed,
} from '../../core/rules/payment/appropriation.ts';
import { SUMS_DO_NOT_HOLD } from '../contract/errors.ts';
import { namedError } from './errors.ts';
import type { Inputs } from './inputs.ts';

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

/**
 * The budget year as it stands, or undefined when no appropriation is registered for it. The first budget year in the record
 * begins with its whole credit: the 2021 letter says so ("anslagsbehållning: inget").
 */
export async function budgetYear(
  records: Records,
  inputs: Inputs,
  year: number,
): Promise<BudgetYear | undefined> {
  const input = await inputs.use('appropriation', year);
  if (!input) return undefined;
  const [vouchers, before] = await Promise.all([
    vouchersOf(records, year),
    budgetYear(records, inputs, year - 1),
  ]);
  const { appropriationSek, creditSek, paidBeforeFirstRunSek } = input.content;
  return {
    appropriation: Sek.of(appropriationSek),
    credit: Sek.of(creditSek),
    creditUsedBefore: before ? creditUsed(before) : Sek.zero,
    paidBefore: Sek.of(paidBeforeFirstRunSek),
    vouchers: cashOf(vouchers),
  };
}

/** Whether the budget year has room for so many kronor more; undefined when its appropriation is not known. */
export async function roomFor(
  records: Records,
  inputs: Inputs,
  year: number,
  kronor: Sek,
): Promise<AppropriationCheck | undefined> {
  const frame = await budgetYear(records, inputs, year);
  return frame && appropriationCheck(frame, kronor);
}
