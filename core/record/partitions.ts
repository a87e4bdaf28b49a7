import { agreementYears } from '../agreement/rulebook.ts';

/** Of which years a kind of partition can hold streams. */
type Years =
  /** From the year before the first agreement to the year after the one that is asked in. */
  | 'worked'
  /** Any year that a person may name when they send something in. */
  | 'named'
  /** No year: `all`. */
  | 'all';

/** Years that a person may name when they register an input or send a requisition. */
export const firstNamedYear = 2000;
export const lastNamedYear = 2099;

/**
 * The kinds of partition that the record is made of, by the name before `#`, in the order of their names. What lies apart from
 * the record (chain.ts) is not among them. docs/records.md says what is in each.
 */
export const recordKinds = {
  AGENDA: ['all'],
  BANK: ['worked'],
  GRANT: ['worked'],
  INPUT: ['named', 'all'],
  JOURNAL: ['worked'],
  ORDER: ['worked'],
  PROPOSAL: ['worked'],
  RECONCILIATION: ['worked'],
  REISSUE: ['worked'],
  REQUISITION: ['named'],
  RUN: ['worked'],
  SWITCH: ['all'],
  WORKING: ['worked'],
} as const satisfies Readonly<Record<string, readonly Years[]>>;

/**
 * Every partition that the record can hold when it is asked in that calendar year, in the order of their names. There is no scan
 * in any request path, so whoever wants the whole record asks for each of these.
 *
 * The list is longer than what there is: a partition that nobody has written to is empty.
 */
export function recordPartitions(calendarYear: number): readonly string[] {
  const years = {
    worked: range(Math.min(...agreementYears) - 1, calendarYear + 1),
    named: range(firstNamedYear, lastNamedYear),
    all: ['all'],
  } satisfies Record<Years, readonly string[]>;
  return Object.entries(recordKinds)
    .flatMap(([kind, of]) => of.flatMap((each) => years[each].map((year) => `${kind}#${year}`)))
    .sort();
}

const range = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, after) => String(first + after));
