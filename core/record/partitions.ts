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
  ROOM: ['worked'],
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
export const recordPartitions = (calendarYear: number): readonly string[] =>
  partitionsOf({
    worked: range(firstWorked, calendarYear + 1),
    named: range(firstNamedYear, lastNamedYear),
    all: ['all'],
  });

const firstWorked = Math.min(...agreementYears) - 1;

/** Whether a partition is of a year in which nothing can happen yet, or any more, unless a person names it. */
export function isOnlyNamed(partition: string, calendarYear: number): boolean {
  const year = Number(partition.split('#')[1]);
  return year < firstWorked || year > calendarYear + 1;
}

/** The years in which something can happen in a calendar year: it, the one before and the one after. */
export const yearsInReach = (calendarYear: number): readonly number[] => [
  calendarYear - 1,
  calendarYear,
  calendarYear + 1,
];

/** Whether something can happen in a partition in that calendar year: whoever looks often looks here, and rarely at all the others. */
export const isInReach = (partition: string, calendarYear: number): boolean =>
  partition.endsWith('#all') ||
  yearsInReach(calendarYear).some((year) => partition.endsWith(`#${year}`));

/**
 * Kinds that are large, and of which the other kinds' events hold the hash or the substance: proposals by their hash, the working by
 * the proposal's, the order by its file's, and of the bank's reports what they say of a payment.
 */
const documentKinds: ReadonlySet<string> = new Set(['BANK', 'ORDER', 'PROPOSAL', 'WORKING']);

/** Whether a partition says what happened, or what that rests on: a few kB a year each, for whoever looks every day. */
export const holdsEvents = (partition: string): boolean =>
  !documentKinds.has(partition.replace(/#.*$/, ''));

const kinds = Object.entries(recordKinds);

const partitionsOf = (years: Readonly<Record<Years, readonly string[]>>): readonly string[] =>
  kinds
    .flatMap(([kind, each]) =>
      each.flatMap((which) => years[which].map((year) => `${kind}#${year}`)),
    )
    .sort();

const range = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, after) => String(first + after));
