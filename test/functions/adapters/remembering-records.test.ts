import { describe, expect, it } from 'vitest';
import { NumberTaken } from '../../../core/ports.ts';
import { RememberingRecords } from '../../../functions/adapters/remembering-records.ts';
import { MemoryRecords } from '../../helpers/memory-records.ts';

const stream = { partition: 'RUN#2021', name: '03' };
const another = { partition: 'RUN#2021', name: '04' };

/** A record with one event, how it is used, and one call's view of it. */
async function remembering() {
  const records = new MemoryRecords();
  await records.append(stream, undefined, 'first');
  const uses: string[] = [];
  records.interrupt(({ operation, moment }) => {
    if (moment === 'before') uses.push(operation);
  });
  return { records, uses, mine: new RememberingRecords(records) };
}
const events = async (records: RememberingRecords, of = stream) =>
  (await records.read(of)).map(({ event }) => event);

describe('What a call remembers of the record', () => {
  it('is each stream and partition that it has read: they are not read again', async () => {
    const { mine, uses } = await remembering();
    expect(await events(mine)).toEqual(['first']);
    expect(await events(mine)).toEqual(['first']);
    expect(uses).toEqual(['read']);
    await mine.readPartition('RUN#2021');
    expect(await events(mine)).toEqual(['first']);
    expect(await events(mine, another)).toEqual([]);
    expect(uses).toEqual(['read', 'read-partition']);
  });

  it('holds what it has appended itself', async () => {
    const { mine } = await remembering();
    const [first] = await mine.read(stream);
    await mine.readPartition('RUN#2021');
    const second = await mine.append(stream, first, 'second');
    await mine.append(stream, second, 'third');
    expect(await events(mine)).toEqual(['first', 'second', 'third']);
    expect((await mine.readPartition('RUN#2021')).get('03')).toHaveLength(3);
  });

  it('is forgotten when somebody else was first, and then read anew', async () => {
    const { mine, records } = await remembering();
    const [first] = await mine.read(stream);
    await mine.readPartition('RUN#2021');
    await records.append(stream, first, 'somebody else’s');
    expect(await events(mine)).toEqual(['first']);
    await expect(mine.append(stream, first, 'mine')).rejects.toBeInstanceOf(NumberTaken);
    expect(await events(mine)).toEqual(['first', 'somebody else’s']);
    expect((await mine.readPartition('RUN#2021')).get('03')).toHaveLength(2);
  });

  it('never answers whether a stream has grown', async () => {
    const { mine, records } = await remembering();
    const [first] = await mine.read(stream);
    await records.append(stream, first, 'somebody else’s');
    expect(await mine.has([{ stream, number: 2 }])).toEqual([true]);
  });
});
