import type { ProblemType } from './problem-type.ts';

/** What is refused before a case is asked: requisitions that the agreement does not pay, and inputs that cannot be. */
export const doorProblems = {
  'no-agreement': {
    status: 422,
    title: { sv: 'Ingen överenskommelse för året', en: 'No agreement of that year' },
    detail: {
      sv: 'Det finns ingen överenskommelse för {given}. Det finns för {allowed}.',
      en: 'There is no agreement of {given}. There is one of {allowed}.',
    },
  },
  'requisition-not-in-agreement': {
    status: 422,
    title: { sv: 'Beloppet rekvireras inte', en: 'Not an amount that is requisitioned' },
    detail: {
      sv: 'Enligt överenskommelsen för {year} rekvireras inget belopp av slaget {given}.',
      en: 'Under the agreement of {year} no amount of the kind {given} is requisitioned.',
    },
  },
  'requisition-other-party': {
    status: 422,
    title: { sv: 'Beloppet rekvireras av någon annan', en: 'Requisitioned by another party' },
    detail: {
      sv: 'Beloppet rekvireras av {allowed}, inte av {given} ({cites}).',
      en: 'The amount is requisitioned by {allowed}, not by {given} ({cites}).',
    },
  },
  'requisition-too-late': {
    status: 422,
    title: { sv: 'Rekvisitionen kom för sent', en: 'The requisition came too late' },
    detail: {
      sv: 'Rekvisitionen kom in {given}. Sista dag var {allowed} ({cites}). Inget har registrerats.',
      en: 'The requisition was received on {given}. The last day was {allowed} ({cites}). Nothing was registered.',
    },
  },
  'requisition-other-amount': {
    status: 422,
    title: { sv: 'Ett annat belopp än det avtalade', en: 'Another amount than agreed' },
    detail: {
      sv: 'Överenskommet belopp är {allowed}. Begärt: {given} ({cites}). Inget har registrerats.',
      en: 'The agreed amount is {allowed}. Asked for: {given} ({cites}). Nothing was registered.',
    },
  },
  'requisition-other-currency': {
    status: 422,
    title: { sv: 'En annan valuta än den avtalade', en: 'Another currency than agreed' },
    detail: {
      sv: 'Beloppet rekvireras i {allowed}. Angivet: {given} ({cites}). Inget har registrerats.',
      en: 'The amount is requisitioned in {allowed}. Given: {given} ({cites}). Nothing was registered.',
    },
  },
  'requisition-no-bank-day': {
    status: 422,
    title: { sv: 'Betalningsdagen är ingen bankdag', en: 'The pay day is no bank day' },
    detail: {
      sv: 'Ingen bank betalar ut {given}. Närmaste bankdagar: {allowed}. Inget har registrerats.',
      en: 'No bank carries out a payment on {given}. The nearest bank days: {allowed}. Nothing was registered.',
    },
  },
  'requisition-pay-day-too-late': {
    status: 422,
    title: { sv: 'Betalningsdagen ligger för långt fram', en: 'The pay day is too far ahead' },
    detail: {
      sv: 'Sista dag som kan begäras är {allowed}. Begärt: {given} ({cites}). Inget har registrerats.',
      en: 'The last day that can be asked for is {allowed}. Asked for: {given} ({cites}). Nothing was registered.',
    },
  },
  'outdated-proposal': {
    status: 409,
    title: { sv: 'Underlaget har ändrats', en: 'What it rests on has changed' },
    detail: {
      sv: 'Det har kommit nyare versioner av det som förslaget bygger på: {inputs}. Förslaget tas fram på nytt. Läs det nya först.',
      en: 'Newer versions have come of what the proposal rests on: {inputs}. It is made again; read the new one first.',
    },
  },
  'not-paid': {
    status: 422,
    title: { sv: 'Mottagaren fick ingen betalning', en: 'The payee was not paid' },
    detail: {
      sv: 'Som returnerade angavs {given}. Betalningen gick, en gång var, till {allowed}.',
      en: 'Given as returned: {given}. The payment went, once each, to {allowed}.',
    },
  },
  'report-unreadable': {
    status: 422,
    title: { sv: 'Återrapporten går inte att läsa', en: 'The report cannot be read' },
    detail: {
      sv: '{file}: {why} Inget har registrerats. Det som läses in: {allowed}.',
      en: '{file}: {why} Nothing was registered. What is taken: {allowed}.',
    },
  },
  'item-needs-nobody': {
    status: 409,
    title: { sv: 'Posten behöver ingen utreda', en: 'The item needs nobody' },
    detail: {
      sv: 'Det blev {given} av posten. De poster som utreds är av slagen {allowed}.',
      en: 'The item came to {given}. What is looked into came to {allowed}.',
    },
  },
  'item-choice': {
    status: 422,
    title: { sv: 'Vad det blev av pengarna', en: 'What becomes of the money' },
    detail: {
      sv: 'Angivet: {given}. Om posten kan sägas: {allowed}.',
      en: 'Given: {given}. What can be said of the item: {allowed}.',
    },
  },
  'item-already-resolved': {
    status: 409,
    title: { sv: 'Posten är redan utredd', en: 'The item is already looked into' },
    detail: {
      sv: '{name} har redan utrett post {given}. Det som sagts om en post ändras inte.',
      en: '{name} has looked into item {given} already. What was said of an item is not changed.',
    },
  },
  'stale-input': {
    status: 409,
    title: { sv: 'Versionen har ändrats', en: 'The version has changed' },
    detail: {
      sv: 'Den senaste versionen är version {standing}. Du angav {given}. Läs den senaste först.',
      en: 'The latest version is version {standing}. You gave {given}. Read the latest first.',
    },
  },
  'input-refused': {
    status: 409,
    title: { sv: 'Versionen är avvisad', en: 'The version was refused' },
    detail: {
      sv: '{name} har avvisat version {given}: {reason}',
      en: '{name} has refused version {given}: {reason}',
    },
  },
  'input-confirmed': {
    status: 409,
    title: { sv: 'Versionen är bekräftad', en: 'The version is confirmed' },
    detail: {
      sv: 'Version {given} är redan bekräftad. Registrera en ny.',
      en: 'Version {given} is confirmed already. Register another.',
    },
  },
  'document-not-kept': {
    status: 409,
    title: { sv: 'Dokumentet saknas', en: 'The document is not there' },
    detail: {
      sv: '{given} har inte sparats. Den som registrerade skickar samma version en gång till.',
      en: '{given} was not stored. Whoever registered sends the same version again.',
    },
  },
  'confirmation-not-needed': {
    status: 409,
    title: { sv: 'Behöver inte bekräftas', en: 'Needs no confirmation' },
    detail: {
      sv: 'Underlag av slaget {given} gäller utan bekräftelse. Det som bekräftas: {allowed}.',
      en: 'An input of the kind {given} counts without confirmation. What is confirmed: {allowed}.',
    },
  },
} as const satisfies Record<string, ProblemType>;
