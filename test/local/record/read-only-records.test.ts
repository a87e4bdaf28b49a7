import { describe, expect, it } from 'vitest';
import { ReadOnlyRecords } from '../../../local/record/read-only-records.ts';

const event = (number: number, text: string) => ({
  ...{ number, event: { text }, previous: 'p', hash: `h${number}` },
});
const records = new ReadOnlyRecords([
  { partition: 'RUN#2021', stream: '04', events: [event(1, 'april')] },
  { partition: 'RUN#2021', stream: '03', events: [event(1, 'opened'), event(2, 'closed')] },
  { partition: 'RUN#2022', stream: '03', events: [event(1, 'later')] },
]);
const march = { partition: 'RUN#2021', name: '03' };

describe('A record that was read as a whole', () => {
  it('gives the events of a stream as they stand', async () => {
    expect(await records.read(march)).toEqual([
      { stream: march, number: 1, event: { text: 'opened' }, previous: 'p', hash: 'h1' },
      { stream: march, number: 2, event: { text: 'closed' }, previous: 'p', hash: 'h2' },
    ]);
    expect(await records.read({ partition: 'RUN#2021', name: '12' })).toEqual([]);
    expect(await records.read({ partition: 'NOTICE#2021', name: '12' })).toEqual([]);
  });

  it('gives the streams of a partition by name', async () => {
    expect([...(await records.readPartition('RUN#2021')).keys()]).toEqual(['03', '04']);
    expect([...(await records.readPartition('RUN#2021', '04')).keys()]).toEqual(['04']);
    expect((await records.readPartition('RUN#2020')).size).toBe(0);
  });

  it('says which places hold an event', async () => {
    const places = [0, 1, 2, 3].map((number) => ({ stream: march, number }));
    expect(await records.has(places)).toEqual([false, true, true, false]);
    expect(await records.has([{ stream: { partition: 'X', name: 'y' }, number: 1 }])).toEqual([
      false,
    ]);
  });

  it('takes nothing', async () => {
    await expect(records.append(march)).rejects.toThrow('only read');
  });
});
