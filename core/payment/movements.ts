import type { BankWord, CaseEvent } from './events.ts';

type Decided = Extract<CaseEvent, { type: 'movement-decided' }>;

/** Money that moved on the account for one payment, as the bank told of it: it left, or it came back. */
export interface Movement {
  readonly result: 'booked' | 'returned';
  /** The bank's own reference of it, that of the entry in which it is, and the day on which the account has it, as they were told. */
  readonly reference?: string;
  readonly entryReference?: string;
  readonly day?: string;
  /** Nobody ordered it: the payment had left before, or was not to leave; or it had come back before. */
  readonly unordered?: true;
  /** It moves back what a person has said that the bank is to correct: nobody need say anything of it. */
  readonly corrects?: true;
  /** What a person has said of it. */
  readonly decided?: Decided;
}

export type MovedWord = BankWord & Pick<Movement, 'result'>;

export const isMoved = (word: BankWord): word is MovedWord =>
  word.result === 'booked' || word.result === 'returned';

type Identity = Pick<Movement, (typeof names)[number]>;

const names = ['reference', 'entryReference', 'day'] as const;

const differ = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

/** Somebody typed it in, or it was recorded before references and days were: nothing tells it from another. */
const isNameless = (telling: Identity): boolean =>
  names.every((name) => telling[name] === undefined);

const shareReference = (a: Identity, b: Identity): boolean =>
  [a.reference, a.entryReference].some(
    (each) => each !== undefined && (each === b.reference || each === b.entryReference),
  );

/**
 * Whether two tellings can be of one movement. The bank's own reference decides, of the same thing: a payment has one, and the entry
 * in which it is may have another. Where they have none of the same thing, the day on which the account has it decides. Two days are
 * two movements, whatever their references: banks begin their numbers anew. What is nameless can be any.
 */
function canBeSame(a: Identity, b: Identity): boolean {
  if (isNameless(a) || isNameless(b)) return true;
  if (differ(a.reference, b.reference) || differ(a.day, b.day)) return false;
  if (shareReference(a, b)) return true;
  return !differ(a.entryReference, b.entryReference) && a.day !== undefined && a.day === b.day;
}

/** The surest first: by the bank's reference, then by the day, then what is nameless. */
function sureness(movement: Identity, word: Identity): number {
  if (shareReference(movement, word)) return 0;
  return isNameless(movement) ? 2 : 1;
}

/**
 * Which movement a file tells of again, by its number from 1; none when it is another one. A file tells of each movement once: what
 * it has told of already (`told`) it does not mean.
 */
export function toldAgain(
  movements: readonly Movement[],
  word: MovedWord,
  told: ReadonlySet<number>,
): number | undefined {
  const [best] = movements
    .map((movement, index) => ({ movement, number: index + 1 }))
    .filter(
      ({ movement, number }) =>
        movement.result === word.result && !told.has(number) && canBeSame(movement, word),
    )
    .sort((a, b) => sureness(a.movement, word) - sureness(b.movement, word));
  return best?.number;
}

/** What of a telling names a movement. */
export const namesIn = (telling: Identity): Identity =>
  Object.fromEntries(
    names.flatMap((name) => (telling[name] === undefined ? [] : [[name, telling[name]]])),
  );

/** The movement with what a word adds to its name; the very same when it adds nothing. */
export function named(movement: Movement, word: Identity): Movement {
  const adds = names.some((name) => movement[name] === undefined && word[name] !== undefined);
  return adds ? { ...movement, ...namesIn(word), ...namesIn(movement) } : movement;
}

const unordered = (movements: readonly Movement[], result: Movement['result']) =>
  movements.filter((each) => each.unordered && each.result === result);

/** How many more have left than come back without an order; below zero, the other way round. */
export const unorderedNet = (movements: readonly Movement[]): number =>
  unordered(movements, 'booked').length - unordered(movements, 'returned').length;

/**
 * Whether a movement is what people wait for: the bank is to correct one of the other way, and has not yet. A correction is of no
 * earlier day than what it corrects.
 */
export function isAwaited(
  movements: readonly Movement[],
  { result, day }: Pick<Movement, 'result' | 'day'>,
): boolean {
  const other = result === 'booked' ? 'returned' : 'booked';
  const toCorrect = unordered(movements, other).filter(
    ({ decided, day: moved }) => decided !== undefined && isNotAfter(moved, day),
  );
  return toCorrect.length > unordered(movements, result).length;
}

/** Whether a day is no later than another, or one of them is not known. */
const isNotAfter = (day: string | undefined, other: string | undefined): boolean =>
  day === undefined || other === undefined || day <= other;

/** Whether it needs a person who says what it was. */
export const isUndecided = (movement: Movement): boolean =>
  movement.unordered === true && !movement.corrects && !movement.decided;

/**
 * Whether a debit can be the one that a payment left by before it came back, told late: that one is not known yet, and the debit is
 * of no later day than the coming back.
 */
export function isLateDebit(
  movements: readonly Movement[],
  isBooked: boolean,
  { day }: Identity,
): boolean {
  const ordered = movements.filter((each) => !each.unordered);
  const debits = ordered.filter(({ result }) => result === 'booked').length;
  const credits = ordered.filter(({ result }) => result === 'returned');
  if (debits >= credits.length + (isBooked ? 1 : 0)) return false;
  return credits.some((credit) => isNotAfter(day, credit.day));
}
