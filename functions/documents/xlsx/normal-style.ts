import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import type { Feature } from 'write-excel-file/node';

const normalFormats =
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>';
const normalStyle =
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

/**
 * Writes the style Normal, as spreadsheets do, and has every format of a cell begin with it. The writer leaves it out; some readers
 * warn of such a workbook, and some have not opened it (ECMA-376 part 1, 18.8.7 to 18.8.10). Refused: styles without formats of cells.
 */
export const withNormalStyle: Feature<Stream | Buffer | Blob> = {
  files: { transform: { 'xl/styles.xml': { transform: styled } } },
};

function styled(xml: string): string {
  const [before, formats, after, ...more] = xml.split(/(<cellXfs[\s>].*<\/cellXfs>)/s);
  if (formats === undefined || after === undefined || more.length > 0)
    throw new RangeError('These styles hold no formats of cells.');
  const begun = formats.replaceAll('<xf ', '<xf xfId="0" ');
  return `${before}${normalFormats}${begun}${normalStyle}${after}`;
}
