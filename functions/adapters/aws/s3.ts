import { extendedEncodeURIComponent } from '@smithy/core/protocols';
import { assertChecksum, sha256Checksum } from './s3-checksums.ts';
import { Service, type ServiceOptions, type ServiceRequest } from './service.ts';
import { xmlRefusal } from './service-error.ts';

/** A page of a list of keys. */
interface Page {
  readonly keys: readonly string[];
  /** Asks for the next page; undefined when this is the last. */
  readonly next: string | undefined;
}

/** Objects of S3: put where none is, read, and listed. */
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

  /** A page of a bucket's keys, a thousand at most, and where the next one begins; the keys come as they are, none is escaped. */
  async list(bucket: string, from?: string): Promise<Page> {
    const { body } = await this.#service.send({
      method: 'GET',
      ...this.#place(bucket, ''),
      query: {
        'list-type': '2',
        'encoding-type': 'url', // XML cannot say every key.
        ...(from !== undefined && { 'continuation-token': from }),
      },
    });
    return pageIn(body.toString());
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

/** Refused: an answer that is no list, which would pass for an empty bucket. */
function pageIn(xml: string): Page {
  if (!xml.includes('<ListBucketResult'))
    throw new Error('S3 was asked for a list and gave something else.');
  const keys = [...xml.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) =>
    decodeURIComponent(key.replaceAll('+', ' ')),
  );
  const next = /<NextContinuationToken>([^<]*)<\/NextContinuationToken>/.exec(xml)?.[1];
  return { keys, next: next === undefined ? undefined : unescaped(next) };
}

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' } as const;

const unescaped = (text: string): string =>
  text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: keyof typeof entities) => entities[name]);
