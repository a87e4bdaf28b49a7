import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, type Json } from '../../../core/canonical.ts';
import {
  beginning,
  belongsToRecord,
  chainText,
  type Head,
  headHash,
  nextInChain,
} from '../../../core/record/chain.ts';
import { sha256 } from '../../../functions/adapters/sha256.ts';
import { cases } from '../../helpers/cases.ts';

const stream = { partition: 'RUN#2022', name: '02' };

describe('An event in the chain', () => {
  it('is hashed with its stream, its number and the hash before it', () => {
    const first = nextInChain(stream, undefined, { type: 'opened' }, sha256);
    expect(first).toEqual({
      stream,
      number: 1,
      event: { type: 'opened' },
      previous: beginning,
      hash: sha256(
        `{"event":{"type":"opened"},"number":1,"partition":"RUN#2022","previous":"${beginning}","stream":"02"}`,
      ),
    });
    const second = nextInChain(stream, first, { type: 'closed' }, sha256);
    expect([second.number, second.previous]).toEqual([2, first.hash]);
  });

  it('is hashed over canonical text, so that anybody can make the same', () => {
    const anyJson = fc.dictionary(
      fc.string({ unit: 'grapheme' }),
      fc.oneof(fc.integer(), fc.string({ unit: 'grapheme' })),
    );
    fc.assert(
      fc.property(anyJson, fc.integer({ min: 1, max: 999_999 }), (event, number) => {
        const { partition, name } = stream;
        const text = chainText(stream, number, beginning, canonical(event as Json));
        const whole = { event, number, partition, previous: beginning, stream: name };
        expect(text).toBe(canonical(whole as Json));
      }),
      cases(500),
    );
  });

  it('cannot be moved: in another place, or after another event, its hash is another', () => {
    const event = { type: 'opened' };
    const first = nextInChain(stream, undefined, event, sha256);
    const hashes = [
      first,
      nextInChain({ ...stream, name: '03' }, undefined, event, sha256),
      nextInChain({ ...stream, partition: 'RUN#2023' }, undefined, event, sha256),
      nextInChain(stream, first, event, sha256),
      nextInChain(stream, { ...first, hash: 'f'.repeat(64) }, event, sha256),
    ].map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(5);
  });
});

describe('The head hash', () => {
  const head = (partition: string, name: string, length = 1): Head => ({
    partition,
    stream: name,
    length,
    hash: sha256(`${partition}/${name}/${length}`),
  });
  const heads = [head('RUN#2022', '02'), head('INPUT#2021', 'rate'), head('RUN#2022', '01')];

  it('does not depend on the order in which streams are found', () => {
    expect(headHash([...heads].reverse(), sha256)).toBe(headHash(heads, sha256));
    const sorted = ['INPUT#2021 rate', 'RUN#2022 01', 'RUN#2022 02'];
    let hashed = '';
    headHash(heads, (text) => {
      hashed = text;
      return '';
    });
    const read = JSON.parse(hashed) as Head[];
    expect(read.map(({ partition, stream: name }) => `${partition} ${name}`)).toEqual(sorted);
  });

  it('is another when a stream is longer, gone or new', () => {
    const others = [
      [...heads.slice(0, 2), head('RUN#2022', '01', 2)],
      heads.slice(0, 2),
      [...heads, head('RUN#2022', '03')],
    ];
    const hashes = [heads, ...others].map((each) => headHash(each, sha256));
    expect(new Set(hashes).size).toBe(4);
  });

  it('leaves out nothing of the record, and of what is stored only the tokens', () => {
    const partitions = ['RUN#2022', 'JOURNAL#2022', 'AGENDA#all', 'TOKEN#2022'];
    expect(partitions.filter(belongsToRecord)).toEqual(['RUN#2022', 'JOURNAL#2022', 'AGENDA#all']);
  });
});
