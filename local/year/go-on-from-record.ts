import type { Json } from '../../core/canonical.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import { type CaseState, fold } from '../../core/payment/evolve.ts';
import { type CaseId, caseKinds, caseOfStream } from '../../core/record/case-id.ts';
import type { FoundStream } from '../../core/record/verify.ts';
import { executionNames } from '../../functions/contract/executions.ts';
import type { TokenEvent } from '../../functions/shared/waits.ts';
import type { ExecutionSummary, LocalCloud } from '../cloud/local-cloud.ts';
import { instantsIn } from '../record/instants-in.ts';

/** A case that the record holds, and what has become of it. */
export interface OpenedCase {
  readonly id: CaseId;
  readonly state: CaseState;
}

/** The cases that were ever opened, as the record tells. */
export const openedCases = (found: readonly FoundStream[]): readonly OpenedCase[] =>
  found.flatMap(({ partition, stream, events }) => {
    if (!caseKinds.has(partition.replace(/#.*$/, ''))) return [];
    const state = fold(events.map(({ event }) => event as unknown as CaseEvent));
    return state.opened ? [{ id: caseOfStream({ partition, name: stream }), state }] : [];
  });

/** The executions that a case has had, in the order of their names. */
export const executionsOf = (
  id: CaseId,
  executions: readonly ExecutionSummary[],
): readonly ExecutionSummary[] =>
  executionNames(id).flatMap((name) => executions.find((each) => each.name === name) ?? []);

/** Why an execution was ended that knew less than the record; another one goes on for it. */
export const JOURNAL_LOST = 'JournalLost';

/**
 * Goes on from the record where the engine's journal has lost what it knew: it is gone, or its end was cut off. Executions that know
 * less than the record are ended, whatever is open in the record has one that begins from there (`payout-2022-02.2`), and the clock
 * stands where the record ends. A case whose execution has failed is left to whoever looks into it. Does nothing where the journal knows
 * of everything, as after any kill.
 *
 * Gives the cases that were started again, and null when nothing was lost.
 */
export async function goOnFromRecord(
  cloud: LocalCloud,
  found: readonly FoundStream[],
): Promise<readonly CaseId[] | null> {
  const cases = openedCases(found);
  const open = cases.filter(({ state }) => !state.closed);
  const ends = instantsIn(found).at(-1);
  const isBehind = ends !== undefined && ends > cloud.now();
  if (!isBehind && !hasLostWaits(cloud, found, open) && !open.some((each) => isLost(each, cloud)))
    return null;
  cloud.noteLoss();
  if (isBehind) cloud.moveTo(ends);
  const known = new Set(cases.flatMap(({ id }) => executionNames(id)));
  for (const { name, status } of cloud.executions())
    if (status === 'RUNNING' && known.has(name))
      cloud.stop(name, JOURNAL_LOST, 'What it had done was lost; another execution goes on.');
  const goOn = open.filter(({ id }) => !hasFailed(executionsOf(id, cloud.executions())));
  const scheduledTime = cloud.now().replace(/\.\d+Z$/, 'Z');
  for (const { id } of goOn) await cloud.invoke('open-due', { scheduledTime, goOn: id });
  return goOn.map(({ id }) => id);
}

/** Nobody brings it further, and none has failed: that it was ever started, or how far it came, is no longer known. */
function isLost({ id }: OpenedCase, cloud: LocalCloud): boolean {
  const executions = executionsOf(id, cloud.executions());
  return !executions.some(({ status }) => status === 'RUNNING') && !hasFailed(executions);
}

function hasFailed(executions: readonly ExecutionSummary[]): boolean {
  const last = executions.at(-1);
  return (
    last !== undefined &&
    last.error !== JOURNAL_LOST &&
    !['RUNNING', 'SUCCEEDED'].includes(last.status)
  );
}

/** Whether the record tells of a wait of an open case that was never begun here, or of an answer that never came. */
function hasLostWaits(
  cloud: LocalCloud,
  found: readonly FoundStream[],
  open: readonly OpenedCase[],
): boolean {
  const waiting = new Set(cloud.waits().map(({ token }) => token));
  const isOpen = new Set<string>(open.map(({ id }) => id));
  return found
    .filter(({ partition, stream }) => partition.startsWith('TOKEN#') && isOpen.has(stream))
    .some(({ events }) => {
      const all = events.map(({ event }) => event as TokenEvent & Json);
      const woken = new Set(all.flatMap((event) => (event.type === 'woken' ? event.asked : [])));
      return events.some(({ number }, index) => {
        const event = all[index];
        if (event?.type !== 'asked') return false;
        return !cloud.gave(event.token) || (woken.has(number) && waiting.has(event.token));
      });
    });
}
