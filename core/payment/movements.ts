import type { EntryPlace } from './bank-words.ts';
import type { BankWord, CaseEvent } from './events.ts';

type Decided = Extract<CaseEvent, { type: 'movement-decided' }>;

/** Money that moved on the account for one payment, as the bank told of it: it left, or it came back. */
export interface Movement {
  readonly result: 'booked' | 'returned';
  /** The bank's own reference of it, that of the entry in which it is, and the day on which the account has it, as they were told. */
  readonly reference?: string;
  readonly entryReference?: string;
  readonly day?: string;
  /** Where it was told of first: in a statement, and in a notification. */
  readonly places?: readonly EntryPlace[];
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

/** What a file says of a movement by which it can be told from others. */
type Telling = Identity & Pick<BankWord, 'place'>;

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
 * in which it is may have another. Where they have none of the same thing, the place where it is told of decides, on the day on which
 * the account has it. Two days are two movements, and so are two pages of one statement, whatever their references: banks begin their
 * numbers anew, and a statement lists each movement once. What is nameless can be any.
 */
function canBeSame(movements: readonly Movement[], movement: Movement, word: Telling): boolean {
  if (isNameless(movement) || isNameless(word)) return true;
  if (differ(movement.reference, word.reference) || differ(movement.day, word.day)) return false;
  const { place } = word;
  if (place && isOnAnotherPage(movement, place)) return false;
  if (shareReference(movement, word)) return true;
  if (differ(movement.entryReference, word.entryReference)) return false;
  if (movement.day === undefined || movement.day !== word.day) return false;
  return !place || isPlaced(movements, movement, place);
}

/** Whether a report of the same kind has told of a movement. */
const isToldIn = ({ places = [] }: Movement, place: EntryPlace): boolean =>
  places.some(({ of }) => of === place.of);

const isToldAt = ({ places = [] }: Movement, place: EntryPlace): boolean =>
  places.some(
    ({ of, id, page, entry }) =>
      of === place.of && id === place.id && page === place.page && entry === place.entry,
  );

const isOnAnotherPage = ({ places = [] }: Movement, place: EntryPlace): boolean =>
  places.some(({ of, id, page }) => of === place.of && id === place.id && differ(page, place.page));

/**
 * Whether a telling without a reference in common is of this movement. Statements list every movement, and notifications tell of what
 * statements list: so what the one kind has told of and the other has not yet, is the same. But not a debit that is notified when all of
 * its day have been reversed: a statement may be older than the day's last debit. Within a kind it is the same at the same place only,
 * and not where the bank has used the place for something else since: then it is a name for anything.
 */
function isPlaced(movements: readonly Movement[], movement: Movement, place: EntryPlace): boolean {
  if (!isToldIn(movement, place))
    return place.of === 'statement' || !isReversed(movements, movement);
  const reused = movements.some(
    (other) => other.result !== movement.result && isToldAt(other, place),
  );
  return !reused && isToldAt(movement, place);
}

/** Whether a debit, and every other one of its day, has been reversed on that day. */
function isReversed(movements: readonly Movement[], { result, day }: Movement): boolean {
  const ofDay = movements.filter((other) => !differ(other.day, day));
  const credits = ofDay.filter((other) => other.result === 'returned').length;
  return result === 'booked' && credits >= ofDay.length - credits;
}

/** The surest first: by the bank's reference, by the place, by the day, and then what is nameless. */
function sureness(movement: Movement, word: Telling): number {
  if (shareReference(movement, word)) return 0;
  if (word.place && isToldAt(movement, word.place)) return 1;
  return isNameless(movement) ? 3 : 2;
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
        movement.result === word.result &&
        !told.has(number) &&
        canBeSame(movements, movement, word),
    )
    .sort((a, b) => sureness(a.movement, word) - sureness(b.movement, word));
  return best?.number;
}

/** What of a telling names a movement. */
export const namesIn = (telling: Identity): Identity =>
  Object.fromEntries(
    names.flatMap((name) => (telling[name] === undefined ? [] : [[name, telling[name]]])),
  );

/** A movement as it is told of first. */
export const movementOf = (word: MovedWord, more: Partial<Movement>): Movement => ({
  result: word.result,
  ...namesIn(word),
  ...(word.place && { places: [word.place] }),
  ...more,
});

/** The movement with what a word adds to its name; the very same when it adds nothing. */
export function named(movement: Movement, word: Telling): Movement {
  const { places = [] } = movement;
  const place = word.place && !isToldIn(movement, word.place) ? word.place : undefined;
  const adds = names.some((name) => movement[name] === undefined && word[name] !== undefined);
  if (!adds && !place) return movement;
  const after = { ...movement, ...namesIn(word), ...namesIn(movement) };
  return place ? { ...after, places: [...places, place] } : after;
}

const unordered = (movements: readonly Movement[], result: Movement['result']) =>
  movements.filter((each) => each.unordered && each.result === result);

/** How many more have left than come back without an order; below zero, the other way round. */
export const unorderedNet = (movements: readonly Movement[]): number =>
  unordered(movements, 'booked').length - unordered(movements, 'returned').length;

/** Whether nobody ordered it, and nothing has been said of it, neither by a person nor by what it is. */
const isUnexplained = ({ unordered: by, corrects, decided }: Movement): boolean =>
  by === true && !corrects && !decided;

/**
 * Which debits without an order have come back since, and by which credits: of each its counterpart, by their numbers from 1. Of neither
 * need anybody say anything: the money is where it was. A credit undoes one debit, of an earlier day, or of the same or an unknown one
 * if it was told of before.
 */
function undone(movements: readonly Movement[]): ReadonlyMap<number, number> {
  const counterparts = new Map<number, number>();
  const debits = unexplained(movements, 'booked');
  const credits = debits.length > 0 ? unexplained(movements, 'returned') : [];
  for (const [debit, number] of debits) {
    const credit = credits.find(
      ([{ day }, other]) =>
        !counterparts.has(other) &&
        (differ(debit.day, day) ? isNotAfter(debit.day, day) : other > number),
    );
    if (credit) counterparts.set(number, credit[1]).set(credit[1], number);
  }
  return counterparts;
}

const unexplained = (movements: readonly Movement[], result: Movement['result']) =>
  movements.flatMap((movement, index) =>
    movement.result === result && isUnexplained(movement) ? [[movement, index + 1] as const] : [],
  );

/**
 * The movement that has moved back what this one moved without an order, before anybody said what that was; or of such a one, that
 * which it moved back. None as a rule.
 */
export const undoneWith = (movements: readonly Movement[], number: number): number | undefined =>
  undone(movements).get(number);

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
  if (toCorrect.length === 0) return false;
  const settled = undone(movements);
  const standing = movements.filter((_each, index) => !settled.has(index + 1));
  return toCorrect.length > unordered(standing, result).length;
}

/** Whether a day is no later than another, or one of them is not known. */
const isNotAfter = (day: string | undefined, other: string | undefined): boolean =>
  day === undefined || other === undefined || day <= other;

/** The movements of which a person must say what they were, by their numbers. */
export function undecided(movements: readonly Movement[]): readonly number[] {
  const settled = undone(movements);
  return movements.flatMap((movement, index) =>
    isUnexplained(movement) && !settled.has(index + 1) ? [index + 1] : [],
  );
}

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
