import { agreements, type Rulebooks } from '../../agreement/rulebook.ts';
import type { BankOrder } from '../../bank/bank-order.ts';
import type { BankReportEvent, ReportItem } from '../../bank/report-events.ts';
import type { Instant } from '../../calendar/stockholm.ts';
import type { Json } from '../../canonical.ts';
import { type InputVersion, inputVersions } from '../../inputs/input-stream.ts';
import { type InputKind, isInputKind } from '../../inputs/kinds.ts';
import type { CaseEvent } from '../../payment/events.ts';
import { type CaseState, evolve, unopened } from '../../payment/evolve.ts';
import type { PaymentProposal, Proposal } from '../../payment/proposal.ts';
import type { Voucher } from '../../payment/voucher.ts';
import type { Sha256 } from '../../ports.ts';
import {
  bankOrderStream,
  type CaseId,
  type CaseKind,
  caseKinds,
  caseOfStream,
  parseCaseId,
  proposalStream,
  streamText,
} from '../case-id.ts';
import type { Head } from '../chain.ts';
import { type FoundStream, nameOf, textOf } from '../found-stream.ts';

/** An event as it stands in a stream, of which it is not known yet whether it is one of that type. */
export type Found<E> = { readonly number: number; readonly hash: string; readonly event: E };

/** A case with its events, as they were found. */
export interface FoundCase {
  readonly id: CaseId;
  readonly kind: CaseKind;
  readonly found: FoundStream;
  readonly events: readonly Found<CaseEvent>[];
  /** The fold of its events, as far as they can be folded. */
  readonly state: CaseState;
}

/** What the parts of a record are held to, besides each other. */
export interface HeldTo {
  readonly sha256: Sha256;
  /** The SHA-256 of the payment file that an order makes. Without it the file's hash is not held to the order. */
  readonly fileHash?: (order: BankOrder) => string;
  /** What is wrong with the content of an input of a kind. Without it only what payments were made from is held to its kind. */
  readonly contentFaults?: (kind: InputKind, content: unknown) => readonly string[];
  /**
   * Hashes of the bank's files that lie where they came: what cases say of one stands before it is noted that it was taken in, and
   * whoever has the file holds them to it. Without them such words are of a report that there is not.
   */
  readonly came?: ReadonlySet<string>;
  /** By which agreements was paid; the signed ones, where none are given. */
  readonly rulebooks?: Rulebooks;
  /** Between which moments the record was read. */
  readonly reading?: { readonly notBefore: Instant; readonly notAfter: Instant };
  /** Heads that were verified before: what stands up to them is not judged again. */
  readonly known?: readonly Head[];
  /** Whether everything is there: only then is something missing because it is not found. Else so, unless some was verified before. */
  readonly whole?: boolean;
}

/** A record taken apart, so that each part can be held to the others. What cannot be told apart is left out, and found elsewhere. */
export interface Parts extends HeldTo {
  readonly rulebooks: Rulebooks;
  readonly streams: readonly FoundStream[];
  /** The same by their names. */
  readonly named: ReadonlyMap<string, FoundStream>;
  readonly cases: ReadonlyMap<CaseId, FoundCase>;
  /** By case, and by the hash of its canonical text. */
  readonly proposals: ReadonlyMap<string, ReadonlyMap<string, Proposal>>;
  readonly vouchers: ReadonlyMap<string, Voucher>;
  /** By the name of their stream. */
  readonly inputs: ReadonlyMap<string, readonly InputVersion[]>;
  /** By the hash of the file that they came in. */
  readonly reports: ReadonlyMap<string, Taken>;
  /** Whether an event is new: it stands beyond what was verified before. */
  isNew(found: Pick<FoundStream, 'partition' | 'stream'>, number: number): boolean;
  /** Whether everything was read: only then is something missing because it was not found. */
  readonly whole: boolean;
}

/**
 * For so long a step can be tried: an outage is waited out for less than fourteen hours, and an execution that has ended can be taken up
 * again for fourteen days. Milliseconds.
 */
export const longestMs = 15 * 24 * 60 * 60 * 1000;

/** A moment as it is written, whatever else stands there: findings quote no words. */
export const momentText = (at: unknown): string => new Date(Date.parse(String(at))).toISOString();

/** When a case was closed first; undefined as long as it was not. */
export const closedAt = ({ events }: FoundCase): Instant | undefined =>
  events.find(({ event }) => event.type === 'closed')?.event.at;

export const partitionKind = ({ partition }: Pick<FoundStream, 'partition'>): string =>
  partition.replace(/#.*$/, '');

/** Documents are held to the hash that was approved, or to what they follow from: nobody says them. */
const documents: ReadonlySet<string> = new Set(['JOURNAL', 'ORDER', 'PROPOSAL', 'WORKING']);

export const isDocument = (found: Pick<FoundStream, 'partition'>): boolean =>
  documents.has(partitionKind(found));

/** The events of a stream as what they should be; whoever looks at them is guarded by `lookedAt`. */
export const eventsIn = <E>({ events }: FoundStream): readonly Found<E>[] =>
  events.map(({ number, hash, event }) => ({ number, hash, event: event as unknown as E }));

export const streamsOf = ({ streams }: Pick<Parts, 'streams'>, kind: string) =>
  streams.filter((found) => partitionKind(found) === kind);

export function partsOf(streams: readonly FoundStream[], heldTo: HeldTo): Parts {
  const { sha256, known, whole = known === undefined } = heldTo;
  const lengths = new Map((known ?? []).map((head) => [nameOf(head), head.length]));
  const of = (kind: string) => streamsOf({ streams }, kind);
  return {
    rulebooks: agreements,
    ...heldTo,
    streams,
    named: new Map(streams.map((found) => [nameOf(found), found])),
    cases: new Map(streams.flatMap(caseIn).map((each) => [each.id, each])),
    proposals: new Map(of('PROPOSAL').map((found) => [found.stream, documentsIn(found, sha256)])),
    vouchers: new Map(
      of('JOURNAL').flatMap((found) =>
        eventsIn<Voucher | null>(found).flatMap(({ event }) => (event ? [[event.key, event]] : [])),
      ),
    ),
    inputs: new Map(of('INPUT').map((found) => [nameOf(found), versionsIn(found)])),
    reports: new Map(of('BANK').flatMap(reportsIn)),
    isNew: (found, number) => number > (lengths.get(nameOf(found)) ?? 0),
    whole,
  };
}

type Taken = Extract<BankReportEvent, { type: 'report-taken' }>;

/** The reports of a stream; one whose items lie in pieces before it has them all. */
function reportsIn(found: FoundStream): readonly (readonly [string, Taken])[] {
  const pieces = new Map<string, readonly ReportItem[]>();
  return eventsIn<BankReportEvent | null>(found).flatMap(({ event }) => {
    if (event?.type === 'report-items' && Array.isArray(event.items)) {
      const before = pieces.get(event.content) ?? [];
      // Two who write the same pieces at once write the same: the first of each counts.
      if (event.from === before.length + 1) pieces.set(event.content, [...before, ...event.items]);
    }
    if (event?.type !== 'report-taken' || !Array.isArray(event.items)) return [];
    const items = event.pieces ? (pieces.get(event.pieces.content) ?? []) : event.items;
    return [[event.hash, { ...event, items }] as const];
  });
}

function caseIn(found: FoundStream): readonly FoundCase[] {
  const kind = caseKinds.get(partitionKind(found));
  const { partition, stream: name } = found;
  const id = kind && attempt(() => caseOfStream({ partition, name }));
  if (!kind || !id) return [];
  const events = eventsIn<CaseEvent>(found);
  return [{ id, kind, found, events, state: foldedAsFar(events) }];
}

function foldedAsFar(events: readonly Found<CaseEvent>[]): CaseState {
  let state = unopened;
  for (const { event } of events) {
    const after = attempt(() => evolve(state, event) as CaseState | undefined);
    if (!after) return state;
    state = after;
  }
  return state;
}

const documentsIn = ({ events }: FoundStream, sha256: Sha256): ReadonlyMap<string, Proposal> =>
  new Map(
    events.flatMap((each) => {
      const text = textOf(each);
      return text === undefined ? [] : [[sha256(text), each.event as unknown as Proposal] as const];
    }),
  );

function versionsIn(found: FoundStream): readonly InputVersion[] {
  const { partition, stream: name, events } = found;
  if (!isInputKind(name)) return [];
  const recorded = events.map((each) => ({ ...each, stream: { partition, name } }));
  return attempt(() => inputVersions(name, recorded as never)) ?? [];
}

/** What cannot be said of text that anybody may have written is undefined. */
export function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** The payment that a case's proposal of that hash makes; undefined where the record holds none. */
export function paymentNamed(
  { proposals }: Pick<Parts, 'proposals'>,
  id: CaseId,
  hash: string,
): PaymentProposal | undefined {
  const found = proposals.get(id)?.get(hash);
  return found?.kind === 'payment' ? found : undefined;
}

/** The case that somebody names; undefined for what is none, or what the record does not hold. */
export const caseNamed = ({ cases }: Pick<Parts, 'cases'>, named: Json | undefined) => {
  const id = typeof named === 'string' ? attempt(() => parseCaseId(named)) : undefined;
  return id && cases.get(id);
};

/** The cases of which something is new: an event of theirs, a proposal, or the order to the bank. */
export function judgedCases({ cases, streams, isNew }: Parts): readonly FoundCase[] {
  const grown = new Set(
    streams.flatMap((found) =>
      isNew(found, found.events.at(-1)?.number ?? 0) ? [nameOf(found)] : [],
    ),
  );
  return [...cases.values()].filter(({ id, found }) =>
    [nameOf(found), ...[proposalStream(id), bankOrderStream(id)].map(streamText)].some((name) =>
      grown.has(name),
    ),
  );
}

/** Why an event cannot be: in words that follow its type. */
export class Contradiction extends Error {}

export const refuse = (why: string): never => {
  throw new Contradiction(why);
};

/** When a proposal was put before people; undefined where nothing says so. */
export const proposedAt = (
  { cases }: Pick<Parts, 'cases'>,
  id: CaseId,
  { number }: Pick<PaymentProposal, 'number'>,
): Instant | undefined =>
  cases.get(id)?.events.find(({ event }) => event.type === 'proposed' && event.number === number)
    ?.event.at;
