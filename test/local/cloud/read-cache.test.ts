import { describe, expect, it } from 'vitest';
import { ReadCache } from '../../../local/cloud/read-cache.ts';

const query = (partition: string) => `DynamoDB_20120810.Query {":partition":{"S":"${partition}"}}`;
const scan = 'DynamoDB_20120810.Scan {"TableName":"Record"}';
const answer = { headers: {}, body: '{}' };

function remembering(...reads: string[]): ReadCache {
  const cache = new ReadCache();
  for (const read of reads) cache.beginRead(read)(answer);
  return cache;
}

describe('the cache of reads', () => {
  it('answers a read again while nothing is written where it looks', () => {
    const cache = remembering(query('RUN#2021'), query('INPUT#2021'));
    cache.beginWrite(['"RUN#2021"', '"03#000001"'])();
    expect(cache.get(query('RUN#2021'))).toBeUndefined();
    expect(cache.get(query('INPUT#2021'))).toBe(answer);
  });

  it('forgets a scan at every write, and everything at a write that it cannot read', () => {
    const cache = remembering(scan, query('INPUT#2021'));
    cache.beginWrite(['"RUN#2021"'])();
    expect(cache.get(scan)).toBeUndefined();
    cache.beginWrite(undefined)();
    expect(cache.get(query('INPUT#2021'))).toBeUndefined();
  });

  it('answers nothing while a write is under way, and keeps no read that overlaps one', () => {
    const cache = remembering(query('INPUT#2021'));
    const read = cache.beginRead(query('RUN#2021'));
    const written = cache.beginWrite(['"RUN#2022"']);
    expect(cache.get(query('INPUT#2021'))).toBeUndefined();
    written();
    read(answer);
    expect(cache.get(query('RUN#2021'))).toBeUndefined();
    expect(cache.get(query('INPUT#2021'))).toBe(answer);
  });
});
