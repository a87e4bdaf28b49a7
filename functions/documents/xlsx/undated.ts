const entry = 0x02014b50;
const end = 0x06054b50;
/** 1 January 1980, 00:00, as MS-DOS wrote it: the first moment that an archive can name. */
const noTime = 0x00210000;

/**
 * The archive with every file in it dated 1980-01-01. Whoever packs stamps the time of packing, and then the same workbook has other
 * bytes each time. Changed in place. Refused: bytes that are no ZIP archive.
 */
export function undated(archive: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let last = archive.byteLength - 22;
  while (last >= 0 && view.getUint32(last, true) !== end) last--;
  if (last < 0) throw new RangeError('These bytes are no ZIP archive.');
  let at = view.getUint32(last + 16, true);
  for (let left = view.getUint16(last + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== entry) throw new RangeError('These bytes are no ZIP archive.');
    view.setUint32(at + 12, noTime, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, noTime, true);
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return archive;
}
