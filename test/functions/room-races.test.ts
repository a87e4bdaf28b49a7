import { describe, expect, it } from 'vitest';
import type { Records } from '../../core/ports.ts';
import type { CaseId } from '../../core/record/case-id.ts';
import type { FileHook, FileUse } from '../helpers/memory-files.ts';
import { Crash, type Hook, type Use } from '../helpers/memory-records.ts';
import {
  contest,
  isOrdered,
  now,
  ordered,
  roomForBoth,
  roomForOne,
  wrongIn,
} from './support/room.ts';
import { everyOrder } from './support/turns.ts';
import { refusalOf, type World } from './support/world.ts';
import { cases, release } from './support/year.ts';

const { march, april, sol, ihsi } = cases;
const pairs = [
  ['a month', march, 'a requisition', sol],
  ['a requisition', sol, 'a month', march],
  ['a requisition', sol, 'another', ihsi],
  ['a month', march, 'another', april],
] as const;

/** A moment at which a release can die: a use of the record, or of its files, by its number. */
type Death =
  | ({ readonly of: 'record' } & Pick<Use, 'use' | 'moment'>)
  | ({ readonly of: 'files'; readonly put: number } & Pick<FileUse, 'moment'>);

/** Every moment at which the release of a case can die, on this record. */
async function deathsOf(world: World, id: CaseId): Promise<readonly Death[]> {
  let uses = 0;
  let puts = 0;
  world.records.interrupt(({ use }) => {
    uses = use;
  });
  world.paymentFiles.interrupt(({ operation, moment }) => {
    if (operation === 'put' && moment === 'before') puts++;
  });
  await release(world, id, now);
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  return (['before', 'after'] as const).flatMap((moment) => [
    ...numbers(uses).map((use): Death => ({ of: 'record', use, moment })),
    ...numbers(puts).map((put): Death => ({ of: 'files', put, moment })),
  ]);
}

function arrange(world: World, death: Death): void {
  let puts = 0;
  const record: Hook = ({ use, moment }) => {
    if (death.of === 'record' && use === death.use && moment === death.moment)
      throw new Crash(`${moment} use ${use}`);
  };
  const files: FileHook = ({ operation, moment }) => {
    if (operation !== 'put') return;
    if (moment === 'before') puts++;
    if (death.of === 'files' && puts === death.put && moment === death.moment)
      throw new Crash(`${moment} put ${puts}`);
  };
  world.records.interrupt(record);
  world.paymentFiles.interrupt(files);
}

function disturbNoMore(world: World): void {
  world.records.interrupt(undefined);
  world.paymentFiles.interrupt(undefined);
}

describe.each(pairs)(
  'The release of %s (%s) beside that of %s (%s), with room for one',
  (_a, a, _b, b) => {
    const room = roomForOne(a, b);
    const beyond = { name: 'ApprovalsDoNotHold', message: `${b}: the appropriation has no room` };

    it('that dies at any moment never lets the other one be ordered beyond the appropriation and its credit', async () => {
      const deaths = await deathsOf(await contest([a, b], room), a);
      let died = 0;
      for (const death of deaths) {
        const world = await contest([a, b], room);
        arrange(world, death);
        if ((await refusalOf(release(world, a, now)))?.name === 'Crash') died++;
        disturbNoMore(world);
        const first = await isOrdered(world, a);
        const refusal = await refusalOf(release(world, b, now));
        if (first) expect(refusal).toEqual(beyond);
        expect(await ordered(world, [a, b])).toBeLessThanOrEqual(room);
        // Whoever comes after the crash: one of the two is paid, whichever took the room.
        await refusalOf(release(world, a, now));
        expect([await isOrdered(world, a), await isOrdered(world, b)]).toContain(true);
        expect(await ordered(world, [a, b])).toBeLessThanOrEqual(room);
        expect(await wrongIn(world)).toEqual([]);
      }
      console.log(`${a} beside ${b}: ${died} deaths of ${deaths.length} moments`);
      expect(died).toBe(deaths.length);
    });

    it('at the same moment is one release and one refusal, in every order of their steps', async () => {
      const tried = await everyOrder(
        () => contest([a, b], room),
        [a, b].map(
          (id) => (world: World, records: Records) =>
            refusalOf(release({ ...world, records } as World, id, now)),
        ),
        async (world) => {
          expect([await isOrdered(world, a), await isOrdered(world, b)].filter(Boolean)).toEqual([
            true,
          ]);
          expect(await wrongIn(world)).toEqual([]);
        },
      );
      console.log(`${a} beside ${b}, room for one: ${tried} orders`);
      expect(tried).toBeGreaterThan(7);
    }, 120_000);

    it('at the same moment are two releases where there is room for both, in every order of their steps', async () => {
      const tried = await everyOrder(
        () => contest([a, b], roomForBoth(a, b)),
        [a, b].map(
          (id) => (world: World, records: Records) =>
            release({ ...world, records } as World, id, now),
        ),
        async (world) => {
          expect([await isOrdered(world, a), await isOrdered(world, b)]).toEqual([true, true]);
          expect(await wrongIn(world)).toEqual([]);
        },
      );
      console.log(`${a} beside ${b}, room for both: ${tried} orders`);
      expect(tried).toBeGreaterThan(7);
    }, 120_000);
  },
);

it('Three releases at the same moment, with room for the month or for both requisitions, are never ordered beyond it', async () => {
  const ids = [march, sol, ihsi];
  const room = roomForOne(march, sol);
  const outcomes = new Set<string>();
  const tried = await everyOrder(
    () => contest(ids, room),
    ids.map(
      (id) => (world: World, records: Records) =>
        refusalOf(release({ ...world, records } as World, id, now)),
    ),
    async (world) => {
      expect(await ordered(world, ids)).toBeGreaterThan(0n);
      expect(await ordered(world, ids)).toBeLessThanOrEqual(room);
      expect(await wrongIn(world)).toEqual([]);
      const paid = await Promise.all(ids.map((id) => isOrdered(world, id)));
      outcomes.add(ids.filter((_id, index) => paid[index]).join(' and '));
    },
  );
  console.log(`${ids.join(', ')}: ${tried} orders`);
  expect([...outcomes].sort()).toEqual([march, `${sol} and ${ihsi}`]);
}, 240_000);
