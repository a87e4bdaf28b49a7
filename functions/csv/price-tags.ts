import { type NeedsGroup, needsGroups } from '../../core/agreement/needs-groups.ts';
import { decimalKronor, group } from './cell-types.ts';
import { type Notes, noRowOf, texts } from './notes.ts';
import { refuseRepeats } from './repeats.ts';
import { readTable } from './table.ts';

const columns = { group_id: group, sek_per_inhabitant: decimalKronor };

/** Kronor per inhabitant of each group, as canonical decimal text. */
export type PriceTags = ReadonlyMap<NeedsGroup, string>;

/** Reads price-tags.csv: every group once, decimals allowed. */
export function priceTags(text: string, notes: Notes): PriceTags {
  const table = readTable(text, columns, notes);
  refuseRepeats(table, ['group_id'], notes);
  const given = new Map(table.rows.map(({ cells }) => [cells.group_id, cells.sek_per_inhabitant]));
  if (table.readable) {
    for (const id of needsGroups.filter((id) => !given.has(id))) {
      notes.wrong(null, 'group_id', noRowOf(id), texts('alla grupper', 'every group'));
    }
  }
  return new Map(
    needsGroups.flatMap((id) => {
      const tag = given.get(id);
      return tag === undefined ? [] : [[id, tag]];
    }),
  );
}
