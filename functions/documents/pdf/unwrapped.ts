import { inflateSync } from 'node:zlib';

const WOFF = 0x774f4646;

/**
 * A font out of its WOFF wrapping: the same tables, inflated once (W3C, WOFF File Format 1.0, sections 3 to 5). pdfkit takes WOFF
 * too, but inflates a table again for every glyph in it, which took half of the time that a statement takes. Refused: another format.
 */
export function unwrapped(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (view.getUint32(0) !== WOFF) throw new RangeError('This font is not WOFF.');
  const count = view.getUint16(12);
  const tables = Array.from({ length: count }, (_, index) => tableAt(woff, view, 44 + 20 * index));
  const start = 12 + 16 * count;
  const font = new Uint8Array(tables.reduce((end, { bytes }) => padded(end + bytes.length), start));
  const written = new DataView(font.buffer);
  // The largest power of two that is not above the count: what readers once searched the directory by.
  const power = 2 ** Math.floor(Math.log2(count));
  written.setUint32(0, view.getUint32(4));
  [count, power * 16, Math.log2(power), (count - power) * 16].forEach((field, index) => {
    written.setUint16(4 + 2 * index, field);
  });
  let offset = start;
  tables.forEach(({ tag, checksum, bytes }, index) => {
    [tag, checksum, offset, bytes.length].forEach((field, of) => {
      written.setUint32(12 + 16 * index + 4 * of, field);
    });
    font.set(bytes, offset);
    offset = padded(offset + bytes.length);
  });
  return font;
}

/** Tables begin at multiples of four bytes. */
const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** A table that would not become smaller lies there as it is. */
function tableAt(woff: Uint8Array, view: DataView, at: number) {
  const [tag, offset, length, whole, checksum] = [0, 4, 8, 12, 16].map((field) =>
    view.getUint32(at + field),
  ) as [number, number, number, number, number];
  const stored = woff.subarray(offset, offset + length);
  return { tag, checksum, bytes: length === whole ? stored : inflateSync(stored) };
}
