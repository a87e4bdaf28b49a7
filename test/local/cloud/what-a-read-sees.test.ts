import { describe, expect, it } from 'vitest';
import { whatAReadSees } from '../../../local/cloud/what-a-read-sees.ts';

const item = (partition: string, event: string) => ({
  partition: { S: partition },
  event: { S: event },
  body: { S: '{}' },
});
const key = (partition: string, event: string) => ({
  partition: { S: partition },
  event: { S: event },
});

const sees = (operation: string, request: object, put: ReturnType<typeof item>): boolean =>
  whatAReadSees(operation, JSON.stringify(request))(put);

const stream = {
  KeyConditionExpression: '#partition = :partition AND begins_with(#event, :prefix)',
  ExpressionAttributeNames: { '#partition': 'partition', '#event': 'event' },
  ExpressionAttributeValues: { ':partition': { S: 'RUN#2021' }, ':prefix': { S: '03#' } },
};
const keys = (...each: object[]) => ({ RequestItems: { Record: { Keys: each } } });

describe('what is put into the table', () => {
  it.each<[string, boolean, string, object, string, string]>([
    ['the stream that is queried', true, 'Query', stream, 'RUN#2021', '03#000004'],
    ['another stream of its partition', false, 'Query', stream, 'RUN#2021', '04#000001'],
    ['the same stream of another partition', false, 'Query', stream, 'RUN#2022', '03#000004'],
    ['a key that is asked for', true, 'GetItem', { Key: key('A', 'x') }, 'A', 'x'],
    ['another event of the partition', false, 'GetItem', { Key: key('A', 'x') }, 'A', 'y'],
    ['one of many keys', true, 'BatchGetItem', keys(key('A', 'x'), key('B', 'y')), 'B', 'y'],
    ['parts of two keys', false, 'BatchGetItem', keys(key('A', 'x'), key('B', 'y')), 'A', 'y'],
    ['anything, for a scan', true, 'Scan', {}, 'A', 'x'],
  ])('%s: seen %s', (_what, expected, operation, request, partition, event) => {
    expect(sees(operation, request, item(partition, event))).toBe(expected);
  });

  it.each<[string, string, object]>([
    [
      'keys with numbers, which can be spelled in several ways',
      'GetItem',
      { Key: { n: { N: '1' } } },
    ],
    ['no keys at all', 'BatchGetItem', {}],
    [
      'keys of which one is a number',
      'BatchGetItem',
      keys(key('A', 'x'), { partition: { S: 'A' }, event: { N: '1' } }),
    ],
    [
      'keys of two tables that are named differently',
      'BatchGetItem',
      { RequestItems: { A: { Keys: [key('A', 'x')] }, B: { Keys: [{ id: { S: 'x' } }] } } },
    ],
    [
      'a condition that is written in another way',
      'Query',
      { ...stream, KeyConditionExpression: '#event BETWEEN :partition AND :prefix' },
    ],
    ['a request without a condition', 'Query', {}],
  ])('is seen whatever it is, by %s', (_what, operation, request) => {
    expect(sees(operation, request, item('A', 'no such event'))).toBe(true);
  });

  it('is seen by a body that is no JSON', () => {
    expect(whatAReadSees('Query', '{')(item('A', 'x'))).toBe(true);
  });
});
