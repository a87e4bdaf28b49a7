import { headOf } from '../../core/record/anchor.ts';
import { belongsToRecord } from '../../core/record/chain.ts';
import type { FoundStream } from '../../core/record/found-stream.ts';
import { verify } from '../../core/record/verify.ts';
import { fileHashOf } from '../../functions/bank/payment-file.ts';
import { chainedAnew, type Forgery, forgeries, hashOf } from '../helpers/forge.ts';

/**
 * What follows from nothing in the record: people's own words, who they were, when something happened, and what a file of the bank's
 * says, which is held to the file. That these were changed only an anchor can tell. Each by the path of its field, and why it is free.
 */
export const free: readonly (readonly [path: RegExp, why: string])[] = [
  [/ at$/, 'when it happened, unless something follows from it'],
  [/ (source\.)?by(\.(name|sub|signedInAt|groups))?$/, 'who said it, if that person could have'],
  [/ (source\.)?(reason|because)$/, 'why somebody said it'],
  [/ (rejected|refused) (code|cites)$/, 'why, as a word'],
  [/ submitted requisition/, 'what was asked for, as far as nobody works with it'],
  [/ waiting needs/, 'what was missing then'],
  [/^INPUT input-registered/, 'what a supplier said, unless something was made from it'],
  [/^BANK report-/, 'what the bank’s file says: the file is held to its hash'],
  [/^PROPOSAL .* codeVersion$/, 'by which code it was made'],
  [
    /^PROPOSAL .* debtor/,
    'whose account the money leaves: it is what was approved, ordered and filed',
  ],
  [/^PROPOSAL settlement localDiscounts/, 'what is listed for the parties'],
  [/^WORKING working nodes\.(cites|row|rule|name)/, 'where a number or a rule is written'],
];

export const isFree = ({ field }: Pick<Forgery, 'field'>): boolean =>
  free.some(([path]) => path.test(field));

/**
 * What is found in a forged record. Working that was not forged is not worked out again for each: it is most of a record, and what
 * refers to it is.
 */
export function foundIn(
  record: readonly FoundStream[],
  before: readonly FoundStream[],
): readonly string[] {
  const untouched = record.filter(
    (each) => each.partition.startsWith('WORKING#') && before.includes(each),
  );
  const more = { fileHash: fileHashOf, known: untouched.map(headOf), whole: true };
  return verify(record, hashOf, undefined, more).findings.map(
    ({ where, what }) => `${where} ${what}`,
  );
}

export interface Tried {
  readonly tried: number;
  readonly found: number;
  /** Of what follows from nothing. */
  readonly free: number;
  readonly missed: readonly Forgery[];
}

/** Tries the forgeries of a record: all of them, or of each field one, another from field to field. */
export function tryForgeries(found: readonly FoundStream[], { onePerField = false } = {}): Tried {
  const record = chainedAnew(found.filter(({ partition }) => belongsToRecord(partition)));
  const all = onePerField ? oneOfEachField(forgeries(record)) : forgeries(record);
  const silent = all.filter((each) => foundIn(each.make(), record).length === 0);
  const missed = silent.filter((each) => !isFree(each));
  return {
    tried: all.length,
    found: all.length - silent.length,
    free: silent.length - missed.length,
    missed,
  };
}

function oneOfEachField(all: readonly Forgery[]): readonly Forgery[] {
  const fields = [...Map.groupBy(all, ({ field }) => field).values()];
  return fields.flatMap((own, index) => own[index % own.length] ?? []);
}

export const namesOf = (missed: readonly Forgery[]): readonly string[] =>
  missed.map(({ where, field, change }) => `${where}: ${field} ${change}`);
