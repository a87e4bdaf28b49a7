import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { type ExportedItem, md5Of } from '../../../local/restore/export-format.ts';
import { readExport } from '../../../local/restore/read-export.ts';
import { writeExport } from '../../../local/restore/write-export.ts';
import { folder, removeFolders } from '../../helpers/folders.ts';

afterAll(removeFolders);

const tableArn = 'arn:aws:dynamodb:eu-north-1:111122223333:table/Record';
const item = (partition: string, event: string): ExportedItem => ({
  partition: { S: partition },
  event: { S: event },
  body: { S: '{"type":"opened","words":"återbäring"}' },
  previous: { S: '0'.repeat(64) },
  hash: { S: '1'.repeat(64) },
});
const items = ['2021', '2022', '2023', '2024', '2025'].flatMap((year) =>
  ['01#000001', '01#000002', '02#000001'].map((event) => item(`RUN#${year}`, event)),
);

const written = () =>
  writeExport(folder(), { tableArn, exportTime: '2021-06-01T00:00:00.000Z', items });
const sorted = (all: readonly ExportedItem[]) => all.map((each) => JSON.stringify(each)).toSorted();

/** The first data file of an export that holds something. */
function dataFile(of: string): string {
  const found = readdirSync(join(of, 'data'))
    .map((name) => join(of, 'data', name))
    .find((file) => gunzipSync(readFileSync(file)).length > 0);
  if (found === undefined) throw new Error('The export holds nothing.');
  return found;
}
const rewrite = (file: string, change: (text: string) => string) =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));

/** Changes a manifest, and the checksum beside it as whoever forges it would. */
function changeManifest(of: string, name: string, change: (text: string) => string): void {
  rewrite(join(of, `${name}.json`), change);
  writeFileSync(join(of, `${name}.md5`), md5Of(readFileSync(join(of, `${name}.json`))));
}

/** Changes a data file, and says its new MD5 in the manifest. */
function changeData(of: string, change: (bytes: Buffer) => Buffer): void {
  const file = dataFile(of);
  const before = md5Of(readFileSync(file));
  writeFileSync(file, change(readFileSync(file)));
  changeManifest(of, 'manifest-files', (text) => text.replace(before, md5Of(readFileSync(file))));
}
const inLines = (change: (lines: string[]) => string[]) => (bytes: Buffer) =>
  gzipSync(
    change(gunzipSync(bytes).toString().trimEnd().split('\n'))
      .map((line) => `${line}\n`)
      .join(''),
  );

describe('An export of the table', () => {
  it('gives every item that was written, to the letter', () => {
    expect(sorted(readExport(written(), 'Record'))).toEqual(sorted(items));
  });

  it('lies as DynamoDB lays it: manifests with their MD5, and gzip files of items', () => {
    const of = written();
    expect(of).toMatch(/AWSDynamoDB\/01622505600000-[0-9a-f]{8}$/);
    expect(readdirSync(of).toSorted()).toEqual([
      '_started',
      'data',
      'manifest-files.json',
      'manifest-files.md5',
      'manifest-summary.json',
      'manifest-summary.md5',
    ]);
    const summary = JSON.parse(readFileSync(join(of, 'manifest-summary.json'), 'utf8'));
    expect(summary).toMatchObject({ tableArn, itemCount: 15, outputFormat: 'DYNAMODB_JSON' });
    const [line = ''] = readFileSync(join(of, 'manifest-files.json'), 'utf8').split('\n');
    expect(Object.keys(JSON.parse(line))).toEqual([
      'itemCount',
      'md5Checksum',
      'etag',
      'dataFileS3Key',
    ]);
    expect(gunzipSync(readFileSync(dataFile(of))).toString()).toMatch(
      /^\{"Item":\{"partition":\{"S":/,
    );
  });

  it('has the same bytes each time', () => {
    const [one, other] = [written(), written()];
    for (const name of ['manifest-summary.json', 'manifest-files.json'])
      expect(readFileSync(join(one, name))).toEqual(readFileSync(join(other, name)));
  });

  it('is also read under the name that the guide has for its checksums', () => {
    const of = written();
    for (const name of ['manifest-summary', 'manifest-files'])
      renameSync(join(of, `${name}.md5`), join(of, `${name}.checksum`));
    expect(readExport(of, 'Record')).toHaveLength(15);
  });

  it('of a table that is empty gives nothing', () => {
    const of = writeExport(folder(), {
      tableArn,
      exportTime: '2021-06-01T00:00:00.000Z',
      items: [],
    });
    expect(readExport(of, 'Record')).toEqual([]);
  });
});

describe('An export is refused, and nothing of it is imported,', () => {
  it.each<[string, (of: string) => void, RegExp]>([
    [
      'without its summary',
      (of) => rmSync(join(of, 'manifest-summary.json')),
      /manifest-summary\.json is missing/,
    ],
    [
      'without the checksum of a manifest',
      (of) => rmSync(join(of, 'manifest-files.md5')),
      /manifest-files\.md5 is missing/,
    ],
    ['without a data file', (of) => rmSync(dataFile(of)), /data\/[0-9a-f]+\.json\.gz is missing/],
    [
      'with a manifest that was changed',
      (of) => rewrite(join(of, 'manifest-summary.json'), (text) => text.replace('15', '14')),
      /manifest-summary\.json has the MD5 .*; .* was exported/,
    ],
    [
      'with a data file that was changed',
      (of) => writeFileSync(dataFile(of), gzipSync('{}\n')),
      /data\/.* has the MD5 .*; .* was exported/,
    ],
    [
      'with a data file that was cut off, though its MD5 is said',
      (of) => changeData(of, (bytes) => bytes.subarray(0, -6)),
      /data\/.* is no whole gzip file: /,
    ],
    [
      'with an item that is missing in a file',
      (of) =>
        changeData(
          of,
          inLines((lines) => lines.slice(1)),
        ),
      /holds \d+ items; manifest-files\.json says \d+/,
    ],
    [
      'with another number of items in all',
      (of) =>
        changeManifest(of, 'manifest-summary', (text) =>
          text.replace('"itemCount":15', '"itemCount":16'),
        ),
      /says 16 items; the files hold 15/,
    ],
    [
      'with a file that the manifest leaves out',
      (of) =>
        changeManifest(of, 'manifest-files', (text) =>
          text
            .split('\n')
            .filter((line) => /"itemCount":0|^$/.test(line))
            .join('\n'),
        ),
      /says 15 items; the files hold 0/,
    ],
    [
      'of another table',
      (of) =>
        changeManifest(of, 'manifest-summary', (text) =>
          text.replaceAll('table/Record', 'table/Records'),
        ),
      /is of the table Records; given must be one of Record/,
    ],
    [
      'with an item that is none of the record',
      (of) =>
        changeData(
          of,
          inLines(([, ...rest]) => ['{"Item":{"id":{"S":"1"}}}', ...rest]),
        ),
      /:1 is no item of the record; allowed are the texts body, event, hash, partition, previous, given id/,
    ],
    [
      'with a number where a text belongs',
      (of) =>
        changeData(
          of,
          inLines((lines) =>
            lines.map((line) => line.replace(/"hash":\{"S":"(1+)"\}/, '"hash":{"N":"$1"}')),
          ),
        ),
      /is no item of the record/,
    ],
    [
      'with a line that is no JSON',
      (of) =>
        changeData(
          of,
          inLines(([, ...rest]) => ['{"Item":', ...rest]),
        ),
      /:1 is no JSON/,
    ],
    [
      'with an item that comes twice',
      (of) =>
        changeData(
          of,
          inLines(([first = '', , ...rest]) => [first, first, ...rest]),
        ),
      /holds? RUN#\d{4}\/\d\d#\d{6} more than once/,
    ],
    [
      'in another form',
      (of) =>
        changeManifest(of, 'manifest-summary', (text) => text.replace('DYNAMODB_JSON', 'ION')),
      /says version 2020-06-30, ION, FULL_EXPORT; allowed is/,
    ],
    [
      'of what changed only',
      (of) =>
        changeManifest(of, 'manifest-summary', (text) =>
          text.replace('FULL_EXPORT', 'INCREMENTAL_EXPORT'),
        ),
      /INCREMENTAL_EXPORT; allowed is/,
    ],
  ])('%s', (_, spoil, said) => {
    const of = written();
    spoil(of);
    expect(() => readExport(of, 'Record')).toThrow(said);
    try {
      readExport(of, 'Record');
    } catch (error) {
      expect((error as Error).name).toBe('ExportRefused');
      expect((error as Error).message).toMatch(/Nothing was imported\.$/);
    }
  });

  it('where there is no export at all', () => {
    const empty = folder();
    mkdirSync(join(empty, 'data'));
    expect(() => readExport(empty, 'Record')).toThrow('manifest-summary.json is missing');
  });
});
