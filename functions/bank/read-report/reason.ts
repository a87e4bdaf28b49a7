import type { Element } from '@xmldom/xmldom';
import type { ReportedPayment } from '../../../core/bank/report.ts';
import { all, maybe, maybeText, textIn } from './elements.ts';

/** As much of the bank's words as the record holds of one payment. */
const MOST_WORDS = 200;

/** ISO 20022's list of reasons has codes of at most four characters. */
const REASON_CODE = /^[A-Z0-9]{1,4}$/;

type Reason = Pick<ReportedPayment, 'code' | 'words'>;

/**
 * Why, as the bank says it: the first reason's code, and its words. A code of the bank's own that is none of ISO's list is put before the
 * words, and so are the codes of further reasons.
 */
export function reasonIn(reasons: readonly Element[]): Reason {
  const codes = reasons.map((each) => maybeText(each, ['Rsn', 'Cd']));
  const [code] = codes;
  const isCode = code !== undefined && REASON_CODE.test(code);
  const words = reasons.flatMap((each, index) => [
    index === 0 && isCode ? undefined : codes[index],
    maybeText(each, ['Rsn', 'Prtry']),
    ...all(each, 'AddtlInf').map(textIn),
  ]);
  const text = oneLine(words.filter((each) => each !== undefined).join(' '));
  return { ...(isCode && { code }), ...(text !== '' && { words: text }) };
}

/** On one line, and no longer than the record holds; never cut in the middle of a character. */
const oneLine = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').trim().slice(0, MOST_WORDS).toWellFormed();

/** The only element of that name as a list, for what may be there once. */
export const onlyOne = (parent: Element, name: string): readonly Element[] => {
  const found = maybe(parent, name);
  return found ? [found] : [];
};
