import { Fraction } from '../../../core/money/fraction.ts';
import type { CaseEvent, Requisition, Right } from '../../../core/payment/events.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';
import type { Language, Texts } from '../../contract/api/problem-type.ts';
import { rejectionTexts } from '../../contract/api/rejection-texts.ts';
import { dayText } from '../../shared/day-text.ts';
import { payeeName } from '../../shared/payee-name.ts';
import { amountText, grouped, kronorText } from './amount-text.ts';
import { bankSentence, decidedSentence, resolvedSentence } from './bank-sentences.ts';
import { citedView } from './citation-view.ts';
import { citedPlaces } from './cited-places.ts';
import { needName, recordWords } from './record-words.ts';

type HistoryEntry = AnswerOf<'readRun'>['history'][number];
type Words = (language: Language) => Texts;

/** What was given with each right, as people say it. */
const given: Readonly<Record<Right, Texts>> = {
  attest: { sv: 'attesterade förslaget', en: 'attested the proposal' },
  order: { sv: 'utanordnade förslaget', en: 'ordered payment of the proposal' },
  'sign-state': { sv: 'undertecknade för staten', en: 'signed for the State' },
  'sign-skr': { sv: 'undertecknade för SKR', en: 'signed for SKR' },
};

/** Everything that has happened in a case, the oldest first, each event in a sentence. */
export const historyOf = (events: readonly CaseEvent[], language: Language): HistoryEntry[] =>
  events.map((event) => ({
    at: event.at,
    event: event.type,
    text: sentence(event, language),
    ...spokenBy(event),
    ...('right' in event && { right: event.right }),
    ...('proposal' in event && { proposal: event.proposal }),
    ...('code' in event && { code: event.code }),
    ...('reason' in event && { reason: reasonOf(event, language) }),
  }));

/** Who did it; who typed in what the bank said gave a reason with it. */
function spokenBy(event: CaseEvent): Pick<HistoryEntry, 'by' | 'reason'> {
  const said = event.type === 'bank-reported' ? event.source : event;
  if (!('by' in said)) return {};
  const by = { sub: said.by.sub, name: said.by.name };
  return event.type === 'bank-reported' && 'reason' in said ? { by, reason: said.reason } : { by };
}

/** People's own words stay as they are; a refusal is worded by the rule that refused. */
const reasonOf = (event: CaseEvent & { readonly reason: string }, language: Language): string =>
  event.type === 'refused' ? recordWords(event.reason, language) : event.reason;

const sentence = (event: CaseEvent, language: Language): string =>
  wordsOf(event)(language)[language];

const always =
  (sv: string, en: string): Words =>
  () => ({ sv, en });

function wordsOf(event: CaseEvent): Words {
  switch (event.type) {
    case 'opened':
      return always('Ärendet öppnades.', 'The run was opened.');
    case 'submitted':
      return (language) => {
        const asked = askedText(event.requisition.amount, language);
        return {
          sv: `${event.by.name} rekvirerade ${asked}.`,
          en: `${event.by.name} requisitioned ${asked}.`,
        };
      };
    case 'accepted':
      return always('Rekvisitionen godtogs.', 'The requisition was accepted.');
    case 'refused':
      return (language) => {
        const why = recordWords(event.reason, language);
        const places = citedPlaces(event.cites.map(citedView), language);
        const cites = places === '' ? '' : ` (${places})`;
        return {
          sv: `Rekvisitionen avslogs: ${why}${cites}.`,
          en: `The requisition was refused: ${why}${cites}.`,
        };
      };
    case 'waiting':
      return (language) => {
        const names = event.needs.map(({ need, year }) => `${needName(need, language)} ${year}`);
        const list = names.join(', ').toLowerCase();
        return { sv: `Väntar på ${list}.`, en: `Waits for ${list}.` };
      };
    case 'going-without':
      return (language) => {
        const list = event.needs
          .map((need) => needName(need, language))
          .join(', ')
          .toLowerCase();
        return {
          sv: `${event.by.name} låter månaden betalas utan ${list}.`,
          en: `${event.by.name} lets the month be paid without ${list}.`,
        };
      };
    case 'proposed':
      return (language) => proposedWords(event, language);
    case 'deduction-begun':
      return always(
        `Prognosen för återbäring dras av i ${event.case}.`,
        `The forecast of rebates is deducted in ${event.case}.`,
      );
    case 'approved':
      return always(
        `${event.by.name} ${given[event.right].sv}.`,
        `${event.by.name} ${given[event.right].en}.`,
      );
    default:
      return laterWords(event);
  }
}

type Later = Exclude<
  CaseEvent,
  {
    readonly type:
      | 'opened'
      | 'submitted'
      | 'accepted'
      | 'refused'
      | 'waiting'
      | 'going-without'
      | 'proposed'
      | 'deduction-begun'
      | 'approved';
  }
>;

/** What happens to a proposal after people have it before them. */
function laterWords(event: Later): Words {
  switch (event.type) {
    case 'rejected':
      return always(
        `${event.by.name} avvisade förslaget: ${codeText(event.code, 'sv')}.`,
        `${event.by.name} rejected the proposal: ${codeText(event.code, 'en')}.`,
      );
    case 'withdrawn':
      return always(
        `${event.by.name} återtog sitt godkännande.`,
        `${event.by.name} withdrew their approval.`,
      );
    case 'voided':
      return (language) => {
        const why = recordWords(event.because, language);
        return {
          sv: `Förslaget gäller inte längre: ${why}.`,
          en: `The proposal no longer holds: ${why}.`,
        };
      };
    case 'release-ordered':
      return (language) => {
        const paidOn = dayText(event.paidOn, language);
        return {
          sv: `Betalningen lämnades till banken som ${event.messageId}, att betalas ${paidOn}.`,
          en: `The payment was released to the bank as ${event.messageId}, to be paid on ${paidOn}.`,
        };
      };
    case 'bank-reported':
      return () => bankSentence(event);
    case 'settled':
      return (language) => {
        if (event.totalSek === '0')
          return { sv: 'Ingen betalning kom fram.', en: 'No payment arrived.' };
        const sek = kronorText(event.totalSek, language);
        return { sv: `${sek} är betalda.`, en: `${sek} are paid.` };
      };
    case 'returned':
      return (language) => {
        const list = event.payments
          .map(({ payee, sek }) => `${payeeName(payee)} ${kronorText(sek, language)}`)
          .join(', ');
        return { sv: `Kom tillbaka: ${list}.`, en: `Came back: ${list}.` };
      };
    case 'return-resolved':
      return () => resolvedSentence(event);
    case 'movement-decided':
      return () => decidedSentence(event);
    case 'recorded':
      return (language) => recordedWords(event, language);
    case 'reopened':
      return always(
        `${event.by.name} begärde ett nytt förslag.`,
        `${event.by.name} asked for a new proposal.`,
      );
    case 'decided':
      return always('Förslaget är beslutat.', 'The proposal is decided.');
    case 'close-requested':
      return always(
        `${event.by.name} begärde att ärendet avslutas utan betalning.`,
        `${event.by.name} asked for the run to be closed without payment.`,
      );
    case 'closed':
      return always(
        `Ärendet avslutades: ${ended[event.outcome].sv}.`,
        `The run was closed: ${ended[event.outcome].en}.`,
      );
  }
}

const ended: Readonly<Record<Extract<CaseEvent, { type: 'closed' }>['outcome'], Texts>> = {
  paid: { sv: 'betalt', en: 'paid' },
  'without-payment': { sv: 'utan betalning', en: 'without payment' },
  'nothing-due': { sv: 'inget att betala', en: 'nothing due' },
  refused: { sv: 'avslaget', en: 'refused' },
  decided: { sv: 'beslutat', en: 'decided' },
};

function proposedWords(
  { number, payment }: Extract<CaseEvent, { type: 'proposed' }>,
  language: Language,
): Texts {
  if (!payment) return { sv: `Förslag ${number} lades fram.`, en: `Proposal ${number} was made.` };
  const sek = kronorText(payment.totalSek, language);
  const payDay = dayText(payment.payDay, language);
  return {
    sv: `Förslag ${number} lades fram: ${sek} att betala ${payDay}.`,
    en: `Proposal ${number} was made: ${sek} to pay on ${payDay}.`,
  };
}

const askedText = ({ currency, value }: Requisition['amount'], language: Language): string =>
  amountText(Fraction.parse(value), currency === 'EUR' ? 'eur' : 'sek', language);

function recordedWords(
  { paidSek, rate, differenceSek }: Extract<CaseEvent, { type: 'recorded' }>,
  language: Language,
): Texts {
  const sek = kronorText(paidSek, language);
  const at = rate && grouped(rate, language);
  const difference = differenceSek && kronorText(differenceSek, language);
  return {
    sv: `Registrerat utfall: ${sek}${at ? `, kurs ${at}` : ''}${difference ? `, skillnad ${difference}` : ''}.`,
    en: `Recorded outcome: ${sek}${at ? `, rate ${at}` : ''}${difference ? `, difference ${difference}` : ''}.`,
  };
}

const codeText = (code: string, language: Language): string => {
  const texts = (rejectionTexts as Readonly<Record<string, Texts>>)[code];
  const text = texts?.[language] ?? code;
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
};
