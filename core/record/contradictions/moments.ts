import type { Voucher } from '../../payment/voucher.ts';
import { type Finding, type FoundStream, lookedAt, nameOf } from '../found-stream.ts';
import { earlierThanItsCause, type Moment } from './moments-beside.ts';
import {
  caseNamed,
  closedAt,
  eventsIn,
  isDocument,
  longestMs,
  type Parts,
  partitionKind,
} from './parts.ts';

/** When an event happened, and by when it stood in the record; NaN where nothing tells it. */
interface Told {
  readonly at: number;
  readonly by: number;
}

/**
 * Moments that cannot be. Streams only grow, and nothing is made of what is not there, so nothing is earlier than what it follows: whoever
 * writes sees to that in a case, an input, the switch and the bank's reports. What many cases write into by turns, the room, the journal
 * and the agenda, is held to how long a step can be tried: each of its events stood there before its case went on. And nothing is of a
 * later moment than the reading.
 */
export const wrongMoments = (parts: Parts): readonly Finding[] =>
  parts.streams
    .filter((found) => !isDocument(found) || partitionKind(found) === 'JOURNAL')
    .flatMap((found) => wrongIn(parts, found));

function wrongIn(parts: Parts, found: FoundStream): readonly Finding[] {
  const latest = { ofAll: Number.NEGATIVE_INFINITY, ofReports: Number.NEGATIVE_INFINITY };
  return eventsIn<Moment>(found).flatMap(({ number, event }) =>
    lookedAt(`${nameOf(found)} event ${number}`, () => {
      const said = Object(event) as Moment;
      const { at, by } = toldOf(parts, found, said);
      if (Number.isNaN(at)) return [];
      // What arrived late in a year may follow what somebody said in the next year of a report of that one.
      const isReport = said.type === 'report-taken' || said.type === 'report-refused';
      const before = isReport ? latest.ofReports : latest.ofAll;
      if (isReport) latest.ofReports = Math.max(latest.ofReports, at);
      latest.ofAll = Math.max(latest.ofAll, at);
      if (!parts.isNew(found, number)) return [];
      return [
        ...(by < before
          ? [`is of ${new Date(at).toISOString()}, before what stands before it`]
          : []),
        ...(at > Date.parse(parts.reading?.notAfter ?? '')
          ? [
              `is of ${new Date(at).toISOString()}; the record was read by ${parts.reading?.notAfter}`,
            ]
          : []),
        ...earlierThanItsCause(parts, found, said, at),
      ];
    }),
  );
}

function toldOf(parts: Parts, found: FoundStream, said: Moment): Told {
  const kind = partitionKind(found);
  if (kind === 'JOURNAL') return bookedBy(parts, said as unknown as Voucher);
  const at = Date.parse(String(kind === 'AGENDA' ? closedIn(parts, said) : said.at));
  if (kind === 'AGENDA') return { at, by: at + longestMs };
  return { at, by: kind === 'ROOM' ? standsBy(parts, said.case, at) : at };
}

const closedIn = (parts: Parts, { case: id }: Moment) => {
  const about = caseNamed(parts, id);
  return about && closedAt(about);
};

/** A voucher tells no moment, but follows from an event that does: a release, or the return of a payment. */
function bookedBy(parts: Parts, { key, case: id }: Voucher): Told {
  const source = caseNamed(parts, id)?.events.find(
    ({ event }) =>
      (event.type === 'release-ordered' && event.voucherKey === key) ||
      (event.type === 'returned' && event.payments.some(({ voucherKey }) => voucherKey === key)),
  );
  const at = Date.parse(String(source?.event.at));
  return { at, by: standsBy(parts, id, at) };
}

/**
 * By when what a step writes beside its case stood there: what it leaves undone is done when it is tried again, for as long as that can
 * be, and before the case is settled and closed.
 */
function standsBy(parts: Parts, id: string | undefined, at: number): number {
  const next = (caseNamed(parts, id)?.events ?? [])
    .filter(({ event }) => event.type === 'settled' || event.type === 'closed')
    .map(({ event }) => Date.parse(event.at))
    .find((each) => each > at);
  return Math.min(next ?? at + longestMs, at + longestMs);
}
