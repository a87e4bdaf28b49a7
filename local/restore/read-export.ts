import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { attributes } from '../../core/record/stored-item.ts';
import {
  type ExportedFile,
  type ExportedItem,
  ExportRefused,
  type ExportSummary,
  md5Of,
  pathInExport,
} from './export-format.ts';

/** Told what is otherwise than it should be, and in which file. */
type Wrong = (where: string, what: string) => void;

/**
 * The items of an export of that table. Everything is checked before any of it is given: both manifests and each file by its MD5, the
 * number of items in each and in all, the table that was exported, and that each item is one of the record and comes once.
 *
 * Refuses anything else with `ExportRefused`, which names the file; whoever only looks into it is told instead, and reads on.
 *
 * @param folder `…/AWSDynamoDB/EXPORT`
 * @param table  the name of the table that the export must be of; any, when left out
 * @param wrong  told of each file that is otherwise, and what of it
 */
export const readExport = (
  folder: string,
  table?: string,
  wrong: Wrong = refuse,
): readonly ExportedItem[] => new Reading(folder, wrong).items(table);

class Reading {
  readonly #folder: string;
  readonly #wrong: Wrong;

  constructor(folder: string, wrong: Wrong) {
    this.#folder = folder;
    this.#wrong = wrong;
  }

  items(table: string | undefined): readonly ExportedItem[] {
    const name = 'manifest-summary.json';
    const summary = this.#jsonOf<Partial<ExportSummary>>(this.#manifest('manifest-summary'), name);
    const { version, outputFormat, exportType, tableArn, itemCount } = summary;
    const form = `version ${version}, ${outputFormat}, ${exportType}`;
    if (form !== 'version 2020-06-30, DYNAMODB_JSON, FULL_EXPORT')
      this.#wrong(name, `says ${form}; allowed is version 2020-06-30, DYNAMODB_JSON, FULL_EXPORT`);
    const exported = String(tableArn).split(':table/')[1];
    if (table !== undefined && exported !== table)
      this.#wrong(name, `is of the table ${exported}; given must be one of ${table}`);
    const listed = linesOf(this.#manifest('manifest-files')).map((line) =>
      this.#jsonOf<Partial<ExportedFile>>(line, 'manifest-files.json'),
    );
    const items = listed.flatMap((file) => this.#itemsOf(file));
    if (items.length !== itemCount)
      this.#wrong(name, `says ${itemCount} items; the files hold ${items.length}`);
    this.#tellTwins(items);
    return items;
  }

  /** A manifest's text, held to the MD5 beside it. The service writes `.md5`; its guide says `.checksum`. */
  #manifest(name: string): string {
    const bytes = this.#bytesOf(`${name}.json`);
    const beside = existsSync(join(this.#folder, `${name}.checksum`)) ? 'checksum' : 'md5';
    const said = this.#bytesOf(`${name}.${beside}`).toString('utf8').trim();
    this.#holdTo(`${name}.json`, bytes, said);
    return bytes.toString('utf8');
  }

  #itemsOf({ dataFileS3Key, md5Checksum, itemCount }: Partial<ExportedFile>) {
    const path = pathInExport(String(dataFileS3Key));
    const bytes = this.#bytesOf(path);
    this.#holdTo(path, bytes, String(md5Checksum));
    const lines = linesOf(this.#unzipped(path, bytes));
    if (lines.length !== itemCount)
      this.#wrong(path, `holds ${lines.length} items; manifest-files.json says ${itemCount}`);
    return lines.map((line, index) => this.#itemIn(line, `${path}:${index + 1}`));
  }

  #unzipped(path: string, bytes: Buffer): string {
    try {
      return gunzipSync(bytes).toString('utf8');
    } catch (error) {
      this.#wrong(path, `is no whole gzip file: ${(error as Error).message}`);
      return '';
    }
  }

  #itemIn(line: string, where: string): ExportedItem {
    const { Item: item } = this.#jsonOf<{ readonly Item?: ExportedItem }>(line, where);
    const found = Object.entries(item ?? {})
      .filter(([, value]) => typeof value?.S === 'string' && Object.keys(value).length === 1)
      .map(([name]) => name)
      .sort();
    const same = item && found.join() === attributes.join();
    if (!same || Object.keys(item).length !== found.length)
      this.#wrong(
        where,
        `is no item of the record; allowed are the texts ${attributes.join(', ')}, given ${Object.keys(item ?? {}).join(', ') || 'none'}`,
      );
    return item ?? {};
  }

  #tellTwins(items: readonly ExportedItem[]): void {
    const seen = new Set<string>();
    for (const { partition, event } of items) {
      const key = `${partition?.S}/${event?.S}`;
      if (seen.has(key)) this.#wrong('data', `hold ${key} more than once`);
      seen.add(key);
    }
  }

  #holdTo(path: string, bytes: Uint8Array, said: string): void {
    const md5 = md5Of(bytes);
    if (md5 !== said) this.#wrong(path, `has the MD5 ${md5}; ${said} was exported`);
  }

  #bytesOf(path: string): Buffer {
    const file = join(this.#folder, path);
    if (existsSync(file)) return readFileSync(file);
    this.#wrong(path, 'is missing');
    return Buffer.alloc(0);
  }

  #jsonOf<T extends object>(text: string, where: string): T {
    try {
      return Object(JSON.parse(text)) as T;
    } catch {
      this.#wrong(where, `is no JSON: ${JSON.stringify(text.slice(0, 60))}`);
      return {} as T;
    }
  }
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

function refuse(where: string, what: string): never {
  throw new ExportRefused(`The export's ${where} ${what}. Nothing was imported.`);
}
