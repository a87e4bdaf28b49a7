import { describe, expect, it } from 'vitest';
import { NumberTaken } from '../../../core/ports.ts';
import { OverlayRecords } from '../../../functions/adapters/overlay-records.ts';
import { MemoryRecords } from '../../helpers/memory-records.ts';

const rate = { partition: 'INPUT#2021', name: 'rate' };
const tags = { partition: 'INPUT#2021', name: 'price-tags' };

async function laidOver() {
  const real = new MemoryRecords();
  const first = await real.append(rate, undefined, { n: 1 });
  return { real, first, overlay: new OverlayRecords(real) };
}

describe('Pages laid over the record', () => {
  it('show the record and what was written on them, and leave the record as it was', async () => {
    const { real, first, overlay } = await laidOver();
    const before = real.dump();
    const second = await overlay.append(rate, first, { n: 2 });
    await overlay.append(tags, undefined, { n: 1 });
    expect((await overlay.read(rate)).map(({ event }) => event)).toEqual([{ n: 1 }, { n: 2 }]);
    expect([...(await overlay.readPartition('INPUT#2021')).keys()]).toEqual(['price-tags', 'rate']);
    expect([...(await overlay.readPartition('INPUT#2021', 'ra')).keys()]).toEqual(['rate']);
    expect(
      await overlay.has([
        { stream: rate, number: 1 },
        { stream: rate, number: 2 },
        { stream: rate, number: 3 },
        { stream: tags, number: 1 },
      ]),
    ).toEqual([true, true, false, true]);
    expect(second.previous).toBe(first.hash);
    expect(real.dump()).toEqual(before);
  });

  it('take a place once, also one that the record has taken', async () => {
    const { first, overlay } = await laidOver();
    await expect(overlay.append(rate, undefined, { n: 9 })).rejects.toThrow(NumberTaken);
    const second = await overlay.append(rate, first, { n: 2 });
    await expect(overlay.append(rate, first, { n: 3 })).rejects.toThrow(NumberTaken);
    // The very same event finds itself, as in the record.
    expect(await overlay.append(rate, first, { n: 2 })).toEqual(second);
  });

  it('chain as the record does, so that the same steps give the same bytes', async () => {
    const { real, first, overlay } = await laidOver();
    const tried = await overlay.append(rate, first, { n: 2 });
    expect(await real.append(rate, first, { n: 2 })).toEqual(tried);
  });
});
