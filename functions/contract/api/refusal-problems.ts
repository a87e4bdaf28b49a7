import type { RefusalCode } from '../../../core/payment/approval.ts';
import type { ProblemType } from './problem-type.ts';

/** What a case refuses (core/payment), as the API says it. The facts are those that core gives with the refusal. */
export const refusalProblems = {
  'no-proposal': {
    status: 409,
    title: { sv: 'Inget förslag finns att godkänna', en: 'No proposal to approve' },
    detail: {
      sv: 'Inget förslag väntar på godkännande i det här ärendet.',
      en: 'No proposal waits for approval in this run.',
    },
  },
  'stale-proposal': {
    status: 409,
    title: { sv: 'Förslaget har ändrats', en: 'The proposal has changed' },
    detail: {
      sv: 'Det förslag som gäller är {standing}. Du angav {given}. Läs det nya förslaget först.',
      en: 'The proposal that stands is {standing}. You gave {given}. Read the new one first.',
    },
  },
  'right-not-held': {
    status: 403,
    title: { sv: 'Behörigheten saknas', en: 'The right is not held' },
    detail: {
      sv: 'Det krävs behörigheten {allowed}, som {name} inte har.',
      en: 'This needs the right {allowed}, which {name} does not have.',
    },
  },
  'right-not-of-this-case': {
    status: 409,
    title: { sv: 'Godkännandet hör inte till ärendet', en: 'Not an approval of this run' },
    detail: {
      sv: 'Ärendet godkänns med {allowed}. Angivet: {given}.',
      en: 'The run is approved by {allowed}. Given: {given}.',
    },
  },
  'already-resolved': {
    status: 409,
    title: { sv: 'Redan utrett', en: 'Already resolved' },
    detail: {
      sv: 'Det som kom tillbaka är redan utrett på annat sätt ({standing}). Angivet: {given}.',
      en: 'What came back has been resolved otherwise ({standing}). Given: {given}.',
    },
  },
  'no-next-month': {
    status: 409,
    title: { sv: 'Ingen nästa utbetalning', en: 'No next month' },
    detail: {
      sv: 'SKR har ingen nästa utbetalning. Det som kom tillbaka betalas ut på nytt för sig ({allowed}, inte {given}).',
      en: 'SKR has no next month. What came back is sent again on its own ({allowed}, not {given}).',
    },
  },
  'not-sent': {
    status: 422,
    title: { sv: 'Ingen betalning gick dit', en: 'Nothing was sent there' },
    detail: {
      sv: 'Ingen betalning har gått till {given}. Betalningarna gick till {allowed}.',
      en: 'Nothing was sent to {given}. The payments went to {allowed}.',
    },
  },
  'same-person': {
    status: 403,
    title: { sv: 'Två personer krävs', en: 'Two people are needed' },
    detail: {
      sv: '{name} har redan gjort den ena delen. Den andra måste göras av någon annan.',
      en: '{name} has done one part already. The other must be done by somebody else.',
    },
  },
  'own-input': {
    status: 403,
    title: { sv: 'Förslaget bygger på ditt eget underlag', en: 'Rests on your own input' },
    detail: {
      sv: '{name} har registrerat {inputs}, som förslaget bygger på. Någon annan måste godkänna det.',
      en: '{name} registered {inputs}, on which the proposal rests. Somebody else must approve it.',
    },
  },
  'already-approved': {
    status: 409,
    title: { sv: 'Redan godkänt', en: 'Already approved' },
    detail: {
      sv: 'Någon annan har redan gjort detta ({given}).',
      en: 'Somebody else has done this already ({given}).',
    },
  },
  'already-answered': {
    status: 409,
    title: { sv: 'Rekvisitionen är besvarad', en: 'The requisition has been answered' },
    detail: {
      sv: 'Rekvisitionen är redan besvarad: {given}.',
      en: 'The requisition has been answered already: {given}.',
    },
  },
  'already-decided': {
    status: 409,
    title: { sv: 'Redan beslutat', en: 'Already decided' },
    detail: {
      sv: 'Två personer har beslutat detta; det kan inte längre ändras, avvisas eller återtas.',
      en: 'Two people have decided this; it can no longer be changed, rejected or withdrawn.',
    },
  },
  'already-released': {
    status: 409,
    title: { sv: 'Betalningen har lämnats', en: 'The payment has been released' },
    detail: {
      sv: 'Betalningen har lämnats till banken; den kan inte längre ändras, avvisas eller återtas.',
      en: 'The payment has been released; it can no longer be changed, rejected or withdrawn.',
    },
  },
  'already-requisitioned': {
    status: 409,
    title: { sv: 'Beloppet är redan rekvirerat', en: 'Already requisitioned' },
    detail: {
      sv: 'Beloppet betalas en gång per avtalsår och är redan rekvirerat ({cites}).',
      en: 'The amount is paid once in an agreement year and has been requisitioned ({cites}).',
    },
  },
  'already-reported': {
    status: 409,
    title: { sv: 'Banken har redan svarat', en: 'The bank has already answered' },
    detail: {
      sv: 'Banken har redan sagt annat om betalningen till {payee}: {standing}. Angivet: {given}.',
      en: 'The bank has said otherwise of the payment to {payee}: {standing}. Given: {given}.',
    },
  },
  'another-message': {
    status: 409,
    title: { sv: 'Svaret gäller en annan betalning', en: 'About another payment' },
    detail: {
      sv: 'Svaret gäller {given}. Betalningen skickades som {allowed}.',
      en: 'The report is about {given}. This payment was sent as {allowed}.',
    },
  },
  'another-day': {
    status: 409,
    title: { sv: 'Förslaget gäller en annan dag', en: 'Holds on another day' },
    detail: {
      sv: 'Förslaget gäller bara {allowed}. I dag är det {given}.',
      en: 'The proposal holds on {allowed} only. Today is {given}.',
    },
  },
  'approvals-do-not-hold': {
    status: 409,
    title: { sv: 'Godkännandena gäller inte', en: 'The approvals do not hold' },
    detail: {
      sv: 'Det finns inte två giltiga godkännanden, av två personer, av det förslag som gäller.',
      en: 'There are no two valid approvals, by two people, of the proposal that stands.',
    },
  },
  'before-the-pay-day': {
    status: 409,
    title: { sv: 'Före betalningsdagen', en: 'Before the pay day' },
    detail: {
      sv: 'Betalningsdagen är {allowed}. I dag är det {given}.',
      en: 'The pay day is {allowed}. Today is {given}.',
    },
  },
  'case-closed': {
    status: 409,
    title: { sv: 'Ärendet är avslutat', en: 'The run is closed' },
    detail: {
      sv: 'Ärendet är avslutat; inget mer kan göras i det.',
      en: 'The run is closed; nothing more can be done in it.',
    },
  },
  'close-requested': {
    status: 409,
    title: { sv: 'Ärendet är på väg att avslutas', en: 'The run is about to be closed' },
    detail: {
      sv: 'Någon har begärt att ärendet avslutas; inget verkställs i det.',
      en: 'Somebody has asked for the run to be closed; nothing takes effect in it.',
    },
  },
  'not-accepted': {
    status: 409,
    title: { sv: 'Rekvisitionen är inte godtagen', en: 'Requisition not accepted' },
    detail: {
      sv: 'Rekvisitionen är inte godtagen; inget betalas på den.',
      en: 'The requisition has not been accepted; nothing is paid on it.',
    },
  },
  'not-of-this-case': {
    status: 409,
    title: { sv: 'Går inte att göra i detta ärende', en: 'Not for this kind of run' },
    detail: {
      sv: 'Detta görs bara i ärenden av slaget {allowed}. Det här är {given}.',
      en: 'This is done in runs of the kind {allowed} only. This is {given}.',
    },
  },
  'not-released': {
    status: 409,
    title: { sv: 'Inget har skickats till banken', en: 'Nothing has been sent' },
    detail: {
      sv: 'Inget har skickats till banken än.',
      en: 'Nothing has been sent to the bank yet.',
    },
  },
  'not-reported': {
    status: 409,
    title: { sv: 'Banken har inte svarat', en: 'The bank has not answered' },
    detail: { sv: 'Banken har inte svarat än.', en: 'The bank has not answered yet.' },
  },
  'not-submitted': {
    status: 409,
    title: { sv: 'Inget är rekvirerat', en: 'Nothing has been requisitioned' },
    detail: {
      sv: 'Inget har rekvirerats än.',
      en: 'Nothing has been requisitioned yet.',
    },
  },
  'movement-carried': {
    status: 409,
    title: { sv: 'Redan betalt igen', en: 'Paid again already' },
    detail: {
      sv: 'Det som kom tillbaka från {payee} har betalats igen med {standing}, så banken har fört ut pengarna en gång för mycket. Säg i stället att banken ska rätta det (bank-to-correct). Angivet: {given}.',
      en: 'What came back of {payee} has been paid again with {standing}, so the bank has moved the money once too often. Say instead that the bank is to correct it (bank-to-correct). Given: {given}.',
    },
  },
  'movement-not-open': {
    status: 409,
    title: { sv: 'Inget att utreda', en: 'Nothing to look into' },
    detail: {
      sv: 'Ingen behöver säga vad det var: {given}.',
      en: 'Nobody need say what it was: {given}.',
    },
  },
  'movement-undecided': {
    status: 409,
    title: { sv: 'Pengar har rört sig utan uppdrag', en: 'Money moved without an order' },
    detail: {
      sv: 'Banken visar mer som rört sig av betalningen till {payee}, och ingen har sagt vad det var. Utred det först, bland bankens poster.',
      en: 'The bank shows more that moved of the payment to {payee}, and nobody has said what it was. Look into that first, among the bank’s items.',
    },
  },
  'movement-undone': {
    status: 409,
    title: { sv: 'Pengarna har kommit tillbaka sedan', en: 'The money has come back since' },
    detail: {
      sv: 'Det som rörde sig ({given}) har banken fört tillbaka sedan, med rörelse {standing} av samma betalning. Inget är kvar att bestämma: säg att posten är utredd, utan val.',
      en: 'What moved ({given}) the bank has moved back since, with movement {standing} of the same payment. Nothing is left to decide: say that the item has been looked into, without a choice.',
    },
  },
  'nothing-returned': {
    status: 409,
    title: { sv: 'Inget har kommit tillbaka', en: 'Nothing was returned' },
    detail: {
      sv: 'Banken har inte skickat tillbaka någon del av betalningen.',
      en: 'The bank has returned no line of this payment.',
    },
  },
  'outcome-does-not-hold': {
    status: 409,
    title: { sv: 'Kan inte avslutas så', en: 'Cannot be closed like that' },
    detail: {
      sv: 'Ärendet kan inte avslutas som {given}; så gick det inte.',
      en: 'The run cannot be closed as {given}: that is not how it went.',
    },
  },
  'return-not-resolved': {
    status: 409,
    title: { sv: 'Returen är inte utredd', en: 'The return is not resolved' },
    detail: {
      sv: 'Betalningar har kommit tillbaka och ingen har utrett dem än.',
      en: 'Payments came back, and nobody has resolved them yet.',
    },
  },
  'nothing-to-go-without': {
    status: 409,
    title: { sv: 'Går inte att betala utan', en: 'Nothing to go without' },
    detail: {
      sv: 'Ärendet kan inte fortsätta utan {given}. Det som kan undvaras: {allowed}.',
      en: 'The run cannot go on without {given}. What it can go without: {allowed}.',
    },
  },
  'nothing-to-withdraw': {
    status: 409,
    title: { sv: 'Inget godkännande att återta', en: 'Nothing to withdraw' },
    detail: {
      sv: '{name} har inte gjort detta godkännande av detta förslag.',
      en: '{name} has not given this approval of this proposal.',
    },
  },
} as const satisfies { readonly [code in RefusalCode]: ProblemType };
