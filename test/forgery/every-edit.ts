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
const shapes: Readonly<Record<string, (item: StoredItem) => StoredItem>> = {
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

/** Of each type of event one item: in each shape, and at each of some places of each attribute each other byte. */
function* editsOf(items: readonly StoredItem[], places: number): Generator<Edit> {
  for (const item of items) {
    const key = `${textIn(item, 'partition')} ${textIn(item, 'event')}`;
    for (const [shape, make] of Object.entries(shapes))
      yield { item, name: `${key}: ${shape}`, made: make(item) };
    for (const name of Object.keys(item)) {
      const whole = textIn(item, name);
      for (let nth = 0; nth < places; nth++) {
        // From the first to the last, each time another of those between.
        const at = Math.round((nth * (whole.length - 1)) / (places - 1));
        for (const [kind, edit] of Object.entries(bytes)) {
          const text = whole.slice(0, at) + edit(whole.charAt(at)) + whole.slice(at + 1);
          if (text !== whole)
            yield {
              item,
              name: `${key}: ${name}, byte ${at} ${kind}`,
              made: { ...item, [name]: { S: text } },
            };
        }
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
 */
export function tryEdits(
  all: readonly StoredItem[],
  { places = 3, tell = (_tried: number): void => undefined } = {},
): TriedEdits {
  const items = all.filter((item) => belongsToRecord(textIn(item, 'partition')));
  const [last = {}] = items.slice(-1);
  // Something else that is wrong, which has to be found beside every edit.
  const planted = { ...last, hash: { S: 'f'.repeat(64) } };
  const record = items.map((item) => (item === last ? planted : item));
  const whole = streamsOfItems(items).streams;
  const before = [...(foundIn(record, whole) ?? [])];
  const missed: string[] = [];
  let tried = 0;
  for (const { item, name, made } of editsOf(oneOfEachType(items.slice(0, -1), whole), places)) {
    tell(tried++);
    const changed = record.map((each) => (each === item ? made : each));
    const found = foundIn(changed, whole);
    if (!found || found.size <= before.length || !before.every((each) => found.has(each)))
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

/** What is found, undefined where looking threw; streams that were not edited are known. */
function foundIn(items: readonly StoredItem[], whole: readonly FoundStream[]) {
  try {
    const { streams, findings } = streamsOfItems(items);
    const known = streams
      .filter((each) => whole.some((other) => sameEvents(each, other)))
      .map(headOf);
    const verified = verify(streams, hashOf, undefined, { ...outside, known, whole: true });
    return new Set(
      [...findings, ...verified.findings].map(({ where, what }) => `${where} ${what}`),
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
