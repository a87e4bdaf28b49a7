import { Sek } from '../money/sek.ts';
import type { BankResult } from './bank-words.ts';
import type { BankWord, CaseEvent, PayeeCode, SentPayment } from './events.ts';
import {
  isAwaited,
  isLateDebit,
  isMoved,
  type MovedWord,
  type Movement,
  movementOf,
  named,
  toldAgain,
  undecided,
  undoneWith,
} from './movements.ts';

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** What has become of one payment that was sent to the bank. */
export interface SentLine extends SentPayment {
  /** What the bank has last said of it; `sent` while it has said nothing. */
  readonly status: 'sent' | BankResult;
  /** Why it did not reach the payee. */
  readonly code?: string;
  /** The voucher that took it back into the journal, by key. */
  readonly takenBack?: string;
  readonly resolved?: EventOf<'return-resolved'>;
  /** It was to be sent again, and was carried out by the bank first: its reissue has ended for good. */
  readonly reissueEnded?: true;
  /** Every movement of it on the account, in the order in which the bank told of them first. */
  readonly movements: readonly Movement[];
}

export type SentLines = ReadonlyMap<PayeeCode, SentLine>;

/** Whether the bank has moved back what an item of its moved before anybody said what it was: then there is nothing to choose. */
export function isUndone(
  { payee, movement }: { readonly payee?: PayeeCode; readonly movement?: number },
  lines: SentLines | undefined,
): boolean {
  const line = payee && lines?.get(payee);
  return !!line && movement !== undefined && undoneWith(line.movements, movement) !== undefined;
}

/** Whether the bank has said the last that is to be expected: it has left, or it did not reach the payee. */
export const isAnswered = ({ status }: Pick<SentLine, 'status'>): boolean =>
  status === 'booked' || hasComeBack({ status });

/** Whether the money is with the State: it never left, or it came back. */
export const hasComeBack = ({ status }: Pick<SentLine, 'status'>): boolean =>
  status === 'rejected' || status === 'returned';

/** Whether it came back, and nobody has said yet what is to become of it. */
export const isHeld = (line: SentLine): boolean => hasComeBack(line) && !line.resolved;

/** Payments that came back and of which nobody has said yet what is to become of them. */
export const heldLines = (lines: SentLines): readonly SentLine[] =>
  [...lines.values()].filter(isHeld);

/** Payments that the bank owes an answer about. */
export const unansweredLines = (lines: SentLines): readonly SentLine[] =>
  [...lines.values()].filter((line) => !isAnswered(line));

/** Payments that came back and are not in the journal again. */
export const linesToTakeBack = (lines: SentLines): readonly SentLine[] =>
  [...lines.values()].filter((line) => hasComeBack(line) && line.takenBack === undefined);

/** Whether money has moved beside this payment, and nobody has said yet what it was: then it is not sent again. */
export const hasUndecided = ({ movements }: SentLine): boolean => undecided(movements).length > 0;

/** Each time that somebody has decided that the payment was carried out after it had come back, in the order in which they did. */
export const decisionsAnew = ({ movements }: SentLine): readonly EventOf<'movement-decided'>[] =>
  movements
    .flatMap(({ decided }) => (decided?.choice === 'booked-anew' ? [decided] : []))
    .sort((a, b) => Number(a.at > b.at) - Number(a.at < b.at));

/** What has left the State's account and arrived, kronor: what a payment is settled with. */
export const settledTotal = (lines: SentLines): string =>
  Sek.sum(
    [...lines.values()].filter(({ status }) => status === 'booked').map(({ sek }) => Sek.of(sek)),
  ).toString();

/** What a word of the bank is, given what it said before. */
export type WordVerdict =
  /** It tells something new. */
  | 'news'
  /** It says again what is known. */
  | 'known'
  /** It tells of what came before something that is known; nothing follows from it. */
  | 'overtaken'
  /** Both cannot be true. */
  | 'contradicts'
  /** The account shows a second movement of the payment, which nobody ordered. */
  | 'moved-twice';

/**
 * What may follow what. A promise can be kept or not; what was booked can still come back; what came back stays back. What the
 * bank says late of an earlier stage is overtaken; what it can never say of the payment any more contradicts. That it gives
 * another reason for the same is nothing new.
 */
export const judge = ({ status }: Pick<SentLine, 'status'>, result: BankResult): WordVerdict =>
  verdicts[status][result];

const verdicts: Readonly<Record<SentLine['status'], Readonly<Record<BankResult, WordVerdict>>>> = {
  sent: { accepted: 'news', booked: 'news', rejected: 'news', returned: 'news' },
  accepted: { accepted: 'known', booked: 'news', rejected: 'news', returned: 'news' },
  booked: { accepted: 'overtaken', booked: 'known', rejected: 'contradicts', returned: 'news' },
  rejected: {
    accepted: 'overtaken',
    booked: 'contradicts',
    rejected: 'known',
    returned: 'contradicts',
  },
  returned: {
    accepted: 'overtaken',
    booked: 'overtaken',
    rejected: 'contradicts',
    returned: 'known',
  },
};

/** What a word comes to: what it is, the word as the case notes it (none when it changes nothing), and the line after it. */
export interface ToldWord {
  readonly verdict: WordVerdict;
  readonly word?: BankWord;
  readonly line: SentLine;
  /** Of what moved: which of the line's movements it is, from 1. */
  readonly movement?: number;
}

/**
 * A word as a file tells it. Of what moved, `told` are the movements that the file has told of already: each booking that it holds is
 * a movement of its own, and the one that another file told of is known.
 */
export function tell(line: SentLine, word: BankWord, told: ReadonlySet<number>): ToldWord {
  if (!isMoved(word)) return take(line, word);
  const again = toldAgain(line.movements, word, told);
  const movement = again ?? line.movements.length + 1;
  const plain = again === undefined && isNext(line, word);
  return { ...take(line, plain ? word : { ...word, movement }), movement };
}

/** A word as a case takes it, or finds that it changes nothing. */
export function take(line: SentLine, { unordered: _said, ...word }: BankWord): ToldWord {
  if (isMoved(word) && word.movement !== undefined) return moved(line, word, word.movement);
  const { result, code } = word;
  const verdict = judge(line, result);
  if (verdict !== 'news') return { verdict, line };
  const movements = isMoved(word) ? [...line.movements, movementOf(word, {})] : line.movements;
  const { code: _before, ...rest } = line;
  const after = { ...rest, status: result, movements, ...(code !== undefined && { code }) };
  return { verdict, word, line: after };
}

/** Whether a word is of the next thing that happens to the payment itself, and need not say which movement it is about. */
const isNext = (line: SentLine, word: MovedWord): boolean =>
  judge(line, word.result) === 'news' && !isAwaited(line.movements, word);

/** A word that names the movement that it is about. */
function moved(line: SentLine, word: MovedWord, number: number): ToldWord {
  const { movements } = line;
  const before = movements[number - 1];
  if (before) {
    const back = line.status === 'returned' && word.result === 'booked' && !before.unordered;
    const verdict = back ? 'overtaken' : 'known';
    const after = before.result === word.result ? named(before, word) : before;
    if (after === before) return { verdict, line };
    return { verdict, word, line: { ...line, movements: movements.with(number - 1, after) } };
  }
  if (number !== movements.length + 1 || isNext(line, word)) return { verdict: 'known', line };
  const { verdict, ...more } = beside(line, word);
  const after = { ...line, movements: [...movements, movementOf(word, more)] };
  const said = more.unordered ? { ...word, unordered: true as const } : word;
  return { verdict, word: said, line: after };
}

/**
 * What a movement is that is not the next thing to happen to the payment. The debit by which it left is that, however late it is told
 * and whatever else is waited for.
 */
function beside(
  { movements, status }: SentLine,
  word: MovedWord,
): Pick<Movement, 'unordered' | 'corrects'> & { readonly verdict: WordVerdict } {
  if (word.result === 'booked' && isLateDebit(movements, status === 'booked', word))
    return { verdict: 'overtaken' };
  if (isAwaited(movements, word)) return { verdict: 'news', unordered: true, corrects: true };
  const after = [...movements, movementOf(word, { unordered: true })];
  if (undoneWith(after, after.length) !== undefined) return { verdict: 'news', unordered: true };
  if (status === 'rejected') return { verdict: 'contradicts', unordered: true };
  return { verdict: 'moved-twice', unordered: true };
}

/** The lines as an order to the bank makes them. */
export const orderedLines = (sent: readonly SentPayment[]): SentLines =>
  new Map(sent.map((each) => [each.payee, { ...each, status: 'sent', movements: [] }]));

/** The lines after the bank's words: what a word says that is new changes a line, and nothing else does. */
export function afterWords(lines: SentLines, words: readonly BankWord[]): SentLines {
  const after = new Map(lines);
  for (const word of words) {
    const line = after.get(word.payee);
    if (line) after.set(word.payee, take(line, word).line);
  }
  return after;
}

/**
 * The lines after a person has said what a movement without an order was. A payment that has been carried out with it after all
 * stands as booked again, and nothing of its coming back is left to resolve.
 */
export function afterDecision(lines: SentLines, event: EventOf<'movement-decided'>): SentLines {
  const line = lines.get(event.payee);
  const movement = line?.movements[event.movement - 1];
  if (!line || !movement) return lines;
  const decide = (decided: Movement): SentLine['movements'] =>
    line.movements.with(event.movement - 1, decided);
  const { unordered: _unordered, ...ordered } = movement;
  const { code: _code, takenBack: _takenBack, resolved, ...rest } = line;
  const ended = resolved?.choice === 'reissue' ? ({ reissueEnded: true } as const) : {};
  const after: SentLine =
    event.choice === 'booked-anew'
      ? { ...rest, ...ended, status: 'booked', movements: decide({ ...ordered, decided: event }) }
      : { ...line, movements: decide({ ...movement, decided: event }) };
  return new Map(lines).set(event.payee, after);
}

/** The lines with more said of some of them. */
export function withLines(
  lines: SentLines,
  changed: readonly { readonly payee: PayeeCode; readonly to: Partial<SentLine> }[],
): SentLines {
  const after = new Map(lines);
  for (const { payee, to } of changed) {
    const line = after.get(payee);
    if (line) after.set(payee, { ...line, ...to });
  }
  return after;
}
