import { describe, expect, it } from 'vitest';
import { cellText, csvBytes } from '../../../functions/csv/write-csv.ts';

const text = (rows: readonly (readonly string[])[]) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvBytes(rows));

describe('CSV that is written', () => {
  it('begins with a byte order mark, has semicolons, and ends every line', () => {
    expect(
      text([
        ['Kod', 'Belopp'],
        ['05', '-1250000'],
      ]),
    ).toBe('\uFEFFKod;Belopp\r\n05;-1250000\r\n');
  });

  it.each([
    ['a semicolon', 'a;b', '"a;b"'],
    ['a quotation mark', 'a"b', '"a""b"'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['a comma as it is', 'a,b', 'a,b'],
  ])('keeps %s in its cell', (_, cell, written) => {
    expect(text([[cell]])).toBe(`\uFEFF${written}\r\n`);
  });

  it.each(['=1+1', '+46', '-1', '@x', '\tx', '\rx'])('makes %j a text and no formula', (given) => {
    expect(cellText(given)).toBe(`'${given}`);
  });

  it('leaves other texts as they are', () => {
    expect(cellText('Region Örebro län')).toBe('Region Örebro län');
  });
});
