import { describe, expect, it } from 'vitest';
import { parameterText } from '../../../../functions/contract/api/parameter-texts.ts';
import { rowText } from '../../../../functions/contract/api/row-texts.ts';
import { sampleText } from '../../../fixtures/inputs-directory.ts';
import { everyEvent, streamsIn } from '../../support/every-event.ts';

interface Working {
  readonly nodes?: readonly {
    readonly node: string;
    readonly name?: string;
    readonly row?: string;
  }[];
}

describe('What a working rests on', async () => {
  const nodes = (await streamsIn(await everyEvent()))
    .filter(({ partition }) => partition.startsWith('WORKING#'))
    .flatMap(({ events }) => events.flatMap(({ event }) => (event as Working).nodes ?? []));

  it('is named as people name it, every figure of the agreement in both languages', () => {
    const names = new Set(
      nodes.flatMap(({ node, name }) => (node === 'parameter' && name ? [name] : [])),
    );
    expect(names.size).toBeGreaterThan(15);
    const unnamed = [...names].filter(
      (name) => name !== 'rebate.nothingDeducted' && parameterText(name) === undefined,
    );
    expect(unnamed).toEqual([]);
  });

  it('has words for every disease and every group of the sample', () => {
    const columns = (['solidarity-costs.csv', 'price-tags.csv'] as const).map((file) =>
      sampleText(file)
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split(',')),
    );
    const words = new Set([
      ...(columns[0] ?? []).map(([, disease = '']) => disease),
      ...(columns[1] ?? []).map(([group = '']) => group),
    ]);
    expect(words.size).toBe(25);
    const code = [...words].filter((word) => word !== 'hiv' && rowText(word).sv === word);
    expect(code).toEqual([]);
    expect(rowText('adult-50-69-education-high-income-low')).toEqual({
      sv: '50–69 år, hög utbildning, låg inkomst',
      en: '50–69 years, high education, low income',
    });
    expect(rowText('senior-90-plus-alone').sv).toBe('90– år, ensamboende');
    expect(rowText('2021-06-15').en).toBe('2021-06-15');
  });
});
