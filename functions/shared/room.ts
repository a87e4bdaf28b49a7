import type { Instant } from '../../core/calendar/stockholm.ts';
import { Sek } from '../../core/money/sek.ts';
import {
  decideTaking,
  foldRoom,
  type Room,
  type RoomEvent,
  type RoomRefusal,
  usedRoom,
} from '../../core/payment/room.ts';
import { NumberTaken, type Records, type StreamId } from '../../core/ports.ts';
import { type CaseId, journalStream, roomStream, streamText } from '../../core/record/case-id.ts';
import type { Result } from '../../core/result.ts';
import {
  type AppropriationCheck,
  appropriationCheck,
  type BudgetYear,
  creditUsed,
} from '../../core/rules/payment/appropriation.ts';
import type { Watch } from '../contract/steps.ts';
import { Inputs } from './inputs.ts';
import { vouchersOf } from './journal.ts';

/**
 * The budget year as it stands, or undefined when no appropriation is registered for it. The first budget year in the record
 * begins with its whole credit: the 2021 letter says so ("anslagsbehållning: inget").
 *
 * @param besides the case that asks: what it has taken itself is not in its way
 */
export async function budgetYear(
  records: Records,
  inputs: Inputs,
  year: number,
  besides?: CaseId,
): Promise<BudgetYear | undefined> {
  const input = await inputs.use('appropriation', year);
  if (!input) return undefined;
  const [events, vouchers, before] = await Promise.all([
    records.read<RoomEvent>(roomStream(year)),
    vouchersOf(records, year),
    budgetYear(records, inputs, year - 1),
  ]);
  const { appropriationSek, creditSek, paidBeforeFirstRunSek } = input.content;
  return {
    appropriation: Sek.of(appropriationSek),
    credit: Sek.of(creditSek),
    creditUsedBefore: before ? creditUsed(before) : Sek.zero,
    paidBefore: Sek.of(paidBeforeFirstRunSek),
    used: usedRoom(foldRoom(events), vouchers, besides),
  };
}

/** Whether the budget year has room for so many kronor of a case; undefined when its appropriation is not known. */
export async function roomFor(
  records: Records,
  inputs: Inputs,
  year: number,
  id: CaseId,
  kronor: Sek,
): Promise<AppropriationCheck | undefined> {
  const frame = await budgetYear(records, inputs, year, id);
  return frame && appropriationCheck(frame, kronor);
}

/**
 * The streams, inputs apart, by whose next event a budget year may get more room: something is given back, in the year or in the one
 * before, whose use of credit is this year's loss; or the journal takes back what did not reach its payee.
 */
export const roomStreams = (year: number): readonly StreamId[] => [
  roomStream(year),
  roomStream(year - 1),
  journalStream(year),
];

/** How long these streams are. Asked before the room is judged: what comes after this is news to whoever found none. */
export async function watchRoom(records: Records, year: number): Promise<Watch> {
  const lengths = roomStreams(year).map(
    async (stream) => [streamText(stream), (await records.read(stream)).length] as const,
  );
  return Object.fromEntries(await Promise.all(lengths));
}

/**
 * Appends to a budget year's room what `decide` says of it. Two who do so at once collide instead of both taking what is left, and the
 * later one decides again on what the earlier one wrote. Gives the events, or the refusal.
 */
export async function changeRoom<Refusal>(
  records: Records,
  year: number,
  decide: (room: Room) => Promise<Result<readonly RoomEvent[], Refusal>>,
): Promise<Result<readonly RoomEvent[], Refusal>> {
  const stream = roomStream(year);
  for (;;) {
    const events = await records.read<RoomEvent>(stream);
    const decision = await decide(foldRoom(events));
    if (!decision.ok) return decision;
    try {
      let last = events.at(-1);
      for (const event of decision.value) last = await records.append(stream, last, event);
      return decision;
    } catch (error) {
      if (!(error instanceof NumberTaken)) throw error;
    }
  }
}

/**
 * Takes the room that a payment needs in a budget year, once: a retry finds its own taking. Gives the reason when there is none to take;
 * then nothing is written.
 *
 * @param warned whether both approvers were told that it goes into the credit
 */
export const takeRoom = (
  records: Records,
  year: number,
  at: Instant,
  asked: Parameters<typeof decideTaking>[2],
  warned: boolean,
): Promise<Result<readonly RoomEvent[], RoomRefusal>> =>
  changeRoom(records, year, async (room) => {
    // Read anew with every attempt: what somebody else took in between counts.
    const inputs = new Inputs(records);
    const check = await roomFor(records, inputs, year, asked.case, Sek.of(asked.totalSek));
    return decideTaking(room, at, asked, check, warned);
  });
