import {
  evolveRoom,
  isHeldByAnother,
  type Room,
  type RoomEvent,
  roomFreedBy,
  takingOf,
  untouchedRoom,
} from '../../payment/room.ts';
import { type Finding, type FoundStream, lookedAt, nameOf } from '../found-stream.ts';
import { unlike } from './cases.ts';
import { caseNamed, eventsIn, type Parts, paymentNamed, streamsOf } from './parts.ts';

/**
 * What rooms say otherwise than the proposals that room was taken for, what two payments hold at once, and what was given back though
 * its order can come. What they say beside the orders and the frame: ../room-contradictions.ts.
 */
export const wrongRooms = (parts: Parts): readonly Finding[] =>
  streamsOf(parts, 'ROOM').flatMap((found) => wrongRoom(parts, found));

function wrongRoom(parts: Parts, found: FoundStream): readonly Finding[] {
  let room = untouchedRoom;
  return eventsIn<RoomEvent>(found).flatMap(({ number, event }) =>
    lookedAt(`${nameOf(found)} event ${number}`, () => {
      const before = room;
      room = evolveRoom(room, event);
      return parts.isNew(found, number) ? wrongEvent(parts, before, event) : [];
    }),
  );
}

function wrongEvent(parts: Parts, room: Room, event: RoomEvent): readonly string[] {
  const { type, at, case: id, proposal } = event;
  const document = paymentNamed(parts, id, proposal);
  // That the record does not hold it is said elsewhere.
  if (!document) return [];
  if (type === 'room-taken')
    return [
      ...unlike(takingOf(at, { ...document, proposal }), event),
      ...(isHeldByAnother(room, event) ? ['takes room for what another payment holds'] : []),
    ];
  const { number } = document;
  const about = caseNamed(parts, id);
  const freed = about && roomFreedBy({ proposal, number }, about.state);
  if (!freed) return ['gives back room whose order can come'];
  const ended = about.events.some((each) => each.event.type === 'closed') ? 'closed' : freed;
  const because = event.because === ended ? ended : freed;
  return unlike({ type, at, case: id, proposal, because }, event);
}
