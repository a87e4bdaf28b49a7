import type { Instant } from '../../core/calendar/stockholm.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import { foldRecorded, standing } from '../../core/payment/evolve.ts';
import type { Records } from '../../core/ports.ts';
import { caseOfStream, casePartition, payingKinds } from '../../core/record/case-id.ts';
import { tryCommand } from './cases.ts';
import { Inputs, outdated } from './inputs.ts';

/**
 * After an input stream has grown: voids every standing payment proposal of these years that rests on a version which is no
 * longer in force, with the approvals it has. A payment that has been released is past changing.
 */
export async function voidOutdated(
  records: Records,
  stream: string,
  years: readonly number[],
  now: Instant,
): Promise<void> {
  const candidates = await standingOn(records, stream, years);
  const inputs = new Inputs(records);
  for (const { id, restsOn } of candidates) {
    const changed = await outdated(records, inputs, restsOn);
    if (changed.length > 0)
      await tryCommand(records, id, {
        kind: 'void',
        at: now,
        because: `${stream} has a new version`,
      });
  }
}

async function standingOn(records: Records, stream: string, years: readonly number[]) {
  const found = years.flatMap((year) =>
    payingKinds.map(async (kind) => {
      const partition = casePartition(kind, year);
      const streams = await records.readPartition<CaseEvent>(partition);
      return [...streams].flatMap(([name, events]) => {
        const state = foldRecorded(events);
        const proposed = state.released ? undefined : standing(state)?.proposed;
        const restsOn = proposed?.restsOn.filter((each) => each.stream === stream) ?? [];
        return restsOn.length > 0 ? [{ id: caseOfStream({ partition, name }), restsOn }] : [];
      });
    }),
  );
  return (await Promise.all(found)).flat();
}
