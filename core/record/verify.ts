import { canonical, type Json } from '../canonical.ts';
import type { Sha256 } from '../ports.ts';
import { bankContradictions } from './bank-contradictions.ts';
import { beginning, belongsToRecord, chainText, type Head, headHash } from './chain.ts';
import { contradictions } from './contradictions.ts';
import { type Finding, type FoundStream, nameOf } from './found-stream.ts';

export type { Finding, FoundStream } from './found-stream.ts';

/** What a record was when somebody noted it outside: heads by stream, or only the hash over all of them. */
export interface Anchor {
  readonly headHash: string;
  readonly heads?: readonly Head[];
}

export interface Verification {
  readonly streams: number;
  readonly events: number;
  readonly headHash: string;
  readonly heads: readonly Head[];
  readonly findings: readonly Finding[];
}

/**
 * Whether a record is what it says it is: every event follows the one before it, nothing is missing, and nothing contradicts
 * itself (contradictions.ts, bank-contradictions.ts).
 *
 * Against an anchor it also finds a tail that was cut off, a stream that is gone, and one that nobody knew. Without an anchor a
 * shortened stream cannot be told from one that was never longer.
 */
export function verify(
  found: readonly FoundStream[],
  sha256: Sha256,
  anchor?: Anchor,
): Verification {
  const record = found
    .filter(({ partition }) => belongsToRecord(partition))
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const heads = record.map(({ partition, stream, events }): Head => {
    const last = events.at(-1);
    return { partition, stream, length: events.length, hash: last?.hash ?? beginning };
  });
  const hash = headHash(heads, sha256);
  const proposals = new Set(
    record
      .filter(({ partition }) => partition.startsWith('PROPOSAL#'))
      .flatMap(({ events: documents }) => documents.flatMap(({ event }) => textOf(event) ?? []))
      .map(sha256),
  );
  const findings = [
    ...found.flatMap((stream) => brokenLinks(stream, sha256)),
    ...contradictions(record, proposals),
    ...bankContradictions(record),
    ...(anchor && hash !== anchor.headHash ? unlikeAnchor(record, hash, anchor) : []),
  ];
  const events = record.reduce((sum, stream) => sum + stream.events.length, 0);
  return { streams: record.length, events, headHash: hash, heads, findings };
}

/** The canonical text of an event, or undefined for something that has none and so was never appended. */
function textOf(event: Json): string | undefined {
  try {
    return canonical(event);
  } catch {
    return undefined;
  }
}

function brokenLinks(
  { partition, stream, events }: FoundStream,
  sha256: Sha256,
): readonly Finding[] {
  return events.flatMap(({ number, event, previous, hash }, index) => {
    const where = `${nameOf({ partition, stream })} event ${number}`;
    const before = events[index - 1]?.hash ?? beginning;
    const text = textOf(event);
    const made =
      text !== undefined &&
      hash === sha256(chainText({ partition, name: stream }, number, previous, text));
    return [
      ...(number === index + 1 ? [] : [{ where, what: `stands where event ${index + 1} should` }]),
      ...(previous === before ? [] : [{ where, what: 'does not follow the event before it' }]),
      ...(made ? [] : [{ where, what: 'is not what its hash was made of' }]),
    ];
  });
}

function unlikeAnchor(
  record: readonly FoundStream[],
  hash: string,
  { headHash: anchored, heads = [] }: Anchor,
): readonly Finding[] {
  const now = new Map(record.map((found) => [nameOf(found), found]));
  const then = new Set(heads.map(nameOf));
  const unknown = heads.length > 0 ? [...now.keys()].filter((name) => !then.has(name)) : [];
  return [
    { where: 'head hash', what: `is ${hash}; ${anchored} was anchored` },
    ...heads.flatMap((head) => unlikeHead(head, now.get(nameOf(head)))),
    ...unknown.map((where) => ({ where, what: 'was not anchored' })),
  ];
}

/** A stream that has only grown holds the anchored hash where the anchor saw its end. */
function unlikeHead(head: Head, found: FoundStream | undefined): readonly Finding[] {
  const where = nameOf(head);
  if (!found) return [{ where, what: 'is missing' }];
  const { length } = found.events;
  if (length < head.length)
    return [{ where, what: `has ${length} events; ${head.length} were anchored` }];
  if (found.events[head.length - 1]?.hash !== head.hash)
    return [{ where, what: `event ${head.length} is another than was anchored` }];
  return length === head.length
    ? []
    : [{ where, what: `has grown by ${length - head.length} events since it was anchored` }];
}
