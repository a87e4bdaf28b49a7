import { headOf } from '../../core/record/anchor.ts';
import { belongsToRecord } from '../../core/record/chain.ts';
import { type FoundStream, nameOf } from '../../core/record/found-stream.ts';
import { type StoredItem, streamsOfItems } from '../../core/record/stored-item.ts';
import { verify } from '../../core/record/verify.ts';
import { hashOf, typeOf } from '../helpers/forge.ts';
import { outside } from './every-forgery.ts';

/** What was done to a stored item, with no hash made to fit. */
interface Edit {
  readonly item: StoredItem;
  /** `RUN#2021 03#000006: body, byte 17 gone`. */
  readonly name: string;
  /** Nothing where it was taken away. */
  readonly made: StoredItem;
}

/** What one byte can become: another letter, a digit, a blank, nothing, itself twice, quoted, a line end, no ASCII. */
const bytes: Readonly<Record<string, (byte: string) => string>> = {
  another: (byte) => (byte === 'x' ? 'y' : 'x'),
  'a digit more': (byte) => (/[0-8]/.test(byte) ? String(Number(byte) + 1) : '0'),
  'a blank': (byte) => (byte === ' ' ? '_' : ' '),
  gone: () => '',
  twice: (byte) => byte + byte,
  quoted: (byte) => `${byte}"`,
  'a line end': () => '\n',
  'not ASCII': () => 'ä',
};

const textIn = (item: StoredItem, name: string): string =>
  (item[name] as { S?: string } | undefined)?.S ?? '';

/** The ways in which an item can lie otherwise than it was written and say the same to whoever does not look. */
export const shapes: Readonly<Record<string, (item: StoredItem) => StoredItem>> = {
  'a blank in its body': (item) => ({
    ...item,
    body: { S: textIn(item, 'body').replace(':', ': ') },
  }),
  'a key twice': (item) => ({
    ...item,
    body: {
      S: textIn(item, 'body').replace(
        /^\{("[^"]+":(?:"[^"]*"|\d+|\[\]))?/,
        (head, pair) => `${head}${pair ? `,${pair}` : '"x":1,"x":1,'}`,
      ),
    },
  }),
  'a sort key without its zeros': (item) => ({
    ...item,
    event: { S: textIn(item, 'event').replace(/#0+/, '#') },
  }),
  'one attribute more': (item) => ({ ...item, note: { S: '' } }),
  'one attribute less': ({ previous: _previous, ...item }) => item,
  'a binary for a text': (item) => ({ ...item, hash: { B: textIn(item, 'hash') } }),
};

/** Each item in each shape, and at each of some places of each attribute with each other byte, or with one of them, in turn. */
function* editsOf(
  items: readonly StoredItem[],
  { places, dealt }: { readonly places: number; readonly dealt: boolean },
): Generator<Edit> {
  for (const [turn, item] of items.entries()) {
    const key = `${textIn(item, 'partition')} ${textIn(item, 'event')}`;
    for (const [shape, make] of Object.entries(shapes))
      yield { item, name: `${key}: ${shape}`, made: make(item) };
    const spots = Object.keys(item).flatMap((name) =>
      // From the first to the last, each time another of those between.
      Array.from({ length: places }, (_, nth) => {
        const whole = textIn(item, name);
        return { name, whole, at: Math.round((nth * (whole.length - 1)) / (places - 1)) };
      }),
    );
    for (const [spot, { name, whole, at }] of spots.entries()) {
      const all = Object.entries(bytes);
      const nth = (turn + spot) % all.length;
      for (const [kind, edit] of dealt ? all.slice(nth, nth + 1) : all) {
        const text = whole.slice(0, at) + edit(whole.charAt(at)) + whole.slice(at + 1);
        const made = { ...item, [name]: { S: text } };
        yield { item, name: `${key}: ${name}, byte ${at} ${kind}`, made };
      }
    }
  }
}

export interface TriedEdits {
  readonly tried: number;
  readonly missed: readonly string[];
}

/**
 * Tries edits of the items of a record, none of them hashed anew: each must be found, at a place, and with everything else that is
 * wrong with the record; nothing may throw.
 *
 * @param places of each attribute at which a byte is edited, its first and its last among them
 * @param dealt whether each place is edited in one way only, in turn, so that each is edited in every way over the types of events
 */
export function tryEdits(
  all: readonly StoredItem[],
  { places = 3, dealt = false, tell = (_tried: number): void => undefined } = {},
): TriedEdits {
  const items = all.filter((item) => belongsToRecord(textIn(item, 'partition')));
  const [first = {}, ...others] = items;
  // Something else that is wrong, which has to be found beside every edit.
  const planted = { ...first, hash: { S: 'f'.repeat(64) } };
  const record = [planted, ...others];
  const whole = streamsOfItems(items).streams;
  const before = { whole, record, streams: streamsOfItems(record).streams };
  const wrong = [...(foundIn(before, planted, planted) ?? [])];
  const missed: string[] = [];
  let tried = 0;
  const picked = oneOfEachType(others, whole);
  for (const { item, name, made } of editsOf(picked, { places, dealt })) {
    tell(tried++);
    const found = foundIn(before, item, made);
    if (!found || found.size <= wrong.length || !wrong.every((each) => found.has(each)))
      missed.push(name);
  }
  return { tried, missed };
}

/** The last item of each type of event. */
function oneOfEachType(items: readonly StoredItem[], streams: readonly FoundStream[]) {
  const types = new Map<string, StoredItem>();
  const places = new Map(
    streams.flatMap((stream) =>
      stream.events.map(({ event, number }) => [
        `${stream.partition} ${stream.stream}#${String(number).padStart(6, '0')}`,
        typeOf(stream, event),
      ]),
    ),
  );
  for (const item of items)
    types.set(places.get(`${textIn(item, 'partition')} ${textIn(item, 'event')}`) ?? '', item);
  return [...types.values()];
}

/** A record before an edit. */
interface BeforeEdit {
  /** Its streams, with nothing wrong. */
  readonly whole: readonly FoundStream[];
  /** Its items, with what was planted. */
  readonly record: readonly StoredItem[];
  /** The streams that those make. */
  readonly streams: readonly FoundStream[];
}

/**
 * What is found, undefined where looking threw. Only partitions that the edit concerns are read again, and working, which is most of a
 * record, only beside what names it.
 */
function foundIn({ whole, record, streams }: BeforeEdit, item: StoredItem, made: StoredItem) {
  try {
    const concerned = new Set([item, made].map((each) => textIn(each, 'partition')));
    const changed = record.map((each) => (each === item ? made : each));
    const read = streamsOfItems(changed.filter((each) => concerned.has(textIn(each, 'partition'))));
    const isBeside = ({ partition }: FoundStream) =>
      !concerned.has(partition) &&
      (!partition.startsWith('WORKING#') || /^(WORKING|PROPOSAL)#/.test(textIn(item, 'partition')));
    const now = [...streams.filter(isBeside), ...read.streams];
    const known = now.filter((each) => whole.some((other) => sameEvents(each, other))).map(headOf);
    const verified = verify(now, hashOf, undefined, { ...outside, known, whole: true });
    return new Set(
      [...read.findings, ...verified.findings].map(({ where, what }) => `${where} ${what}`),
    );
  } catch {
    return undefined;
  }
}

const sameEvents = (one: FoundStream, other: FoundStream): boolean =>
  nameOf(one) === nameOf(other) &&
  one.events.length === other.events.length &&
  one.events.every(({ text, hash }, index) => {
    const twin = other.events[index];
    return text !== undefined && text === twin?.text && hash === twin.hash;
  });
