import type { Instant } from '../../core/calendar/stockholm.ts';
import { askedInForce } from '../../core/inputs/outdated.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import { foldRecorded, standing } from '../../core/payment/evolve.ts';
import type { Records } from '../../core/ports.ts';
import { caseKinds, caseOfStream, casePartition, payingKinds } from '../../core/record/case-id.ts';
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

/**
 * When a newer version of an input counts that is recorded now: at the moment that is given, or, where something has been done meanwhile by
 * an older one, no earlier than that. A request that died before it recorded anything keeps its moment when it is sent again, however
 * late; what was done without it would seem to have passed it over.
 */
export async function countsFrom(
  records: Records,
  stream: string,
  years: readonly number[],
  at: Instant,
): Promise<Instant> {
  const partitions = years.flatMap((year) =>
    [...caseKinds.values()].map((kind) =>
      records.readPartition<CaseEvent>(casePartition(kind, year)),
    ),
  );
  const done = (await Promise.all(partitions))
    .flatMap((streams) => [...streams.values()])
    .flatMap(askedInForce)
    .filter(({ restsOn }) => restsOn.some((each) => each.stream === stream))
    .map(({ event }) => event.at);
  return [at, ...done].reduce((latest, each) => (each > latest ? each : latest));
}
