import { plusMinutes } from '../../../core/calendar/stockholm.ts';
import type { Records } from '../../../core/ports.ts';
import { verify } from '../../../core/record/verify.ts';
import { sha256 } from '../../adapters/sha256.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { wholeRecord } from '../views/record-streams.ts';

/**
 * Whether the record is what it says it is: the same verification as offline, over the same streams, so with the same head hash; only
 * payment files are not made again here.
 * Whoever does not trust this answer takes the events (readEvents) and verifies them elsewhere.
 */
export async function verifyRecord(
  { at }: RequestOf<'verifyRecord'>,
  { records }: { readonly records: Records },
): Promise<AnswerOf<'verifyRecord'>> {
  const { streams, unreadable } = await wholeRecord(records, at);
  const { headHash, heads, findings, events } = verify(streams, sha256, undefined, {
    reading: { notBefore: at, notAfter: plusMinutes(at, 1) },
    // What refers to what could not be read is not missing.
    whole: unreadable.length === 0,
  });
  return {
    headHash,
    heads: heads.map(({ partition, stream, length, hash }) => ({
      stream: `${partition}/${stream}`,
      length,
      hash,
    })),
    findings: [...unreadable, ...findings].map(({ where, what }) => ({ where, what })),
    events,
  };
}
