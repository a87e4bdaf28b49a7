import type { ReportItem } from '../../bank/report-events.ts';
import { canonical } from '../../canonical.ts';
import type { BankSource, BankWord, Person } from '../../payment/events.ts';
import type { CaseId } from '../case-id.ts';
import { type Parts, refuse } from './parts.ts';

/** Somebody read it and says so: of each payment what became of it, and perhaps why. */
export function bySomebody(
  { by, reason }: Extract<BankSource, { by: Person }>,
  words: readonly BankWord[],
): BankSource {
  const typed = ({ payee: _payee, result: _result, code: _code, ...more }: BankWord) =>
    Object.keys(more).length === 0;
  if (!by || typeof reason !== 'string' || !words.every(typed)) refuse('as nobody can say it');
  return { by, reason };
}

/** A report that was taken, if each of these words stands in it; or one that has come, of which nobody has noted yet that it was taken. */
export function reportOf(
  reports: Parts['reports'],
  id: CaseId,
  { report: hash, part }: Extract<BankSource, { report: string }>,
  words: readonly BankWord[],
  came?: Parts['came'],
): BankSource {
  const report = reports.get(hash);
  if (!report && !came?.has(hash)) refuse(`from a report that the record does not hold: ${hash}`);
  for (const word of words)
    if (report && !report.items.some((item) => item.case === id && isWordOf(item, word)))
      refuse(`of ${word.result} to ${word.payee}, which its report does not say`);
  return { report: hash, ...(part !== undefined && { part }) };
}

const wordMembers: readonly string[] = [
  ...['payee', 'result', 'code', 'reference', 'entryReference', 'day', 'place'],
  ...['movement', 'unordered'],
];

/** Whether an item of a report says a word: who, what, why, when, and by which references of the bank's. */
export const isWordOf = (item: ReportItem, word: BankWord): boolean =>
  Object.keys(word).every((name) => wordMembers.includes(name)) &&
  item.payee === word.payee &&
  item.result === word.result &&
  item.code === word.code &&
  item.day === word.day &&
  canonical(item.place ?? null) === canonical(word.place ?? null) &&
  (item.entryReference === undefined || item.entryReference === word.entryReference) &&
  (item.bankReference === undefined ||
    [word.reference, word.entryReference].includes(item.bankReference)) &&
  [word.reference, word.entryReference].every(
    (each) => each === undefined || each === item.bankReference || each === item.entryReference,
  );
