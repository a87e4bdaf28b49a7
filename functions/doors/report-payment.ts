import type { CaseState } from '../../core/payment/evolve.ts';
import type { Records } from '../../core/ports.ts';
import type { CaseId } from '../../core/record/case-id.ts';
import type { ReportPayment } from '../contract/doors.ts';
import { command, readCase } from '../shared/cases.ts';
import { readProposal } from '../shared/documents.ts';
import { Refused } from '../shared/refused.ts';
import { wakeCase } from '../shared/waits.ts';
import type { WorkflowPorts } from '../shared/workflow-ports.ts';

/**
 * The bank's answer, as an operator read it and types it, with a reason: everything booked, or who was returned. Gives what the
 * case has come to.
 *
 * Refused: about a case that nobody has opened (`not-found`), a payee who was not paid or is named twice (`not-paid`), another
 * message, another answer than the one before.
 */
export async function reportPayment(
  { case: id, ...report }: ReportPayment,
  ports: WorkflowPorts,
): Promise<CaseState> {
  await assertWerePaid(ports.records, id, report.returned);
  const state = await command(ports.records, id, { kind: 'report', ...report });
  await wakeCase(ports, id);
  return state;
}

/** Only what was sent can come back, once: a name that was not paid would otherwise pass for settled. */
async function assertWerePaid(
  records: Records,
  id: CaseId,
  returned: ReportPayment['returned'],
): Promise<void> {
  const { opened, submitted, released } = (await readCase(records, id)).state;
  if (!opened && !submitted) throw new Refused('not-found', { what: id });
  if (returned.length === 0 || !released) return; // Refused by name when the report is decided on.
  const { payments } = await readProposal(records, id, 'payment', released.proposal);
  const paid = payments.filter(({ totalSek }) => totalSek !== '0').map(({ payee }) => payee);
  const wrong = returned.filter(
    ({ payee }, index) =>
      !paid.includes(payee) || returned.findIndex((each) => each.payee === payee) !== index,
  );
  if (wrong.length > 0)
    throw new Refused('not-paid', {
      given: wrong.map(({ payee }) => payee).join(', '),
      allowed: paid.join(', '),
    });
}
