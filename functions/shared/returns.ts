import { dayInStockholm, type Instant } from '../../core/calendar/stockholm.ts';
import { Sek } from '../../core/money/sek.ts';
import type { CaseState } from '../../core/payment/evolve.ts';
import { linesToTakeBack } from '../../core/payment/lines.ts';
import { returnEntries } from '../../core/payment/voucher.ts';
import type { Records } from '../../core/ports.ts';
import type { CaseId } from '../../core/record/case-id.ts';
import { command, readCase } from './cases.ts';
import { book } from './journal.ts';

/** ISO 20022's code for a reason that the bank has not given: a payment is never held without one. */
const noReason = 'MS03';

/**
 * Takes into the journal again what the bank has rejected or sent back: one reversal per payment, found by its key, then the event
 * that holds the payment until a person has resolved it. Whoever comes after a crash finds what was booked and goes on. Gives the
 * case as it then is.
 *
 * The reversal is of the day on which the bank's word reached us.
 */
export async function takeBackReturns(
  records: Records,
  id: CaseId,
  at: Instant,
): Promise<CaseState> {
  const { state } = await readCase(records, id);
  const { released } = state;
  const back = linesToTakeBack(state.lines);
  if (!released || back.length === 0) return state;
  const payments = back.map(({ payee, sek, code = noReason }) => ({
    payee,
    sek,
    code,
    voucherKey: `${id}/return/${payee}`,
  }));
  for (const { payee, sek, voucherKey } of payments)
    await book(records, {
      key: voucherKey,
      day: dayInStockholm(at),
      case: id,
      proposal: released.proposal,
      entries: returnEntries(payee, Sek.of(sek)),
      cashSek: Sek.of(sek).negated().toString(),
    });
  return command(records, id, { kind: 'return', at, payments });
}
