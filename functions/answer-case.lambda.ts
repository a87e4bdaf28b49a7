import { AnswerCase } from './contract/doors.ts';
import { INPUT_REJECTED } from './contract/errors.ts';
import { command } from './shared/cases.ts';
import { namedError } from './shared/errors.ts';
import { step } from './shared/step.ts';
import { wakeCase } from './shared/waits.ts';
import { type WorkflowPorts, workflowPorts } from './shared/workflow-ports.ts';

/**
 * What people say of a case: approve (attest, order, sign), reject, withdraw, go without a line, prepare again, close without
 * payment, resolve a returned payment. Refusals are `InputRejected` with a stable code, and nothing is written.
 */
export async function run(answer: AnswerCase, ports: WorkflowPorts) {
  const { case: id, ...said } = answer;
  await command(ports.records, id, (state) => {
    if (said.kind === 'request-close' && !state.opened)
      throw namedError(
        INPUT_REJECTED,
        `not-open: ${id} has not been opened; nothing can be closed.`,
      );
    return said;
  });
  await wakeCase(ports, id);
  return { case: id };
}

export const handler = step(AnswerCase, run, workflowPorts);
