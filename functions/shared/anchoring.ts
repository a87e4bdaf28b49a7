import { monthOf, yearOf } from '../../core/calendar/month.ts';
import { dayInStockholm, type Instant } from '../../core/calendar/stockholm.ts';
import {
  type Anchor,
  anchorName,
  anchorOf,
  anchorText,
  headOf,
  heldAnchors,
  parseAnchor,
  unlikeAnchored,
} from '../../core/record/anchor.ts';
import type { Head } from '../../core/record/chain.ts';
import type { Finding, FoundStream } from '../../core/record/found-stream.ts';
import { holdsEvents, partitionsInReach } from '../../core/record/partitions.ts';
import { verify } from '../../core/record/verify.ts';
import { sha256 } from '../adapters/sha256.ts';
import { RECORD_CONTRADICTS } from '../contract/errors.ts';
import type { AnchorPorts } from './anchor-ports.ts';
import { namedError } from './errors.ts';
import { readStreams, type StreamsRead } from './read-streams.ts';

/** What was verified, and the anchor that holds it now. */
export interface Anchored {
  /** The anchor's name; null where there was none yet to hold the record against. */
  readonly anchor: string | null;
  /** Events that were read and verified. */
  readonly events: number;
  /** Earlier anchors that the record was held against. */
  readonly held: number;
}

/**
 * Verifies the whole record, as the offline verifier does, and against the anchors; then anchors its heads (ADR 16).
 *
 * Throws `RecordContradicts` with what was found. What contradicts an anchor is not anchored in its turn: no later look could find it.
 *
 * @param at in which calendar year: which partitions there can be
 */
export const anchorRecord = (ports: AnchorPorts, at: Instant): Promise<Anchored> =>
  counted(ports, () => anchorWhole(ports, at));

async function anchorWhole({ records, anchors }: AnchorPorts, at: Instant): Promise<Anchored> {
  const before = await storedAnchors(anchors);
  const known = (before.last?.heads ?? []).map(({ partition }) => partition);
  const reach = partitionsInReach(yearOf(monthOf(dayInStockholm(at))));
  const partitions = [...new Set([...reach, ...known])];
  const read = await readStreams(records, partitions);
  refuseFindings([...verify(read.streams, sha256).findings, ...unlike(read, before.held)]);
  return store(anchors, before, read.streams, read.streams.map(headOf));
}

/**
 * Verifies the partitions that say what happened, as far as the last anchor knows them: their chains, and that they hold what was
 * anchored. Then anchors their heads, beside those of the last anchor for what was not read. Without an anchor there is nothing to hold
 * the record against, and nothing is done.
 *
 * Throws `RecordContradicts` with what was found.
 */
export const anchorEvents = (ports: AnchorPorts): Promise<Anchored> =>
  counted(ports, () => anchorWhatHappened(ports));

async function anchorWhatHappened({ records, anchors }: AnchorPorts): Promise<Anchored> {
  const before = await storedAnchors(anchors);
  if (!before.last) return { anchor: null, events: 0, held: 0 };
  const isRead = ({ partition }: Head) => holdsEvents(partition);
  const known = before.last.heads.filter(isRead).map(({ partition }) => partition);
  const read = await readStreams(records, [...new Set(known)]);
  const held = before.held.map(({ name, heads }) => ({ name, heads: heads.filter(isRead) }));
  refuseFindings(unlike(read, held));
  const unread = before.last.heads.filter((head) => !isRead(head));
  return store(anchors, before, read.streams, [...read.streams.map(headOf), ...unread]);
}

/** Says what came of it, for the alarms: verified, not what was anchored, or not anchored for another reason. */
async function counted({ metrics }: AnchorPorts, work: () => Promise<Anchored>): Promise<Anchored> {
  try {
    const anchored = await work();
    metrics.count('RecordVerified');
    return anchored;
  } catch (error) {
    const contradicts = error instanceof Error && error.name === RECORD_CONTRADICTS;
    metrics.count(contradicts ? 'RecordNotVerified' : 'AnchoringFailed');
    throw error;
  }
}

interface Held {
  readonly name: string;
  readonly heads: readonly Head[];
}

interface Stored {
  readonly last: Anchor | undefined;
  readonly names: ReadonlySet<string>;
  readonly held: readonly Held[];
}

/** The anchors that the record is held against, the last one first. One that is no anchor is a contradiction itself. */
async function storedAnchors(anchors: AnchorPorts['anchors']): Promise<Stored> {
  const names = await anchors.list();
  const held = await Promise.all(
    heldAnchors(names).map(async (name) => ({ name, ...(await readAnchor(anchors, name)) })),
  );
  return { last: held[0], names: new Set(names), held };
}

async function readAnchor(anchors: AnchorPorts['anchors'], name: string): Promise<Anchor> {
  const bytes = await anchors.read(name);
  if (bytes === undefined)
    throw namedError(RECORD_CONTRADICTS, `The anchor ${name} is listed and cannot be read.`, {
      anchor: name,
    });
  try {
    return parseAnchor(name, new TextDecoder().decode(bytes), sha256);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw namedError(RECORD_CONTRADICTS, error.message, { anchor: name });
  }
}

/** What could not be read, and what was read and is not what was anchored; what is missing because it was not read is said once. */
function unlike({ streams, unreadable }: StreamsRead, held: readonly Held[]): readonly Finding[] {
  const lost = new Set(unreadable.map(({ where }) => where));
  const against = held.flatMap(({ name, heads }) =>
    unlikeAnchored(
      streams,
      heads.filter(({ partition }) => !lost.has(partition)),
    ).map(({ where, what }) => ({ where, what: `${what} (anchor ${name})` })),
  );
  return [...unreadable, ...against];
}

/** Stores the anchor of these heads, unless it is there: heads that have not changed have the name that they had. */
async function store(
  anchors: AnchorPorts['anchors'],
  { names, held }: Stored,
  verified: readonly FoundStream[],
  heads: readonly Head[],
): Promise<Anchored> {
  const anchor = anchorOf(heads, sha256);
  const name = anchorName(anchor);
  if (!names.has(name))
    await anchors.put(name, new TextEncoder().encode(anchorText(anchor)), 'application/json');
  const events = verified.reduce((sum, stream) => sum + stream.events.length, 0);
  return { anchor: name, events, held: held.length };
}

/** So many findings are told; whoever looks further verifies offline. */
const mostTold = 20;

function refuseFindings(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const told = findings.slice(0, mostTold).map(findingText).join('; ');
  const rest = findings.length - mostTold;
  const text = rest > 0 ? `${told}; and ${rest} more` : told;
  throw namedError(RECORD_CONTRADICTS, text, { findings: text });
}

/**
 * This goes into the logs: places, counts, hashes and names of rules. Why something cannot be read may quote it, and what was sent is an
 * amount; both stay behind.
 */
const findingText = ({ where, what }: Finding): string =>
  `${where} ${what.replace(/^(cannot be read|sends).*$/s, '$1 …')}`;
