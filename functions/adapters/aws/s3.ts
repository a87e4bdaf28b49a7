import { extendedEncodeURIComponent } from '@smithy/core/protocols';
import { assertChecksum, sha256Checksum } from './s3-checksums.ts';
import { Service, type ServiceOptions, type ServiceRequest } from './service.ts';
import { xmlRefusal } from './service-error.ts';

/** Objects of S3: put where none is, and read. */
export class S3 {
  readonly #service: Service;

  constructor(options?: ServiceOptions) {
    this.#service = new Service('s3', xmlRefusal, options);
  }

  /** Stores an object under a key that is free, if it arrives with the SHA-256 that it left with; refused by S3 otherwise. */
  async putNew(bucket: string, key: string, bytes: Uint8Array, mediaType: string): Promise<void> {
    await this.#service.send({
      method: 'PUT',
      ...this.#place(bucket, key),
      headers: {
        'content-type': mediaType,
        'if-none-match': '*',
        // The algorithm is named too: a bucket with Object Lock takes nothing without.
        'x-amz-sdk-checksum-algorithm': 'SHA256',
        'x-amz-checksum-sha256': sha256Checksum(bytes),
      },
      body: bytes,
    });
  }

  /** An object's bytes; the newest version's unless one is named. Refused: bytes that do not have the checksum they were stored with. */
  async get(bucket: string, key: string, version?: string): Promise<Uint8Array> {
    const { headers, body } = await this.#service.send({
      method: 'GET',
      ...this.#place(bucket, key),
      headers: { 'x-amz-checksum-mode': 'ENABLED' },
      ...(version !== undefined && { query: { versionId: version } }),
    });
    await assertChecksum(headers, body);
    return new Uint8Array(body);
  }

  destroy(): void {
    this.#service.destroy();
  }

  /** At AWS the bucket is part of the host; an address of a laptop has no names before it, so there it is part of the path. */
  #place(bucket: string, key: string): Pick<ServiceRequest, 'path' | 'hostPrefix'> {
    const path = `/${key.split('/').map(extendedEncodeURIComponent).join('/')}`;
    return this.#service.isAws ? { path, hostPrefix: `${bucket}.` } : { path: `/${bucket}${path}` };
  }
}
