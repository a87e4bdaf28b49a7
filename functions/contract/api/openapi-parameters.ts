import type * as z from 'zod/mini';
import { type JsonSchema, jsonSchema } from './openapi-schemas.ts';
import type { Texts } from './problem-type.ts';
import { accepts, inputYear, parameters } from './requests.ts';
import { type OperationId, type Route, routes } from './routes.ts';

/** What stands in paths and queries, in words. */
const texts: Readonly<Record<string, Texts>> = {
  run: {
    en: 'A run by its id: `payout-2022-02`, `requisition-2021-sol`, `opening-2021`, `reconciliation-2021`, `reissue-2022-02-05-1`.',
    sv: 'Ett ärende, med dess id.',
  },
  year: {
    en: 'The agreement year; in lists of runs and requisitions the year of the run, of the bank the calendar year, of accounts the budget year.',
    sv: 'Avtalsåret; i listor ärendets år, hos banken kalenderåret, i redovisningen budgetåret.',
  },
  inputYear: {
    en: 'The agreement year, for appropriations the budget year; `all` for payees.',
    sv: 'Avtalsåret, för anslag budgetåret; `all` för betalningsmottagare.',
  },
  month: { en: 'A payment month, YYYY-MM.', sv: 'En utbetalningsmånad, ÅÅÅÅ-MM.' },
  proposal: {
    en: 'A proposal by the SHA-256 of its bytes, 64 hex digits.',
    sv: 'Ett förslag, med dess SHA-256.',
  },
  before: {
    en: 'The earlier proposal of the same run, by the SHA-256 of its bytes.',
    sv: 'Det tidigare förslaget i samma ärende, med dess SHA-256.',
  },
  working: {
    en: 'A node of a working by its SHA-256, 64 hex digits.',
    sv: 'En del av en uträkning, med dess SHA-256.',
  },
  requisition: {
    en: 'A requisition by its id: `requisition-2021-sol`.',
    sv: 'En rekvisition, med dess id.',
  },
  version: {
    en: 'A version of an input, counted from 1 in its stream.',
    sv: 'En version av ett underlag, från 1.',
  },
  region: { en: 'A region by its county code.', sv: 'En region, med dess länskod.' },
  kind: {
    en: 'A kind of input such as `rebate-forecast`; in the list of runs a kind of run.',
    sv: 'Ett slags underlag; i listan av ärenden ett slags ärende.',
  },
  state: { en: 'How far a run has come.', sv: 'Hur långt ett ärende har kommit.' },
  limit: { en: 'At most so many.', sv: 'Högst så många.' },
  cursor: {
    en: 'Where the page before ended: its `next`.',
    sv: 'Där förra sidan slutade: `next`.',
  },
  depth: {
    en: 'So many levels below the node; 2 when left out.',
    sv: 'Så många nivåer; annars 2.',
  },
  whole: {
    en: '`true`: with the whole working too, as documents print it.',
    sv: '`true`: även hela uträkningen, så som dokumenten skriver den.',
  },
  partition: { en: 'Of one partition only: `RUN#2022`.', sv: 'Bara ur en partition: `RUN#2022`.' },
  report: {
    en: "A report of the bank's by the SHA-256 of its bytes, 64 hex digits.",
    sv: 'En återrapport, med dess SHA-256.',
  },
  item: {
    en: "An item of the report, counted from 1 in the file's order.",
    sv: 'En post i återrapporten, från 1.',
  },
  format: {
    en: 'In which form: `xlsx` or `csv` of an annex, `sie` or `csv` of accounts.',
    sv: 'Formatet: `xlsx` eller `csv` för en bilaga, `sie` eller `csv` för redovisningen.',
  },
  stream: { en: 'Of streams of that name only: `02`.', sv: 'Bara strömmar med det namnet: `02`.' },
};

const language: JsonSchema = {
  name: 'Accept-Language',
  in: 'header',
  required: false,
  description: 'The language of texts for people: Swedish unless English is preferred.',
  'x-description-sv': 'Språket i texter för människor: svenska om inte engelska föredras.',
  schema: { type: 'string', examples: ['sv', 'en'] },
};

const idempotencyKey: JsonSchema = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'A key of the caller’s own for this request. The same key with the same content gives the same answer and does nothing twice; with other content it is a conflict.',
  'x-description-sv':
    'En nyckel för just denna begäran. Samma nyckel och innehåll ger samma svar; annat innehåll är en konflikt.',
  schema: {
    type: 'string',
    pattern: '^[\\x21-\\x7e]{8,128}$',
    examples: ['approve-payout-2022-02-1'],
  },
};

/** Header parameters that several operations share, by their component's name. */
export const sharedParameters: { readonly [name: string]: JsonSchema } = {
  AcceptLanguage: language,
  IdempotencyKey: idempotencyKey,
};

const shared = (name: string): JsonSchema => ({ $ref: `#/components/parameters/${name}` });

/** Everything that an operation takes besides its body: path, query and headers. */
export function parametersOf(id: OperationId): readonly JsonSchema[] {
  const { method, path, roles }: Route = routes[id];
  return [
    ...[...path.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name = '']) => inPath(path, name)),
    ...Object.entries(queryShape(id)).map(([name, shape]) => inQuery(name, shape)),
    ...(roles === 'anyone' ? [] : [shared('AcceptLanguage')]),
    ...(method === 'POST' ? [shared('IdempotencyKey')] : []),
  ];
}

function inPath(path: string, name: string): JsonSchema {
  const ofInputs = name === 'year' && path.startsWith('/inputs/');
  const shape = ofInputs ? inputYear : parameters[name as keyof typeof parameters];
  const schema = jsonSchema(shape, 'input');
  return { name, in: 'path', required: true, ...described(ofInputs ? 'inputYear' : name), schema };
}

const inQuery = (name: string, shape: z.ZodMiniType): JsonSchema => ({
  name,
  in: 'query',
  required: false,
  ...described(name),
  schema: jsonSchema(shape, 'input'),
});

function described(name: string): JsonSchema {
  const text = texts[name];
  if (!text) throw new RangeError(`The parameter ${name} has no text.`);
  return { description: text.en, 'x-description-sv': text.sv };
}

/** The entries of an operation's query; every one may be left out. */
function queryShape(id: OperationId): Readonly<Record<string, z.ZodMiniType>> {
  const { query } = (accepts as { [of in OperationId]?: { query?: z.ZodMiniType } })[id] ?? {};
  return query && 'shape' in query ? (query.shape as Record<string, z.ZodMiniType>) : {};
}
