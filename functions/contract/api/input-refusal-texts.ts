import type { Texts } from './problem-type.ts';
import type { inputRefusalCodes } from './requests.ts';

/** What a second person chooses from who refuses a version of an input. */
export const inputRefusalTexts: Readonly<Record<(typeof inputRefusalCodes)[number], Texts>> = {
  'unlike-document': {
    sv: 'Innehållet är inte det som står i dokumentet',
    en: 'The content is not what the document says',
  },
  'wrong-document': {
    sv: 'Dokumentet är fel eller går inte att läsa',
    en: 'The document is the wrong one, or cannot be read',
  },
  'unexplained-change': {
    sv: 'En ändring som dokumentet inte förklarar',
    en: 'A change that the document does not explain',
  },
  other: { sv: 'Annat skäl', en: 'Another reason' },
};
