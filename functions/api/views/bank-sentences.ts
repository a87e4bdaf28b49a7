import type { BankResult } from '../../../core/payment/bank-words.ts';
import type { BankWord, CaseEvent } from '../../../core/payment/events.ts';
import type { Texts } from '../../contract/api/problem-type.ts';
import { payeeName } from '../../shared/payee-name.ts';

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** What the bank said, and whether it said so in a file or somebody read it and typed it in. */
export function bankSentence({ words, source }: EventOf<'bank-reported'>): Texts {
  const said = results.flatMap((result) =>
    [false, true].map((unordered) => ({
      result,
      unordered,
      of: words.filter((word) => word.result === result && (word.unordered ?? false) === unordered),
    })),
  );
  const in_ = (language: keyof Texts) =>
    said
      .filter(({ of }) => of.length > 0)
      .map(
        ({ result, unordered, of }) =>
          `${resultTexts[result][language]}${unordered ? withoutOrder[language] : ''}: ${listed(of)}`,
      )
      .join('; ');
  return 'by' in source
    ? {
        sv: `${source.by.name} registrerade bankens svar. ${in_('sv')}.`,
        en: `${source.by.name} reported what the bank said. ${in_('en')}.`,
      }
    : { sv: `Banken svarade. ${in_('sv')}.`, en: `The bank answered. ${in_('en')}.` };
}

const withoutOrder: Texts = { sv: ' utan uppdrag', en: ' without an order' };

const results: readonly BankResult[] = ['accepted', 'booked', 'rejected', 'returned'];

export const resultTexts: Readonly<Record<BankResult, Texts>> = {
  accepted: { sv: 'Godtaget', en: 'Accepted' },
  booked: { sv: 'Bokfört', en: 'Booked' },
  rejected: { sv: 'Avvisat', en: 'Rejected' },
  returned: { sv: 'Kom tillbaka', en: 'Returned' },
};

/** Three and more that were simply paid are counted; what did not arrive is always named, with the bank's reason. */
const listed = (words: readonly BankWord[]): string =>
  words.length > 2 && words.every(({ code }) => code === undefined)
    ? `${words.length}`
    : words
        .map(({ payee, code }) => `${payeeName(payee)}${code === undefined ? '' : ` (${code})`}`)
        .join(', ');

/** What a person decided of a payment that came back. */
export const resolvedSentence = ({ by, payee, choice }: EventOf<'return-resolved'>): Texts =>
  choice === 'reissue'
    ? {
        sv: `${by.name} bestämde att ${payeeName(payee)} betalas på nytt för sig.`,
        en: `${by.name} decided that ${payeeName(payee)} is paid again on its own.`,
      }
    : {
        sv: `${by.name} bestämde att det som kom tillbaka från ${payeeName(payee)} betalas med nästa utbetalning.`,
        en: `${by.name} decided that what came back of ${payeeName(payee)} is paid with the next payout.`,
      };

/** What a person said of money that moved without an order. */
export const decidedSentence = ({ by, payee, choice }: EventOf<'movement-decided'>): Texts =>
  choice === 'booked-anew'
    ? {
        sv: `${by.name} bestämde att betalningen till ${payeeName(payee)} är utförd, sedan banken bokfört den på nytt.`,
        en: `${by.name} decided that the payment to ${payeeName(payee)} is carried out, since the bank has booked it anew.`,
      }
    : {
        sv: `${by.name} bestämde att banken ska rätta det som rört sig utan uppdrag av betalningen till ${payeeName(payee)}.`,
        en: `${by.name} decided that the bank is to correct what moved without an order of the payment to ${payeeName(payee)}.`,
      };
