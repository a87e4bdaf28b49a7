import type { NeedName } from '../../../core/payment/needs.ts';
import { inputKindTexts } from './input-kind-texts.ts';
import type { Texts } from './problem-type.ts';

/** What people call the things that a run can wait for: inputs by their own names, and three that no input gives. */
export const needTexts: Readonly<Record<NeedName, Texts>> = {
  ...inputKindTexts,
  grants: { sv: 'Beslut om årets bidrag', en: "Decision on the year's grants" },
  settlement: { sv: 'Undertecknad avstämning', en: 'Signed reconciliation' },
  'room-in-appropriation': { sv: 'Utrymme på anslaget', en: 'Room in the appropriation' },
};
