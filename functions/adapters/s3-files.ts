import { hash } from 'node:crypto';
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { FileDiffers, type Files } from '../../core/ports.ts';

/** What S3 says of a key that is taken, and of one that somebody else is just writing. */
const taken = new Set(['PreconditionFailed', 'ConditionalRequestConflict']);

/**
 * Files as objects of one S3 bucket, written once (ADR 13).
 *
 * S3 stores an object only if its key is free and its bytes have the SHA-256 that they left with, so neither a second writer nor
 * the way there changes a file. When the key is taken, the bytes that are there decide: the same are a retry of ours, others are
 * `FileDiffers`. A writer who is not done yet is found by nobody: then the put fails under S3's own name, and is tried again.
 */
export class S3Files implements Files {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async put(name: string, bytes: Uint8Array, mediaType: string): Promise<void> {
    try {
      await this.#client.send(
        new PutObjectCommand({
          Bucket: this.#bucket,
          Key: name,
          Body: bytes,
          ContentType: mediaType,
          // The algorithm is named too: a bucket with Object Lock takes nothing without.
          ChecksumAlgorithm: 'SHA256',
          ChecksumSHA256: hash('sha256', bytes, 'base64'),
          IfNoneMatch: '*',
        }),
      );
    } catch (error) {
      if (!(error instanceof Error && taken.has(error.name))) throw error;
      const stored = await this.read(name);
      if (stored === undefined) throw error;
      if (!Buffer.from(stored).equals(bytes)) throw new FileDiffers(name);
    }
  }

  async read(name: string, version?: string): Promise<Uint8Array | undefined> {
    try {
      const { Body } = await this.#client.send(
        new GetObjectCommand({
          Bucket: this.#bucket,
          Key: name,
          ...(version !== undefined && { VersionId: version }),
          ChecksumMode: 'ENABLED',
        }),
      );
      return await Body?.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }
}
