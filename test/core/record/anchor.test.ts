import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Anchor,
  anchorName,
  anchorOf,
  anchorText,
  headOf,
  heldAnchors,
  parseAnchor,
  unlikeAnchored,
} from '../../../core/record/anchor.ts';
import type { FoundStream } from '../../../core/record/found-stream.ts';
import { verify } from '../../../core/record/verify.ts';
import { sha256 } from '../../../functions/adapters/sha256.ts';
import { cases } from '../../helpers/cases.ts';
import { chained } from './streams.ts';

const run = chained('RUN#2021', '03', { n: 1 }, { n: 2 }, { n: 3 });
const rates = chained('INPUT#2021', 'rate', { day: '2021-06-15' });
const record = [run, rates];
const anchor = anchorOf(record.map(headOf), sha256);
const name = anchorName(anchor);

describe('An anchor', () => {
  it('has the head hash that the verifier gives the record, in whatever order its streams are found', () => {
    expect(anchor.headHash).toBe(verify(record, sha256).headHash);
    expect(anchorOf([...record].reverse().map(headOf), sha256)).toEqual(anchor);
    expect(anchor.heads.map(({ partition, length }) => [partition, length])).toEqual([
      ['INPUT#2021', 1],
      ['RUN#2021', 3],
    ]);
  });

  it('is named after the number of events and the head hash, so that names stand in the order in which the record grew', () => {
    expect(name).toBe(`000000004-${anchor.headHash}.json`);
    const longer = chained('RUN#2021', '04', ...Array.from({ length: 20 }, (_, n) => ({ n })));
    const later = anchorName(anchorOf([...record, longer].map(headOf), sha256));
    expect(later).toMatch(/^000000024-/);
    expect([later, name].toSorted()).toEqual([name, later]);
  });

  it('of no event at all has a name too', () => {
    expect(anchorName(anchorOf([], sha256))).toMatch(/^000000000-[0-9a-f]{64}\.json$/);
  });

  it('comes back from its file as it was', () => {
    expect(parseAnchor(name, anchorText(anchor), sha256)).toEqual(anchor);
  });

  const text = anchorText(anchor);
  const changed = (change: (all: Anchor) => unknown): string =>
    JSON.stringify(change(structuredClone(anchor)));
  const [first] = anchor.heads;
  it.each([
    ['that is cut off', text.slice(0, -2), 'is no list of heads'],
    ['that is nothing', 'null', 'is no list of heads'],
    ['without heads', '{"headHash":"a"}', 'is no list of heads'],
    ['without a head hash', '{"heads":[]}', 'is no list of heads'],
    ['with a head that is none', changed((all) => ({ ...all, heads: [null] })), 'is no list'],
    [
      'with a length that is no number of events',
      changed((all) => ({ ...all, heads: [{ ...first, length: 0 }] })),
      'is no list of heads',
    ],
    [
      'with a hash that is none',
      changed((all) => ({ ...all, heads: [{ ...first, hash: 'abc' }] })),
      'is no list of heads',
    ],
    [
      'with a head that was taken out afterwards',
      changed((all) => ({ ...all, heads: [first] })),
      `says ${anchor.headHash}; its heads make`,
    ],
    ['with a blank in it', text.replace(':', ': '), 'is not written as anchors are'],
  ])('is refused from text %s', (_, given, why) => {
    expect(() => parseAnchor(name, given, sha256)).toThrow(RangeError);
    expect(() => parseAnchor(name, given, sha256)).toThrow(`The anchor ${name} ${why}`);
  });

  it('is refused under another name than its own', () => {
    const later = `000000999-${anchor.headHash}.json`;
    expect(() => parseAnchor(later, text, sha256)).toThrow(
      `The anchor ${later} holds what ${name} is the name of.`,
    );
  });
});

describe('A record holds an anchor', () => {
  const against = (found: readonly FoundStream[]) =>
    unlikeAnchored(found, anchor.heads).map(({ where, what }) => `${where} ${what}`);

  it('that was made of it', () => {
    expect(against(record)).toEqual([]);
  });

  it('when it has grown since, in streams that the anchor names and in others', () => {
    const longer = chained('RUN#2021', '03', { n: 1 }, { n: 2 }, { n: 3 }, { n: 4 });
    expect(against([longer, rates, chained('RUN#2021', '04', { n: 1 })])).toEqual([]);
  });

  it('no more when a tail was cut off, and it says which events are missing', () => {
    const cut = (length: number) => [{ ...run, events: run.events.slice(0, length) }, rates];
    expect(against(cut(2))).toEqual([
      'RUN#2021/03 has 2 events; 3 were anchored: event 3 is missing',
    ]);
    expect(against(cut(1))).toEqual([
      'RUN#2021/03 has 1 event; 3 were anchored: events 2 to 3 are missing',
    ]);
  });

  it('no more when a stream is gone', () => {
    expect(against([run])).toEqual(['INPUT#2021/rate is missing; 1 event anchored']);
  });

  it('no more when a stream was written anew, though its own chain holds and it is longer', () => {
    const anew = chained('RUN#2021', '03', { n: 1 }, { n: 2 }, { n: 33 }, { n: 4 });
    expect(against([anew, rates])).toEqual(['RUN#2021/03 event 3 is another than was anchored']);
  });

  it('whatever was appended since, and never once an anchored event was taken away or changed', () => {
    const texts = fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(texts, texts, fc.nat(), fc.boolean(), (before, after, at, isCut) => {
        const stream = (all: readonly string[]) =>
          chained('RUN#2021', '03', ...all.map((text) => ({ text })));
        const { heads } = anchorOf([headOf(stream(before))], sha256);
        expect(unlikeAnchored([stream([...before, ...after])], heads)).toEqual([]);
        const index = at % before.length;
        const changed = isCut
          ? before.slice(0, index)
          : [...before.with(index, `${before[index]}!`), ...after];
        expect(unlikeAnchored([stream(changed)], heads)).toHaveLength(1);
      }),
      cases(200),
    );
  });
});

describe('The anchors that are held often', () => {
  const names = (count: number) =>
    Array.from({ length: count }, (_, n) => `${String(n + 1).padStart(9, '0')}-x.json`);
  const numbers = (count: number) => heldAnchors(names(count)).map((each) => parseInt(each, 10));

  it.each([
    [0, []],
    [1, [1]],
    [2, [2, 1]],
    [3, [3, 2, 1]],
    [20, [20, 19, 17, 13, 5, 1]],
  ])('are of %i anchors these: %j', (count, held) => {
    expect(numbers(count)).toEqual(held);
  });

  it('are found in whatever order the names come', () => {
    expect(heldAnchors(names(20).reverse())).toEqual(heldAnchors(names(20)));
  });
});
