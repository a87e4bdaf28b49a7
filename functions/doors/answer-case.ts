import { decide } from '../../core/payment/decide.ts';
import { type CaseState, standing } from '../../core/payment/evolve.ts';
import type { Records } from '../../core/ports.ts';
import { caseKind } from '../../core/record/case-id.ts';
import type { AnswerCase } from '../contract/doors.ts';
import { command } from '../shared/cases.ts';
import { Inputs, outdated } from '../shared/inputs.ts';
import { Refused } from '../shared/refused.ts';
import { wakeCase } from '../shared/waits.ts';
import type { WorkflowPorts } from '../shared/workflow-ports.ts';

/**
 * What people say of a case: approve (attest, order, sign), reject, withdraw, go without a line, prepare again, close without
 * payment, resolve a returned payment. Gives what the case has come to.
 *
 * Refused with the code of the rule that stands against it, and nothing is written; a case that nobody has opened is
 * `not-found`, and an approval of what rests on an older version of an input than the one in force is `outdated-proposal`: two people
 * approve what holds, not what the workflow would make again.
 */
export async function answerCase(answer: AnswerCase, ports: WorkflowPorts): Promise<CaseState> {
  const { case: id, ...said } = answer;
  const state = await command(ports.records, id, async (fresh) => {
    if (!fresh.opened && !fresh.submitted) throw new Refused('not-found', { what: id });
    const decision = decide(caseKind(id), fresh, said);
    // Who may not approve, or has approved, is told that.
    if (said.kind === 'approve' && decision.ok && decision.value.length > 0)
      await assertInForce(ports.records, fresh);
    return said;
  });
  await wakeCase(ports, id);
  return state;
}

/** Refuses when a newer version has come of what the standing proposal rests on. What concludes or releases asks the same again. */
async function assertInForce(records: Records, state: CaseState): Promise<void> {
  const restsOn = standing(state)?.proposed.restsOn ?? [];
  const changed = await outdated(records, new Inputs(records), restsOn);
  if (changed.length === 0) return;
  const inputs = changed.map(({ stream, version }) => `${stream} version ${version}`);
  throw new Refused('outdated-proposal', { inputs: inputs.join(', ') });
}
