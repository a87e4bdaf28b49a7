import { FileDiffers, type Files } from '../../core/ports.ts';
import type { S3 } from './aws/s3.ts';

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
  readonly #client: S3;
  readonly #bucket: string;

  constructor(client: S3, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async put(name: string, bytes: Uint8Array, mediaType: string): Promise<void> {
    try {
      await this.#client.putNew(this.#bucket, name, bytes, mediaType);
    } catch (error) {
      if (!(error instanceof Error && taken.has(error.name))) throw error;
      const stored = await this.read(name);
      if (stored === undefined) throw error;
      if (!Buffer.from(stored).equals(bytes)) throw new FileDiffers(name);
    }
  }

  async read(name: string, version?: string): Promise<Uint8Array | undefined> {
    try {
      return await this.#client.get(this.#bucket, name, version);
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
      throw error;
    }
  }
}
