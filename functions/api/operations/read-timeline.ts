import type { Records } from '../../../core/ports.ts';
import { type CaseId, caseStream } from '../../../core/record/case-id.ts';
import type { Execution, Executions } from '../../adapters/execution-history.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { executionNames, machineOf } from '../../contract/executions.ts';
import { Refused } from '../../shared/refused.ts';
import { shownTimeline } from '../views/timeline.ts';

/** What a run's workflow has done and what it waits for, from the service that runs it; the record is what counts. */
export async function readTimeline(
  { language, parameters: { run } }: RequestOf<'readTimeline'>,
  { records, executions }: { readonly records: Records; readonly executions: Executions },
): Promise<AnswerOf<'readTimeline'>> {
  const [events, found] = await Promise.all([
    records.read(caseStream(run)),
    executionsOf(executions, run),
  ]);
  if (events.length === 0 && found.length === 0) throw new Refused('not-found', { what: run });
  return shownTimeline(found, language);
}

/** The execution named after the run, and those that went on for it: `payout-2022-02.2`, `.3` … while they exist. */
async function executionsOf(executions: Executions, run: CaseId): Promise<readonly Execution[]> {
  const found: Execution[] = [];
  for (const name of executionNames(run)) {
    const execution = await executions.find(machineOf(run), name);
    if (!execution) break;
    found.push(execution);
  }
  return found;
}
