import { canonical, type Json } from '../canonical.ts';
import type { Sha256 } from '../ports.ts';
import { beginning, type Head, headHash } from './chain.ts';
import { type Finding, type FoundStream, nameOf } from './found-stream.ts';

/**
 * The record's heads, noted outside the record where nobody can change them.
 *
 * An anchor is true for ever: streams only grow, so every later record holds each anchored hash at the anchored length. It says
 * nothing of streams that it does not name, and need not name them all.
 *
 * @sv förankring
 */
export interface Anchor {
  /** `headHash` of the heads. */
  readonly headHash: string;
  /** Sorted by partition and stream. */
  readonly heads: readonly Head[];
  /** Events of the streams that it does not name: of years that are past, whose heads are in earlier anchors. */
  readonly unnamed: number;
  /** The name of the anchor before it; absent in the first. So none can be taken from between two. */
  readonly previous?: string;
}

/** A stream's length and last hash. */
export const headOf = ({ partition, stream, events }: FoundStream): Head => ({
  partition,
  stream,
  length: events.length,
  hash: events.at(-1)?.hash ?? beginning,
});

export function anchorOf(
  heads: readonly Head[],
  sha256: Sha256,
  { unnamed = 0, previous }: Partial<Pick<Anchor, 'unnamed' | 'previous'>> = {},
): Anchor {
  const sorted = heads.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const anchor = { headHash: headHash(sorted, sha256), heads: sorted, unnamed };
  return previous === undefined ? anchor : { ...anchor, previous };
}

/** How many events an anchor knows of. */
export const eventsKnown = ({ heads, unnamed }: Pick<Anchor, 'heads' | 'unnamed'>): number =>
  heads.reduce((sum, { length }) => sum + length, unnamed);

/** The bytes of an anchor's file, as text. No time and no cause is in it. */
export const anchorText = ({ headHash: hash, heads, unnamed, previous }: Anchor): string =>
  canonical({
    headHash: hash,
    heads: heads.map((head) => ({ ...head })),
    ...(unnamed > 0 && { unnamed }),
    ...(previous !== undefined && { previous }),
  });

/** Digits of the number of events in an anchor's name; text order is number order up to a milliard. */
const countDigits = 9;

/**
 * An anchor's name: how many events it knows of, and its head hash. So the names of anchors stand in the order in which the record
 * grew, and whoever anchors the same heads again comes to the same name.
 */
export function anchorName(anchor: Anchor): string {
  const { headHash: hash } = anchor;
  return `${String(eventsKnown(anchor)).padStart(countDigits, '0')}-${hash}.json`;
}

/**
 * An anchor from its file. Refuses, with a RangeError that says what is wrong, text that is no anchor, heads that are not what the
 * head hash was made of, and a name that is another's.
 */
export function parseAnchor(name: string, text: string, sha256: Sha256): Anchor {
  const refuse = (why: string): never => {
    throw new RangeError(`The anchor ${name} ${why}.`);
  };
  const found = parsed(text) ?? refuse('is no list of heads with their head hash');
  const anchor = anchorOf(found.heads, sha256, found);
  if (anchor.headHash !== found.headHash)
    refuse(`says ${found.headHash}; its heads make ${anchor.headHash}`);
  if (anchorText(anchor) !== text) refuse('is not written as anchors are');
  if (anchorName(anchor) !== name) refuse(`holds what ${anchorName(anchor)} is the name of`);
  return anchor;
}

function parsed(text: string): Anchor | undefined {
  try {
    const found = Object(JSON.parse(text)) as Partial<Anchor>;
    const { headHash: hash, heads, unnamed = 0, previous = '' } = found;
    const isAnchor = typeof hash === 'string' && Array.isArray(heads) && heads.every(isHead);
    return isAnchor && Number.isSafeInteger(unnamed) && typeof previous === 'string'
      ? { ...found, headHash: hash, heads, unnamed }
      : undefined;
  } catch {
    return undefined;
  }
}

function isHead(value: Json): boolean {
  const { partition, stream, length, hash } = Object(value) as Partial<Head>;
  const isText = [partition, stream].every((each) => typeof each === 'string');
  const isLength = Number.isSafeInteger(length) && Number(length) > 0;
  return isText && isLength && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash);
}

/** What of the anchored heads a record does not hold: a stream that is gone, one that is shorter, one that says something else. */
export function unlikeAnchored(
  record: readonly FoundStream[],
  heads: readonly Head[],
): readonly Finding[] {
  const found = new Map(record.map((each) => [nameOf(each), each]));
  return heads.flatMap((head) => unlikeHead(head, found.get(nameOf(head))));
}

/** A stream that has only grown holds the anchored hash where the anchor saw its end. */
export const unlikeHead = (head: Head, found: FoundStream | undefined): readonly Finding[] =>
  unlike(head, found?.events.length, found?.events[head.length - 1]?.hash);

/** What of an anchored head cannot be, given a later head of the stream: between the two it has only grown. */
export const unlikeLaterHead = (head: Head, later: Head | undefined): readonly Finding[] =>
  unlike(head, later?.length, later?.length === head.length ? later.hash : head.hash);

/** @param length of the stream now; undefined where there is none */
function unlike(
  head: Head,
  length: number | undefined,
  hash: string | undefined,
): readonly Finding[] {
  const where = nameOf(head);
  if (length === undefined)
    return [{ where, what: `is missing; ${eventsText(head.length)} anchored` }];
  if (length < head.length)
    return [
      {
        where,
        what: `has ${eventsText(length)}; ${head.length} were anchored: ${missingText(length + 1, head.length)}`,
      },
    ];
  return hash === head.hash
    ? []
    : [{ where, what: `event ${head.length} is another than was anchored` }];
}

const eventsText = (count: number): string => `${count} event${count === 1 ? '' : 's'}`;

const missingText = (first: number, last: number): string =>
  first === last ? `event ${first} is missing` : `events ${first} to ${last} are missing`;

/** The anchors that are named as the one before another and are not there. */
export const missingAnchors = (
  names: ReadonlySet<string>,
  anchors: readonly (Pick<Anchor, 'previous'> & { readonly name: string })[],
): readonly Finding[] =>
  anchors.flatMap(({ name, previous }) =>
    previous === undefined || names.has(previous)
      ? []
      : [{ where: 'anchors', what: `lack ${previous}, which ${name} follows` }],
  );

/**
 * Which anchors are held against a record that is verified often: the last, and those 1, 3, 7, 15 … before it, the oldest of all
 * included. Whoever rewrites the record and forges an anchor to match must forge as many as there are true ones, and the true ones
 * cannot be removed; the offline verifier holds all of them.
 */
export function heldAnchors(names: readonly string[]): readonly string[] {
  const newestFirst = names.toSorted().reverse();
  const oldest = newestFirst.length - 1;
  return newestFirst.filter((_name, back) => isPower(back + 1) || back === oldest);
}

const isPower = (n: number): boolean => (n & (n - 1)) === 0;
