import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unwrapped } from '../../../../functions/documents/pdf/unwrapped.ts';

const woff = readFileSync(
  'node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff',
);

/** The tables of a font by their tags, each with the sum of its 32-bit words, as the OpenType specification computes it. */
function tables(font: Uint8Array) {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  return Array.from({ length: view.getUint16(4) }, (_, index) => {
    const at = 12 + 16 * index;
    const tag = Buffer.from(font.subarray(at, at + 4)).toString('latin1');
    const [checksum, offset, length] = [4, 8, 12].map((field) => view.getUint32(at + field)) as [
      number,
      number,
      number,
    ];
    let sum = 0;
    for (let word = offset; word < offset + length; word += 4)
      sum = (sum + view.getUint32(word)) % 2 ** 32;
    return { tag, checksum, offset, length, sum };
  });
}

describe('A font out of its wrapping', () => {
  const font = unwrapped(woff);

  it('holds every table whole: each sums to what the font says of it', () => {
    // The sum of `head` leaves out one of its own fields, so it is no plain sum.
    const plain = tables(font).filter(({ tag }) => tag !== 'head');
    expect(plain.length).toBeGreaterThan(10);
    for (const { tag, sum, checksum } of plain) expect([tag, sum]).toEqual([tag, checksum]);
  });

  it('has exactly the size that the wrapping announces, with every table at a multiple of four', () => {
    expect(font.length).toBe(new DataView(woff.buffer, woff.byteOffset).getUint32(16));
    for (const { offset } of tables(font)) expect(offset % 4).toBe(0);
  });

  it('says how its tables are searched: by the powers of two below their count', () => {
    const view = new DataView(font.buffer);
    const [count, range, selector, shift] = [4, 6, 8, 10].map((field) => view.getUint16(field)) as [
      number,
      number,
      number,
      number,
    ];
    expect(range).toBe(16 * 2 ** selector);
    expect(2 ** selector).toBeLessThanOrEqual(count);
    expect(2 ** (selector + 1)).toBeGreaterThan(count);
    expect(range + shift).toBe(16 * count);
  });

  it('of another format is refused', () => {
    expect(() => unwrapped(font)).toThrow(new RangeError('This font is not WOFF.'));
  });
});
