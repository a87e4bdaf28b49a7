import type { Sha256 } from '../ports.ts';
import { anchorOf, headOf, unlikeAnchored, unlikeHead } from './anchor.ts';
import { beginning, belongsToRecord, chainText, type Head } from './chain.ts';
import type { HeldTo } from './contradictions/parts.ts';
import { contradictions } from './contradictions.ts';
import { type Finding, type FoundStream, nameOf, textOf } from './found-stream.ts';
import { isOurs } from './stream-form.ts';

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
 * Whether a record is what it says it is: every event follows the one before it, nothing is missing, it has no streams but ours, and
 * everything in it follows from the rest of it (contradictions.ts). How its bytes lie is looked at where they are read (stored-item.ts).
 *
 * Against noted heads it also finds a tail that was cut off, a stream that is gone, and one that nobody knew. Without them a
 * shortened stream cannot be told from one that was never longer. Anchors, which the record may have outgrown: anchor.ts.
 *
 * With heads that were verified before (`known`) only what stands beyond them is judged: of a stream there may be all, or what comes
 * after its head. Streams that did not grow need be there only where what is new refers to them. The head hash is that of all heads.
 */
export function verify(
  found: readonly FoundStream[],
  sha256: Sha256,
  noted?: NotedHeads,
  more: Omit<HeldTo, 'sha256'> = {},
): Verification {
  const record = found
    .filter(({ partition }) => belongsToRecord(partition))
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const before = new Map((more.known ?? []).map((head) => [nameOf(head), head]));
  const now = new Map(before);
  for (const each of record) now.set(nameOf(each), headAfter(each, before.get(nameOf(each))));
  const { heads, headHash: hash } = anchorOf([...now.values()], sha256);
  const findings = [
    ...found.flatMap((each) => brokenLinks(each, before.get(nameOf(each)), sha256)),
    ...record.flatMap((each) => rewritten(each, before.get(nameOf(each)))),
    ...found.flatMap((each) => notOurs(each)),
    ...contradictions(record, { ...more, sha256 }),
    ...(noted && hash !== noted.headHash ? unlikeNoted(record, hash, noted) : []),
  ];
  const events = record.reduce((sum, stream) => sum + stream.events.length, 0);
  return { streams: record.length, events, headHash: hash, heads, findings };
}

/** The head of a stream of which there may be only what comes after a head. */
function headAfter(found: FoundStream, known: Head | undefined): Head {
  const head = headOf(found);
  if (!known) return head;
  const [first] = found.events;
  if (!first) return known;
  return first.number === known.length + 1 ? { ...head, length: known.length + head.length } : head;
}

/** What was verified before must stand where it stood, in every stream of which more was read than what came after it. */
const rewritten = (found: FoundStream, known: Head | undefined): readonly Finding[] =>
  known && found.events[0]?.number !== known.length + 1 ? unlikeHead(known, found) : [];

function notOurs({ partition, stream: name }: FoundStream): readonly Finding[] {
  return isOurs({ partition, name })
    ? []
    : [{ where: nameOf({ partition, stream: name }), what: 'is no stream of the record' }];
}

function brokenLinks(
  { partition, stream, events }: FoundStream,
  known: Head | undefined,
  sha256: Sha256,
): readonly Finding[] {
  const isTail = known !== undefined && events[0]?.number === known.length + 1;
  const start = isTail ? known : { length: 0, hash: beginning };
  return events.flatMap((each, index) => {
    const { number, previous, hash } = each;
    const where = `${nameOf({ partition, stream })} event ${number}`;
    const before = events[index - 1]?.hash ?? start.hash;
    const due = start.length + index + 1;
    const text = textOf(each);
    const made =
      text !== undefined &&
      hash === sha256(chainText({ partition, name: stream }, number, previous, text));
    return [
      ...(number === due ? [] : [{ where, what: `stands where event ${due} should` }]),
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
