import { type NeedsGroup, needsGroups } from '../../core/agreement/needs-groups.ts';
import { type ByRegion, byRegion, regionCodes } from '../../core/regions.ts';
import { group, inhabitants, region } from './cell-types.ts';
import { type Notes, noRowOf, texts } from './notes.ts';
import { refuseRepeats } from './repeats.ts';
import { readTable } from './table.ts';

const columns = { region_code: region, group_id: group, inhabitants };
const of2021 = { inhabitants: 'inhabitants_2018_12_31' } as const;

/** Inhabitants by region and group. */
export type Population = ByRegion<ReadonlyMap<NeedsGroup, bigint>>;

/**
 * Reads population-by-group.csv. Every region must have every group, and at least one inhabitant in all: the cost per
 * inhabitant divides by them.
 */
export function population(text: string, notes: Notes): Population {
  const table = readTable(text, columns, notes, { of2021 });
  refuseRepeats(table, ['region_code', 'group_id'], notes);
  const given = byRegion(() => new Map<NeedsGroup, bigint | undefined>());
  for (const { cells } of table.rows) {
    if (cells.region_code === undefined || cells.group_id === undefined) continue;
    given.get(cells.region_code)?.set(cells.group_id, cells.inhabitants);
  }
  if (table.readable) {
    for (const code of regionCodes) refuseIncomplete(code, given.get(code) ?? new Map(), notes);
  }
  return new Map([...given].map(([code, counts]) => [code, inGroupOrder(counts)]));
}

function refuseIncomplete(
  code: string,
  counts: ReadonlyMap<NeedsGroup, bigint | undefined>,
  notes: Notes,
): void {
  if (counts.size === 0) {
    notes.wrong(null, 'region_code', noRowOf(code), texts('alla regioner', 'every region'));
    return;
  }
  for (const id of needsGroups.filter((id) => !counts.has(id))) {
    notes.wrong(
      null,
      'region_code, group_id',
      noRowOf(code, id),
      texts('alla grupper i alla regioner', 'every group in every region'),
    );
  }
  if (counts.size === needsGroups.length && [...counts.values()].every((count) => count === 0n)) {
    notes.wrong(
      null,
      'region_code',
      texts(
        `0 invånare i ${code} i alla dess grupper`,
        `0 inhabitants of ${code} in all its groups`,
      ),
      texts(
        '1 eller fler, eftersom kostnaden per invånare delas med dem',
        '1 or more, since its cost per inhabitant is divided by them',
      ),
    );
  }
}

function inGroupOrder(counts: ReadonlyMap<NeedsGroup, bigint | undefined>) {
  return new Map(needsGroups.map((id) => [id, counts.get(id) ?? 0n]));
}
