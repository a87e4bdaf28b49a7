import type { Language, Texts } from './problem-type.ts';

/**
 * What the bank's reason codes mean (ISO 20022 external code sets: status reasons of pain.002, return reasons of camt), in the
 * words of somebody who has to put it right.
 */
export const bankCodeTexts: Readonly<Record<string, Texts>> = {
  AC01: { sv: 'Kontonumret är fel', en: 'The account number is wrong' },
  AC03: { sv: 'Mottagarens kontonummer är ogiltigt', en: "The payee's account number is invalid" },
  AC04: { sv: 'Kontot är avslutat', en: 'The account is closed' },
  AC06: { sv: 'Kontot är spärrat', en: 'The account is blocked' },
  AG01: {
    sv: 'Betalningen är inte tillåten på kontot',
    en: 'The account does not allow the payment',
  },
  AG02: { sv: 'Betalningsslaget är fel', en: 'The kind of payment is wrong' },
  AM03: {
    sv: 'Beloppet eller valutan kan inte betalas',
    en: 'The amount or currency cannot be paid',
  },
  AM04: { sv: 'Täckning saknas', en: 'Funds are missing' },
  AM05: { sv: 'Dubblett', en: 'A duplicate' },
  AM10: { sv: 'Kontrollsumman stämmer inte', en: 'The control sum is wrong' },
  BE01: { sv: 'Mottagaren hör inte till kontot', en: 'The payee does not belong to the account' },
  BE05: { sv: 'Avsändaren är okänd', en: 'The sender is unknown' },
  CURR: { sv: 'Fel valuta', en: 'The wrong currency' },
  CUST: { sv: 'Mottagaren begärde det', en: 'The payee asked for it' },
  DT01: { sv: 'Betalningsdagen är ogiltig', en: 'The pay day is invalid' },
  DUPL: { sv: 'Filen är en dubblett', en: 'The file is a duplicate' },
  FF01: { sv: 'Filen har fel format', en: 'The file has the wrong form' },
  MD07: { sv: 'Mottagaren har upphört', en: 'The payee no longer exists' },
  MS02: { sv: 'Mottagaren anger inget skäl', en: 'The payee gives no reason' },
  MS03: { sv: 'Banken anger inget skäl', en: 'The bank gives no reason' },
  NARR: { sv: 'Se bankens text', en: "See the bank's words" },
  NOAS: { sv: 'Mottagaren svarade inte', en: 'The payee did not answer' },
  RC01: { sv: 'Bankens beteckning är fel', en: "The bank's code is wrong" },
  RR04: { sv: 'Myndighetsskäl', en: 'Regulatory reasons' },
  TM01: { sv: 'Filen kom för sent', en: 'The file came too late' },
};

/** What a code means; one that is not in the list is shown as itself. */
export const bankCodeText = (code: string, language: Language): string =>
  bankCodeTexts[code]?.[language] ?? code;
