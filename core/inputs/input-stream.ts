import type { Instant } from '../calendar/stockholm.ts';
import type { Json } from '../canonical.ts';
import type { Person } from '../payment/events.ts';
import type { Recorded } from '../ports.ts';
import { streamText } from '../record/case-id.ts';
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
  readonly content: Json;
};

/** A second person has checked a version against its document; from now on it counts. */
export type InputConfirmed = {
  readonly type: 'input-confirmed';
  readonly at: Instant;
  readonly by: Person;
  readonly version: number;
};

export type InputEvent = InputRegistered | InputConfirmed;

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
  readonly content: Json;
  readonly confirmed: boolean;
}

/**
 * All versions of an input's stream, oldest first. A version that needs confirmation counts from the first confirmation by
 * somebody else than its registrar; what its registrar says of it confirms nothing.
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
        content: event.content,
        confirmed: !inputKinds[kind].confirmed,
      });
      continue;
    }
    const at = event.version - 1;
    const named = versions[at];
    if (named && !named.confirmed && named.registeredBy !== event.by.sub)
      versions[at] = { ...named, event: number, confirmed: true };
  }
  return versions;
}

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
