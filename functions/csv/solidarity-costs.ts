import { type ByRegion, byRegion, type RegionCode, regionCodes } from '../../core/regions.ts';
import { region, wholeKronor, words } from './cell-types.ts';
import { type Notes, noRowOf, texts } from './notes.ts';
import { refuseRepeats } from './repeats.ts';
import { readTable } from './table.ts';

const columns = { region_code: region, disease: words(40), cost_sek: wholeKronor };
const of2021 = { cost_sek: 'cost_sek_2020' } as const;

/** Whole kronor by region and decided disease; every region has the same diseases, in the same order. */
export type SolidarityCosts = ByRegion<ReadonlyMap<string, bigint>>;

/**
 * Reads solidarity-costs.csv. Every region must have a row for every disease that any region has, and there must be at
 * least one disease: a cost that nobody gave is unknown, not zero. A region without such costs says 0.
 */
export function solidarityCosts(text: string, notes: Notes): SolidarityCosts {
  const table = readTable(text, columns, notes, { of2021 });
  refuseRepeats(table, ['region_code', 'disease'], notes);
  const given = byRegion(() => new Map<string, bigint | undefined>());
  const diseases = new Set<string>();
  for (const { cells } of table.rows) {
    if (cells.disease === undefined) continue;
    diseases.add(cells.disease);
    if (cells.region_code === undefined) continue;
    given.get(cells.region_code)?.set(cells.disease, cells.cost_sek);
  }
  const names = [...diseases].sort();
  if (table.readable && table.rows.length === 0) {
    notes.wrong(
      null,
      'disease',
      texts('ingen rad', 'no row'),
      texts('minst en sjukdom i varje region', 'at least one disease in every region'),
    );
  }
  if (table.readable) {
    for (const code of regionCodes) {
      refuseMissing(
        code,
        names.filter((name) => !given.get(code)?.has(name)),
        notes,
      );
    }
  }
  return new Map(
    [...given].map(([code, costs]) => [
      code,
      new Map(names.map((name) => [name, costs.get(name) ?? 0n])),
    ]),
  );
}

function refuseMissing(code: RegionCode, diseases: readonly string[], notes: Notes): void {
  for (const disease of diseases) {
    notes.wrong(
      null,
      'region_code, disease',
      noRowOf(code, disease),
      texts(
        'alla sjukdomar i alla regioner, med 0 där den inte kostade något',
        'every disease in every region, with 0 where it cost nothing',
      ),
    );
  }
}
