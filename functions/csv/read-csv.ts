import type { InputContents } from '../../core/inputs/contents.ts';
import type { InputKind } from '../../core/inputs/kinds.ts';
import { appropriations } from './appropriations.ts';
import { authorisations, type Bounds } from './authorisations.ts';
import { anyYear, dayBetween, monthBetween } from './cell-types.ts';
import {
  appropriationContent,
  authorisationContent,
  discountsContent,
  texts as eachAsText,
  rowsByRegion,
} from './contents.ts';
import { localDiscounts } from './local-discounts.ts';
import { EntryNotes, texts } from './notes.ts';
import { population } from './population.ts';
import { priceTags } from './price-tags.ts';
import { rebatesOf } from './rebates.ts';
import { solidarityCosts } from './solidarity-costs.ts';

/** Any day, month and year that the record can hold: the content's own checks say what else is asked of them. */
const anyDay = dayBetween('2000-01-01', '2099-12-31');
const bounds: Bounds = {
  year: anyYear,
  decidedOn: anyDay,
  month: monthBetween('2000-01', '2099-12'),
};

/** How each kind's table becomes its content, in the form of local/sample-2021. What is not listed comes as JSON only. */
const readers: {
  readonly [K in InputKind]?: (text: string, notes: EntryNotes) => InputContents[K] | undefined;
} = {
  population: (text, notes) => rowsByRegion(population(text, notes)),
  'price-tags': (text, notes) => eachAsText(priceTags(text, notes)),
  'solidarity-costs': (text, notes) => rowsByRegion(solidarityCosts(text, notes)),
  'rebate-forecast': (text, notes) => eachAsText(rebatesOf(text, 'forecast', notes)),
  'rebate-final': (text, notes) => eachAsText(rebatesOf(text, 'final', notes)),
  'local-discounts': (text, notes) => discountsContent(localDiscounts(text, anyDay, notes)),
  authorisation: (text, notes) => {
    const row = onlyRow(authorisations(text, bounds, notes), notes);
    return row && authorisationContent(row);
  },
  appropriation: (text, notes) => {
    const row = onlyRow(appropriations(text, anyYear, notes), notes);
    return row && appropriationContent(row);
  },
};

/** The kinds that a table may be given of. */
export const csvKinds = Object.keys(readers) as readonly InputKind[];

/**
 * The content that a table stands for, or everything that is wrong with it. A table is one version: of decisions and
 * appropriations, which are registered one by one, exactly one row. A kind that has no table is refused by the caller.
 */
export function readCsv(
  kind: InputKind,
  text: string,
): { readonly content: unknown; readonly notes: EntryNotes } {
  const notes = new EntryNotes();
  const read = readers[kind];
  if (!read) throw new RangeError(`There is no table of ${kind}.`);
  if (text.trim() === '') {
    // Without a header nobody has said anything: not even that there were no discounts.
    notes.wrong(1, '', texts('ingenting', 'nothing'), texts('en rubrikrad', 'a header row'));
    return { content: undefined, notes };
  }
  // A byte order mark belongs to the file, not to its first column's name.
  const content = read(text.startsWith('\ufeff') ? text.slice(1) : text, notes);
  return { content, notes };
}

function onlyRow<T>(rows: readonly T[], notes: EntryNotes): T | undefined {
  const [first] = rows;
  // A row that was refused is absent already: what is wrong with it has been noted.
  if (rows.length === 1 || (rows.length === 0 && notes.found.length > 0)) return first;
  notes.wrong(
    null,
    '',
    texts(`${rows.length} rader`, `${rows.length} rows`),
    texts(
      'en rad, eftersom ett anrop registrerar en version',
      'one row, since one request registers one version',
    ),
  );
  return undefined;
}
