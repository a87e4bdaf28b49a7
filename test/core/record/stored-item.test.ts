import { describe, expect, it } from 'vitest';
import type { Json } from '../../../core/canonical.ts';
import { nextInChain } from '../../../core/record/chain.ts';
import {
  attributesOf,
  readItem,
  type StoredItem,
  sortKey,
  streamsOfItems,
} from '../../../core/record/stored-item.ts';
import { isOurs } from '../../../core/record/stream-form.ts';
import { sha256 } from '../../../functions/adapters/sha256.ts';

const stream = { partition: 'RUN#2021', name: '03' };
const opened = { at: '2021-02-22T05:00:00.000Z', case: 'payout-2021-03', type: 'opened' };
const itemOf = (event: Json): StoredItem =>
  Object.fromEntries(
    Object.entries(attributesOf(nextInChain(stream, undefined, event, sha256))).map(([name, S]) => [
      name,
      { S },
    ]),
  );
const item = itemOf(opened);
const body = (text: string): StoredItem => ({ ...item, body: { S: text } });
const text = (item.body as { S: string }).S;
const without = (name: string): StoredItem =>
  Object.fromEntries(Object.entries(item).filter(([each]) => each !== name));
const wrongIn = (of: StoredItem) =>
  readItem(of).findings.map(({ where, what }) => `${where} ${what}`);

describe('An item of the table', () => {
  it('is read as it was written', () => {
    const { found, findings } = readItem(item);
    expect(findings).toEqual([]);
    expect(found).toMatchObject({
      partition: 'RUN#2021',
      stream: '03',
      event: { number: 1, event: opened, previous: '0'.repeat(64), text },
    });
  });

  it.each<[string, StoredItem, string]>([
    ['a blank in its body', body(text.replace(':', ': ')), 'form, from character 7 on'],
    ['a key twice', body(`${text.slice(0, -1)},"type":"opened"}`), 'form, from character 73 on'],
    ['keys in another order', body('{"b":1,"a":1}'), 'form, from character 3 on'],
    ['another spelling of a letter', body('{"a":"\\u0062"}'), 'form, from character 7 on'],
    ['a number that is no whole one', body('{"a":1.5}'), 'a body that has no canonical form'],
    ['a body that ends too soon', body(text.slice(0, -1)), 'a body that is no JSON'],
    ['a body that is half a letter', body('"\\ud800"'), 'a body that has no canonical form'],
    ['one attribute more', { ...item, note: { S: '' } }, 'does not write: note'],
    ['one attribute less', { ...item, hash: undefined }, 'has an attribute that is no text: hash'],
    [
      'a number for a text',
      { ...item, hash: { N: '1' } },
      'has an attribute that is no text: hash',
    ],
    ['a text that is more', { ...item, hash: { S: '', N: '1' } }, 'that is no text: hash'],
    ['a hash in capitals', { ...item, hash: { S: 'A'.repeat(64) } }, 'has as hash what is no hash'],
    ['no word of the one before it', without('previous'), 'lacks the attribute previous'],
    ['no hash before it', { ...item, previous: { S: '' } }, 'has as previous what is no hash'],
    [
      'a sort key without its zeros',
      { ...item, event: { S: '03#1' } },
      '03#1; the writer makes 03#000001',
    ],
    ['a zero too many', { ...item, event: { S: '03#0000001' } }, 'the writer makes 03#000001'],
    ['the number 0', { ...item, event: { S: '03#000000' } }, 'has the sort key 03#000000'],
  ])('with %s is a finding at its place', (_, changed, said) => {
    const found = wrongIn(changed);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^RUN#2021\/03 event [01] /);
    expect(found[0]).toContain(said);
  });

  it('without its partition is a finding at the place that is left', () => {
    expect(wrongIn(without('partition'))).toEqual(['/03 event 1 lacks the attribute partition']);
  });

  it('without an attribute is a finding that names it', () => {
    const { hash: _hash, ...rest } = item;
    expect(wrongIn(rest)).toEqual(['RUN#2021/03 event 1 lacks the attribute hash']);
  });

  it.each<[string, StoredItem, string]>([
    ['no number', { ...item, event: { S: '03' } }, 'item "RUN#2021" "03" has a sort key'],
    ['no key', { ...item, event: { N: '1' } }, 'item "RUN#2021" null has'],
    ['nothing', {}, 'item null null lacks the attribute body'],
  ])('with %s is no event, and a finding all the same', (_, changed, said) => {
    expect(readItem(changed).found).toBeUndefined();
    expect(wrongIn(changed)[0]).toContain(said);
  });

  it('of which only the body cannot be read is no event either', () => {
    expect(readItem(body('{')).found).toBeUndefined();
    const { body: _body, ...rest } = item;
    expect(readItem(rest).found).toBeUndefined();
  });

  it('has its number in six digits, in more where there are more', () => {
    expect([1, 999_999, 1_000_000].map((number) => sortKey(stream, number))).toEqual([
      '03#000001',
      '03#999999',
      '03#1000000',
    ]);
  });
});

/** What one byte can become: another letter, a blank, nothing, itself twice, and its bits turned. */
const edits: readonly (readonly [string, (byte: string) => string])[] = [
  ['another', (byte) => (byte === 'x' ? 'y' : 'x')],
  ['a digit more', (byte) => (/[0-8]/.test(byte) ? String(Number(byte) + 1) : '0')],
  ['a blank', () => ' '],
  ['gone', () => ''],
  ['twice', (byte) => byte + byte],
  ['quoted', (byte) => `${byte}"`],
  ['a line end', () => '\n'],
  ['not ASCII', () => 'ä'],
];

describe.each(edits)('A byte that is %s', (_, edit) => {
  it('is found in every attribute at every place, and nothing throws', () => {
    let tried = 0;
    for (const [name, value] of Object.entries(item)) {
      const { S: whole } = value as { S: string };
      for (let at = 0; at < whole.length; at++) {
        const changed = whole.slice(0, at) + edit(whole[at] ?? '') + whole.slice(at + 1);
        if (changed === whole) continue;
        tried++;
        const { streams, findings } = streamsOfItems([{ ...item, [name]: { S: changed } }]);
        // The chain finds what still lies as something could be written.
        const linked = streams.every(({ partition, stream: own, events }) =>
          events.every(
            ({ event, previous, number, hash, text: made }) =>
              isOurs({ partition, name: own }) &&
              nextInChain({ partition, name: own }, undefined, event, sha256).hash === hash &&
              previous === '0'.repeat(64) &&
              number === 1 &&
              made !== undefined,
          ),
        );
        expect(findings.length > 0 || !linked, `${name} ${at} ${changed}`).toBe(true);
      }
    }
    expect(tried).toBeGreaterThan(200);
  });
});

describe('A body that was read before', () => {
  const readTwice = (first: StoredItem, second: StoredItem) => {
    const kept = new Map();
    streamsOfItems([first], { before: new Map(), now: kept });
    return streamsOfItems([second], { before: kept, now: new Map() });
  };

  it('says the same again, and nobody can change what it says', () => {
    const read = readTwice(item, item);
    expect(read).toEqual(streamsOfItems([item]));
    const event = read.streams[0]?.events[0]?.event as { type: string };
    expect(() => {
      event.type = 'closed';
    }).toThrow(TypeError);
  });

  it('has its faults again', () => {
    const blank = body(text.replace(':', ': '));
    expect(readTwice(blank, blank)).toEqual(streamsOfItems([blank]));
  });

  it('hides no byte that is another the next time, in whichever attribute', () => {
    for (const [name, value] of Object.entries(item)) {
      const { S: whole } = value as { S: string };
      for (let at = 0; at < whole.length; at++) {
        const S = `${whole.slice(0, at)}~${whole.slice(at + 1)}`;
        const changed = { ...item, [name]: { S } };
        expect(readTwice(item, changed)).toEqual(streamsOfItems([changed]));
      }
    }
  });
});

it.each([
  ['what was asked', 'REQUEST#2021', 'any', true],
  ['a notice', 'NOTICE#2021', 'any', true],
  ['a case that is none', 'ORDER#2021', 'payout-2021-13', false],
  ['an order under another year than its case', 'ORDER#2022', 'payout-2021-03', false],
])('Whether a stream is ours is told of %s', (_, partition, name, ours) => {
  expect(isOurs({ partition, name })).toBe(ours);
});

it('Items make streams in the order of their names, and events in that of their numbers', () => {
  const second = nextInChain(
    stream,
    nextInChain(stream, undefined, opened, sha256),
    { type: 'closed' },
    sha256,
  );
  const more = Object.fromEntries(
    Object.entries(attributesOf(second)).map(([name, S]) => [name, { S }]),
  );
  const other = { ...item, partition: { S: 'GRANT#2021' }, event: { S: 'allocation#000001' } };
  const { streams } = streamsOfItems([more, item, other]);
  expect(
    streams.map(({ partition, events }) => [partition, ...events.map((e) => e.number)]),
  ).toEqual([
    ['GRANT#2021', 1],
    ['RUN#2021', 1, 2],
  ]);
});
