import type { Records } from '../core/ports.ts';
import type { CaseId } from '../core/record/case-id.ts';
import { ReportPayment } from './contract/doors.ts';
import { INPUT_REJECTED } from './contract/errors.ts';
import { command, readCase } from './shared/cases.ts';
import { readProposal } from './shared/documents.ts';
import { namedError } from './shared/errors.ts';
import { step } from './shared/step.ts';
import { wakeCase } from './shared/waits.ts';
import { type WorkflowPorts, workflowPorts } from './shared/workflow-ports.ts';

/** The bank's answer, as an operator read it and types it, with a reason: everything booked, or who was returned. */
export async function run({ case: id, ...report }: ReportPayment, ports: WorkflowPorts) {
  await assertWerePaid(ports.records, id, report.returned);
  await command(ports.records, id, { kind: 'report', ...report });
  await wakeCase(ports, id);
  return { case: id };
}

/** Only what was sent can come back, once: a name that was not paid would otherwise pass for settled. */
async function assertWerePaid(
  records: Records,
  id: CaseId,
  returned: ReportPayment['returned'],
): Promise<void> {
  if (returned.length === 0) return;
  const { released } = (await readCase(records, id)).state;
  if (!released) return; // Refused by name when the report is decided on.
  const { payments } = await readProposal(records, id, 'payment', released.proposal);
  const paid = payments.filter(({ totalSek }) => totalSek !== '0').map(({ payee }) => payee);
  const wrong = returned.filter(
    ({ payee }, index) =>
      !paid.includes(payee) || returned.findIndex((each) => each.payee === payee) !== index,
  );
  if (wrong.length > 0)
    throw namedError(
      INPUT_REJECTED,
      `not-paid: ${wrong.map(({ payee }) => payee).join(', ')} given as returned; allowed, each once: ${paid.join(', ')}.`,
    );
}

export const handler = step(ReportPayment, run, workflowPorts);
