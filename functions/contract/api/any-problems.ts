import type { ProblemType } from './problem-type.ts';

/** The problems that every function of the API can answer with, whatever it does. */
export const anyProblems = {
  'no-such-operation': {
    status: 404,
    title: { sv: 'Ingen sådan adress', en: 'No such address' },
    detail: {
      sv: 'Ingen åtgärd har den adressen. Alla åtgärder finns i /openapi.json.',
      en: 'No operation has that address. All operations are in /openapi.json.',
    },
  },
  'internal-error': {
    status: 500,
    title: { sv: 'Ett fel hos oss', en: 'An error of ours' },
    detail: {
      sv: 'Något gick fel som inte beror på anropet. Ange {request} om du hör av dig.',
      en: 'Something went wrong that is not due to the request. Quote {request} when you get in touch.',
    },
  },
} as const satisfies Record<string, ProblemType>;
