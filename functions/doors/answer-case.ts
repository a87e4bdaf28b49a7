import type { CaseState } from '../../core/payment/evolve.ts';
import type { AnswerCase } from '../contract/doors.ts';
import { command } from '../shared/cases.ts';
import { Refused } from '../shared/refused.ts';
import { wakeCase } from '../shared/waits.ts';
import type { WorkflowPorts } from '../shared/workflow-ports.ts';

/**
 * What people say of a case: approve (attest, order, sign), reject, withdraw, go without a line, prepare again, close without
 * payment, resolve a returned payment. Gives what the case has come to.
 *
 * Refused with the code of the rule that stands against it, and nothing is written; a case that nobody has opened is
 * `not-found`.
 */
export async function answerCase(answer: AnswerCase, ports: WorkflowPorts): Promise<CaseState> {
  const { case: id, ...said } = answer;
  const state = await command(ports.records, id, ({ opened, submitted }) => {
    if (!opened && !submitted) throw new Refused('not-found', { what: id });
    return said;
  });
  await wakeCase(ports, id);
  return state;
}
