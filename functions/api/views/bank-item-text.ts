import type { ItemOutcome, ReportItem } from '../../../core/bank/report-events.ts';
import type { BankResult } from '../../../core/payment/bank-words.ts';
import { bankCodeText } from '../../contract/api/bank-code-texts.ts';
import type { Language, Texts } from '../../contract/api/problem-type.ts';
import { payeeName } from '../../shared/payee-name.ts';
import { grouped } from './amount-text.ts';
import { resultTexts } from './bank-sentences.ts';
import { runName } from './run-name.ts';

/** What the bank said in an item of a report, and what became of it: two or three sentences. */
export function bankItemText(item: ReportItem, language: Language): string {
  const said = `${saidOf(item, language)}: ${subjectOf(item, language)}${amountOf(item, language)}.`;
  return [said, reasonOf(item, language), becameOf(item, language)].filter(Boolean).join(' ');
}

const saidOf = ({ result, status }: ReportItem, language: Language): string =>
  result === 'other' ? status : resultTexts[result][language];

/** Whose payment of which run; the whole run; or the bank's own reference of what is nobody's. */
function subjectOf(item: ReportItem, language: Language): string {
  const { case: id, payee, endToEndId, messageId, bankReference } = item;
  if (!id)
    return (
      endToEndId ??
      messageId ??
      bankReference ??
      { sv: 'utan beteckning', en: 'without an id' }[language]
    );
  const run = runName(id, language);
  return payee ? `${payeeName(payee)}, ${run}` : run;
}

const amountOf = ({ amount, currency }: ReportItem, language: Language): string =>
  amount === undefined ? '' : `, ${moneyText(amount, currency, language)}`;

/** Control sums of a message have no currency of their own: it is ours. */
const moneyText = (amount: string, currency: string | undefined, language: Language): string =>
  `${grouped(amount, language)}\u00a0${currency === undefined || currency === 'SEK' ? 'kr' : currency}`;

/** The code's meaning with the code, and the bank's own words. */
function reasonOf({ code, words }: ReportItem, language: Language): string {
  const meaning = code === undefined ? undefined : bankCodeText(code, language);
  return [
    ...(meaning === undefined ? [] : [meaning === code ? code : `${meaning} (${code})`]),
    ...(words === undefined ? [] : [`”${words}”`]),
  ]
    .map((each) => `${each}.`)
    .join(' ');
}

const became: Readonly<Record<ItemOutcome, Texts>> = {
  taken: { sv: '', en: '' },
  known: { sv: 'Det var redan känt.', en: 'It was known.' },
  overtaken: {
    sv: 'Banken hade redan sagt det som kommer efter.',
    en: 'The bank had already said what comes after.',
  },
  noted: { sv: 'Inget följer av det.', en: 'Nothing follows from it.' },
  unknown: {
    sv: 'Det leder inte till någon betalning härifrån.',
    en: 'It leads to no payment from here.',
  },
  'not-sent': {
    sv: 'Någon sådan betalning har inte sänts.',
    en: 'No such payment has been sent.',
  },
  'amount-differs': {
    sv: 'Beloppet är ett annat än det som sändes: {standing}.',
    en: 'The amount is another than the one that was sent: {standing}.',
  },
  contradicts: {
    sv: 'Banken har sagt något annat förut, och båda kan inte stämma: {standing}.',
    en: 'The bank has said otherwise before, and both cannot be true: {standing}.',
  },
  'moved-twice': {
    sv: 'Pengarna har redan rört sig så en gång: det här har ingen beordrat.',
    en: 'The money has moved so once before: nobody has ordered this.',
  },
  'of-a-copy': {
    sv: 'Det kan gälla en andra kopia av det som banken redan har. Ingen betalning ändras av det.',
    en: 'It may be about a second copy of what the bank has already. No payment is changed by it.',
  },
  stopped: {
    sv: 'Banken har makulerat eller spärrat den. Fråga banken, och registrera svaret i ärendet.',
    en: 'The bank has cancelled it or blocked it. Ask the bank, and register its answer in the run.',
  },
};

/** A movement of a payment of ours that no payment can make, or that the entry which names it did not make. */
const strange: Texts = {
  sv: 'Så kan en betalning härifrån inte röra sig, eller så rörde posten på kontot ett annat belopp än det som nämns i den.',
  en: 'A payment from here cannot move in this way, or the entry of the account moved another sum than it names.',
};

function becameOf({ outcome, case: id, standing }: ReportItem, language: Language): string {
  const text = outcome === 'unknown' && id ? strange : became[outcome];
  return text[language].replace('{standing}', standingText(outcome, standing ?? '', language));
}

const standingText = (outcome: ItemOutcome, standing: string, language: Language): string =>
  outcome === 'contradicts'
    ? resultTexts[standing as BankResult][language].toLowerCase()
    : moneyText(standing, 'SEK', language);
