import type { ReportFile } from '../../core/bank/report-events.ts';
import { headOf } from '../../core/record/anchor.ts';
import { belongsToRecord } from '../../core/record/chain.ts';
import { eventsIn, partsOf, streamsOf } from '../../core/record/contradictions/parts.ts';
import type { FoundStream } from '../../core/record/found-stream.ts';
import { verify } from '../../core/record/verify.ts';
import { sha256Of } from '../../functions/adapters/sha256.ts';
import { unlikeReport } from '../../functions/bank/held-report.ts';
import { fileHashOf } from '../../functions/bank/payment-file.ts';
import { contentFaults } from '../../functions/contract/inputs.ts';
import { chainedAnew, type Forgery, forgeries, hashOf } from '../helpers/forge.ts';
import { forgeriesOfOrder, reading } from './forgeries-of-order.ts';

/**
 * What nothing in the record repeats, and nothing follows from: it may say another thing of the same form, and only an anchor can tell.
 * Each by its field, and why it is free. What is left out, or of another form, is found here as everywhere.
 */
const free: readonly (readonly [path: RegExp, why: string])[] = [
  [
    /^(?!JOURNAL|ORDER|PROPOSAL|WORKING).* at$/,
    'when it happened, in the order of what it is about',
  ],
  [/ (source\.)?by(\.(name|sub|signedInAt))?$/, 'who of those who may, signed in before'],
  [/^(?!REQUISITION refused).* (source\.)?reason$/, 'why somebody said it'],
  [/^(RUN rejected|INPUT \S+ input-refused) code$/, 'why somebody said no, as a word'],
  [/^RUN voided because$/, 'why a proposal was let go, in words'],
  [/ waiting needs\.(holds|because|year)$/, 'what was missing then, in words'],
  [/^REQUISITION submitted requisition\./, 'what SKR wrote in its requisition'],
  [
    /^INPUT \S+ input-registered (from|documentHash|document(\.(name|bytes))?)$/,
    'whose document it is, which tells itself',
  ],
  [/^PROPOSAL \S+ codeVersion$/, 'by which code it was made'],
  [
    /^WORKING working nodes\.(name|rule|cites\.\S+)$/,
    'how a step is called and where it is written, for the reader: the step itself is taken again',
  ],
];

/** The same of what may be there or not. */
const freeOrAbsent: typeof free = [
  [
    /^INPUT \S+ input-registered content/,
    'what a supplier said that nothing was made from, as its kind allows',
  ],
  [/^WORKING working nodes$/, 'a node that the working of another case holds as well'],
  [/^WORKING working nodes\.cites$/, 'in which of several places a rule is written'],
  [/^REQUISITION submitted requisition$/, 'what SKR wrote in its requisition'],
  [/ waiting needs(\.holds)?$/, 'which of what was missing then'],
];

/** And of what an export holds, which is the record alone. */
const freeWithoutFiles: typeof free = [
  [
    /^BANK report-\S+ (bytes|file|hash|format|messageId|createdAt|why|code|facts|items|pieces)/,
    'what the bank’s file says beyond what a case notes: it is read again where it lies',
  ],
];

/** The same of when, where and whether something happened, by its field and the change. */
const freeInOrder: typeof free = [
  [
    / at (five|twenty) days /,
    'when it happened, between what stands before it and what follows it',
  ],
  [/ waiting away$/, 'that something was missing for a while'],
  [
    /^(RUN (withdrawn|reopened)|INPUT \S+ input-refused) away$/,
    'that somebody changed their mind before what was said next',
  ],
  [/ approved exchanged /, 'which of two said so first at one moment'],
  [
    /^(AGENDA closed|JOURNAL voucher) exchanged /,
    'which of two came first that stood there within the time for which a step can be tried',
  ],
  [/^WORKING working exchanged /, 'which of two pieces came first that are made of neither'],
  [/^WORKING( working)? (away|gone)$/, 'working that another case holds as well'],
  [
    /^INPUT\S*( authorisation input-confirmed)? (away|gone)$/,
    'an input that nothing was made from',
  ],
  [
    /^BANK (report-refused|report-taken|item-resolved) away$/,
    'a report from which nothing followed, whose file lies where it came, and who looked into it',
  ],
  [/^BANK report-items exchanged /, 'where the pieces of a report stand before it'],
  [/^SWITCH gone$/, 'that releases were stopped for a while and let go on'],
];

/** What the record is held to besides itself. */
export const outside = { fileHash: fileHashOf, contentFaults };

/** The same, with the moment at which a forged record is read. */
const heldTo = { ...outside, reading };

export const isFree = ({ field, change, ofForm, ofOrder }: Forgery): boolean =>
  ofOrder
    ? isOf(freeInOrder, `${field} ${change}`)
    : isOf([...(ofForm ? free : []), ...freeOrAbsent], field);

const isOf = (listed: typeof free, what: string): boolean =>
  listed.some(([path]) => path.test(what));

/** Why what is not found need not be, in the words of the lists above. */
export const whyFree = [...free, ...freeOrAbsent, ...freeInOrder].map(
  ([path, why]) => `${why}: ${path.source}`,
);

/**
 * What is found in a forged record. What was not forged is looked at again only where nothing is found without: working never, as it
 * is most of a record and refers to nothing but inputs, which whoever refers to it is held to.
 */
export function foundIn(
  record: readonly FoundStream[],
  before: readonly FoundStream[],
): readonly string[] {
  const untouched = record.filter((each) => before.includes(each));
  const working = untouched.filter(({ partition }) => partition.startsWith('WORKING#'));
  const beside = (known: readonly FoundStream[]) =>
    verify(record, hashOf, undefined, { ...heldTo, known: known.map(headOf), whole: true })
      .findings;
  const [first] = beside(untouched);
  return (first ? [first] : beside(working)).map(({ where, what }) => `${where} ${what}`);
}

/** The bank's files as they lie, by their names. */
export type BankFiles = ReadonlyMap<string, Uint8Array>;

/** What is found in the bank's files of what the record says of them. */
export function unlikeFound(record: readonly FoundStream[], files: BankFiles): readonly string[] {
  const parts = partsOf(record, { sha256: hashOf });
  const said = streamsOf(parts, 'BANK').flatMap((found) => eventsIn<Partial<ReportFile>>(found));
  return [...files].flatMap(([name, bytes]) => {
    const hash = sha256Of(bytes);
    return said.some(({ event }) => event.file === name && event.hash === hash)
      ? unlikeReport(parts, { bytes, hash }).map(({ where, what }) => `${where} ${what}`)
      : [`${name} is a file that was not taken in`];
  });
}

export interface Tried {
  readonly tried: number;
  readonly found: number;
  /** Of what follows from nothing. */
  readonly free: number;
  readonly missed: readonly Forgery[];
  /** Every field that was forged at least once. */
  readonly fields: ReadonlySet<string>;
  /** How many of what was tried were of when, where and whether something happened. */
  readonly ofOrder: number;
}

/** Tries every forgery of a record beside the bank's files, or of each field one, another from field to field. */
export function tryForgeries(
  found: readonly FoundStream[],
  files: BankFiles,
  { onePerField = false, tell = (_tried: number, _of: number): void => undefined } = {},
): Tried {
  const record = chainedAnew(found.filter(({ partition }) => belongsToRecord(partition)));
  const all = onePerField
    ? oneOfEachField(forgeries(record))
    : [...forgeries(record), ...forgeriesOfOrder(record)];
  const silent = all.filter((each, index) => {
    tell(index, all.length);
    const made = each.make();
    return foundIn(made, record).length === 0 && unlikeFound(made, files).length === 0;
  });
  const missed = silent.filter(
    (each) => !isFree(each) && (files.size > 0 || !isOf(freeWithoutFiles, each.field)),
  );
  return {
    tried: all.length,
    found: all.length - silent.length,
    free: silent.length - missed.length,
    missed,
    fields: new Set(all.flatMap(({ field, ofOrder }) => (ofOrder ? [] : [field]))),
    ofOrder: all.filter(({ ofOrder }) => ofOrder).length,
  };
}

function oneOfEachField(all: readonly Forgery[]): readonly Forgery[] {
  const fields = [...Map.groupBy(all, ({ field }) => field).values()];
  return fields.flatMap((own, index) => own[index % own.length] ?? []);
}

export const namesOf = (missed: readonly Forgery[]): readonly string[] =>
  missed.map(({ where, field, change }) => `${where}: ${field} ${change}`);
