import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { foundStreams, recordText } from '../../../../console/pages/audit/found-streams.ts';
import { partsOf } from '../../../../console/pages/audit/record-parts.ts';
import type { Recorded } from '../../../../core/ports.ts';
import { nextInChain } from '../../../../core/record/chain.ts';
import { verify } from '../../../../core/record/verify.ts';
import { recordText as localRecordText } from '../../../../local/record/record-file.ts';

const hex = (text: string) => bytesToHex(sha256(utf8ToBytes(text)));

/** Events as the API answers them: of a stream, in the order of their numbers. */
function stream(partition: string, name: string, count: number) {
  const chain: Recorded[] = [];
  for (let at = 1; at <= count; at++)
    chain.push(nextInChain({ partition, name }, chain.at(-1), { note: `å ${at}` }, hex));
  return chain.map(({ number, event, previous, hash }) => ({
    ...{ partition, stream: name, number, event, previous, hash },
  }));
}

const events = [...stream('AGENDA#all', 'closed', 3), ...stream('INPUT#2021', 'rate', 2)];

describe('the record as it was downloaded', () => {
  /** What follows from what is held to elsewhere; here nothing is said that could. */
  const inChain = (each: readonly (typeof events)[number][]) =>
    verify(foundStreams(each), hex).findings.filter(({ what }) =>
      /its hash|does not follow|stands where/.test(what),
    );

  it('is whole to the verifier that the server and the offline command have', () => {
    const verified = verify(foundStreams(events), hex);
    expect(verified).toMatchObject({ streams: 2, events: 5 });
    expect(inChain(events)).toEqual([]);
  });

  it('is not whole when a single event is another, and says where', () => {
    const changed = events.map((each) =>
      each.partition === 'INPUT#2021' && each.number === 2
        ? { ...each, event: { note: 'ä 2' } }
        : each,
    );
    expect(inChain(changed)).toEqual([
      { where: 'INPUT#2021/rate event 2', what: 'is not what its hash was made of' },
    ]);
  });

  it('has another head hash when its tail is gone', () => {
    const [whole, cut] = [events, events.slice(0, -1)].map((each) =>
      verify(foundStreams(each), hex),
    );
    expect(inChain(events.slice(0, -1))).toEqual([]);
    expect(cut?.headHash).not.toBe(whole?.headHash);
  });

  it('is exported in the very bytes that the offline command reads and writes', () => {
    expect(recordText(events)).toBe(localRecordText(foundStreams(events)));
    expect(recordText(events).split('\n')).toHaveLength(6);
  });
});

it('a part of the record is counted over its streams', () => {
  const heads = [
    { stream: 'RUN#2022/01', length: 8 },
    { stream: 'RUN#2022/02', length: 9 },
    { stream: 'SWITCH#all/releases', length: 1 },
  ];
  expect(partsOf(heads)).toEqual([
    { partition: 'RUN#2022', streams: 2, events: 17 },
    { partition: 'SWITCH#all', streams: 1, events: 1 },
  ]);
});
