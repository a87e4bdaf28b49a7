import { caseKind } from '../../../core/record/case-id.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { resolveReturn as resolve } from '../../doors/resolve-return.ts';
import type { WorkflowPorts } from '../../shared/workflow-ports.ts';
import { runState } from '../views/run-state.ts';
import { speaker } from './speaker.ts';

/** Says what becomes of one payment that came back: sent again on its own, or paid with the next month. */
export async function resolveReturn(
  request: RequestOf<'resolveReturn'>,
  ports: WorkflowPorts,
): Promise<AnswerOf<'resolveReturn'>> {
  const { run } = request.parameters;
  const said = { case: run, ...request.body, ...speaker(request) };
  return { run, state: runState(caseKind(run), await resolve(said, ports)) };
}
