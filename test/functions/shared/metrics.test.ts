import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseInstant } from '../../../core/calendar/stockholm.ts';
import { CountedRecords } from '../../../functions/adapters/counted-records.ts';
import { METRICS_NAMESPACE, metrics as units } from '../../../functions/contract/metrics.ts';
import { metrics } from '../../../functions/shared/metrics.ts';
import { MemoryRecords } from '../../helpers/memory-records.ts';
import { NotedMetrics } from '../../helpers/noted-metrics.ts';

/** What the functions print of a metric, as CloudWatch reads it. */
function printed(say: () => void) {
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  const lines: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  try {
    say();
  } finally {
    write.mockRestore();
  }
  return lines.map((line) => JSON.parse(line));
}

afterEach(() => vi.unstubAllEnvs());

describe('A metric', () => {
  it('is one line in the embedded metric format, with the deployment as its only dimension', () => {
    const [line, ...more] = printed(() => metrics.count('PaymentsReleased', 21));
    expect(more).toEqual([]);
    expect(line).toEqual({
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: METRICS_NAMESPACE,
            Dimensions: [['service']],
            Metrics: [{ Name: 'PaymentsReleased', Unit: units.PaymentsReleased }],
          },
        ],
      },
      service: 'unnamed',
      PaymentsReleased: 21,
    });
  });

  it('that is a moment says it in whole seconds since 1970', () => {
    const since = parseInstant('2021-03-01T08:00:00.500Z');
    const [line] = printed(() => metrics.since('OldestWaitSince', since));
    expect(line.OldestWaitSince).toBe(1614585600);
    expect(line._aws.CloudWatchMetrics[0].Metrics[0].Unit).toBe('Seconds');
  });

  it('is said at once, each on a line of its own', () => {
    const lines = printed(() => {
      metrics.count('RunsWaiting', 0);
      metrics.count('RunsWaiting', 3);
    });
    expect(lines.map(({ RunsWaiting }) => RunsWaiting)).toEqual([0, 3]);
  });

  it('is a whole number, never an amount', () => {
    for (const number of [0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => metrics.count('RunsWaiting', number)).toThrow(RangeError);
  });
});

describe('An append that meets another writer', () => {
  it('is counted, and refused all the same', async () => {
    const noted = new NotedMetrics();
    const records = new CountedRecords(new MemoryRecords(), noted);
    const stream = { partition: 'RUN#2021', name: '03' };
    await records.append(stream, undefined, { said: 'first' });
    expect(noted.said).toEqual([]);
    await expect(records.append(stream, undefined, { said: 'second' })).rejects.toThrow(
      'is already written',
    );
    expect(noted.said).toEqual([['AppendsRefused', 1]]);
  });
});
