import { anewPayee, returnedPayee } from '../../core/payment/voucher.ts';
import type { CaseId } from '../../core/record/case-id.ts';
import { runName } from '../api/views/run-name.ts';
import { lineKindTexts } from '../contract/api/line-kind-texts.ts';
import type { Language, Texts } from '../contract/api/problem-type.ts';
import { payeeName } from '../shared/payee-name.ts';

/** What an entry is of that is no line of a payment. */
const otherTexts: Readonly<Record<string, Texts>> = {
  payment: { sv: 'Utbetalt', en: 'Paid' },
  return: { sv: 'Tillbaka från banken', en: 'Back from the bank' },
  'booked-anew': { sv: 'Bokfört på nytt av banken', en: 'Booked anew by the bank' },
};

/** What an entry is of, in a few words. A kind that has no words yet is shown as it is called. */
export function entryText(line: string, language: Language): string {
  const kinds: Readonly<Record<string, Texts>> = lineKindTexts;
  return (kinds[line] ?? otherTexts[line])?.[language] ?? line;
}

/** What a voucher is of: a payment, the reversal of one that came back, or its being carried out all the same. */
export function voucherText(
  voucher: { readonly key: string; readonly case: CaseId },
  language: Language,
): string {
  const run = runName(voucher.case, language);
  const back = returnedPayee(voucher);
  const anew = anewPayee(voucher);
  if (anew !== undefined)
    return language === 'sv'
      ? `Betalning till ${payeeName(anew)} som kom tillbaka och bokförts på nytt: ${run}`
      : `Payment to ${payeeName(anew)} that came back and was booked anew: ${run}`;
  if (back === undefined) return `${run.slice(0, 1).toUpperCase()}${run.slice(1)}`;
  const payee = payeeName(back);
  return language === 'sv'
    ? `Återföring av betalning till ${payee} som kom tillbaka: ${run}`
    : `Reversal of the payment to ${payee} that came back: ${run}`;
}
