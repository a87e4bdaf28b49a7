import type { Instant } from '../calendar/stockholm.ts';
import { canonical, type Json } from '../canonical.ts';
import type { Person } from '../payment/events.ts';
import type { Recorded } from '../ports.ts';
import { streamText } from '../record/case-id.ts';
import type { InputDocument } from './document.ts';
import { type InputKind, inputKinds } from './kinds.ts';

/** A new version of an input, with where it came from and the hash of the signed document. */
export type InputRegistered = {
  readonly type: 'input-registered';
  readonly at: Instant;
  readonly by: Person;
  readonly from: string;
  readonly documentHash: string;
  /** The document's registration number (diarienummer), where it has one. */
  readonly registration?: string;
  /** The document itself, where it is kept beside the record under its hash. */
  readonly document?: InputDocument;
  readonly content: Json;
};

/** A second person has checked a version against its document; from now on it counts. */
export type InputConfirmed = {
  readonly type: 'input-confirmed';
  readonly at: Instant;
  readonly by: Person;
  readonly version: number;
};

/** A second person has found that a version is not what it should be: it can never count, and another is to be registered. */
export type InputRefused = {
  readonly type: 'input-refused';
  readonly at: Instant;
  readonly by: Person;
  readonly version: number;
  readonly code: string;
  readonly reason: string;
};

export type InputEvent = InputRegistered | InputConfirmed | InputRefused;

/** One version of an input, as the record holds it. */
export interface InputVersion {
  readonly stream: string;
  /** From 1 in its stream; a correction is a new version, the old one stays. */
  readonly version: number;
  /** The number of the event that made it count: its registration, or its confirmation. */
  readonly event: number;
  readonly hash: string;
  readonly registeredAt: Instant;
  readonly registeredBy: string;
  readonly from: string;
  readonly documentHash: string;
  readonly registration?: string;
  readonly document?: InputDocument;
  readonly content: Json;
  readonly confirmed: boolean;
  /** By whom and why it was refused, of a version that never counts. */
  readonly refused?: InputRefused;
}

/**
 * All versions of an input's stream, oldest first. A version that needs confirmation counts from the first confirmation by
 * somebody else than its registrar, and never once somebody else has refused it; what its registrar says of it does neither.
 */
export function inputVersions(
  kind: InputKind,
  events: readonly Recorded<InputEvent>[],
): InputVersion[] {
  const versions: InputVersion[] = [];
  for (const { stream, number, event, hash } of events) {
    if (event.type === 'input-registered') {
      versions.push({
        stream: streamText(stream),
        version: versions.length + 1,
        event: number,
        hash,
        registeredAt: event.at,
        registeredBy: event.by.sub,
        from: event.from,
        documentHash: event.documentHash,
        ...(event.registration !== undefined && { registration: event.registration }),
        ...(event.document !== undefined && { document: event.document }),
        content: event.content,
        confirmed: !inputKinds[kind].confirmed,
      });
      continue;
    }
    const at = event.version - 1;
    const named = versions[at];
    if (!named || named.confirmed || named.refused || named.registeredBy === event.by.sub) continue;
    versions[at] =
      event.type === 'input-confirmed'
        ? { ...named, event: number, confirmed: true }
        : { ...named, refused: event };
  }
  return versions;
}

/**
 * The newest version of a key: the only one that a second person judges. What it came after stays replaced, also when it is refused: it was
 * registered because that was wrong. Kinds without a key have one.
 */
export const newestOf = (
  versions: readonly InputVersion[],
  key: string,
  keyOf: (content: Json) => string = () => '',
): InputVersion | undefined => versions.findLast(({ content }) => keyOf(content) === key);

/**
 * Whether a registration says no more than a version does: the same content from the same document, which is kept where it is brought.
 * What was refused is said anew by whoever registers it again.
 */
export const saysTheSame = (
  version: InputVersion | undefined,
  { documentHash, document, content }: InputRegistered,
): boolean =>
  version !== undefined &&
  !version.refused &&
  version.documentHash === documentHash &&
  (document === undefined || version.document !== undefined) &&
  canonical(version.content) === canonical(content);

/** The versions that count: of each key the newest that has effect. Kinds without a key have one. */
export function inForce(
  versions: readonly InputVersion[],
  keyOf: (content: Json) => string = () => '',
): ReadonlyMap<string, InputVersion> {
  const newest = new Map<string, InputVersion>();
  for (const version of versions)
    if (version.confirmed) newest.set(keyOf(version.content), version);
  return newest;
}
