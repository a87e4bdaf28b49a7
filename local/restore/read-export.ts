import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  type ExportedFile,
  type ExportedItem,
  ExportRefused,
  type ExportSummary,
  md5Of,
  pathInExport,
} from './export-format.ts';

/** What every item of the record has, each a text. */
const attributes = ['body', 'event', 'hash', 'partition', 'previous'];

/**
 * The items of an export of that table. Everything is checked before any of it is given: both manifests and each file by its MD5, the
 * number of items in each and in all, the table that was exported, and that each item is one of the record and comes once.
 *
 * Refuses anything else with `ExportRefused`, which names the file.
 *
 * @param folder `…/AWSDynamoDB/EXPORT`
 * @param table  the name of the table that the export must be of; any, when left out, for whoever only looks into it
 */
export function readExport(folder: string, table?: string): readonly ExportedItem[] {
  const summary = jsonOf<ExportSummary>(manifest(folder, 'manifest-summary'), 'manifest-summary');
  const { version, outputFormat, exportType, tableArn, itemCount } = summary;
  const form = `version ${version}, ${outputFormat}, ${exportType}`;
  if (form !== 'version 2020-06-30, DYNAMODB_JSON, FULL_EXPORT')
    refuse(
      'manifest-summary.json',
      `says ${form}; allowed is version 2020-06-30, DYNAMODB_JSON, FULL_EXPORT`,
    );
  const exported = String(tableArn).split(':table/')[1];
  if (table !== undefined && exported !== table)
    refuse('manifest-summary.json', `is of the table ${exported}; given must be one of ${table}`);
  const listed = linesOf(manifest(folder, 'manifest-files')).map((line) =>
    jsonOf<ExportedFile>(line, 'manifest-files'),
  );
  const items = listed.flatMap((file) => itemsOf(folder, file));
  if (items.length !== itemCount)
    refuse('manifest-summary.json', `says ${itemCount} items; the files hold ${items.length}`);
  refuseTwins(items);
  return items;
}

/** A manifest's text, held to the MD5 beside it. The service writes `.md5`; its guide says `.checksum`. */
function manifest(folder: string, name: string): string {
  const bytes = bytesOf(folder, `${name}.json`);
  const beside = existsSync(join(folder, `${name}.checksum`)) ? 'checksum' : 'md5';
  const said = bytesOf(folder, `${name}.${beside}`).toString('utf8').trim();
  holdTo(`${name}.json`, bytes, said);
  return bytes.toString('utf8');
}

function itemsOf(folder: string, file: ExportedFile): readonly ExportedItem[] {
  const path = pathInExport(String(file.dataFileS3Key));
  const bytes = bytesOf(folder, path);
  holdTo(path, bytes, file.md5Checksum);
  const lines = linesOf(unzipped(path, bytes));
  if (lines.length !== file.itemCount)
    refuse(path, `holds ${lines.length} items; manifest-files.json says ${file.itemCount}`);
  return lines.map((line, index) => itemIn(line, `${path}:${index + 1}`));
}

function unzipped(path: string, bytes: Buffer): string {
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch (error) {
    return refuse(path, `is no whole gzip file: ${(error as Error).message}`);
  }
}

function itemIn(line: string, where: string): ExportedItem {
  const { Item: item } = jsonOf<{ readonly Item?: ExportedItem }>(line, where);
  const found = Object.entries(item ?? {})
    .filter(([, value]) => typeof value?.S === 'string' && Object.keys(value).length === 1)
    .map(([name]) => name)
    .sort();
  if (item && found.join() === attributes.join() && Object.keys(item).length === found.length)
    return item;
  return refuse(
    where,
    `is no item of the record; allowed are the texts ${attributes.join(', ')}, given ${Object.keys(item ?? {}).join(', ') || 'none'}`,
  );
}

function refuseTwins(items: readonly ExportedItem[]): void {
  const seen = new Set<string>();
  for (const { partition, event } of items) {
    const key = `${partition?.S}/${event?.S}`;
    if (seen.has(key)) refuse('data', `hold ${key} more than once`);
    seen.add(key);
  }
}

function holdTo(path: string, bytes: Uint8Array, said: string): void {
  const md5 = md5Of(bytes);
  if (md5 !== said) refuse(path, `has the MD5 ${md5}; ${said} was exported`);
}

function bytesOf(folder: string, path: string): Buffer {
  const file = join(folder, path);
  return existsSync(file) ? readFileSync(file) : refuse(path, 'is missing');
}

function jsonOf<T>(text: string, where: string): T {
  try {
    return Object(JSON.parse(text)) as T;
  } catch {
    return refuse(where, `is no JSON: ${JSON.stringify(text.slice(0, 60))}`);
  }
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

function refuse(where: string, what: string): never {
  throw new ExportRefused(`The export's ${where} ${what}. Nothing was imported.`);
}
