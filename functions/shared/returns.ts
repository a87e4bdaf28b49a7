import { dayInStockholm, type Instant, notBefore } from '../../core/calendar/stockholm.ts';
import type { PayeeCode } from '../../core/payment/events.ts';
import type { CaseState } from '../../core/payment/evolve.ts';
import { linesToTakeBack } from '../../core/payment/lines.ts';
import { anewVouchers, returnVoucher, takenBackOf } from '../../core/payment/returns.ts';
import type { Records } from '../../core/ports.ts';
import { type CaseId, journalStream, streamText } from '../../core/record/case-id.ts';
import { command, readCase } from './cases.ts';
import { book, budgetYearOf } from './journal.ts';
import { wakeWatchers } from './waits.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

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
  const { state, last } = await readCase(records, id);
  const { released } = state;
  const back = linesToTakeBack(state.lines);
  if (!released || back.length === 0) return state;
  const day = dayInStockholm(notBefore(at, last?.event.at));
  const payments = back.map((line) => takenBackOf(id, line));
  for (const each of payments) await book(records, returnVoucher(id, released.proposal, each, day));
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
  for (const voucher of anewVouchers(id, released.proposal, line)) await book(records, voucher);
}
