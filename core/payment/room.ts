import type { Instant } from '../calendar/stockholm.ts';
import { Sek } from '../money/sek.ts';
import type { CaseId } from '../record/case-id.ts';
import { ok, type Result, refused } from '../result.ts';
import type { AppropriationCheck } from '../rules/payment/appropriation.ts';
import type { CaseState } from './evolve.ts';
import type { PaymentProposal } from './proposal.ts';
import { cashOf, paysCase, type Voucher } from './voucher.ts';

/** Why an order that room was taken for can never come: another proposal stands in its place, or its case has ended. */
export type RoomFreedBy = 'another-proposal' | 'closed';

/**
 * What happens to the room of one appropriation in one budget year. One stream holds it all, so two payments cannot both take what is
 * left: an append has one place, and whoever comes second decides again.
 */
export type RoomEvent =
  | {
      readonly type: 'room-taken';
      readonly at: Instant;
      readonly case: CaseId;
      readonly proposal: string;
      /** The proposal's number in its case: of two takings of a case the one of the later proposal holds. */
      readonly number: number;
      /** The payment's total, whole kronor. */
      readonly sek: string;
      /** What no other payment may pay beside it: its due items, and the balances that it takes up. */
      readonly holds: readonly string[];
    }
  | {
      readonly type: 'room-given-back';
      readonly at: Instant;
      readonly case: CaseId;
      readonly proposal: string;
      readonly because: RoomFreedBy;
    };

export type RoomTaken = Extract<RoomEvent, { type: 'room-taken' }>;

/** The takings in force, one for a case. */
export type Room = ReadonlyMap<CaseId, RoomTaken>;

export const untouchedRoom: Room = new Map();

/**
 * The room after one more event. A taking replaces the one before it of its case, so nothing is given back for that; one of an older
 * proposal, by an execution that was left behind, changes nothing.
 */
export function evolveRoom(room: Room, event: RoomEvent): Room {
  const held = room.get(event.case);
  const after = new Map(room);
  switch (event.type) {
    case 'room-taken':
      return held && held.number > event.number ? room : after.set(event.case, event);
    case 'room-given-back':
      if (held?.proposal !== event.proposal) return room;
      after.delete(event.case);
      return after;
  }
}

/** Folds recorded events. */
export const foldRoom = (recorded: readonly { readonly event: RoomEvent }[]): Room =>
  recorded.map(({ event }) => event).reduce(evolveRoom, untouchedRoom);

/**
 * What is used of a budget year beside what was paid before the first run, in kronor: what is ordered, and what the bank moved besides
 * (what came back, with a minus, and what it booked anew).
 *
 * Ordered is what room is taken for: from then on it counts, whether or not it has been booked. A payment's own voucher counts where no
 * room was taken for it.
 *
 * @param besides the case that asks: what it has taken itself is not in its way
 */
export function usedRoom(
  room: Room,
  vouchers: readonly Pick<Voucher, 'key' | 'case' | 'cashSek'>[],
  besides?: CaseId,
): Sek {
  const ordered = [...room.values()].filter((taken) => taken.case !== besides);
  const moved = vouchers.filter((voucher) => !(paysCase(voucher) && room.has(voucher.case)));
  return Sek.sum(ordered.map(({ sek }) => Sek.of(sek))).plus(cashOf(moved));
}

/** Why no room is taken. */
export type RoomRefusal =
  /** A later proposal of the case has taken its own. */
  | 'another-proposal'
  /** Another payment that has taken room pays some of the same, or takes up the same balances. */
  | 'held-by-another'
  /** The appropriation and its credit lack it, or no appropriation is known. */
  | 'no-room'
  /** It would go into the credit, and the approvers were not warned. */
  | 'credit-unwarned';

/** What of a proposal decides whether it gets room. */
export type AsksForRoom = Pick<
  PaymentProposal,
  'case' | 'number' | 'totalSek' | 'paid' | 'payments' | 'balancesFrom'
> & { readonly proposal: string };

const balance = (of: string): string => `balances/${of}`;

/**
 * What no other payment may pay beside this one: its due items, and each of the balances that it takes up, by its name. Two that are
 * released at the same moment have both seen the same; only one of them takes its place in the room.
 */
const heldBy = ({ paid, payments, balancesFrom }: AsksForRoom): readonly string[] => {
  const takesUp =
    balancesFrom.length > 0 &&
    payments.some(({ lines }) => lines.some(({ kind }) => kind === 'carried-forward'));
  return [...paid, ...(takesUp ? balancesFrom.map(balance) : [])];
};

/** The taking of a proposal: it follows from the proposal alone. */
export const takingOf = (at: Instant, asked: AsksForRoom): RoomTaken => ({
  type: 'room-taken',
  at,
  case: asked.case,
  proposal: asked.proposal,
  number: asked.number,
  sek: asked.totalSek,
  holds: heldBy(asked),
});

/** Whether another case has taken room for what this one would pay, and this one does not begin from what that left. */
export const isHeldByAnother = (
  room: Room,
  { case: id, holds }: Pick<RoomTaken, 'case' | 'holds'>,
): boolean =>
  [...room.values()].some((taken) => {
    if (taken.case === id) return false;
    const shared = taken.holds.filter((each) => holds.includes(each));
    // Every later payout begins from all that was carried so far: from what this one left, too, if it has seen that.
    const follows = holds.includes(balance(taken.case));
    return shared.some((each) => !follows || !each.startsWith(balance('')));
  });

/**
 * What happens when a proposal's payment takes room: the event to append, none when it has taken it before, or why not.
 *
 * @param check  whether there is room for it beside everything else that is ordered
 * @param warned whether both approvers were told that it goes into the credit
 */
export function decideTaking(
  room: Room,
  at: Instant,
  asked: AsksForRoom,
  check: AppropriationCheck | undefined,
  warned: boolean,
): Result<readonly RoomEvent[], RoomRefusal> {
  const taking = takingOf(at, asked);
  const { case: id, proposal, number } = taking;
  const held = room.get(id);
  if (held?.proposal === proposal) return ok([]);
  if (held && held.number > number) return refused('another-proposal');
  if (isHeldByAnother(room, taking)) return refused('held-by-another');
  // What pays nobody needs no kronor: it takes its place for what it holds.
  if (Sek.of(taking.sek).isZero()) return ok([taking]);
  if (!check || check.kind === 'beyond') return refused('no-room');
  if (check.kind === 'into-credit' && !warned) return refused('credit-unwarned');
  return ok([taking]);
}

/**
 * Why the order that room was taken for can never come; undefined as long as it can, or when it has. Only the case's own stream says
 * so: there the order and what makes it impossible are appends to one place, of which one comes first.
 */
export function roomFreedBy(
  { proposal, number }: Pick<RoomTaken, 'proposal' | 'number'>,
  { released, proposals, closed }: CaseState,
): RoomFreedBy | undefined {
  if (released?.proposal === proposal) return undefined;
  if (proposals > number) return 'another-proposal';
  return closed ? 'closed' : undefined;
}
