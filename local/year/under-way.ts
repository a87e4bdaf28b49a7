import type { ExecutionSummary, OpenWait } from '../cloud/local-cloud.ts';
import { askedIn } from '../officials/asked.ts';

/**
 * The executions begun from then on that only time brings further: they wait for a day, or for the bank, and for nobody's word. What a
 * person, an input or the switch is waited for stands still.
 */
export function underWay(
  executions: readonly ExecutionSummary[],
  waits: readonly OpenWait[],
  from: string,
): readonly ExecutionSummary[] {
  const standing = new Set(
    waits
      .filter(({ payload }) => askedIn(payload).purpose !== 'bank')
      .map(({ execution }) => execution),
  );
  return executions.filter(
    ({ name, status, startedAt }) =>
      status === 'RUNNING' && startedAt >= from && !standing.has(name),
  );
}
