import { anyProblems } from './any-problems.ts';
import { doorProblems } from './door-problems.ts';
import type { ProblemType } from './problem-type.ts';
import { refusalProblems } from './refusal-problems.ts';
import { switchProblems } from './switch-problems.ts';

/**
 * Every problem that the API answers with (RFC 9457), by the last part of its `type`. The names are stable: programs branch on
 * them. Each has its page, docs/errors/NAME.md, made from this table.
 */
export const problems = {
  ...refusalProblems,
  ...doorProblems,
  ...switchProblems,
  ...anyProblems,
  'not-signed-in': {
    status: 401,
    title: { sv: 'Inte inloggad', en: 'Not signed in' },
    detail: {
      sv: 'Anropet saknar en giltig åtkomsttoken. Logga in och försök igen.',
      en: 'The request has no valid access token. Sign in and try again.',
    },
  },
  'role-not-allowed': {
    status: 403,
    title: { sv: 'Rollen får inte göra detta', en: 'The role may not do this' },
    detail: {
      sv: 'Detta får göras av {allowed}. Du är inloggad som {given}.',
      en: 'This may be done by {allowed}. You are signed in as {given}.',
    },
  },
  'not-your-region': {
    status: 403,
    title: { sv: 'En annan regions uppgifter', en: "Another region's figures" },
    detail: {
      sv: 'En region ser bara sina egna uppgifter: {allowed}. Du bad om {given}.',
      en: 'A region sees its own figures only: {allowed}. You asked for {given}.',
    },
  },
  'not-found': {
    status: 404,
    title: { sv: 'Finns inte', en: 'Not found' },
    detail: {
      sv: '{what} finns inte.',
      en: '{what} does not exist.',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: { sv: 'Metoden används inte här', en: 'Method not allowed' },
    detail: {
      sv: 'Adressen tar bara emot de metoder som står i svarets Allow.',
      en: 'The address takes only the methods that the answer names in Allow.',
    },
  },
  'malformed-request': {
    status: 400,
    title: { sv: 'Anropet går inte att läsa', en: 'The request cannot be read' },
    detail: {
      sv: 'Anropets innehåll är inte {allowed}: {given}.',
      en: 'The content of the request is not {allowed}: {given}.',
    },
  },
  'headers-too-large': {
    status: 431,
    title: { sv: 'För stora rubriker', en: 'Request header fields too large' },
    detail: {
      sv: 'Anropets adress och rubriker är tillsammans för stora: högst {allowed}; angivet: {given}.',
      en: 'Address and headers of the request are too large together: at most {allowed}; given: {given}.',
    },
  },
  'unsupported-media-type': {
    status: 415,
    title: { sv: 'Fel slags innehåll', en: 'Unsupported media type' },
    detail: {
      sv: 'Innehållet ska vara {allowed}. Angivet: {given}.',
      en: 'The content is to be {allowed}. Given: {given}.',
    },
  },
  'content-too-large': {
    status: 413,
    title: { sv: 'För stort innehåll', en: 'Content too large' },
    detail: {
      sv: 'Högst {allowed} tas emot. Angivet: {given}.',
      en: 'At most {allowed} are taken. Given: {given}.',
    },
  },
  'invalid-request': {
    status: 422,
    title: { sv: 'Uppgifterna kan inte tas emot', en: 'The request is not valid' },
    detail: {
      sv: 'Antal uppgifter som behöver rättas: {count}. Varje fel står under errors, med plats, vad som angavs och vad som är tillåtet.',
      en: 'Entries to correct: {count}. Each error stands under errors, with its place, what was given and what is allowed.',
    },
  },
  'idempotency-key-missing': {
    status: 400,
    title: { sv: 'Idempotency-Key saknas', en: 'Idempotency-Key is missing' },
    detail: {
      sv: 'Varje POST behöver huvudet Idempotency-Key: {allowed}. Angivet: {given}.',
      en: 'Every POST needs the header Idempotency-Key: {allowed}. Given: {given}.',
    },
  },
  'idempotency-key-reused': {
    status: 409,
    title: { sv: 'Idempotency-Key har använts', en: 'Idempotency-Key was used' },
    detail: {
      sv: 'Nyckeln har använts för samma åtgärd med annat innehåll. Använd en ny nyckel för en ny begäran.',
      en: 'The key was used for the same operation with other content. Use a new key for a new request.',
    },
  },
  'too-many-requests': {
    status: 429,
    title: { sv: 'För många anrop', en: 'Too many requests' },
    detail: {
      sv: 'Vänta en stund och försök igen.',
      en: 'Wait a moment and try again.',
    },
  },
  'try-again': {
    status: 503,
    title: { sv: 'Upptaget just nu', en: 'Busy at the moment' },
    detail: {
      sv: 'Flera har skrivit samtidigt. Ingenting har ändrats av detta anrop; försök igen med samma Idempotency-Key.',
      en: 'Several were writing at once. This request changed nothing; try again with the same Idempotency-Key.',
    },
  },
} as const satisfies Record<string, ProblemType>;

export type ProblemName = keyof typeof problems;
