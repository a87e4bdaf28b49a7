import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import type { Feature } from 'write-excel-file/node';

/** What formulas come to, by the cell that they stand in. */
export type Results = ReadonlyMap<string, string>;

/**
 * Writes beside each formula what it comes to. A spreadsheet computes it again; what only shows cells, a preview or a phone, shows
 * this, and would show nothing otherwise. Refused: a formula whose result is not known.
 */
export const withResults = (results: Results): Feature<Stream | Buffer | Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml.replaceAll(
            /(<c r="([A-Z]+\d+)"[^>]*>)(<f>[^<]*<\/f>)(?=<\/c>)/g,
            (_, open: string, cell: string, formula: string) =>
              `${open}${formula}<v>${resultOf(results, cell)}</v>`,
          ),
      },
    },
  },
});

function resultOf(results: Results, cell: string): string {
  const result = results.get(cell);
  if (result === undefined)
    throw new RangeError(`Nobody says what the formula in ${cell} comes to.`);
  return result;
}
