import { type RoomEvent, roomFreedBy } from '../../payment/room.ts';
import { type Finding, lookedAt, nameOf } from '../found-stream.ts';
import { unlike } from './cases.ts';
import { caseNamed, eventsIn, type Parts, paymentNamed, streamsOf } from './parts.ts';

/**
 * What rooms say otherwise than the proposals that it was taken for, and that it was given back though the order can come. What they
 * say beside each other and beside the orders: ../room-contradictions.ts.
 */
export const wrongRooms = (parts: Parts): readonly Finding[] =>
  streamsOf(parts, 'ROOM').flatMap((found) =>
    eventsIn<RoomEvent>(found)
      .filter(({ number }) => parts.isNew(found, number))
      .flatMap(({ number, event }) =>
        lookedAt(`${nameOf(found)} event ${number}`, () => wrongEvent(parts, event)),
      ),
  );

function wrongEvent(parts: Parts, event: RoomEvent): readonly string[] {
  const { type, at, case: id, proposal } = event;
  const document = paymentNamed(parts, id, proposal);
  // That the record does not hold it is said elsewhere.
  if (!document) return [];
  const { number, totalSek: sek } = document;
  if (type === 'room-taken')
    return unlike({ type, at, case: document.case, proposal, number, sek }, event);
  const about = caseNamed(parts, id);
  const freed = about && roomFreedBy({ proposal, number }, about.state);
  const ended = about?.events.some((each) => each.event.type === 'closed') ? 'closed' : freed;
  if (!freed) return ['gives back room whose order can come'];
  const because = event.because === ended ? ended : freed;
  return unlike({ type, at, case: id, proposal, because }, event);
}
