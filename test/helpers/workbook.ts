import { unzip } from './unzip.ts';

/** A cell: what stands in it, and the formula that it was computed by. */
export interface ReadCell {
  readonly value: string;
  readonly formula?: string;
}

/** The cells of a workbook's first sheet, by name: `C7`. Texts are looked up in the workbook's own list of them. */
export function cellsOf(workbook: Uint8Array): ReadonlyMap<string, ReadCell> {
  const files = unzip(workbook);
  const shared = [
    ...(files.get('xl/sharedStrings.xml')?.text ?? '').matchAll(/<t[^>]*>([^<]*)<\/t>/g),
  ];
  const texts = shared.map(([, text = '']) => text);
  const sheet = files.get('xl/worksheets/sheet1.xml')?.text ?? '';
  const cells = new Map<string, ReadCell>();
  for (const [, name = '', attributes = '', content = ''] of sheet.matchAll(
    /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/g,
  )) {
    const [, formula] = /<f>([^<]*)<\/f>/.exec(content) ?? [];
    const [, written = ''] = /<v>([^<]*)<\/v>/.exec(content) ?? [];
    const value = attributes.includes('t="s"') ? (texts[Number(written)] ?? '') : written;
    cells.set(name, { value, ...(formula !== undefined && { formula }) });
  }
  return cells;
}

/** What a cell comes to when its formula is computed as a spreadsheet does; formulas are sums of one range. */
export function computed(cells: ReadonlyMap<string, ReadCell>, name: string): bigint {
  const { value = '', formula } = cells.get(name) ?? {};
  if (formula === undefined) return BigInt(value === '' ? 0 : value);
  const range = /^SUM\(([A-Z])(\d+):([A-Z])(\d+)\)$/.exec(formula);
  if (!range) throw new RangeError(`Not a sum of a range: ${formula}`);
  const [, left = '', top = '', right = '', bottom = ''] = range;
  let sum = 0n;
  for (let column = left.charCodeAt(0); column <= right.charCodeAt(0); column++)
    for (let row = Number(top); row <= Number(bottom); row++)
      sum += computed(cells, `${String.fromCharCode(column)}${row}`);
  return sum;
}
