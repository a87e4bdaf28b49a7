import { canonical, type Json } from '../../core/canonical.ts';
import { beginning, chainText } from '../../core/record/chain.ts';
import { type FoundStream, nameOf } from '../../core/record/found-stream.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';

/** A record in which one thing was changed, and every hash that follows from it made to fit. */
export interface Forgery {
  /** `RUN#2021/03 event 6`. */
  readonly where: string;
  /** The kind of its partition, its type, and the path of what was changed, list places left out: `RUN settled totalSek`. */
  readonly field: string;
  readonly change: string;
  /** Whether it says another thing of the same form: a text for a text, a person for a person. */
  readonly ofForm: boolean;
  /** Whether it is of when, where or whether something happened, and not of what an event says. */
  readonly ofOrder?: true;
  readonly make: () => readonly FoundStream[];
}

type Place = { readonly stream: number; readonly event: number };
type Path = readonly (string | number)[];

/**
 * Every forgery of a record, by what its events are made of: of each type of event every member that any of that type has, once for
 * each kind of element where it is in a list, in every way that its value can be another. Nothing here knows what an event means, so a
 * new type is forged as well.
 */
export function forgeries(given: readonly FoundStream[]): readonly Forgery[] {
  const found = chainedAnew(given);
  const fields = fieldsOf(found);
  return [...fields].flatMap(([, { field, place, path, seen }]) => {
    const stream = found[place.stream] as FoundStream;
    const { event, number } = stream.events[place.event] as FoundStream['events'][number];
    const where = `${nameOf(stream)} event ${number}`;
    return changesOf(valueAt(event, path), [...seen.values()], path).map(
      ({ change, value, ofForm }): Forgery => ({
        ...{ where, field, change, ofForm },
        make: () => forged(found, place, withValue(event, path, value)),
      }),
    );
  });
}

interface Field {
  readonly field: string;
  /** The last event that has it, and where in that. */
  readonly place: Place;
  readonly path: Path;
  /** Some of the values that the record has in it, by their canonical text. */
  readonly seen: Map<string, Json>;
}

/** Every field of a record, once for each kind of element that it is in. */
function fieldsOf(found: readonly FoundStream[]): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  found.forEach((stream, index) => {
    stream.events.forEach(({ event: said }, event) => {
      for (const { path, name } of pathsIn(said)) {
        const field = `${typeOf(stream, said)} ${name.replaceAll(/\(.*?\)/g, '')}`;
        const key = `${typeOf(stream, said)} ${name}`;
        const seen = fields.get(key)?.seen ?? new Map<string, Json>();
        const value = valueAt(said, path);
        if (seen.size < 8) seen.set(canonical(value), value);
        fields.set(key, { field, place: { stream: index, event }, path, seen });
      }
    });
  });
  return fields;
}

export const kindOf = (partition: string): string => partition.replace(/#.*$/, '');

/** `RUN settled`, `INPUT rate input-registered`, `PROPOSAL payment`. */
export const typeOf = (
  { partition, stream }: Pick<FoundStream, 'partition' | 'stream'>,
  event: Json,
): string => {
  const { type, kind } = Object(event) as { type?: string; kind?: string };
  const of = kindOf(partition) === 'INPUT' ? [stream] : [];
  return [kindOf(partition), ...of, type ?? kind ?? ''].join(' ');
};

interface Named {
  readonly path: Path;
  readonly name: string;
}

/** The paths of a value and of everything in it. Of a table, whose members are all alike, the last; of a list the last of each kind. */
function pathsIn(value: Json, path: Path = [], name = ''): readonly Named[] {
  const own = { path, name };
  if (typeof value !== 'object' || value === null) return [own];
  const within = Array.isArray(value)
    ? value.map((each, index) => [index, `${name}(${kindOfElement(each)})`] as const)
    : Object.keys(value).map(
        (key) => [key, [name, isTable(value) ? '*' : key].filter(Boolean).join('.')] as const,
      );
  const lasts = new Map(
    within.flatMap(([key, named]) =>
      pathsIn((value as never)[key] as Json, [...path, key], named).map((each) => [
        each.name,
        each,
      ]),
    ),
  );
  return [own, ...lasts.values()];
}

/** Whether an object has many members that are all alike: the regions of a country. */
export const isTable = (value: object): boolean =>
  Object.keys(value).length > 15 &&
  new Set(Object.values(value).map((each) => typeof each)).size === 1;

/** By its own word for what it is: what an outcome, a node or a step is made of differs. */
const kindOfElement = (element: Json): string =>
  ['type', 'node', 'operation', 'outcome', 'result']
    .flatMap((word) => (Object(element) as Record<string, string>)[word] ?? [])
    .join(' ');

const valueAt = (value: Json, path: Path): Json =>
  path.reduce<Json>((at, name) => (at as never)[name] as Json, value);

const gone = Symbol('gone');
type Changed = Json | typeof gone;

/** In which ways a value can be another: left out, one more or less of it, of another type, or what stands elsewhere in its place. */
function changesOf(
  value: Json,
  elsewhere: readonly Json[],
  path: Path,
): readonly { readonly change: string; readonly value: Changed; readonly ofForm: boolean }[] {
  const other = elsewhere.filter((each) => canonical(each) !== canonical(value)).slice(0, 3);
  return [
    ...(path.length === 0 ? [] : [{ change: 'left out', value: gone, ofForm: false } as const]),
    ...tweaked(value)
      .filter((each) => canonical(each) !== canonical(value))
      .map((each) => ({
        change: `made ${short(each)}`,
        value: each,
        ofForm: typeof each === typeof value && typeof value !== 'object',
      })),
    ...(path.length === 0 ? [] : other).map((each) => ({
      change: `as elsewhere ${short(each)}`,
      value: each,
      ofForm: true,
    })),
  ];
}

const short = (value: Json): string => canonical(value).slice(0, 60);

function tweaked(value: Json): readonly Json[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1, String(value)];
  if (value === null) return [''];
  if (Array.isArray(value))
    return value.length === 0 ? [['01']] : [value.slice(1), [...value, value.at(-1)]];
  if (typeof value === 'object') return [{ ...value, more: '1' }];
  return tweakedText(value as string);
}

function tweakedText(text: string): readonly Json[] {
  if (/^-?\d+$/.test(text))
    return [`${BigInt(text) + 1n}`, `${BigInt(text) * 10n}`, `${-BigInt(text)}`, 1];
  if (/^[0-9a-f]{64}$/.test(text))
    return [text.replace(/^./, (digit) => (digit === '0' ? '1' : '0')), `${text}0`, 1];
  if (/^\d{4}-\d{2}-\d{2}(T.*)?$/.test(text)) {
    const day = new Date(Date.parse(`${text.slice(0, 10)}T12:00:00Z`) + 86_400_000);
    return [`${day.toISOString().slice(0, 10)}${text.slice(10)}`, 1];
  }
  return [`${text}x`, '', 1];
}

function withValue(root: Json, path: Path, value: Changed): Json {
  const [name, ...rest] = path;
  if (name === undefined) return value as Json;
  const copy = (Array.isArray(root) ? [...root] : { ...(root as object) }) as never as Record<
    string,
    Json
  >;
  if (rest.length > 0) copy[name] = withValue(copy[name] as Json, rest, value);
  else if (value !== gone) copy[name] = value;
  else if (Array.isArray(copy)) copy.splice(Number(name), 1);
  else delete copy[name];
  return copy as Json;
}

/** The record with another event in a place, hashed anew. */
export const forged = (found: readonly FoundStream[], place: Place, event: Json) =>
  rehashed(
    found,
    found.map((stream, index) =>
      index === place.stream
        ? {
            ...stream,
            events: stream.events.map((each, at) =>
              at === place.event ? { ...each, event } : each,
            ),
          }
        : stream,
    ),
  );

/**
 * Makes every hash fit: of the events and their chains, of documents that others name by their hash, and of nodes of working. Whatever
 * named the old hash names the new one, as often as that changes a hash again.
 */
export function rehashed(
  before: readonly FoundStream[],
  after: readonly FoundStream[],
): readonly FoundStream[] {
  let [from, to] = [before, chainedAnew(after)];
  for (;;) {
    const renamed = renames(from, to);
    if (renamed.size === 0) return to;
    const next = chainedAnew(to.map((stream) => withNames(stream, renamed)));
    [from, to] = [to, next];
  }
}

/** The canonical text of an event that is not changed any more. */
const texts = new WeakMap<object, string>();
function textOf(event: Json): string {
  if (typeof event !== 'object' || event === null) return canonical(event);
  const known = texts.get(event) ?? canonical(event);
  texts.set(event, known);
  return known;
}

/** Streams with their chains made anew; one that has been made so is the same. */
export const chainedAnew = (found: readonly FoundStream[]): readonly FoundStream[] =>
  found.map((stream) => (isChained(stream) ? stream : chained(stream)));

const chainedStreams = new WeakSet<FoundStream>();
const isChained = (stream: FoundStream): boolean => chainedStreams.has(stream);

function chained({ partition, stream, events }: FoundStream): FoundStream {
  let previous = beginning;
  const linked = events.map(({ event }, index) => {
    const [number, text] = [index + 1, textOf(event)];
    const hash = hashOf(chainText({ partition, name: stream }, number, previous, text));
    const link = { number, event, previous, hash, text };
    previous = hash;
    return link;
  });
  const made = { partition, stream, events: linked };
  chainedStreams.add(made);
  return made;
}

/** Hashes by which events are named elsewhere: of the event itself, of its text, and of its nodes. */
function namesOf({ partition, events }: FoundStream): readonly (readonly string[])[] {
  return events.map(({ event, hash }) => {
    if (kindOf(partition) === 'INPUT') return [hash];
    if (kindOf(partition) === 'PROPOSAL') return [hashOf(textOf(event))];
    const { nodes, type } = Object(event) as { nodes?: readonly Json[]; type?: string };
    if (type === 'returned') return [hash];
    return Array.isArray(nodes) ? nodes.map((node) => hashOf(textOf(node))) : [];
  });
}

function renames(from: readonly FoundStream[], to: readonly FoundStream[]): Map<string, string> {
  const renamed = new Map<string, string>();
  from.forEach((stream, index) => {
    const [old, now] = [namesOf(stream), namesOf(to[index] as FoundStream)];
    if (old.length !== now.length) return;
    old.forEach((names, event) => {
      names.forEach((name, at) => {
        const other = now[event]?.[at];
        if (other !== undefined && other !== name && names.length === now[event]?.length)
          renamed.set(name, other);
      });
    });
  });
  return renamed;
}

function withNames(stream: FoundStream, renamed: Map<string, string>): FoundStream {
  const concerned = (event: Json) => hashesNamed(event).some((hash) => renamed.has(hash));
  if (!stream.events.some(({ event }) => concerned(event))) return stream;
  const anew = (event: Json): Json =>
    concerned(event) ? (JSON.parse(renameAll(textOf(event), renamed)) as Json) : event;
  // Arguments stand before the steps that name them, so a tree is renamed in one go.
  const node = (each: Json): Json => {
    const made = anew(each);
    if (made !== each) renamed.set(hashOf(textOf(each)), hashOf(textOf(made)));
    return made;
  };
  const events = stream.events.map((each) => {
    const { nodes } = Object(each.event) as { nodes?: Json };
    if (!Array.isArray(nodes) || !concerned(each.event))
      return { ...each, event: anew(each.event) };
    return { ...each, event: { ...(each.event as object), nodes: nodes.map(node) } as Json };
  });
  return { ...stream, events };
}

const renameAll = (text: string, renamed: ReadonlyMap<string, string>): string =>
  text.replace(aHash, (hash) => renamed.get(hash) ?? hash);

const aHash = /[0-9a-f]{64}/g;
const named = new WeakMap<object, readonly string[]>();

/** The hashes that an event names, looked for once. */
function hashesNamed(event: Json): readonly string[] {
  if (typeof event !== 'object' || event === null) return [];
  const known = named.get(event) ?? [...new Set(textOf(event).match(aHash) ?? [])];
  named.set(event, known);
  return known;
}

const hashes = new Map<string, string>();

/** The same texts are hashed again for every forgery. */
export function hashOf(text: string): string {
  const known = hashes.get(text) ?? sha256(text);
  hashes.set(text, known);
  return known;
}
