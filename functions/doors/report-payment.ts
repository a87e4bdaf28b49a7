import type { BankWord } from '../../core/payment/events.ts';
import type { CaseState } from '../../core/payment/evolve.ts';
import { unansweredLines } from '../../core/payment/lines.ts';
import type { ReportPayment } from '../contract/doors.ts';
import { command, readCase } from '../shared/cases.ts';
import { Refused } from '../shared/refused.ts';
import { takeBackReturns } from '../shared/returns.ts';
import { wakeCase } from '../shared/waits.ts';
import type { WorkflowPorts } from '../shared/workflow-ports.ts';

/**
 * The bank's answer, as an operator read it and types it, with a reason: who was returned, and that everything else that the bank
 * had not answered about is booked. Gives what the case has come to.
 *
 * Refused: about a case that nobody has opened (`not-found`), a payee who was not paid or is named twice (`not-paid`), another
 * message, what cannot be true beside what the bank has said before.
 */
export async function reportPayment(
  { case: id, at, by, reason, messageId, returned }: ReportPayment,
  ports: WorkflowPorts,
): Promise<CaseState> {
  const { records } = ports;
  refuseUnpaid((await readCase(records, id)).state, id, returned);
  await command(records, id, (state) => ({
    kind: 'report',
    at,
    messageId,
    words: wordsFor(state, returned),
    source: { by, reason },
  }));
  const state = await takeBackReturns(ports, id, at);
  await wakeCase(ports, id);
  return state;
}

const wordsFor = (state: CaseState, returned: ReportPayment['returned']): readonly BankWord[] => [
  ...returned.map(({ payee, code }) => ({ payee, result: 'returned' as const, code })),
  ...unansweredLines(state.lines)
    .filter(({ payee }) => returned.every((each) => each.payee !== payee))
    .map(({ payee }) => ({ payee, result: 'booked' as const })),
];

/** Only what was sent can come back, once: a name that was not paid would otherwise pass for settled. */
function refuseUnpaid(
  { opened, submitted, released, lines }: CaseState,
  id: string,
  returned: ReportPayment['returned'],
): void {
  if (!opened && !submitted) throw new Refused('not-found', { what: id });
  if (!released) return; // Refused by name when the report is decided on.
  const wrong = returned.filter(
    ({ payee }, index) =>
      !lines.has(payee) || returned.findIndex((each) => each.payee === payee) !== index,
  );
  if (wrong.length > 0)
    throw new Refused('not-paid', {
      given: wrong.map(({ payee }) => payee).join(', '),
      allowed: [...lines.keys()].join(', '),
    });
}
