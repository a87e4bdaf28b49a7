import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { annexWorkbook } from '../../../../functions/documents/annex-workbook.ts';
import { withNormalStyle } from '../../../../functions/documents/xlsx/normal-style.ts';
import { unzip } from '../../../helpers/unzip.ts';

/** The styles of a workbook, each part by its name in the order of the file. */
function partsOf(workbook: Uint8Array): ReadonlyMap<string, string> {
  const text = unzip(workbook).get('xl/styles.xml')?.text ?? '';
  const parts = text.matchAll(/<(numFmts|fonts|fills|borders|cell\w+)[\s>].*?<\/\1>/g);
  return new Map([...parts].map(([part, name = '']) => [name, part]));
}

const annex = () =>
  annexWorkbook(
    {
      about: ['February'],
      heads: { code: 'Code', region: 'Region', total: 'Total' },
      kinds: [{ text: 'Instalment', totalSek: '3' }],
      rows: [{ code: '01', name: 'Region Stockholm', sek: ['3'], totalSek: '3' }],
      totalSek: '3',
    },
    'Annex',
  );

describe('A workbook of ours', () => {
  it('has the style Normal, as spreadsheets write it', async () => {
    const parts = partsOf(await annex());
    expect(parts.get('cellStyles')).toBe(
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    );
    expect(parts.get('cellStyleXfs')?.match(/<xf /g)).toHaveLength(1);
  });

  it('has its styles in the order of the schema', async () => {
    const order = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles'];
    expect([...partsOf(await annex()).keys()]).toEqual(order);
  });

  it('begins every format of a cell with Normal', async () => {
    const formats = partsOf(await annex()).get('cellXfs') ?? '';
    const count = Number(/count="(\d+)"/.exec(formats)?.[1]);
    expect(formats.match(/<xf xfId="0" /g)).toHaveLength(count);
    expect(count).toBeGreaterThan(1);
  });

  it('is refused when there are no formats of cells to put it before', () => {
    const feature = withNormalStyle.files?.transform?.['xl/styles.xml'];
    expect(() => feature?.transform?.('<styleSheet/>', [], {})).toThrow(
      new RangeError('These styles hold no formats of cells.'),
    );
  });

  it('is what the writer leaves out: without ours there is none', async () => {
    const without = await writeXlsxFile([['krona']], { sheet: 'Blad' }).toBuffer();
    expect(partsOf(without).has('cellStyles')).toBe(false);
  });
});
