import type { InputKind } from '../../../core/inputs/kinds.ts';
import type { Need } from '../../../core/payment/events.ts';
import type { Records } from '../../../core/ports.ts';
import { type ReadCase, readCases } from './cases.ts';

/** A grant year's payouts lie in its own calendar year and the next; the last lines of one may wait a year longer. */
const yearsAfter = 2;

/** The runs around an agreement year that wait for inputs or decisions. */
export async function waitingRuns(records: Records, year: number): Promise<readonly ReadCase[]> {
  const years = Array.from({ length: yearsAfter + 1 }, (_, after) => year + after);
  const cases = await readCases(records, years);
  return cases.filter(({ runState }) => runState === 'waiting-for-inputs');
}

/** The runs of these that an input of a kind and year would let go on. Payees are of no year. */
export const awaiting = (
  waiting: readonly ReadCase[],
  kind: InputKind,
  year: number | 'all',
): string[] =>
  waiting
    .filter(({ state }) => state.needs.some((each) => isFor(each, kind, year)))
    .map(({ id }) => id);

function isFor({ need, year: of }: Need, kind: InputKind, year: number | 'all'): boolean {
  const wanted = need === 'room-in-appropriation' ? 'appropriation' : need;
  return wanted === kind && (year === 'all' || of === year);
}
