import { inflateRawSync } from 'node:zlib';

/** A file of an archive, and when the archive says that it was made: in MS-DOS's own two numbers. */
export interface Unzipped {
  readonly text: string;
  readonly time: number;
  readonly date: number;
}

/** The files of a ZIP archive by their names, read by its directory. */
export function unzip(archive: Uint8Array): ReadonlyMap<string, Unzipped> {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const files = new Map<string, Unzipped>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    const deflated = bytes.readUInt16LE(at + 10) === 8;
    files.set(bytes.toString('utf8', at + 46, at + 46 + (name ?? 0)), {
      text: (deflated ? inflateRawSync(packed) : packed).toString('utf8'),
      time: bytes.readUInt16LE(at + 12) + bytes.readUInt16LE(local + 10),
      date: bytes.readUInt16LE(at + 14),
    });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}
