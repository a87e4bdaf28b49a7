import { canonical, type Json } from '../canonical.ts';
import type { Recorded, StreamId } from '../ports.ts';
import { type Finding, type FoundStream, nameOf } from './found-stream.ts';
import { unchangeable } from './unchangeable.ts';

/** An item as a table or an export gives it: attributes by name, a text as `{ S: text }`. Nothing of it is believed. */
export type StoredItem = Readonly<Record<string, unknown>>;

/** What the record writes of an event, each as a text, and nothing besides. */
export const attributes = ['body', 'event', 'hash', 'partition', 'previous'] as const;

export type Attributes = Readonly<Record<(typeof attributes)[number], string>>;

/** Six digits keep text order equal to number order for the first 999 999 events of a stream. */
export const sortKey = ({ name }: Pick<StreamId, 'name'>, number: number): string =>
  `${name}#${String(number).padStart(6, '0')}`;

/** An event as it is written. */
export const attributesOf = ({ stream, number, event, previous, hash }: Recorded): Attributes => ({
  partition: stream.partition,
  event: sortKey(stream, number),
  body: canonical(event),
  previous,
  hash,
});

type StoredEvent = FoundStream['events'][number];

/** What a body says, and in what it is not as it was written. */
interface Body {
  readonly event?: Json;
  readonly wrong: readonly string[];
  /** The canonical text, where the body is it. */
  readonly made?: { readonly text: string };
}

/**
 * Bodies by their text, as they were read before and as they are now. Whoever reads the same bytes again need not ask again what they
 * say and whether they are canonical; nothing else is taken from before, and what they say cannot be changed.
 */
export interface BodiesRead {
  readonly before: ReadonlyMap<string, Body>;
  readonly now: Map<string, Body>;
}

/** What an item says, as far as it can be read, and in what it is not as it was written. */
export interface ReadItem {
  /** Absent where it cannot be told which event it is, or what that says. */
  readonly found?: Pick<FoundStream, 'partition' | 'stream'> & { readonly event: StoredEvent };
  readonly findings: readonly Finding[];
}

/**
 * Reads an item as it lies: it must have exactly the attributes that the record writes, each a text; its sort key must be the one that
 * the writer makes; its body must be the canonical form of what it says; its hashes must be hashes. Whatever is otherwise is a
 * finding, never an error.
 */
export function readItem(item: StoredItem, read?: BodiesRead): ReadItem {
  const text = (name: string): string | undefined => textIn(item[name]);
  const partition = text('partition');
  const key = keyIn(text('event'));
  const where = key
    ? `${nameOf({ partition: partition ?? '', stream: key.name })} event ${key.number}`
    : `item ${JSON.stringify(partition ?? null)} ${JSON.stringify(text('event') ?? null)}`;
  const body = bodyRead(text('body'), read);
  const [previous, hash] = [text('previous'), text('hash')];
  const wrong = [
    ...wrongAttributes(item),
    ...(key ? key.wrong : ['has a sort key that is no NAME#NNNNNN']),
    ...body.wrong,
    ...wrongHash('previous', previous),
    ...wrongHash('hash', hash),
  ];
  const findings = wrong.map((what) => ({ where, what }));
  if (partition === undefined || !key || body.event === undefined) return { findings };
  const { event } = body;
  const { name: stream, number } = key;
  const found = {
    partition,
    stream,
    event: { number, event, previous: previous ?? '', hash: hash ?? '', ...body.made },
  };
  return { found, findings };
}

/** The text of an attribute that is a text and nothing else. */
function textIn(value: unknown): string | undefined {
  const { S: text, ...others } = Object(value) as { S?: unknown };
  return typeof text === 'string' && Object.keys(others).length === 0 ? text : undefined;
}

function wrongAttributes(item: StoredItem): readonly string[] {
  const known: readonly string[] = attributes;
  const more = Object.keys(item).filter((name) => !known.includes(name));
  return [
    ...more.map((name) => `has an attribute that the record does not write: ${name}`),
    ...known.flatMap((name) => {
      if (!Object.hasOwn(item, name)) return [`lacks the attribute ${name}`];
      return textIn(item[name]) === undefined ? [`has an attribute that is no text: ${name}`] : [];
    }),
  ];
}

function keyIn(key: string | undefined) {
  const [, name, digits] = /^([^#]+)#(\d{1,15})$/.exec(key ?? '') ?? [];
  if (name === undefined || digits === undefined) return undefined;
  const number = Number(digits);
  const made = sortKey({ name }, number);
  const wrong =
    number > 0 && made === key ? [] : [`has the sort key ${key}; the writer makes ${made}, from 1`];
  return { name, number, wrong };
}

function bodyRead(text: string | undefined, read: BodiesRead | undefined): Body {
  if (text === undefined || !read) return bodyIn(text);
  const body = read.before.get(text) ?? unchangeable(bodyIn(text));
  read.now.set(text, body);
  return body;
}

function bodyIn(body: string | undefined): Body {
  if (body === undefined) return { wrong: [] };
  let event: Json;
  try {
    event = JSON.parse(body) as Json;
  } catch {
    return { wrong: ['has a body that is no JSON'] };
  }
  const wrong = unlikeCanonical('has a body', body, event);
  return wrong.length === 0 ? { event, wrong, made: { text: body } } : { event, wrong };
}

/** That a text is the canonical form of what it says; else from where on it is another. */
export function unlikeCanonical(what: string, text: string, said: Json): readonly string[] {
  let made: string;
  try {
    made = canonical(said);
  } catch {
    return [`${what} that has no canonical form`];
  }
  if (made === text) return [];
  let at = 0;
  while (at < made.length && made[at] === text[at]) at++;
  return [`${what} that is not in its canonical form, from character ${at + 1} on`];
}

const wrongHash = (name: string, text: string | undefined): readonly string[] =>
  text === undefined || /^[0-9a-f]{64}$/.test(text) ? [] : [`has as ${name} what is no hash`];

/** Streams as they were found, and what was wrong with the items that make them. */
export interface StoredStreams {
  readonly streams: readonly FoundStream[];
  readonly findings: readonly Finding[];
}

/**
 * The streams that items make, sorted by partition and name, each stream's events by their numbers.
 *
 * @param read bodies that were read before; those that are read now are put there
 */
export function streamsOfItems(items: Iterable<StoredItem>, read?: BodiesRead): StoredStreams {
  const { streams, findings } = gathered(Array.from(items, (item) => readItem(item, read)));
  const inOrder = streams.map((found) => ({
    ...found,
    events: found.events.toSorted((a, b) => a.number - b.number),
  }));
  return { streams: inOrder, findings };
}

/** The streams that events make, sorted by partition and name; each stream's events in the order in which they were read. */
export function gathered(read: readonly ReadItem[]): StoredStreams {
  const streams = new Map<string, { partition: string; stream: string; events: StoredEvent[] }>();
  for (const { found } of read) {
    if (!found) continue;
    const { partition, stream, event } = found;
    const known = streams.get(nameOf(found)) ?? { partition, stream, events: [] };
    known.events.push(event);
    streams.set(nameOf(found), known);
  }
  return {
    streams: [...streams.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
    findings: read.flatMap((each) => each.findings),
  };
}
