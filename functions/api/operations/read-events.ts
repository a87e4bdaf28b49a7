import { canonical } from '../../../core/canonical.ts';
import type { Records } from '../../../core/ports.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { streamsOf } from '../../shared/read-streams.ts';
import { Refused } from '../../shared/refused.ts';
import { partitionsAt } from '../views/record-streams.ts';

type Shown = AnswerOf<'readEvents'>['events'][number];

const defaultLimit = 200;
/** A page ends before it has more bytes: a Lambda answers at most 6 MB, and the envelope escapes every quotation mark. */
const mostBytes = 4_000_000;

/**
 * The record as it stands, event by event: by partition, stream and number, each in the order of its name. With no filter all of
 * it can be had page by page, and verified by whoever has it. What lies apart from the record (tokens, notices, the keys of
 * requests) is not among it.
 *
 * Refuses a partition that the record does not have, and a cursor that no page ended with.
 */
export async function readEvents(
  { at, query }: RequestOf<'readEvents'>,
  { records }: { readonly records: Records },
): Promise<AnswerOf<'readEvents'>> {
  const { partition, stream, cursor, limit = defaultLimit } = query;
  const after = cursor === undefined ? undefined : placeOf(cursor);
  const page = new Page(limit);
  for (const each of partitionsFor(partitionsAt(at), partition, after?.partition)) {
    for (const found of await streamsOf(records, each)) {
      if (stream !== undefined && found.stream !== stream) continue;
      for (const { number, event, previous, hash } of found.events) {
        const shown = { partition: each, stream: found.stream, number, event, previous, hash };
        if (after && !isAfter(shown, after)) continue;
        if (!page.take(shown)) return page.answer(true);
      }
    }
  }
  return page.answer(false);
}

/** Events up to a number and a size; at least one. */
class Page {
  readonly #events: Shown[] = [];
  readonly #limit: number;
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** False when the page is full; the event is then the next page's first. */
  take(shown: Shown): boolean {
    const bytes = Buffer.byteLength(JSON.stringify(JSON.stringify(shown)));
    if (this.#events.length === this.#limit) return false;
    if (this.#events.length > 0 && this.#bytes + bytes > mostBytes) return false;
    this.#events.push(shown);
    this.#bytes += bytes;
    return true;
  }

  answer(more: boolean): AnswerOf<'readEvents'> {
    const last = this.#events.at(-1);
    return { events: this.#events, ...(more && last && { next: cursorAfter(last) }) };
  }
}

/** Where the page before ended. */
interface Place {
  readonly partition: string;
  readonly stream: string;
  readonly number: number;
}

const cursorAfter = ({ partition, stream, number }: Shown): string =>
  Buffer.from(canonical([partition, stream, number])).toString('base64url');

function placeOf(cursor: string): Place {
  const [partition, stream, number, ...more] = parsed(cursor);
  if (
    typeof partition === 'string' &&
    typeof stream === 'string' &&
    typeof number === 'number' &&
    more.length === 0
  )
    return { partition, stream, number };
  throw badCursor();
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(list)) return list;
  } catch {
    // Falls through to the same refusal: what is no JSON is no cursor either.
  }
  throw badCursor();
}

const badCursor = () =>
  new Refused(
    'invalid-request',
    { count: '1' },
    { errors: [{ pointer: '?/cursor', detail: 'next' }] },
  );

function isAfter(shown: Shown, place: Place): boolean {
  if (shown.partition !== place.partition) return shown.partition > place.partition;
  if (shown.stream !== place.stream) return shown.stream > place.stream;
  return shown.number > place.number;
}

function partitionsFor(
  all: readonly string[],
  wanted: string | undefined,
  from: string | undefined,
): readonly string[] {
  if (wanted !== undefined && !all.includes(wanted))
    throw new Refused('not-found', { what: wanted });
  return all.filter(
    (each) => (wanted === undefined || each === wanted) && (from === undefined || each >= from),
  );
}
