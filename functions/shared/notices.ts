import { dayInStockholm } from '../../core/calendar/stockholm.ts';
import { canonical } from '../../core/canonical.ts';
import { NumberTaken, type Recorded, type Records, type StreamId } from '../../core/ports.ts';
import { noticeStream } from '../../core/record/case-id.ts';
import { placeFacts } from './errors.ts';
import { log } from './log.ts';
import { loggedError } from './logged-error.ts';
import type { Notice, Notifier } from './notice.ts';

/** Notices lie apart from the record, like tokens: they say that people were told, and prove nothing. */
export type NoticeEvent =
  | ({ readonly type: 'notice' } & Notice)
  /** The notice of that number has left. */
  | { readonly type: 'sent'; readonly notice: number };

type Written = Recorded<Extract<NoticeEvent, { type: 'notice' }>>;

/** What sending needs of the world outside. */
export interface NoticePorts {
  readonly records: Records;
  readonly notifier: Notifier;
}

/** Somebody who appends between our read and our append makes us read again; this often at most. */
const attempts = 5;

/**
 * Tells groups of people something, each once: first written down, then sent, then noted as sent. Whoever dies in between sends
 * it again when called again, and else `send-reminders` does on its next day: twice perhaps, never not at all.
 *
 * A notice that cannot be sent is logged and left for that. What people are told of has happened, and must neither fail nor wait
 * because they could not be told.
 */
export async function notify(ports: NoticePorts, notices: readonly Notice[]): Promise<void> {
  // Each group has its own stream. Whoever fails, the others are finished before it is said.
  const told = await Promise.allSettled(notices.map((notice) => tellOnce(ports, notice)));
  for (const each of told) if (each.status === 'rejected') throw each.reason;
}

async function tellOnce(ports: NoticePorts, notice: Notice): Promise<void> {
  const written = await writeOnce(ports.records, streamOf(notice), notice);
  if (!written) return;
  try {
    await send(ports, written);
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
    log().error('A notice was not sent', {
      ...placeFacts(written),
      error: loggedError(error),
    });
  }
}

/** Sends a notice and notes it. Throws `NotSent` when it does not leave. */
export async function send({ records, notifier }: NoticePorts, written: Written): Promise<void> {
  const { type: _type, ...notice } = written.event;
  try {
    await notifier.publish(notice);
  } catch (error) {
    throw new NotSent(`Notice ${written.number} to ${notice.to} was not sent.`, { cause: error });
  }
  await appendUnless(
    records,
    written.stream,
    (events) => isSent(events, written.number),
    () => ({ type: 'sent', notice: written.number }),
  );
}

export class NotSent extends Error {
  override readonly name = 'NotSent';
}

/** The notices of a stream that were written and, as far as anybody noted, never sent. */
export const unsent = (events: readonly Recorded<NoticeEvent>[]): readonly Written[] =>
  events.filter(isNotice).filter(({ number }) => !isSent(events, number));

/** What these groups were told in a calendar year, the newest first. For those who show it. */
export async function readNotices(
  records: Records,
  calendarYear: number,
  groups: readonly string[],
): Promise<readonly Notice[]> {
  const streams = await Promise.all(
    groups.map(async (group) => records.read<NoticeEvent>(noticeStream(calendarYear, group))),
  );
  return streams
    .flatMap((events) => events.filter(isNotice))
    .map(({ event: { type: _type, ...notice } }) => notice)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

const isNotice = (recorded: Recorded<NoticeEvent>): recorded is Written =>
  recorded.event.type === 'notice';

const isSent = (events: readonly Recorded<NoticeEvent>[], number: number): boolean =>
  events.some(({ event }) => event.type === 'sent' && event.notice === number);

const streamOf = ({ at, to }: Notice): StreamId =>
  noticeStream(Number(dayInStockholm(at).slice(0, 4)), to);

/** Two notices are the same when they say the same, whenever they were written. */
const saying = ({ at: _at, ...said }: Notice): string => canonical(said);

/** The notice as it stands in its stream, written now or before; undefined when it was sent already. */
async function writeOnce(
  records: Records,
  stream: StreamId,
  notice: Notice,
): Promise<Written | undefined> {
  const said = saying(notice);
  const found = (events: readonly Recorded<NoticeEvent>[]) =>
    events.filter(isNotice).find(({ event: { type: _type, ...other } }) => saying(other) === said);
  const events = await appendUnless(
    records,
    stream,
    (before) => found(before) !== undefined,
    () => ({ type: 'notice', ...notice }),
  );
  const written = found(events);
  return written && !isSent(events, written.number) ? written : undefined;
}

/** Appends unless the stream says that it need not; gives the stream as it is then. */
async function appendUnless(
  records: Records,
  stream: StreamId,
  done: (events: readonly Recorded<NoticeEvent>[]) => boolean,
  event: () => NoticeEvent,
): Promise<readonly Recorded<NoticeEvent>[]> {
  for (let attempt = 1; ; attempt++) {
    const before = await records.read<NoticeEvent>(stream);
    if (done(before)) return before;
    try {
      return [...before, await records.append(stream, before.at(-1), event())];
    } catch (error) {
      if (!(error instanceof NumberTaken) || attempt === attempts) throw error;
    }
  }
}
