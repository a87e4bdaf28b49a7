import { describe, expect, it } from 'vitest';
import { ReadCache } from '../../../local/cloud/read-cache.ts';
import { whatAReadSees } from '../../../local/cloud/what-a-read-sees.ts';

const item = (partition: string, event = '01#000001') => ({
  partition: { S: partition },
  event: { S: event },
});
const answer = { headers: {}, body: '{}' };

const bodyOf = (partition: string) =>
  JSON.stringify({
    KeyConditionExpression: '#partition = :partition',
    ExpressionAttributeNames: { '#partition': 'partition' },
    ExpressionAttributeValues: { ':partition': { S: partition } },
  });

function remembering(...partitions: string[]): ReadCache {
  const cache = new ReadCache();
  for (const each of partitions)
    cache.beginRead(each, whatAReadSees('Query', bodyOf(each)))(answer);
  return cache;
}

describe('the cache of reads', () => {
  it('answers a read again while nothing is written that it sees', () => {
    const cache = remembering('RUN#2021', 'INPUT#2021');
    cache.beginWrite(item('RUN#2021'))();
    expect(cache.get('RUN#2021')).toBeUndefined();
    expect(cache.get('INPUT#2021')).toBe(answer);
  });

  it('forgets a scan at every write, and everything at a write that it cannot read', () => {
    const cache = remembering('INPUT#2021');
    cache.beginRead('scan', whatAReadSees('Scan', '{}'))(answer);
    cache.beginWrite(item('RUN#2021'))();
    expect(cache.get('scan')).toBeUndefined();
    cache.beginWrite(undefined)();
    expect(cache.get('INPUT#2021')).toBeUndefined();
  });

  it('answers nothing while a write is under way, and keeps no read that overlaps one', () => {
    const cache = remembering('INPUT#2021');
    const read = cache.beginRead('RUN#2021', () => false);
    const written = cache.beginWrite(item('RUN#2022'));
    expect(cache.get('INPUT#2021')).toBeUndefined();
    written();
    read(answer);
    expect(cache.get('RUN#2021')).toBeUndefined();
    expect(cache.get('INPUT#2021')).toBe(answer);
  });

  it('leaves out the answer that was used longest ago when there are more than 256', () => {
    const cache = remembering(...Array.from({ length: 256 }, (_, each) => `P#${each}`));
    expect(cache.get('P#0')).toBe(answer);
    cache.beginRead('P#256', () => false)(answer);
    expect(cache.get('P#1')).toBeUndefined();
    expect(cache.get('P#0')).toBe(answer);
    expect(cache.get('P#256')).toBe(answer);
  });
});
