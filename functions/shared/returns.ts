import { dayInStockholm, type Instant } from '../../core/calendar/stockholm.ts';
import { Sek } from '../../core/money/sek.ts';
import type { PayeeCode } from '../../core/payment/events.ts';
import type { CaseState } from '../../core/payment/evolve.ts';
import { decisionsAnew, linesToTakeBack } from '../../core/payment/lines.ts';
import { afterwardsKey, anewEntries, returnEntries } from '../../core/payment/voucher.ts';
import type { Records } from '../../core/ports.ts';
import { type CaseId, journalStream, streamText } from '../../core/record/case-id.ts';
import { command, readCase } from './cases.ts';
import { book, budgetYearOf } from './journal.ts';
import { wakeWatchers } from './waits.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

/** ISO 20022's code for a reason that the bank has not given: a payment is never held without one. */
const noReason = 'MS03';

/**
 * Takes into the journal again what the bank has rejected or sent back: one reversal per payment, found by its key, then the event
 * that holds the payment until a person has resolved it. Whoever comes after a crash finds what was booked and goes on. Gives the
 * case as it then is.
 *
 * The reversal is of the day on which the bank's word reached us. It gives room in that day's budget year, so whatever waits for room
 * there is woken.
 */
export async function takeBackReturns(
  ports: WorkflowPorts,
  id: CaseId,
  at: Instant,
): Promise<CaseState> {
  const { records } = ports;
  const { state } = await readCase(records, id);
  const { released } = state;
  const back = linesToTakeBack(state.lines);
  if (!released || back.length === 0) return state;
  const day = dayInStockholm(at);
  const payments = back.map((line) => ({
    payee: line.payee,
    sek: line.sek,
    code: line.code ?? noReason,
    voucherKey: afterwardsKey(id, 'return', line.payee, decisionsAnew(line).length + 1),
  }));
  for (const { payee, sek, voucherKey } of payments)
    await book(records, {
      key: voucherKey,
      day,
      case: id,
      proposal: released.proposal,
      entries: returnEntries(payee, Sek.of(sek)),
      cashSek: Sek.of(sek).negated().toString(),
    });
  const after = await command(records, id, { kind: 'return', at, payments });
  const year = budgetYearOf(day);
  await wakeWatchers(ports, streamText(journalStream(year)), year);
  return after;
}

/**
 * Takes out of the journal again what had come back and was carried out all the same: one voucher each time that somebody has decided
 * so, of the day of the decision, found by its key.
 */
export async function bookAnew(records: Records, id: CaseId, payee: PayeeCode): Promise<void> {
  const { released, lines } = (await readCase(records, id)).state;
  const line = lines.get(payee);
  if (!released || !line) return;
  const sek = Sek.of(line.sek);
  for (const [index, { at }] of decisionsAnew(line).entries())
    await book(records, {
      key: afterwardsKey(id, 'booked-anew', payee, index + 1),
      day: dayInStockholm(at),
      case: id,
      proposal: released.proposal,
      entries: anewEntries(payee, sek),
      cashSek: sek.toString(),
    });
}
