import { needsGroups } from '../../../core/agreement/needs-groups.ts';

/** A content as a person reads it: names with values, or a table of names down and across. Keys are as they stand in the content. */
export type ReadableContent =
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [string, string])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
    };

type Content = Readonly<Record<string, unknown>>;

/** The fields that contents have, in the order in which they are read. */
export const fields = [
  'sekPerInhabitant',
  'benefitCostSek',
  'hepatitisCCostSek',
  'day',
  'sekPerEuro',
  'decision',
  'decidedOn',
  'kind',
  'agreementYear',
  'firstMonth',
  'lastMonth',
  'monthlyTotalSek',
  'budgetYear',
  'appropriationSek',
  'creditSek',
  'paidBeforeFirstRunSek',
  'name',
  'organisationNumber',
  'bankgiro',
  'plusgiro',
] as const;

/** More names than this are read down a table, not as a handful of facts. */
const mostFacts = 10;

/**
 * How a content is read. Objects in an object become a table, its longer side down; a long list of values becomes a table of one
 * column, named by the empty text; anything else becomes facts. Regions, groups of the needs model and fields come in their own order,
 * which a canonical text does not keep.
 */
export function readableContent(content: unknown): ReadableContent {
  if (!isObject(content)) return { kind: 'facts', facts: [['', shown(content)]] };
  const keys = Object.keys(content).sort(inOrder);
  if (keys.length > 0 && keys.every((key) => isObject(content[key]))) {
    const of = (key: string) => content[key] as Content;
    const inner = [...new Set(keys.flatMap((key) => Object.keys(of(key))))].sort(inOrder);
    const cell = (outer: string, name: string) => shown(of(outer)[name]);
    return inner.length > keys.length
      ? tableOf(inner, keys, (row, column) => cell(column, row))
      : tableOf(keys, inner, cell);
  }
  if (keys.length > mostFacts) return tableOf(keys, [''], (key) => shown(content[key]));
  return { kind: 'facts', facts: keys.map((key) => [key, shown(content[key])]) };
}

const tableOf = (
  down: readonly string[],
  across: readonly string[],
  cell: (row: string, column: string) => string,
): ReadableContent => ({
  kind: 'table',
  columns: across,
  rows: down.map((key) => ({ key, cells: across.map((column) => cell(key, column)) })),
});

/** Lists are read with their parts apart; what is absent is empty, which is not zero. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(shown).join('; ');
  return isObject(value) ? JSON.stringify(value) : String(value);
}

const isObject = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const known: readonly string[] = [...needsGroups, ...fields];

/** Two digits are a region's code and are ordered as text, groups as the agreement lists them, fields as above; other names stay as they came. */
function inOrder(a: string, b: string): number {
  const code = /^\d{2}$/;
  if (code.test(a) && code.test(b)) return a < b ? -1 : 1;
  const [first, second] = [known.indexOf(a), known.indexOf(b)];
  return first < 0 || second < 0 ? 0 : first - second;
}
