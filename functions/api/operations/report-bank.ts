import { caseKind } from '../../../core/record/case-id.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { reportPayment } from '../../doors/report-payment.ts';
import type { WorkflowPorts } from '../../shared/workflow-ports.ts';
import { runState } from '../views/run-state.ts';
import { speaker } from './speaker.ts';

/** Types in what the bank did with a payment: everything booked, or who was returned. */
export async function reportBank(
  request: RequestOf<'reportBank'>,
  ports: WorkflowPorts,
): Promise<AnswerOf<'reportBank'>> {
  const { run } = request.parameters;
  const report = { case: run, ...request.body, ...speaker(request) };
  return { run, state: runState(caseKind(run), await reportPayment(report, ports)) };
}
