import type { Texts } from './problem-type.ts';
import type { rejectionCodes } from './requests.ts';

/** What people choose from when they send a proposal back or take an approval back. */
export const rejectionTexts: Readonly<Record<(typeof rejectionCodes)[number], Texts>> = {
  'wrong-amount': { sv: 'Fel belopp', en: 'Wrong amount' },
  'wrong-payee': { sv: 'Fel mottagare', en: 'Wrong payee' },
  'wrong-input': { sv: 'Fel i underlaget', en: 'Wrong input' },
  'missing-input': { sv: 'Underlag saknas', en: 'Missing input' },
  'no-authority': { sv: 'Bemyndigande saknas', en: 'No authority' },
  other: { sv: 'Annat skäl', en: 'Another reason' },
};
