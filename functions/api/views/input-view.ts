import type { Json } from '../../../core/canonical.ts';
import { type InputContents, inputKey } from '../../../core/inputs/contents.ts';
import { documentKinds, namedKind } from '../../../core/inputs/document.ts';
import {
  type InputEvent,
  type InputVersion,
  inForce,
  inputVersions,
  newestOf,
} from '../../../core/inputs/input-stream.ts';
import { type InputKind, inputKinds } from '../../../core/inputs/kinds.ts';
import type { Recorded, Records } from '../../../core/ports.ts';
import { inputStream } from '../../../core/record/case-id.ts';
import { inputKindTexts } from '../../contract/api/input-kind-texts.ts';
import { inputRefusalTexts } from '../../contract/api/input-refusal-texts.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import type { ReadCase } from './cases.ts';
import { awaiting } from './waiting-runs.ts';

export type InputYear = number | 'all';
type ShownKind = AnswerOf<'readInput'>;
type ShownVersion = ShownKind['versions'][number];
type Registered = Extract<InputEvent, { type: 'input-registered' }>;

/** A kind's stream as it was read: its events, and the versions that they come to. */
export interface ReadInput {
  readonly year: InputYear;
  readonly kind: InputKind;
  readonly events: readonly Recorded<InputEvent>[];
  readonly versions: readonly InputVersion[];
}

export async function readInputStream(
  records: Records,
  year: InputYear,
  kind: InputKind,
): Promise<ReadInput> {
  // Payees are nobody's year: their stream is the same whatever year is asked.
  const events = await records.read<InputEvent>(inputStream(year === 'all' ? 0 : year, kind));
  return { year, kind, events, versions: inputVersions(kind, events) };
}

export const keyOf = (kind: InputKind, content: Json): string =>
  inputKey(kind, content as InputContents[typeof kind]);

/** A kind with all its versions, the newest first, and the runs that wait for it. */
export function shownKind(
  read: ReadInput,
  waiting: readonly ReadCase[],
  language: Language,
): ShownKind {
  const { year, kind } = read;
  const { from, confirmed } = inputKinds[kind];
  return {
    year,
    kind,
    text: inputKindTexts[kind][language],
    from,
    needsConfirmation: confirmed,
    versions: shownVersions(read, language).toReversed(),
    awaitedBy: awaiting(waiting, kind, year),
    canBeCsv: inputKindTexts[kind].csv,
  };
}

/** Every version as it is shown, the oldest first. */
export function shownVersions(read: ReadInput, language: Language): ShownVersion[] {
  const { year, kind, events, versions } = read;
  const force = new Set(inForce(versions, (content) => keyOf(kind, content)).values());
  const registered = events.flatMap(({ event }) =>
    event.type === 'input-registered' ? [event] : [],
  );
  return versions.map((version, index) => {
    const { by } = registered[index] as Registered;
    const confirmation = confirmationOf(version, events);
    return {
      year,
      kind,
      version: version.version,
      key: keyOf(kind, version.content),
      from: version.from,
      registeredAt: version.registeredAt,
      registeredBy: { sub: by.sub, name: by.name },
      documentHash: version.documentHash,
      ...(version.registration !== undefined && { registration: version.registration }),
      ...documentOf(version),
      hash: version.hash,
      confirmed: version.confirmed,
      ...(confirmation && {
        confirmedBy: { sub: confirmation.by.sub, name: confirmation.by.name },
      }),
      ...refusalOf(version, language),
      needsConfirmation: isPending(read, version),
      inForce: force.has(version),
    };
  });
}

/** Whether a version waits for a second person: nobody has judged it, and no newer one of the same key has come after it. */
export function isPending({ kind, versions }: ReadInput, version: InputVersion): boolean {
  const key = keyOf(kind, version.content);
  const newest = newestOf(versions, key, (content) => keyOf(kind, content));
  return newest === version && !version.confirmed && !version.refused;
}

/** The version that a content is held against, as it is shown beside it; nothing where there is none. */
export function against(
  { events, versions }: ReadInput,
  version: InputVersion | undefined,
): Pick<AnswerOf<'readInputVersion'>, 'against'> {
  const found = versions.find((each) => each.version === version?.version);
  if (!found) return {};
  const registrations = events.flatMap(({ event }) =>
    event.type === 'input-registered' ? [event] : [],
  );
  const by = (registrations[found.version - 1] as Registered).by;
  const confirmation = confirmationOf(found, events);
  return {
    against: {
      version: found.version,
      registeredAt: found.registeredAt,
      registeredBy: { sub: by.sub, name: by.name },
      ...(confirmation && {
        confirmedBy: { sub: confirmation.by.sub, name: confirmation.by.name },
      }),
    },
  };
}

/** The document, where it is kept. */
const documentOf = ({ document }: InputVersion): Pick<ShownVersion, 'document'> => {
  const kind = document && namedKind(document.name);
  return document && kind ? { document: { ...document, mediaType: documentKinds[kind] } } : {};
};

/** Who refused a version and why, where somebody did. */
function refusalOf({ refused }: InputVersion, language: Language): Pick<ShownVersion, 'refused'> {
  if (!refused) return {};
  const { at, by, code, reason } = refused;
  const words = Object.entries(inputRefusalTexts).find(([known]) => known === code)?.[1];
  return {
    refused: {
      ...{ at, code, codeText: words?.[language] ?? code, reason },
      by: { sub: by.sub, name: by.name },
    },
  };
}

/** The event that made a version count, where that was a second person's. */
function confirmationOf({ event, confirmed }: InputVersion, events: ReadInput['events']) {
  const found = events[event - 1]?.event;
  return confirmed && found?.type === 'input-confirmed' ? found : undefined;
}
