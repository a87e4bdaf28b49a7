import type { CaseState } from '../../core/payment/evolve.ts';
import { reissueOf } from '../../core/record/case-id.ts';
import type { ResolveReturn } from '../contract/doors.ts';
import { command } from '../shared/cases.ts';
import { Refused } from '../shared/refused.ts';
import { wakeCase } from '../shared/waits.ts';
import type { WorkflowPorts } from '../shared/workflow-ports.ts';

/**
 * What becomes of one payment that came back: it is sent again on its own, in a case that begins now, or paid with the region's next
 * payment. Gives what the case has come to.
 *
 * The decision is noted first, and the case that sends again takes everything from it: so nothing is sent again that might also be
 * paid with the next month, and whoever asks again after a crash starts what was not started.
 *
 * Refused with the code of the rule that stands against it, and nothing is written; a case that nobody has opened is `not-found`.
 */
export async function resolveReturn(
  { case: id, ...said }: ResolveReturn,
  ports: WorkflowPorts,
): Promise<CaseState> {
  const state = await command(ports.records, id, ({ opened, submitted }) => {
    if (!opened && !submitted) throw new Refused('not-found', { what: id });
    return { kind: 'resolve-return', ...said };
  });
  if (said.choice === 'reissue') {
    const reissue = reissueOf(id, said.payee);
    await ports.workflows.start('reissue', reissue, reissue);
  }
  await wakeCase(ports, id);
  return state;
}
