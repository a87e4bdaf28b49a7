import { agreementYears } from '../../core/agreement/rulebook.ts';
import { monthOf, yearOf } from '../../core/calendar/month.ts';
import { dayInStockholm, type Instant, plusMinutes } from '../../core/calendar/stockholm.ts';
import {
  type Anchor,
  anchorName,
  anchorOf,
  anchorText,
  eventsKnown,
  headOf,
  heldAnchors,
  missingAnchors,
  parseAnchor,
  unlikeAnchored,
  unlikeLaterHead,
} from '../../core/record/anchor.ts';
import type { Head } from '../../core/record/chain.ts';
import { longestMs } from '../../core/record/contradictions/parts.ts';
import { expectedStreams } from '../../core/record/expected-streams.ts';
import { type Finding, type FoundStream, nameOf } from '../../core/record/found-stream.ts';
import {
  isInReach,
  isOnlyNamed,
  recordPartitions,
  yearsInReach,
} from '../../core/record/partitions.ts';
import { verify } from '../../core/record/verify.ts';
import { sha256 } from '../adapters/sha256.ts';
import { fileHashOf } from '../bank/payment-file.ts';
import { RECORD_CONTRADICTS } from '../contract/errors.ts';
import { contentFaults } from '../contract/inputs.ts';
import type { AnchorPorts, WholePorts } from './anchor-ports.ts';
import { namedError } from './errors.ts';
import { unlikeFiles } from './held-files.ts';
import { latestYear, readNew } from './read-new.ts';
import { readItems } from './read-streams.ts';
import type { StoredRecords } from './stored-records.ts';

/** What was verified, and the anchor that holds it now. */
export interface Anchored {
  /** The anchor's name. */
  readonly anchor: string;
  /** Items that were read for it. */
  readonly items: number;
  /** Earlier anchors that the record was held against. */
  readonly held: number;
}

/**
 * Verifies the whole record, as the offline verifier does, against the anchors and the files that left and came; then anchors its heads
 * (ADR 16).
 *
 * Throws `RecordContradicts` with what was found. What contradicts an anchor is not anchored in its turn: no later look could find it.
 *
 * @param at in which calendar year: which partitions there can be
 */
export const anchorRecord = (ports: WholePorts, at: Instant): Promise<Anchored> =>
  counted(ports, async () =>
    anchorWhole(ports, await storedAnchors(ports.anchors), calendarYear(at), at),
  );

/**
 * Verifies what the record has beyond the last anchor, and that the heads of that still stand; then anchors what is in reach
 * (ADR 27). Without an anchor, and before any case is open, the whole record is verified.
 *
 * Throws `RecordContradicts` with what was found.
 *
 * @param at in which calendar year: it, the year before and the one after are in reach; without it, so are those beside the latest year
 * in which something has happened, as the last anchor tells it
 */
export const anchorNew = (ports: AnchorPorts, at?: Instant): Promise<Anchored> =>
  counted(ports, async () => {
    const before = await storedAnchors(ports.anchors);
    const { last } = before;
    const known = latestYear(last?.heads ?? []);
    const year = at === undefined ? known : calendarYear(at);
    return last && year !== undefined
      ? anchorBeyond(ports, before, last, year, at)
      : anchorWhole(ports, before, year ?? Math.max(...agreementYears), at);
  });

/** A step that is tried again keeps the moment at which it was entered, and reads later. */
const readFrom = (at: Instant | undefined) =>
  at && { reading: { notBefore: at, notAfter: plusMinutes(at, longestMs / 60_000) } };

const calendarYear = (at: Instant): number => yearOf(monthOf(dayInStockholm(at)));

async function anchorWhole(
  { stored, anchors, files }: AnchorPorts & Partial<WholePorts>,
  before: Stored,
  year: number,
  at?: Instant,
): Promise<Anchored> {
  const there = files && {
    payments: await files.payments.list(),
    documents: await files.documents.list(),
  };
  const known = before.held.flatMap(({ heads }) => heads.map(({ partition }) => partition));
  const partitions = new Set([...(await partitionsAt(stored, year)), ...known]);
  const { streams, findings, items } = await readItems(stored, [...partitions]);
  const heldTo = { fileHash: fileHashOf, contentFaults, ...readFrom(at) };
  const verified = verify(streams, sha256, undefined, heldTo);
  const against = before.held.flatMap((anchor) => unlikeAnchor(streams, anchor));
  refuseFindings([...before.findings, ...findings, ...verified.findings, ...against]);
  // A report that has come may not have been taken in yet; that it never was, its own alarm says.
  if (files && there) refuseFindings(await unlikeFiles(streams, files, there));
  return store(anchors, before, anchorOf(verified.heads, sha256, before), items);
}

/**
 * The partitions that there are, or can be without anybody having named their year. Of the years that only somebody could name it is
 * asked whether any stream has begun, a hundred at a time, since most of those partitions are empty.
 */
async function partitionsAt(stored: StoredRecords, year: number): Promise<readonly string[]> {
  const all = recordPartitions(year);
  const far = all.filter((partition) => isOnlyNamed(partition, year));
  const begins = expectedStreams(far.map((partition) => Number(partition.split('#')[1])));
  const asked = begins.filter(({ partition }) => far.includes(partition));
  const begun = await stored.itemsAt(asked.map((stream) => ({ stream, number: 1 })));
  const named = begun.map(({ partition }) => (Object(partition) as { S?: string }).S);
  return [
    ...all.filter((each) => !far.includes(each)),
    ...far.filter((each) => named.includes(each)),
  ];
}

async function anchorBeyond(
  { stored, anchors }: AnchorPorts,
  before: Stored,
  last: Anchor,
  year: number,
  at?: Instant,
): Promise<Anchored> {
  const inReach = ({ partition }: Pick<Head, 'partition'>) => isInReach(partition, year);
  const known = last.heads.filter(inReach);
  const reader = await readNew(stored, known, yearsInReach(year));
  const streams = reader.streams();
  // What was read of other years because something new refers to it is taken as it stands: the whole record's verification judges it.
  const past = streams.filter((found) => !inReach(found)).map(headOf);
  const heldTo = { fileHash: fileHashOf, contentFaults, ...readFrom(at) };
  const more = { ...heldTo, known: [...known, ...past] };
  const { heads, findings } = verify(streams, sha256, undefined, more);
  const against = before.held
    .slice(1)
    .flatMap((each) => unlikeLater({ ...each, heads: each.heads.filter(inReach) }, heads));
  refuseFindings([...before.findings, ...reader.findings, ...findings, ...against]);
  const unnamed = eventsKnown(last) - eventsKnown({ heads: known, unnamed: 0 });
  const { previous } = before;
  const anchor = anchorOf(heads.filter(inReach), sha256, {
    unnamed,
    ...(previous && { previous }),
  });
  return store(anchors, before, anchor, reader.items);
}

/** What of an anchor a record does not hold that was read whole. */
const unlikeAnchor = (streams: readonly FoundStream[], { name, heads }: Held): readonly Finding[] =>
  told(name, unlikeAnchored(streams, heads));

/** What of an earlier anchor cannot be, given the heads that there are now. */
function unlikeLater({ name, heads }: Held, later: readonly Head[]): readonly Finding[] {
  const now = new Map(later.map((head) => [nameOf(head), head]));
  return told(
    name,
    heads.flatMap((head) => unlikeLaterHead(head, now.get(nameOf(head)))),
  );
}

const told = (anchor: string, findings: readonly Finding[]): readonly Finding[] =>
  findings.map(({ where, what }) => ({ where, what: `${what} (anchor ${anchor})` }));

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

type Held = Anchor & { readonly name: string };

interface Stored {
  readonly last: Anchor | undefined;
  readonly names: ReadonlySet<string>;
  readonly held: readonly Held[];
  /** The last one's name. */
  readonly previous?: string;
  /** Anchors that others name and that are not there. */
  readonly findings: readonly Finding[];
}

/** The anchors that the record is held against, the last one first. One that is no anchor is a contradiction itself. */
async function storedAnchors(anchors: AnchorPorts['anchors']): Promise<Stored> {
  const names = await anchors.list();
  const held = await Promise.all(
    heldAnchors(names).map(async (name) => ({ name, ...(await readAnchor(anchors, name)) })),
  );
  const [last] = held;
  const known = new Set(names);
  const findings = missingAnchors(known, held);
  return { last, names: known, held, findings, ...(last && { previous: last.name }) };
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

/** Stores an anchor, unless it is there: heads that have not changed have the name that they had. */
async function store(
  anchors: AnchorPorts['anchors'],
  { names, held }: Stored,
  anchor: Anchor,
  items: number,
): Promise<Anchored> {
  const name = anchorName(anchor);
  if (!names.has(name))
    await anchors.put(name, new TextEncoder().encode(anchorText(anchor)), 'application/json');
  return { anchor: name, items, held: held.length };
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
