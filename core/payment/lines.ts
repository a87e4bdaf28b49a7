import type { BankResult, BankWord, CaseEvent, PayeeCode, SentPayment } from './events.ts';

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
}

export type SentLines = ReadonlyMap<PayeeCode, SentLine>;

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

/** What a word of the bank is, given what it said before. */
export type WordVerdict =
  /** It tells something new. */
  | 'news'
  /** It says again what is known. */
  | 'known'
  /** It tells of what came before something that is known; nothing follows from it. */
  | 'overtaken'
  /** Both cannot be true. */
  | 'contradicts';

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

/** The lines as an order to the bank makes them. */
export const orderedLines = (sent: readonly SentPayment[]): SentLines =>
  new Map(sent.map((each) => [each.payee, { ...each, status: 'sent' }]));

/** The lines after the bank's words: what is news changes a line, and nothing else does. */
export function afterWords(lines: SentLines, words: readonly BankWord[]): SentLines {
  const after = new Map(lines);
  for (const { payee, result, code } of words) {
    const line = after.get(payee);
    if (line && judge(line, result) === 'news')
      after.set(payee, { ...line, status: result, ...(code !== undefined && { code }) });
  }
  return after;
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
