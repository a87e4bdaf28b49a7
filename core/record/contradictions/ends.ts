import type { AgendaEvent } from '../../agenda/agenda.ts';
import { heldLines, unansweredLines } from '../../payment/lines.ts';
import { foldRoom, type RoomEvent } from '../../payment/room.ts';
import { agendaStream, type CaseId } from '../case-id.ts';
import { type Finding, lookedAt, nameOf } from '../found-stream.ts';
import {
  caseNamed,
  closedAt,
  eventsIn,
  type FoundCase,
  isDocument,
  longestMs,
  momentText,
  type Parts,
  streamsOf,
} from './parts.ts';

/**
 * What must have happened by the time that the record was read, or by the latest moment that it tells: a case that waits for nobody any
 * more goes on by itself and is closed, and comes off the agenda. Only longer ago than a step can be tried: in between, a crash may have
 * left it undone.
 */
export function missingEnds(parts: Parts): readonly Finding[] {
  if (!parts.whole) return [];
  const now = Date.parse(parts.reading?.notBefore ?? latestIn(parts));
  const isLongAgo = (at: string): boolean => Date.parse(at) + longestMs < now;
  const off = new Set(
    streamsOf(parts, 'AGENDA').flatMap((found) =>
      eventsIn<AgendaEvent | null>(found).map(({ event }) => event?.case),
    ),
  );
  const judgesAgenda = parts.isNew(
    { partition: agendaStream.partition, stream: agendaStream.name },
    1,
  );
  const ends = [...parts.cases.values()].flatMap((each) => {
    const isNew = parts.isNew(each.found, each.events.length);
    const missing = [
      ...(isNew ? notClosed(each, isLongAgo) : []),
      ...(isNew || judgesAgenda ? stillOnAgenda(each, off, isLongAgo) : []),
    ];
    return missing.map((what) => ({ where: nameOf(each.found), what }));
  });
  return [...ends, ...roomsKept(parts, isLongAgo)];
}

/** Room that a case holds which was closed without its payment: whoever closes it gives it back, or the opener does. */
const roomsKept = (parts: Parts, isLongAgo: IsLongAgo): readonly Finding[] =>
  streamsOf(parts, 'ROOM')
    .filter((found) => parts.isNew(found, found.events.length))
    .flatMap((found) =>
      lookedAt(nameOf(found), () =>
        [...foldRoom(eventsIn<RoomEvent>(found)).keys()].flatMap((id) => {
          const about = caseNamed(parts, id);
          const closed = about && !about.state.released && closedAt(about);
          return about?.state.closed && closed && isLongAgo(closed)
            ? [`holds room of ${id}, which was closed at ${momentText(closed)}`]
            : [];
        }),
      ),
    );

type IsLongAgo = (at: string) => boolean;

function stillOnAgenda(
  about: FoundCase,
  off: ReadonlySet<CaseId | undefined>,
  isLongAgo: IsLongAgo,
): readonly string[] {
  const closed = closedAt(about);
  return closed !== undefined && isLongAgo(closed) && !off.has(about.id)
    ? [`was closed at ${momentText(closed)}, and is still on the agenda`]
    : [];
}

function notClosed({ state, events }: FoundCase, isLongAgo: IsLongAgo): readonly string[] {
  const last = events.at(-1)?.event.at;
  if (state.closed || last === undefined || !isLongAgo(last)) return [];
  const { decided, refused, closeRequested, recorded, settled, lines } = state;
  const isPaid =
    settled !== undefined && heldLines(lines).length === 0 && unansweredLines(lines).length === 0;
  const over = decided ?? refused ?? closeRequested ?? recorded ?? (isPaid ? settled : undefined);
  if (over) return [`has had nothing to wait for since ${momentText(last)}, and was not closed`];
  return events.every(({ event }) => event.type === 'opened')
    ? [`was opened at ${momentText(last)}, and nothing has come of it`]
    : [];
}

/** The latest moment that an event tells. */
function latestIn({ streams }: Parts): string {
  const told = streams
    .filter((found) => !isDocument(found))
    .flatMap(({ events }) =>
      events.map(({ event }) => String((Object(event) as { at?: unknown }).at)),
    )
    .filter((at) => !Number.isNaN(Date.parse(at)));
  return told.reduce((latest, at) => (at > latest ? at : latest), '');
}
