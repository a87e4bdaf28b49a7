import type { Instant } from '../../core/calendar/stockholm.ts';
import { canonical, type Json } from '../../core/canonical.ts';
import { NumberTaken, type Recorded, type Records, type StreamId } from '../../core/ports.ts';
import { requestStream } from '../../core/record/case-id.ts';
import { sha256 } from '../adapters/sha256.ts';
import { Refused } from '../shared/refused.ts';

/** What is answered: kept, so that the same key gives the same answer. */
export type KeptAnswer = { readonly status: number; readonly body: Json };

/**
 * A key's stream: `claimed` by the first request, with the hash of its body and its time; `answered` with what came of it. It
 * lies apart from the record, by caller: REQUEST#<sub>.
 */
type KeyEvent =
  | {
      readonly type: 'claimed';
      readonly at: Instant;
      readonly bodyHash: string;
      /** Which request it was: two that are alike in everything else are still two. */
      readonly request: string;
    }
  | ({ readonly type: 'answered' } & KeptAnswer);

export interface Keyed {
  readonly sub: string;
  readonly operation: string;
  readonly key: string;
  /** Path and body: what the key stands for. */
  readonly content: Json;
  readonly at: Instant;
  readonly request: string;
}

const KEY = /^[\x21-\x7e]{8,128}$/;
/** An answer of more text is not kept but made again; only dry runs are ever so long. */
const LONGEST_KEPT = 80_000;

/** Refuses a request without a usable Idempotency-Key. */
export function idempotencyKey(header: string | undefined): string {
  if (header !== undefined && KEY.test(header)) return header;
  throw new Refused('idempotency-key-missing', {
    allowed: '8–128 ASCII',
    given: (header ?? '–').slice(0, 40),
  });
}

/**
 * Does what was asked once per caller, operation and key. The claim is one put on the condition that its place is free. The same
 * key with the same content gives the kept answer; with other content it is a conflict. When a first attempt died between its
 * work and its answer, the work is done again at the first attempt's time: every operation finds its earlier work.
 */
export async function once(
  records: Records,
  { sub, operation, key, content, at, request }: Keyed,
  work: (at: Instant) => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  const stream = requestStream(sub, operation, key);
  const bodyHash = sha256(fingerprint(content));
  const events = await claimed(records, stream, { type: 'claimed', at, bodyHash, request });
  const [claim, answered] = events;
  if (claim?.event.type !== 'claimed' || claim.event.bodyHash !== bodyHash)
    throw new Refused('idempotency-key-reused');
  if (answered?.event.type === 'answered')
    return { status: answered.event.status, body: answered.event.body };
  const answer = await work(claim.event.at);
  return keep(records, stream, claim, answer);
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

/** Whoever answered first has answered. */
async function keep(
  records: Records,
  stream: StreamId,
  claim: Recorded<KeyEvent>,
  answer: KeptAnswer,
): Promise<KeptAnswer> {
  if (canonical(answer.body).length > LONGEST_KEPT) return answer;
  try {
    await records.append<KeyEvent>(stream, claim, { type: 'answered', ...answer });
    return answer;
  } catch (error) {
    if (!(error instanceof NumberTaken)) throw error;
    const kept = (await records.read<KeyEvent>(stream))[1]?.event;
    return kept?.type === 'answered' ? { status: kept.status, body: kept.body } : answer;
  }
}
