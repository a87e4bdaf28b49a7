import { hash } from 'node:crypto';
import { Crc32, Crc32c, Crc64Nvme } from '@aws-sdk/checksums/crc';

/** SHA-256 of bytes as S3 writes it: base64. */
export const sha256Checksum = (bytes: Uint8Array): string => hash('sha256', bytes, 'base64');

type Checksum = (bytes: Uint8Array) => string | Promise<string>;

interface Crc {
  update(bytes: Uint8Array): void;
  digest(): Promise<Uint8Array>;
}

async function crc(made: Crc, bytes: Uint8Array): Promise<string> {
  made.update(bytes);
  return Buffer.from(await made.digest()).toString('base64');
}

/** The checksums that S3 may have stored an object with, the strongest first. Whoever put the object chose; a bank may take any. */
const checksums: readonly (readonly [header: string, of: Checksum])[] = [
  ['x-amz-checksum-sha256', sha256Checksum],
  ['x-amz-checksum-sha1', (bytes) => hash('sha1', bytes, 'base64')],
  ['x-amz-checksum-crc32', (bytes) => crc(new Crc32(), bytes)],
  ['x-amz-checksum-crc32c', (bytes) => crc(new Crc32c(), bytes)],
  ['x-amz-checksum-crc64nvme', (bytes) => crc(new Crc64Nvme(), bytes)],
];

/** One of an object that was put in parts is made of the parts' checksums, `…-3`, and says nothing of the whole. */
const ofParts = /-\d+$/;

/** Refused: bytes that have another checksum than they were stored with, as S3 tells it in a header. */
export async function assertChecksum(
  headers: Readonly<Record<string, string>>,
  bytes: Uint8Array,
): Promise<void> {
  for (const [header, of] of checksums) {
    const stored = headers[header];
    if (stored === undefined || ofParts.test(stored)) continue;
    const found = await of(bytes);
    if (found === stored) return;
    throw new Error(`Checksum mismatch: ${header} is ${stored}, the bytes have ${found}.`);
  }
}
