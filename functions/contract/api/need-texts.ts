import type { NeedName } from '../../../core/payment/needs.ts';
import { inputKindTexts } from './input-kind-texts.ts';
import type { Texts } from './problem-type.ts';

/** What people call the things that a run can wait for: inputs by their own names, and those that no input gives. */
export const needTexts: Readonly<Record<NeedName, Texts>> = {
  ...inputKindTexts,
  grants: { sv: 'Beslut om årets bidrag', en: "Decision on the year's grants" },
  settlement: { sv: 'Undertecknad avstämning', en: 'Signed reconciliation' },
  deduction: { sv: 'Pågående avdrag för prognosen', en: 'Deduction of the forecast under way' },
  'bank-movement': {
    sv: 'Utredning av pengar som rört sig utan uppdrag',
    en: 'What money was that moved without an order',
  },
  'room-in-appropriation': { sv: 'Utrymme på anslaget', en: 'Room in the appropriation' },
  'single-decision': { sv: 'Ett enda beslut för månaden', en: 'A single decision for the month' },
  'ihsi-payment': {
    sv: 'Betalning av rekvisitionen för IHSI',
    en: 'Payment of the requisition for IHSI',
  },
  'earlier-payout': { sv: 'En tidigare månads utbetalning', en: "An earlier month's payout" },
};
