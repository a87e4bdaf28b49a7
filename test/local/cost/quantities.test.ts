import { describe, expect, it } from 'vitest';
import type { CausedCall } from '../../../local/cost/every-call.ts';
import { metricsIn } from '../../../local/cost/metrics.ts';
import type { PriceId } from '../../../local/cost/prices.ts';
import { quantitiesOf } from '../../../local/cost/quantities.ts';
import type { Setup } from '../../../local/cost/setup.ts';
import { callUsage } from './call-usage.ts';

const plain: Setup = {
  keyed: new Set(),
  tableHasRecovery: false,
  tableIsInfrequent: false,
  traced: new Set(),
  tracesExecutions: false,
  tracesApi: false,
  logsStates: false,
  acls: 0,
  quiet: new Set(),
  behindApi: new Set(),
};
/** Half of AWS's month of 730 hours before the year's end. */
const at = '2021-03-01T05:00:00.000Z';
const to = '2021-03-16T10:00:00.000Z';

const used = (calls: readonly Partial<CausedCall>[], setup: Partial<Setup> = {}) => {
  const year = {
    calls: calls.map((call) => ({ ...callUsage({ at }), by: 'case' as const, ...call })),
    outside: [],
    transitions: [],
    ...{ from: at, to },
  };
  const all = quantitiesOf(year, { ...plain, ...setup });
  return (price: PriceId): string =>
    all
      .filter((each) => each.price === price)
      .map(({ quantity }) => quantity.toFixed())
      .join(' + ') || 'none';
};

describe('What a call uses:', () => {
  it('a request, and its GB-seconds: 125 ms of 512 MB are 0.0625', () => {
    const of = used([{}]);
    expect(of('lambda.request')).toBe('1');
    expect(of('lambda.gbSecond')).toBe('0.0625');
    expect(of('scheduler.firing')).toBe('none');
  });

  it('a firing as well when the clock calls', () => {
    expect(used([{ by: 'clock' }])('scheduler.firing')).toBe('1');
  });

  it('units of every kind of stream together', () => {
    const database = {
      RUN: { reads: 2, writes: 1, addedBytes: 0 },
      WORKING: { reads: 0, writes: 80, addedBytes: 2 ** 30 },
    };
    const of = used([{ database, databaseRequests: 3 }], { tableHasRecovery: true });
    expect(of('dynamodb.read')).toBe('2');
    expect(of('dynamodb.write')).toBe('81');
    // A gigabyte for half a month.
    expect(of('dynamodb.storage')).toBe('0.5');
    expect(of('dynamodb.recovery')).toBe('0.5');
    expect(of('kms.request')).toBe('none');
  });

  it('the same units at the other prices when the table is of the class for what is seldom read', () => {
    const database = { RUN: { reads: 2, writes: 1, addedBytes: 2 ** 30 } };
    const of = used([{ database }], { tableIsInfrequent: true });
    expect(of('dynamodb.infrequentRead')).toBe('2');
    expect(of('dynamodb.infrequentWrite')).toBe('1');
    expect(of('dynamodb.infrequentStorage')).toBe('0.5');
    expect(of('dynamodb.read')).toBe('none');
  });

  it('a request to the API when it is behind it, a trace when it is traced', () => {
    const names = new Set(['open-due']);
    const of = used([{}], { behindApi: names, acls: 2 });
    expect(of('api.request')).toBe('1');
    expect(of('waf.request')).toBe('2');
    expect(of('xray.trace')).toBe('none');
    expect(used([{}], { behindApi: names, tracesApi: true })('xray.trace')).toBe('1');
    expect(used([{}], { traced: names })('xray.trace')).toBe('1');
  });

  it('a request to the table’s key, unless the same function used it in the five minutes before', () => {
    const keyed: Setup['keyed'] = new Set(['table']);
    const one = { databaseRequests: 1 };
    const soon = '2021-03-01T05:05:00.000Z';
    const later = '2021-03-01T05:10:00.001Z';
    const calls = [one, { ...one, at: soon }, { ...one, at: later }, { at: later }];
    expect(used(calls, { keyed })('kms.request')).toBe('1 + 1');
    const another = { ...one, functionName: 'ask' };
    expect(used([one, another], { keyed })('kms.request')).toBe('1 + 1');
  });

  it('its own lines in the log, and Lambda’s unless they are switched off', () => {
    const call = { logBytes: 100, logLines: 1 };
    const gb = (bytes: number) => String(bytes / 2 ** 30);
    // 26 bytes a line besides; Lambda's own: 460 + 4 × 26.
    expect(Number(used([call])('logs.ingestion'))).toBeCloseTo(Number(gb(126 + 564)), 15);
    const quiet = new Set(['open-due']);
    expect(Number(used([call], { quiet })('logs.ingestion'))).toBeCloseTo(Number(gb(126)), 15);
  });

  it('notices and files', () => {
    const of = used([{ requests: { 'sns.POST': 2, 's3.PUT': 1, 's3.GET': 3 }, putBytes: 2 ** 30 }]);
    expect(of('sns.publish')).toBe('2');
    expect(of('sns.mail')).toBe('2');
    expect(of('s3.put')).toBe('1');
    expect(of('s3.get')).toBe('3');
    expect(of('s3.storage')).toBe('0.5');
  });
});

describe('What a workflow uses:', () => {
  const state = (execution: string, name: string) => ({
    ...{ machine: 'monthly-payout', execution, state: name, month: '2021-03', retry: false },
  });
  const transitions = [state('a', 'Open'), state('b', 'Open'), state('a', 'Close')];
  const all = (setup: Partial<Setup>) =>
    quantitiesOf({ calls: [], outside: [], transitions, from: at, to }, { ...plain, ...setup });
  const count = (price: PriceId, setup: Partial<Setup> = {}): number =>
    all(setup).filter((each) => each.price === price).length;

  it('a transition for each state, and a trace for each execution that is traced', () => {
    expect(count('states.transition')).toBe(3);
    expect(count('xray.trace')).toBe(0);
    expect(count('xray.trace', { tracesExecutions: true })).toBe(2);
  });

  it('the log of its states, when it logs more than errors', () => {
    expect(count('logs.ingestion')).toBe(0);
    expect(count('logs.ingestion', { logsStates: true })).toBe(3);
  });
});

describe('Custom metrics', () => {
  const line = (service: string) =>
    JSON.stringify({
      _aws: {
        CloudWatchMetrics: [
          {
            Namespace: 'N',
            Dimensions: [['service']],
            Metrics: [{ Name: 'Paid' }, { Name: 'Held' }],
          },
        ],
      },
      ...{ service, Paid: 1, Held: 0 },
    });

  it('are told apart by their dimensions’ values, and counted once each', () => {
    const log = ['{"message":"Done"}', line('a'), line('a'), line('b'), ''].join('\n');
    expect(metricsIn(log)).toEqual([
      'N/service=a/Held',
      'N/service=a/Paid',
      'N/service=b/Held',
      'N/service=b/Paid',
    ]);
  });

  it('are none in a log without any', () => {
    expect(metricsIn('{"message":"Done"}\n')).toEqual([]);
  });
});
