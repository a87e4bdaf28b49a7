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
    worked: range(Math.min(...agreementYears) - 1, calendarYear + 1),
    named: range(firstNamedYear, lastNamedYear),
    all: ['all'],
  });

/**
 * The partitions in which something can happen in that calendar year: of it, the year before and the year after.
 *
 * Most of the others hold nothing, and each costs a request: whoever reads the record often asks for these, and for what else they
 * know of. What somebody names for a later year is among them when that year comes.
 */
export function partitionsInReach(calendarYear: number): readonly string[] {
  const reach = range(calendarYear - 1, calendarYear + 1);
  return partitionsOf({ worked: reach, named: reach, all: ['all'] });
}

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
