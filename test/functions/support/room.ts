import { parseDay } from '../../../core/calendar/day.ts';
import type { CaseEvent } from '../../../core/payment/events.ts';
import type { RoomEvent } from '../../../core/payment/room.ts';
import { type CaseId, caseStream, roomStream } from '../../../core/record/case-id.ts';
import { verify } from '../../../core/record/verify.ts';
import { sha256 } from '../../../functions/adapters/sha256.ts';
import { at, copyOf, stateOf, type World } from './world.ts';
import { approveBoth, bring, cases, granted, inputOf, prepare, requisition } from './year.ts';

/** A day on which a late month and both of SKR's requisitions can be paid. */
export const payDay = '2021-10-11';
export const now = at(payDay, '12:00');

/** What each is paid, in kronor. Euros cost ten kronor that day: 395 500 × 10. */
const sekOf: ReadonlyMap<CaseId, bigint> = new Map([
  [cases.march, 2_786_075_070n],
  [cases.april, 2_786_075_070n],
  [cases.sol, 7_000_000n],
  [cases.ihsi, 3_955_000n],
]);
const sek = (id: CaseId): bigint => sekOf.get(id) ?? 0n;

/** The frame of 2021, so that so much is left of it when nothing is ordered; the last thousand kronor are credit. */
export async function leave(world: World, kronor: bigint, when = at(payDay, '06:00')) {
  const input = inputOf('appropriation', ({ year }) => year === 2021);
  if (input.kind !== 'appropriation') throw new Error('An appropriation was asked for.');
  const before = input.content;
  const appropriationSek = `${BigInt(before.paidBeforeFirstRunSek) + kronor - 1000n}`;
  const content = { ...before, appropriationSek, creditSek: '1000' };
  await bring(world, { ...input, content, documentHash: 'e'.repeat(64) }, when);
}

const built = new Map<string, Promise<World>>();

/** These cases, approved by both on one day, in a budget year with so much room. Built once and copied for each test. */
export async function contest(ids: readonly CaseId[], kronor: bigint): Promise<World> {
  const name = `${ids.join(' ')} ${kronor}`;
  const world = built.get(name) ?? build(ids, kronor);
  built.set(name, world);
  return copyOf(await world);
}

async function build(ids: readonly CaseId[], kronor: bigint): Promise<World> {
  const world = await granted();
  await leave(world, kronor);
  const input = inputOf('rate');
  if (input.kind !== 'rate') throw new Error('A rate was asked for.');
  const content = { day: parseDay(payDay), sekPerEuro: '10' };
  await bring(world, { ...input, content }, at(payDay, '07:00'));
  if (ids.includes(cases.sol)) await requisition(world, 'sol', at('2021-10-04'));
  if (ids.includes(cases.ihsi)) await requisition(world, 'ihsi', at('2021-10-04'));
  for (const id of ids) await prepare(world, id, at(payDay, '08:00'));
  for (const id of ids) await approveBoth(world, id, at(payDay, '09:00'));
  for (const id of ids) {
    const { proposed } = (await stateOf(world, id)).proposal ?? {};
    if (proposed?.payment?.totalSek !== `${sek(id)}`)
      throw new Error(`${id} proposes ${proposed?.payment?.totalSek}; ${sek(id)} were meant.`);
  }
  return world;
}

/** Room for any one of two payments, and not for both. */
export const roomForOne = (a: CaseId, b: CaseId): bigint => (sek(a) > sek(b) ? sek(a) : sek(b));
/** Room for both, without the credit. */
export const roomForBoth = (a: CaseId, b: CaseId): bigint => sek(a) + sek(b) + 1000n;

export async function isOrdered(world: World, id: CaseId): Promise<boolean> {
  const events = await world.records.read<CaseEvent>(caseStream(id));
  return events.some(({ event }) => event.type === 'release-ordered');
}

/** What is ordered of these, in kronor. */
export async function ordered(world: World, ids: readonly CaseId[]): Promise<bigint> {
  const sums = await Promise.all(
    ids.map(async (id) => ((await isOrdered(world, id)) ? sek(id) : 0n)),
  );
  return sums.reduce((sum, each) => sum + each, 0n);
}

/** What has happened to the room of 2021: `room-taken payout-2021-03 1`. */
export async function roomEvents(world: World, year = 2021): Promise<readonly string[]> {
  const events = await world.records.read<RoomEvent>(roomStream(year));
  return events.map(({ event }) =>
    event.type === 'room-taken'
      ? `taken by ${event.case}, proposal ${event.number}`
      : `given back by ${event.case}: ${event.because}`,
  );
}

/** What the verifier finds wrong with the record. */
export async function wrongIn(world: World): Promise<readonly string[]> {
  const places = Object.keys(world.records.dump());
  const partitions = [...new Set(places.map((place) => place.slice(0, place.indexOf('/'))))];
  const found = await Promise.all(
    partitions.map(async (partition) =>
      [...(await world.records.readPartition(partition))].map(([stream, events]) => ({
        partition,
        stream,
        events,
      })),
    ),
  );
  return verify(found.flat(), sha256).findings.map(({ where, what }) => `${where} ${what}`);
}
