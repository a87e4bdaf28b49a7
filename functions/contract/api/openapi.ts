import { answerForm } from './answer-forms.ts';
import { requestExamples } from './openapi-examples.ts';
import { parametersOf, sharedParameters } from './openapi-parameters.ts';
import { componentSchemas, type JsonSchema, reference } from './openapi-schemas.ts';
import { problemsOf } from './operation-problems.ts';
import { operationTexts } from './operation-texts.ts';
import { problemType } from './problem-pages.ts';
import { type ProblemName, problems } from './problems.ts';
import { accepts } from './requests.ts';
import { answers } from './responses.ts';
import { CONSOLE_SCOPE, REQUISITIONS_SCOPE } from './roles.ts';
import { type OperationId, operationIds, type Route, routes } from './routes.ts';
import { Problem } from './shapes/people.ts';

const description = `Pays the State's grant for pharmaceutical benefits to Sweden's 21 regions, as agreed each year between the State and SKR.

Amounts are decimal text in kronor, days YYYY-MM-DD, moments RFC 3339 in UTC. Texts for people are in Swedish, or in English for whoever prefers it in \`Accept-Language\`; codes and ids are the same in both. Every error is a problem document (RFC 9457) whose \`type\` is stable and is the address of its own page. Every POST needs an \`Idempotency-Key\`.

People sign in through OAuth 2.0 with an authorization code; their roles come from groups. SKR's machine uses client credentials and may submit and read requisitions only. \`x-roles\` names the roles that may call an operation.`;

/** What is said with every answer. */
const answerHeaders = {
  'Content-Language': {
    description: 'The language of the texts, sv or en.',
    schema: { type: 'string', enum: ['sv', 'en'] },
  },
  'Cache-Control': {
    description: 'Answers are kept nowhere.',
    schema: { type: 'string', const: 'no-store' },
  },
} as const;

const commonHeaders = Object.fromEntries(
  Object.keys(answerHeaders).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
);

/** Headers that go with some problems only. */
const problemHeaders: Readonly<Record<number, { readonly [name: string]: JsonSchema }>> = {
  401: {
    'WWW-Authenticate': { description: 'The scheme to sign in by.', schema: { type: 'string' } },
  },
  503: {
    'Retry-After': { description: 'Seconds to wait.', schema: { type: 'string' } },
  },
};

/**
 * The description of the whole API in OpenAPI 3.1, made from the very tables that the server routes, validates and answers by. Pure:
 * the same contract gives the same document.
 */
export function openApi(): JsonSchema & { readonly openapi: string } {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const id of operationIds) {
    const { path, method } = routes[id];
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(id) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Statsbidrag',
      version: '1',
      summary: "The State's grant for pharmaceutical benefits",
      description,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: '/', description: 'Where this document was read.' }],
    tags: tags.map(([name, text]) => ({ name, description: text })),
    paths,
    components: {
      schemas: componentSchemas(),
      parameters: sharedParameters,
      headers: answerHeaders,
      responses: sharedRefusals(),
      examples: Object.fromEntries(
        documented.map((name) => [name, { value: problemExample(name) }]),
      ),
      securitySchemes,
    },
  };
}

/** The problems that some operation answers with. */
const documented = [...new Set(operationIds.flatMap(problemsOf))].sort();

const securitySchemes = {
  person: {
    type: 'oauth2',
    description:
      'People: an authorization code with PKCE. Groups in the access token give the roles.',
    flows: {
      authorizationCode: {
        authorizationUrl: '/oauth2/authorize',
        tokenUrl: '/oauth2/token',
        scopes: { [CONSOLE_SCOPE]: 'To act as oneself.' },
      },
    },
  },
  skr: {
    type: 'oauth2',
    description:
      "SKR's machine: client credentials. The scope gives the role skr and nothing else.",
    flows: {
      clientCredentials: {
        tokenUrl: '/oauth2/token',
        scopes: { [REQUISITIONS_SCOPE]: 'To submit and read requisitions.' },
      },
    },
  },
} as const;

const tags = [
  ['overview', 'What is due, what waits, what was told.'],
  [
    'runs',
    'Payouts, requisitions, openings and reconciliations on their way, and what people say of them.',
  ],
  ['requisitions', "SKR's requisitions."],
  ['inputs', 'What payments rest on, with versions.'],
  ['reconciliation', 'What State and SKR settle after the year.'],
  ['regions', 'Statements and forecasts.'],
  ['bank', 'Files to the bank, its reports, and whether both agree.'],
  ['accounts', 'Vouchers and the use of the appropriation.'],
  ['switch', 'The switch that stops all releases.'],
  ['audit', 'The record and its verification.'],
] as const;

const tagOf: Readonly<Record<string, (typeof tags)[number][0]>> = {
  'openapi.json': 'overview',
  me: 'overview',
  tasks: 'overview',
  notices: 'overview',
  calendars: 'overview',
  runs: 'runs',
  requisitions: 'requisitions',
  inputs: 'inputs',
  'local-discount-reports': 'inputs',
  reconciliations: 'reconciliation',
  regions: 'regions',
  bank: 'bank',
  tallies: 'bank',
  accounts: 'accounts',
  switch: 'switch',
  audit: 'audit',
};

function operation(id: OperationId): JsonSchema {
  const { roles, path }: Route = routes[id];
  const { en, sv, description: text } = operationTexts[id];
  const [, first = ''] = path.split('/');
  const tag = tagOf[first];
  if (!tag) throw new RangeError(`${path} has no tag.`);
  return {
    operationId: id,
    tags: [tag],
    summary: en,
    'x-summary-sv': sv,
    description: text,
    parameters: parametersOf(id),
    ...requestBody(id),
    responses: { ...success(id), ...refusals(id) },
    security: roles === 'anyone' ? [] : securityOf(roles),
    'x-roles': roles === 'anyone' ? [] : roles,
  };
}

/** A person's token by what it is asked for, a machine's by the scope that gives its role. */
const securityOf = (roles: readonly string[]): readonly JsonSchema[] => [
  ...(roles.some((role) => role !== 'skr') ? [{ person: [CONSOLE_SCOPE] }] : []),
  ...(roles.includes('skr') ? [{ skr: [REQUISITIONS_SCOPE] }] : []),
];

function requestBody(id: OperationId): JsonSchema {
  const { body } = (accepts as { [of in OperationId]?: { body?: Shape } })[id] ?? {};
  if (!body) return {};
  const example = requestExamples[id];
  const schema = reference(body, 'input');
  const content = { schema, ...(example !== undefined && { example }) };
  return { requestBody: { required: true, content: { 'application/json': content } } };
}

type Shape = Parameters<typeof reference>[0];

function success(id: OperationId): JsonSchema {
  const { status, media } = answerForm(id);
  const description = operationTexts[id].en;
  if (!media) {
    const content = { 'application/json': { schema: reference(answers[id], 'output') } };
    return { [status]: { description, headers: commonHeaders, content } };
  }
  // Bytes as they are: OpenAPI 3.1 says so by leaving the schema out.
  const content = Object.fromEntries(media.map((type) => [type.split(';')[0], {}]));
  const headers = {
    ...commonHeaders,
    'Content-Disposition': {
      description: 'The name to keep the document under.',
      schema: { type: 'string' },
    },
  };
  return { [status]: { description, headers, content } };
}

/** The problems of an operation, those of one status together. */
const refusals = (id: OperationId): JsonSchema =>
  Object.fromEntries(
    refusalsOf(id).map(({ status, names }) => [
      status,
      { $ref: `#/components/responses/${responseName(names)}` },
    ]),
  );

interface Refusals {
  readonly status: number;
  readonly names: readonly ProblemName[];
}

function refusalsOf(id: OperationId): readonly Refusals[] {
  const byStatus = new Map<number, ProblemName[]>();
  for (const name of problemsOf(id)) {
    const { status } = problems[name];
    byStatus.set(status, [...(byStatus.get(status) ?? []), name]);
  }
  return [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, names]) => ({ status, names: names.toSorted() }));
}

/** Operations that refuse alike share a response, named after the problems in it. */
const responseName = (names: readonly ProblemName[]): string => names.join('.');

const sharedRefusals = (): { readonly [name: string]: JsonSchema } =>
  Object.fromEntries(
    operationIds
      .flatMap(refusalsOf)
      .map(({ status, names }) => [responseName(names), refusal(status, names)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const refusal = (status: number, names: readonly ProblemName[]): JsonSchema => ({
  description: 'Refused; `type` says why. components/examples has one of each.',
  headers: { ...commonHeaders, ...problemHeaders[status] },
  content: {
    'application/problem+json': {
      schema: {
        allOf: [reference(Problem, 'output')],
        properties: { type: { enum: names.map(problemType) }, status: { const: status } },
      },
    },
  },
});

/** As the server says it in English; `{fact}` stands where the facts of an occurrence belong. */
const problemExample = (name: ProblemName) => ({
  type: problemType(name),
  title: problems[name].title.en,
  status: problems[name].status,
  detail: problems[name].detail.en,
  instance: 'urn:request:4b0e7c1a',
});
