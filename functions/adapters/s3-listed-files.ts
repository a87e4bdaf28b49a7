import type { ListedFiles } from '../../core/ports.ts';
import type { S3 } from './aws/s3.ts';
import { S3Files } from './s3-files.ts';

/** Files of one S3 bucket whose names can be asked for: all of them, a thousand with each request. */
export class S3ListedFiles extends S3Files implements ListedFiles {
  readonly #client: S3;
  readonly #bucket: string;

  constructor(client: S3, bucket: string) {
    super(client, bucket);
    this.#client = client;
    this.#bucket = bucket;
  }

  async list(): Promise<readonly string[]> {
    const names: string[] = [];
    let from: string | undefined;
    do {
      const page = await this.#client.list(this.#bucket, from);
      names.push(...page.keys);
      from = page.next;
    } while (from !== undefined);
    return names.sort();
  }
}
