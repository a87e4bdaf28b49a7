import type { Language } from '../contract/api/problem-type.ts';

/** What the documents say besides what the record says, in both languages: what is written with {name} is filled in. */
const texts = {
  advice: { sv: 'Utbetalningsbesked', en: 'Payment advice' },
  adviceTitle: { sv: 'Utbetalningsbesked för {month}', en: 'Payment advice for {month}' },
  adviceLead: {
    sv: '{payer} har betalat {total} till {payee}: statens bidrag till regionen för kostnader för läkemedelsförmånerna m.m.',
    en: "{payer} has paid {total} to {payee}: the State's grant to the region for the cost of pharmaceutical benefits.",
  },
  adviceLeadNothing: {
    sv: '{payer} betalar ingenting till {payee} denna månad. Raderna nedan blir tillsammans 0 kr; det som är kvar att dra av förs vidare till nästa utbetalning.',
    en: '{payer} pays nothing to {payee} this month. The lines below come to 0 kr together; what is still to be deducted is carried forward to the next payment.',
  },
  adviceLeadReturned: {
    sv: '{payer} har skickat {total} till {payee}, men betalningen kom tillbaka från banken. Inget av beloppet har nått regionen än.',
    en: '{payer} has sent {total} to {payee}, but the bank sent the payment back. None of it has reached the region yet.',
  },
  statement: { sv: 'Årsbesked', en: 'Statement' },
  statementTitle: { sv: 'Årsbesked för {year}', en: 'Statement for {year}' },
  statementLead: {
    sv: '{payee} har fått {total} av statens bidrag för kostnader för läkemedelsförmånerna m.m. under de månader då överenskommelsen för {year} betalas ut.',
    en: "{payee} has received {total} of the State's grant for the cost of pharmaceutical benefits in the months in which the {year} agreement is paid.",
  },
  payer: { sv: 'Betalare', en: 'Payer' },
  payee: { sv: 'Betalningsmottagare', en: 'Payee' },
  organisationNumber: { sv: 'organisationsnummer', en: 'organisation number' },
  account: { sv: 'Konto', en: 'Account' },
  payDay: { sv: 'Utbetalningsdag', en: 'Pay day' },
  paidOn: { sv: 'Betald den', en: 'Paid on' },
  agreement: { sv: 'Överenskommelse', en: 'Agreement' },
  agreementOf: { sv: 'för {year}, {registration}', en: 'for {year}, {registration}' },
  decisions: { sv: 'Beslut om betalning', en: 'Decisions to pay' },
  grant: { sv: 'Årets bidrag', en: "Year's grant" },
  received: { sv: 'Mottaget', en: 'Received' },
  until: { sv: 'Till och med', en: 'Until' },
  lines: { sv: 'Vad betalningen består av', en: 'What the payment is made of' },
  line: { sv: 'Rad', en: 'Line' },
  written: { sv: 'Grund', en: 'Basis' },
  amount: { sv: 'Belopp', en: 'Amount' },
  total: { sv: 'Summa', en: 'Total' },
  months: { sv: 'Månad för månad', en: 'Month by month' },
  month: { sv: 'Månad', en: 'Month' },
  voucher: { sv: 'Verifikation', en: 'Voucher' },
  status: { sv: 'Hos banken', en: 'At the bank' },
  kinds: { sv: 'Slag för slag', en: 'Kind by kind' },
  kind: { sv: 'Slag', en: 'Kind' },
  sumOfLines: { sv: 'Summa rader', en: 'Total of lines' },
  returnedTotal: { sv: 'Kom tillbaka från banken', en: 'Sent back by the bank' },
  reissuedTotal: { sv: 'Betalt på nytt', en: 'Paid again' },
  receivedTotal: { sv: 'Mottaget av regionen', en: 'Received by the region' },
  fate: { sv: 'Betalningen hos banken', en: 'The payment at the bank' },
  sent: { sv: 'Skickad, obesvarad', en: 'Sent, not answered' },
  accepted: { sv: 'Godtagen', en: 'Accepted' },
  booked: { sv: 'Bokförd', en: 'Booked' },
  rejected: { sv: 'Avvisad', en: 'Rejected' },
  returned: { sv: 'Kom tillbaka', en: 'Sent back' },
  nothingSent: { sv: 'Inget att betala', en: 'Nothing to pay' },
  notSentAgain: { sv: 'Ny betalning förbereds', en: 'Being prepared again' },
  payment: { sv: 'Betalning', en: 'Payment' },
  firstPayment: { sv: 'Ordinarie', en: 'First' },
  paidAgain: { sv: 'På nytt, gång {number}', en: 'Again, attempt {number}' },
  held: {
    sv: 'Det som kom tillbaka ligger kvar hos staten tills en handläggare har bestämt hur det ska betalas.',
    en: 'What came back is with the State until a case officer has decided how it is to be paid.',
  },
  nextMonth: {
    sv: 'Det som kom tillbaka betalas med nästa utbetalning, som en egen rad.',
    en: 'What came back is paid with the next payment, as a line of its own.',
  },
  workings: { sv: 'Så har beloppen räknats fram', en: 'How the amounts were worked out' },
  workingsHow: {
    sv: 'Varje rad är gjord av raderna som är indragna under den. Allt räknas exakt; mellanled och andelar skrivs avrundade. En rad med * har en egen uträkning som är för lång för ett papper, till exempel summan av alla regioner. Hela uträkningen, ner till varje underlag, finns i Statsbidrag under {run}.',
    en: 'Each row is made of the rows indented under it. Everything is computed exactly; intermediate amounts and shares are written rounded. A row marked * has a working of its own that is too long for paper, such as the sum of all regions. The whole working, down to every input, is in Statsbidrag under {run}.',
  },
  eachRun: { sv: 'månadens körning', en: "the month's run" },
  stated: { sv: 'Grund: {places}.', en: 'Basis: {places}.' },
  toCome: { sv: 'Vad som återstår', en: 'What is to come' },
  toComeHow: {
    sv: 'Beräknat med samma regler som betalar. Ett spann bygger på ett antaget utfall; ett belopp som saknas går inte att beräkna ännu.',
    en: 'Computed by the same rules that pay. A range rests on an assumed outcome; an amount that is missing cannot be computed yet.',
  },
  owed: {
    sv: '{sek} har kommit tillbaka från banken och är inte framme. Det betalas på nytt när det är utrett varför.',
    en: '{sek} came back from the bank and has not arrived. It is paid again once it is clear why.',
  },
  nothingToCome: {
    sv: 'Allt som överenskommelsen ger regionen för {year} är betalt.',
    en: 'All that the agreement gives the region for {year} has been paid.',
  },
  unknown: { sv: 'Saknas', en: 'Not known' },
  range: { sv: '{from} till {to}', en: '{from} to {to}' },
  sources: { sv: 'Källor', en: 'Sources' },
  traces: { sv: 'Spår till registret', en: 'Where it is in the record' },
  run: { sv: 'Körning', en: 'Run' },
  proposal: { sv: 'Godkänt förslag (SHA-256)', en: 'Approved proposal (SHA-256)' },
  foot: {
    sv: 'Förslag {hash} · verifikation {voucher}',
    en: 'Proposal {hash} · voucher {voucher}',
  },
  noVoucher: { sv: 'bokförs', en: 'being booked' },
  page: { sv: 'Sida {number} av {count}', en: 'Page {number} of {count}' },
  annex: { sv: 'Bilaga', en: 'Annex' },
  annexTitle: {
    sv: 'Statens bidrag för läkemedelsförmånerna m.m., utbetalning {month}',
    en: "The State's grant for pharmaceutical benefits, payment of {month}",
  },
  code: { sv: 'Kod', en: 'Code' },
  region: { sv: 'Region', en: 'Region' },
  appropriation: {
    sv: 'Anslag 1:5 Bidrag för läkemedelsförmånerna, anslagspost 2, budgetåret {year}',
    en: 'Appropriation 1:5 Bidrag för läkemedelsförmånerna, item 2, budget year {year}',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type DocumentText = keyof typeof texts;

/** A text in a language, with what it speaks of. */
export const say = (
  text: DocumentText,
  language: Language,
  facts: Readonly<Record<string, string>> = {},
): string => texts[text][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
