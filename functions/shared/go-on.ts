import type { CaseId } from '../../core/record/case-id.ts';
import { INPUT_REJECTED } from '../contract/errors.ts';
import { executionNames, machineOf } from '../contract/executions.ts';
import { readCase } from './cases.ts';
import { namedError } from './errors.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

/**
 * Goes on with a case whose execution has ended without closing it, and cannot be redriven: starts the next one, `payout-2022-02.2`.
 * The record is where the case is, so its approvals hold, and what was released is not released again. Gives the name of the
 * execution under which the case runs now.
 *
 * Asked again, or of a case whose execution runs, it starts nothing: while an execution runs, starting it once more is the same.
 *
 * @param after the execution that asks, which has grown old and ends when the next one has begun; one whose case was closed meanwhile
 * has nothing to hand over
 *
 * Refused with `InputRejected`: a case that was never opened, that is closed, or that has had twenty executions.
 */
export async function goOn(
  id: CaseId,
  { records, workflows }: WorkflowPorts,
  after?: string,
): Promise<{ readonly execution: string }> {
  const { state } = await readCase(records, id);
  if (!state.opened && !state.submitted)
    throw refused(id, 'was never opened, so there is nothing to go on with');
  if (state.closed && after !== undefined) return { execution: after };
  if (state.closed) throw refused(id, `is closed (${state.closed}), so nothing goes on`);
  const names = executionNames(id);
  for (const name of after === undefined ? names : names.slice(names.indexOf(after) + 1)) {
    const started = await workflows.start(machineOf(id), id, name);
    if (started === 'under-way') return { execution: name };
  }
  throw refused(id, 'has had as many executions as there can be');
}

/**
 * Of a case whose first execution has ended: does a later one run? Only looked at and never started: an engineer decides that
 * somebody goes on.
 */
export async function goesOn(workflows: WorkflowPorts['workflows'], id: CaseId): Promise<boolean> {
  for (const name of executionNames(id).slice(1)) {
    const found = await workflows.find(machineOf(id), name);
    if (found !== 'ended') return found === 'under-way';
  }
  return false;
}

const refused = (id: CaseId, why: string) =>
  namedError(INPUT_REJECTED, `${id} ${why}.`, { case: id, why });
