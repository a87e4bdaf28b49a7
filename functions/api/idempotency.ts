import type { Instant } from '../../core/calendar/stockholm.ts';
import { canonical, type Json } from '../../core/canonical.ts';
import type { Person } from '../../core/payment/events.ts';
import { NumberTaken, type Recorded, type Records, type StreamId } from '../../core/ports.ts';
import { requestStream } from '../../core/record/case-id.ts';
import { sha256 } from '../adapters/sha256.ts';
import { Refused } from '../shared/refused.ts';
import { type Appending, Overtaken, OwnAppends } from './own-appends.ts';

/** What is answered: kept, so that the same key gives the same answer. */
export type KeptAnswer = { readonly status: number; readonly body: Json };

/**
 * A key's stream: `claimed` by the first request, with the hash of its body and its time; `appending` before each event that it writes
 * to the record; `answered` with what came of it. It lies apart from the record, by caller: REQUEST#<sub>.
 */
type KeyEvent =
  | {
      readonly type: 'claimed';
      readonly at: Instant;
      readonly by: Person;
      readonly bodyHash: string;
      /** Which request it was: two that are alike in everything else are still two. */
      readonly request: string;
    }
  | Appending
  | ({ readonly type: 'answered' } & KeptAnswer);

export interface Keyed {
  readonly by: Person;
  readonly operation: string;
  readonly key: string;
  /** Path and body: what the key stands for. */
  readonly content: Json;
  readonly at: Instant;
  readonly request: string;
}

const KEY = /^[\x21-\x7e]{8,128}$/;
/** An answer of more bytes is not kept but made again: no item of the table is above 100 kB, and its keys are in it too. */
const MOST_BYTES = 90_000;
/** Attempts at one request that run at once begin again when another has gone on; this often at most. */
const attempts = 10;

/** Refuses a request without a usable Idempotency-Key. */
export function idempotencyKey(header: string | undefined): string {
  if (header !== undefined && KEY.test(header)) return header;
  throw new Refused('idempotency-key-missing', {
    allowed: '8–128 ASCII',
    given: (header ?? '–').slice(0, 40),
  });
}

/**
 * What the work of a request is given: its first attempt's time, person and id, and the record in which it finds its own earlier work.
 */
export interface Attempt {
  readonly at: Instant;
  readonly by: Person;
  readonly request: string;
  readonly records: Records;
}

/**
 * Does what was asked once per caller, operation and key. The claim is one put on the condition that its place is free. The same
 * key with the same content gives the kept answer; with other content it is a conflict. When an attempt died between its work and its
 * answer, the work is done again at the first attempt's time and finds what was done (own-appends.ts).
 *
 * Attempts at once take turns by the key's stream: each writes to it after what it has read of it or not at all, before every append
 * and before its answer. Whoever finds that another has written begins again, so no answer is given that knows only half.
 */
export async function once(
  records: Records,
  { by, operation, key, content, at, request }: Keyed,
  work: (attempt: Attempt) => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  const stream = requestStream(by.sub, operation, key);
  const bodyHash = sha256(fingerprint(content));
  let events = await claimed(records, stream, { type: 'claimed', at, by, bodyHash, request });
  for (let attempt = 1; ; attempt++) {
    const [claim, last] = [events[0]?.event, events.at(-1)?.event];
    if (claim?.type !== 'claimed' || claim.bodyHash !== bodyHash)
      throw new Refused('idempotency-key-reused');
    if (last?.type === 'answered') return { status: last.status, body: last.body };
    try {
      return await attempted(records, stream, events, (own) =>
        work({ at: claim.at, by: asFirst(claim.by, by), request: claim.request, records: own }),
      );
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      if (attempt === attempts) throw new NumberTaken(stream, events.length + 1);
      events = await records.read<KeyEvent>(stream);
    }
  }
}

/**
 * Who asks again may have signed in anew and is who they were; whoever has got or lost a group since may do what they may do now.
 */
const asFirst = (first: Person, now: Person): Person =>
  canonical([...first.groups].sort()) === canonical([...now.groups].sort()) ? first : now;

/** One attempt, from what the key's stream holds to the answer. Throws `Overtaken` when another one has written to it since. */
async function attempted(
  records: Records,
  stream: StreamId,
  events: readonly Recorded<KeyEvent>[],
  work: (own: Records) => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  let last = events.at(-1);
  const write = async (event: KeyEvent) => {
    try {
      last = await records.append<KeyEvent>(stream, last, event);
    } catch (error) {
      if (error instanceof NumberTaken) throw new Overtaken();
      throw error;
    }
  };
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (event: KeyEvent) => {
    turn = turn.then(() => write(event));
    return turn;
  };
  const noted = events.flatMap(({ event }) => (event.type === 'appending' ? [event] : []));
  const answer = await work(new OwnAppends(records, noted, inTurn));
  const answered: KeyEvent = { type: 'answered', ...answer };
  if (Buffer.byteLength(canonical(answered)) <= MOST_BYTES) await write(answered);
  else if ((await records.read(stream)).length !== last?.number) throw new Overtaken();
  return answer;
}

/**
 * The same for the same content in whatever order its keys come. Not the canonical text of the record, which refuses what a caller
 * may well send before anybody has checked it: numbers with decimals, half a letter.
 */
const fingerprint = (content: Json): string =>
  JSON.stringify(content, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

async function claimed(
  records: Records,
  stream: StreamId,
  claim: KeyEvent,
): Promise<readonly Recorded<KeyEvent>[]> {
  try {
    return [await records.append<KeyEvent>(stream, undefined, claim)];
  } catch (error) {
    if (!(error instanceof NumberTaken)) throw error;
    return records.read<KeyEvent>(stream);
  }
}
