import { dayInStockholm, type Instant } from '../../core/calendar/stockholm.ts';
import type { CaseState } from '../../core/payment/evolve.ts';
import { type Room, type RoomEvent, roomFreedBy } from '../../core/payment/room.ts';
import { type CaseId, roomStream, streamText } from '../../core/record/case-id.ts';
import { ok } from '../../core/result.ts';
import { budgetYearOf } from './journal.ts';
import { changeRoom } from './room.ts';
import { wakeWatchers } from './waits.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

/**
 * Gives back what room a case has taken for an order that can never come any more, as the case now stands, and wakes whatever waits for
 * room. Where there is nothing to give back nothing is done: so whoever comes after a crash completes it.
 *
 * Room is taken in the budget year of the day of release, so it is looked for in every year in which the case has been open.
 */
export async function giveBackRoom(
  ports: WorkflowPorts,
  id: CaseId,
  state: CaseState,
  at: Instant,
): Promise<void> {
  const now = budgetYearOf(dayInStockholm(at));
  const first = state.opened ? budgetYearOf(dayInStockholm(state.opened.at)) : now;
  for (let year = first; year <= now; year++) {
    const given = await changeRoom(ports.records, year, async (room) =>
      ok(givenBack(room, id, state, at)),
    );
    if (given.ok && given.value.length > 0)
      await wakeWatchers(ports, streamText(roomStream(year)), now);
  }
}

function givenBack(room: Room, id: CaseId, state: CaseState, at: Instant): readonly RoomEvent[] {
  const held = room.get(id);
  const because = held && roomFreedBy(held, state);
  if (!held || !because) return [];
  const { proposal } = held;
  return [{ type: 'room-given-back', at, case: id, proposal, because }];
}
