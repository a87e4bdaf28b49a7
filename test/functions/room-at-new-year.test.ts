import { describe, expect, it } from 'vitest';
import type { Records } from '../../core/ports.ts';
import type { CaseId } from '../../core/record/case-id.ts';
import { crashAfter } from '../helpers/memory-records.ts';
import {
  contest,
  isOrdered,
  leave,
  roomEvents,
  roomForBoth,
  roomForOne,
  wrongIn,
} from './support/room.ts';
import { everyOrder } from './support/turns.ts';
import { at, copyOf, refusalOf, type World } from './support/world.ts';
import {
  approveBoth,
  bring,
  cases,
  granted,
  inputOf,
  prepare,
  release,
  requisition,
} from './support/year.ts';

const { march, sol } = cases;
// The last bank day of 2021, and the first two of 2022.
const lastDay = at('2021-12-30', '14:00');
const firstDay = at('2022-01-03', '06:00');
const inJanuary = at('2022-01-04', '06:00');

const releasing =
  (id: CaseId, when: typeof lastDay) =>
  (world: World, records: Records): Promise<unknown> =>
    refusalOf(release({ ...world, records } as World, id, when));

/** March has taken its room on the last bank day of the year, and died before its order. */
async function marchDied(room: bigint): Promise<World> {
  const world = await contest([march, sol], room);
  world.records.interrupt(crashAfter('ROOM'));
  expect((await refusalOf(release(world, march, lastDay)))?.name).toBe('Crash');
  world.records.interrupt(undefined);
  expect(await roomEvents(world)).toEqual([`taken by ${march}, proposal 1`]);
  return world;
}

describe('A release that is resumed in the next budget year beside one of the old year', () => {
  it('is never ordered, and keeps its room of the old year until it is prepared anew, in every order of their steps', async () => {
    const died = await marchDied(roomForOne(march, sol));
    await everyOrder(
      () => Promise.resolve(copyOf(died)),
      [releasing(march, firstDay), releasing(sol, lastDay)],
      async (world) => {
        expect([await isOrdered(world, march), await isOrdered(world, sol)]).toEqual([
          false,
          false,
        ]);
        expect(await roomEvents(world)).toEqual([`taken by ${march}, proposal 1`]);
        expect(await wrongIn(world)).toEqual([]);
      },
    );
  }, 60_000);

  it('is not in the way of one that there is room for beside it', async () => {
    const died = await marchDied(roomForBoth(march, sol));
    await everyOrder(
      () => Promise.resolve(copyOf(died)),
      [releasing(march, firstDay), releasing(sol, lastDay)],
      async (world) => {
        expect([await isOrdered(world, march), await isOrdered(world, sol)]).toEqual([false, true]);
        expect(await wrongIn(world)).toEqual([]);
      },
    );
  }, 60_000);

  it('gives its room back when it is prepared anew, to one that is released meanwhile or to none, never beyond the frame', async () => {
    const died = await marchDied(roomForOne(march, sol));
    const outcomes = new Set<boolean>();
    await everyOrder(
      () => Promise.resolve(copyOf(died)),
      [
        async (world: World, records: Records) => {
          await refusalOf(release({ ...world, records } as World, march, firstDay));
          return prepare({ ...world, records } as World, march, firstDay);
        },
        releasing(sol, lastDay),
      ],
      async (world) => {
        expect(await isOrdered(world, march)).toBe(false);
        outcomes.add(await isOrdered(world, sol));
      },
    );
    expect(outcomes.has(false)).toBe(true);
  }, 120_000);
});

/** Sol's release goes into the credit of 2021 by a thousand kronor; the frame of 2022 has room for March, to the krona. */
async function overTheEdge(): Promise<World> {
  const world = await granted();
  await leave(world, 7_000_000n);
  await requisition(world, 'sol', at('2021-10-04'));
  await prepare(world, sol, at('2021-12-29'));
  await approveBoth(world, sol, at('2021-12-29', '09:00'));
  const known = inputOf('appropriation', ({ year }) => year === 2022);
  const frame = { appropriationSek: '2786075070', creditSek: '0', paidBeforeFirstRunSek: '0' };
  const content = { ...known.content, ...frame };
  await bring(world, { ...known, content } as typeof known, at('2022-01-02'));
  await prepare(world, march, firstDay);
  await approveBoth(world, march, firstDay);
  return world;
}

describe('Two releases of two budget years', () => {
  it('one after the other: what the old one took of the credit is room that the new one lacks', async () => {
    const world = await overTheEdge();
    await release(world, sol, lastDay);
    expect((await refusalOf(release(world, march, inJanuary)))?.message).toMatch(/has no room/);
  });

  // Between them lie two days at least, and a call with all its retries lasts for hours: this does not happen.
  it('were they to run at the same moment, order beyond the frame what was taken of the credit at most', async () => {
    const built = await overTheEdge();
    const outcomes = new Set<string>();
    await everyOrder(
      () => Promise.resolve(copyOf(built)),
      [releasing(march, inJanuary), releasing(sol, lastDay)],
      async (world) => {
        const both = [await isOrdered(world, march), await isOrdered(world, sol)];
        outcomes.add(`${both}`);
        expect(both[1]).toBe(true);
      },
    );
    expect([...outcomes].sort()).toEqual(['false,true', 'true,true']);
  }, 60_000);
});
