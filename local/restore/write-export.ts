import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  type ExportedFile,
  type ExportedItem,
  type ExportSummary,
  md5Of,
} from './export-format.ts';

/** As many files as a table of four partitions gives; the service decides how many a table has. */
const files = 4;

export interface ExportOf {
  readonly tableArn: string;
  /** ISO 8601. */
  readonly exportTime: string;
  readonly items: readonly ExportedItem[];
}

/**
 * Writes what DynamoDB's full export of a table to S3 would: items in a few gzip files by the hash of their partition, and the two
 * manifests with their checksums. Gives the export's folder, `DIRECTORY/AWSDynamoDB/EXPORT`.
 */
export function writeExport(directory: string, { tableArn, exportTime, items }: ExportOf): string {
  const id = `0${Date.parse(exportTime)}-${hash('sha256', tableArn).slice(0, 8)}`;
  const prefix = `AWSDynamoDB/${id}`;
  const folder = join(directory, prefix);
  mkdirSync(join(folder, 'data'), { recursive: true });
  const put = (path: string, content: string | Uint8Array) =>
    writeFileSync(join(folder, path), content);
  const putManifest = (name: string, content: string) => {
    put(`${name}.json`, content);
    put(`${name}.md5`, md5Of(Buffer.from(content)));
  };
  const listed = shared(items).map((some, index): ExportedFile => {
    const name = `${hash('sha256', `${id} ${index}`).slice(0, 26)}.json.gz`;
    const bytes = gzipSync(some.map((Item) => `${JSON.stringify({ Item })}\n`).join(''));
    put(`data/${name}`, bytes);
    const etag = `${hash('md5', bytes)}-1`;
    const dataFileS3Key = `${prefix}/data/${name}`;
    return { itemCount: some.length, md5Checksum: md5Of(bytes), etag, dataFileS3Key };
  });
  put('_started', '');
  putManifest('manifest-files', listed.map((file) => `${JSON.stringify(file)}\n`).join(''));
  const summary: ExportSummary = {
    version: '2020-06-30',
    exportArn: `${tableArn}/export/${id}`,
    tableArn,
    exportTime,
    manifestFilesS3Key: `${prefix}/manifest-files.json`,
    itemCount: items.length,
    outputFormat: 'DYNAMODB_JSON',
    exportType: 'FULL_EXPORT',
  };
  putManifest('manifest-summary', JSON.stringify(summary));
  return folder;
}

/** All items of a partition are in one file. */
function shared(items: readonly ExportedItem[]): readonly (readonly ExportedItem[])[] {
  const parts: ExportedItem[][] = Array.from({ length: files }, () => []);
  for (const item of items) {
    const digits = hash('sha256', item.partition?.S ?? '').slice(0, 8);
    parts[Number.parseInt(digits, 16) % files]?.push(item);
  }
  return parts;
}
