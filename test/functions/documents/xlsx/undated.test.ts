import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { withResults } from '../../../../functions/documents/xlsx/known-results.ts';
import { undated } from '../../../../functions/documents/xlsx/undated.ts';
import { unzip } from '../../../helpers/unzip.ts';
import { cellsOf } from '../../../helpers/workbook.ts';

const packed = async () =>
  new Uint8Array(await writeXlsxFile([['krona']], { sheet: 'Blad' }).toBuffer());

describe('An archive without dates', () => {
  it('holds the same files as before, and none of them says when it was packed', async () => {
    const archive = await packed();
    const texts = (of: Uint8Array) => [...unzip(of)].map(([name, { text }]) => [name, text]);
    const before = texts(archive);
    expect(texts(undated(archive))).toEqual(before);
    expect(before.length).toBeGreaterThan(4);
    for (const { time, date } of unzip(archive).values()) expect([time, date]).toEqual([0, 33]);
  });

  it.each([
    ['too few to be one', new Uint8Array(3)],
    ['without a directory', new Uint8Array(100)],
    [
      'whose directory is elsewhere',
      Uint8Array.from([
        ...Buffer.from('PK\x05\x06'),
        0,
        0,
        0,
        0,
        1,
        0,
        1,
        ...new Array(15).fill(0),
      ]),
    ],
  ])('cannot be made of other bytes: %s', (_what, bytes) => {
    expect(() => undated(bytes)).toThrow(new RangeError('These bytes are no ZIP archive.'));
  });
});

describe('A formula with its result', () => {
  const written = (results: ReadonlyMap<string, string>) =>
    writeXlsxFile(
      [[1, 2, { type: 'Formula', value: 'SUM(A1:B1)' }]],
      { sheet: 'Blad' },
      { features: [withResults(results)] },
    ).toBuffer();

  it('keeps both', async () => {
    const cells = cellsOf(await written(new Map([['C1', '3']])));
    expect(cells.get('C1')).toEqual({ formula: 'SUM(A1:B1)', value: '3' });
  });

  it('is refused when nobody says what it comes to', () => {
    expect(() => written(new Map())).toThrow(
      new RangeError('Nobody says what the formula in C1 comes to.'),
    );
  });
});
