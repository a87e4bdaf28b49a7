import { appropriation } from '../agreement/appropriation.ts';
import type { Appropriation } from '../inputs/contents.ts';
import { type InputEvent, inputVersions } from '../inputs/input-stream.ts';
import { Sek } from '../money/sek.ts';
import type { CaseEvent } from '../payment/events.ts';
import { evolveRoom, type Room, type RoomEvent, untouchedRoom } from '../payment/room.ts';
import { cashOf, paysCase, type Voucher } from '../payment/voucher.ts';
import type { Recorded } from '../ports.ts';
import { caseKinds, caseOfStream } from './case-id.ts';
import { type Finding, type FoundStream, nameOf, readable } from './found-stream.ts';

/** Whether an event stands beyond what was verified before. */
type IsNew = (found: FoundStream, number: number) => boolean;

/**
 * What payments, the room in the appropriation and its frame say against each other: a payment that was ordered without the room that
 * it needs, room that was taken for what nobody proposed or given back by who had none, and a payment booked beyond the appropriation
 * and its credit.
 */
export function roomContradictions(
  record: readonly FoundStream[],
  proposals: ReadonlySet<string>,
  isNew: IsNew = () => true,
): readonly Finding[] {
  const rooms = new Map<string, Room>();
  const wrongRooms = of(record, 'ROOM').flatMap((found) =>
    readable(found, () => wrongInRoom(found, proposals, rooms, isNew)),
  );
  return [
    ...wrongRooms,
    ...record
      .filter((found) => caseKinds.has(kindOf(found)))
      .flatMap((found) => readable(found, () => orderedWithoutRoom(found, rooms, isNew))),
    ...of(record, 'JOURNAL').flatMap((found) =>
      readable(found, () => bookedBeyond(found, record, isNew)),
    ),
  ];
}

const kindOf = ({ partition }: FoundStream): string => partition.replace(/#.*$/, '');
const yearOf = ({ partition }: FoundStream): string => partition.replace(/^.*#/, '');
const of = (record: readonly FoundStream[], kind: string): readonly FoundStream[] =>
  record.filter((found) => kindOf(found) === kind);

/** What is wrong in a room; enters into `rooms` what it has come to, by budget year. */
function wrongInRoom(
  found: FoundStream,
  proposals: ReadonlySet<string>,
  rooms: Map<string, Room>,
  isNew: IsNew,
): readonly Finding[] {
  if (found.stream !== appropriation)
    return [{ where: nameOf(found), what: 'is of no appropriation that pays the grant' }];
  return found.events.flatMap(({ event: json, number }) => {
    const event = json as unknown as RoomEvent;
    const room = rooms.get(yearOf(found)) ?? untouchedRoom;
    const wrong = isNew(found, number) ? wrongEvent(room, event, proposals) : [];
    rooms.set(yearOf(found), evolveRoom(room, event));
    return wrong.map((what) => ({ where: `${nameOf(found)} event ${number}`, what }));
  });
}

function wrongEvent(
  room: Room,
  event: RoomEvent,
  proposals: ReadonlySet<string>,
): readonly string[] {
  const held = room.get(event.case);
  switch (event.type) {
    case 'room-taken':
      return [
        ...(held && held.number >= event.number
          ? ['room-taken for a proposal that is no later than the one before']
          : []),
        ...(proposals.has(event.proposal)
          ? []
          : ['room-taken for a proposal that the record does not hold']),
      ];
    case 'room-given-back':
      return held?.proposal === event.proposal ? [] : ['room-given-back that was not taken'];
    default:
      throw new RangeError(
        `"${(event as { type: string }).type}" is nothing that happens to the room`,
      );
  }
}

/** Room is taken before the order, in the budget year of its day, and is never given back after it. */
function orderedWithoutRoom(
  found: FoundStream,
  rooms: ReadonlyMap<string, Room>,
  isNew: IsNew,
): readonly Finding[] {
  return found.events.flatMap(({ event: json, number }) => {
    const event = json as unknown as CaseEvent;
    if (event?.type !== 'release-ordered' || !isNew(found, number)) return [];
    const { paidOn, proposal } = event;
    const total = Sek.sum(event.sent.map(({ sek }) => Sek.of(sek)));
    const id = caseOfStream({ partition: found.partition, name: found.stream });
    const taken = rooms.get(paidOn.slice(0, 4))?.get(id);
    const covered = taken?.proposal === proposal && taken.sek === total.toString();
    return (total.isZero() && event.carried.length === 0) || covered
      ? []
      : [
          {
            where: `${nameOf(found)} event ${number}`,
            what: `release-ordered without its room in ${paidOn.slice(0, 4)}`,
          },
        ];
  });
}

/**
 * Payments that went beyond what two people have ever confirmed of the year's frame. What the bank booked anew is left out: nobody
 * here ordered it, and it may have come between an order and its voucher. The journal is one stream, so what came back before a payment
 * stands before it.
 */
function bookedBeyond(
  found: FoundStream,
  record: readonly FoundStream[],
  isNew: IsNew,
): readonly Finding[] {
  let used = Sek.zero;
  const year = Number(yearOf(found));
  return found.events.flatMap(({ event, number }) => {
    const voucher = event as unknown as Voucher;
    const sek = Sek.of(voucher.cashSek);
    const pays = paysCase(voucher);
    if (pays || sek.isNegative()) used = used.plus(sek);
    if (!pays || sek.isZero() || !isNew(found, number)) return [];
    const frame = frameOf(record, year);
    const where = `${found.partition} voucher ${voucher.number}`;
    if (!frame) return [{ where, what: `pays from no appropriation of ${year}` }];
    const left = frame.minus(used);
    return left.isNegative()
      ? [{ where, what: `pays ${left.negated()} kronor beyond the appropriation and its credit` }]
      : [];
  });
}

/** The most that the year's payments could use at any time; undefined when no appropriation of the year is confirmed. */
function frameOf(record: readonly FoundStream[], year: number): Sek | undefined {
  const frames = versionsOf(record, year);
  const withCredit = frames.map(({ own, credit }) => own.plus(credit));
  return largest(withCredit)?.minus(creditUsed(record, year - 1));
}

/** The least that the year can have used of its credit. */
function creditUsed(record: readonly FoundStream[], year: number): Sek {
  const own = largest(versionsOf(record, year).map((each) => each.own));
  if (!own) return Sek.zero;
  const journal = of(record, 'JOURNAL').filter((found) => yearOf(found) === String(year));
  const vouchers = journal.flatMap(({ events }) =>
    events.map(({ event }) => event as unknown as Voucher),
  );
  const left = own.minus(cashOf(vouchers)).minus(creditUsed(record, year - 1));
  return left.isNegative() ? left.negated() : Sek.zero;
}

/** Of every confirmed version: the appropriation less what was paid of it before the first run, and its credit. */
function versionsOf(record: readonly FoundStream[], year: number) {
  const found = record.find(
    ({ partition, stream }) => partition === `INPUT#${year}` && stream === 'appropriation',
  );
  const { partition, stream: name } = found ?? { partition: '', stream: '' };
  const events = (found?.events ?? []).map((each) => ({ ...each, stream: { partition, name } }));
  return inputVersions('appropriation', events as unknown as Recorded<InputEvent>[])
    .filter(({ confirmed }) => confirmed)
    .map(({ content }) => content as Appropriation)
    .map(({ appropriationSek, creditSek, paidBeforeFirstRunSek }) => ({
      own: Sek.of(appropriationSek).minus(Sek.of(paidBeforeFirstRunSek)),
      credit: Sek.of(creditSek),
    }));
}

const largest = (amounts: readonly Sek[]): Sek | undefined =>
  amounts.reduce<Sek | undefined>(
    (most, each) => (most && !most.isLessThan(each) ? most : each),
    undefined,
  );
