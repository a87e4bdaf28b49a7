import { hash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item as DynamoDB writes it in JSON: `{ "partition": { "S": "RUN#2021" }, … }`. */
export type ExportedItem = Readonly<Record<string, AttributeValue>>;

/**
 * What DynamoDB's export to S3 says of itself, in manifest-summary.json. Only what is read here; the service writes more.
 *
 * Source: Amazon DynamoDB Developer Guide, "DynamoDB table export output format".
 */
export interface ExportSummary {
  readonly version: '2020-06-30';
  readonly exportArn: string;
  readonly tableArn: string;
  readonly exportTime: string;
  readonly manifestFilesS3Key: string;
  readonly itemCount: number;
  readonly outputFormat: 'DYNAMODB_JSON';
  readonly exportType: 'FULL_EXPORT';
}

/** A line of manifest-files.json: one file of items, gzip, one `{ "Item": … }` a line. */
export interface ExportedFile {
  readonly itemCount: number;
  /** MD5 of the file as it lies there, in base64. */
  readonly md5Checksum: string;
  readonly etag: string;
  readonly dataFileS3Key: string;
}

export const md5Of = (bytes: Uint8Array): string => hash('md5', bytes, 'base64');

/** The path of an object below the folder of its export: keys say `[PREFIX/]AWSDynamoDB/EXPORT/…`. */
export const pathInExport = (key: string): string =>
  basename(dirname(key)) === 'data' ? `data/${basename(key)}` : basename(key);

/** The export cannot be imported: says which file, what it holds and what it should. Nothing was imported. */
export class ExportRefused extends Error {
  override readonly name = 'ExportRefused';
  readonly exitCode = 2;
}
