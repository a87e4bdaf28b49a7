import { canonical, type Json } from '../canonical.ts';
import type { Sha256 } from '../ports.ts';
import { headOf, unlikeAnchored, unlikeHead } from './anchor.ts';
import { bankContradictions } from './bank-contradictions.ts';
import { beginning, belongsToRecord, chainText, type Head, headHash } from './chain.ts';
import { contradictions } from './contradictions.ts';
import { deductionContradictions } from './deduction-contradictions.ts';
import { type Finding, type FoundStream, nameOf } from './found-stream.ts';
import { roomContradictions } from './room-contradictions.ts';

export type { Finding, FoundStream } from './found-stream.ts';

/** What a whole record was when somebody noted it outside: the hash over all heads, and perhaps the heads. */
export interface NotedHeads {
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
 * itself (contradictions.ts, bank-contradictions.ts, deduction-contradictions.ts, room-contradictions.ts).
 *
 * Against noted heads it also finds a tail that was cut off, a stream that is gone, and one that nobody knew. Without them a
 * shortened stream cannot be told from one that was never longer. Anchors, which the record may have outgrown: anchor.ts.
 */
export function verify(
  found: readonly FoundStream[],
  sha256: Sha256,
  noted?: NotedHeads,
): Verification {
  const record = found
    .filter(({ partition }) => belongsToRecord(partition))
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const heads = record.map(headOf);
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
    ...deductionContradictions(record),
    ...roomContradictions(record, proposals),
    ...(noted && hash !== noted.headHash ? unlikeNoted(record, hash, noted) : []),
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

function unlikeNoted(
  record: readonly FoundStream[],
  hash: string,
  { headHash: noted, heads = [] }: NotedHeads,
): readonly Finding[] {
  const now = new Map(record.map((found) => [nameOf(found), found]));
  const then = new Set(heads.map(nameOf));
  const unknown = heads.length > 0 ? [...now.keys()].filter((name) => !then.has(name)) : [];
  return [
    { where: 'head hash', what: `is ${hash}; ${noted} was anchored` },
    ...unlikeAnchored(record, heads),
    ...heads.flatMap((head) => grown(head, now.get(nameOf(head)))),
    ...unknown.map((where) => ({ where, what: 'was not anchored' })),
  ];
}

/** The whole record was noted, so what came after it has to be explained by whoever noted it. */
function grown(head: Head, found: FoundStream | undefined): readonly Finding[] {
  if (!found || unlikeHead(head, found).length > 0) return [];
  const more = found.events.length - head.length;
  return more === 0
    ? []
    : [{ where: nameOf(head), what: `has grown by ${more} events since it was anchored` }];
}
