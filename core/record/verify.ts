import { canonical, type Json } from '../canonical.ts';
import { isApproved } from '../payment/decide.ts';
import type { CaseEvent } from '../payment/events.ts';
import { fold } from '../payment/evolve.ts';
import { sumsToZero, type Voucher } from '../payment/voucher.ts';
import type { Recorded, Sha256 } from '../ports.ts';
import { type CaseKind, caseKinds } from './case-id.ts';
import { beginning, belongsToRecord, chainText, type Head, headHash } from './chain.ts';

/** A stream as it was found, its events in the order of their numbers. */
export interface FoundStream {
  readonly partition: string;
  readonly stream: string;
  readonly events: readonly Omit<Recorded<Json>, 'stream'>[];
}

/** What a record was when somebody noted it outside: heads by stream, or only the hash over all of them. */
export interface Anchor {
  readonly headHash: string;
  readonly heads?: readonly Head[];
}

/** What is wrong with a record: where, and what. */
export interface Finding {
  readonly where: string;
  readonly what: string;
}

export interface Verification {
  readonly streams: number;
  readonly events: number;
  readonly headHash: string;
  readonly heads: readonly Head[];
  readonly findings: readonly Finding[];
}

/**
 * Whether a record is what it says it is: every event follows the one before it, nothing is missing, vouchers are numbered
 * without gaps and sum to zero, every release had two people's approvals of what was released.
 *
 * Against an anchor it also finds a tail that was cut off, a stream that is gone, and one that nobody knew. Without an anchor a
 * shortened stream cannot be told from one that was never longer.
 */
export function verify(
  found: readonly FoundStream[],
  sha256: Sha256,
  anchor?: Anchor,
): Verification {
  const record = found.filter(({ partition }) => belongsToRecord(partition));
  const heads = record
    .map(({ partition, stream, events }): Head => {
      const last = events.at(-1);
      return { partition, stream, length: events.length, hash: last?.hash ?? beginning };
    })
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const hash = headHash(heads, sha256);
  const proposals = new Set(
    record
      .filter(({ partition }) => partition.startsWith('PROPOSAL#'))
      .flatMap(({ events: documents }) => documents.map(({ event }) => sha256(canonical(event)))),
  );
  const findings = [
    ...found.flatMap((stream) => brokenLinks(stream, sha256)),
    ...record.flatMap((stream) => contradictions(stream, proposals)),
    ...(anchor ? unlikeAnchor(heads, hash, anchor) : []),
  ];
  const events = record.reduce((sum, stream) => sum + stream.events.length, 0);
  return { streams: record.length, events, headHash: hash, heads, findings };
}

const nameOf = ({ partition, stream }: { partition: string; stream: string }) =>
  `${partition}/${stream}`;

function brokenLinks(
  { partition, stream, events }: FoundStream,
  sha256: Sha256,
): readonly Finding[] {
  return events.flatMap(({ number, event, previous, hash }, index) => {
    const where = `${partition}/${stream} event ${number}`;
    const before = events[index - 1]?.hash ?? beginning;
    const text = chainText({ partition, name: stream }, number, previous, canonical(event));
    return [
      ...(number === index + 1 ? [] : [{ where, what: `stands where event ${index + 1} should` }]),
      ...(previous === before ? [] : [{ where, what: 'does not follow the event before it' }]),
      ...(hash === sha256(text) ? [] : [{ where, what: 'is not what its hash was made of' }]),
    ];
  });
}

/** What the events of a stream say against each other. */
function contradictions(
  { partition, stream, events }: FoundStream,
  proposals: ReadonlySet<string>,
): readonly Finding[] {
  const [kind = ''] = partition.split('#');
  if (kind === 'JOURNAL') return events.flatMap((each) => wrongVoucher(partition, each));
  const caseKind = caseKinds[kind];
  if (!caseKind) return [];
  return wronglyReleased(
    `${partition}/${stream}`,
    caseKind,
    events.map(({ event }) => event as unknown as CaseEvent),
    proposals,
  );
}

function wrongVoucher(partition: string, { number, event }: FoundStream['events'][number]) {
  const voucher = event as unknown as Voucher;
  const where = `${partition} voucher ${voucher.number}`;
  return [
    ...(voucher.number === number ? [] : [{ where, what: `stands in the place of ${number}` }]),
    ...(sumsToZero(voucher) ? [] : [{ where, what: 'does not sum to zero' }]),
  ];
}

function wronglyReleased(
  where: string,
  kind: CaseKind,
  events: readonly CaseEvent[],
  proposals: ReadonlySet<string>,
): readonly Finding[] {
  return events.flatMap((event, index) => {
    if (event.type !== 'release-ordered' && event.type !== 'decided') return [];
    const before = fold(events.slice(0, index));
    const approved =
      isApproved(kind, before) && before.proposal?.proposed.proposal === event.proposal;
    const again = event.type === 'release-ordered' && before.released !== undefined;
    return [
      ...(approved ? [] : [{ where, what: `${event.type} without two people's approvals` }]),
      ...(proposals.has(event.proposal)
        ? []
        : [{ where, what: `${event.type} of a proposal that the record does not hold` }]),
      ...(again ? [{ where, what: 'released twice' }] : []),
    ];
  });
}

function unlikeAnchor(heads: readonly Head[], hash: string, anchor: Anchor): readonly Finding[] {
  if (hash === anchor.headHash) return [];
  const now = new Map(heads.map((head) => [nameOf(head), head]));
  const then = new Map((anchor.heads ?? []).map((head) => [nameOf(head), head]));
  const changed = [...then].flatMap(([where, head]) => {
    const found = now.get(where);
    if (!found) return [{ where, what: 'is missing' }];
    if (found.length < head.length)
      return [{ where, what: `has ${found.length} events; ${head.length} were anchored` }];
    return found.hash === head.hash ? [] : [{ where, what: 'ends otherwise than was anchored' }];
  });
  const unknown = anchor.heads ? heads.filter((head) => !then.has(nameOf(head))).map(nameOf) : [];
  return [
    { where: 'head hash', what: `is ${hash}; ${anchor.headHash} was anchored` },
    ...changed,
    ...unknown.map((where) => ({ where, what: 'was not anchored' })),
  ];
}
