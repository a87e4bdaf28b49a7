import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import type { Language } from '../contract/api/problem-type.ts';
import { accepts, inputYear, NoQuery, parameters } from '../contract/api/requests.ts';
import { type OperationId, routes } from '../contract/api/routes.ts';
import { parsedEntries } from '../shared/entry-errors.ts';
import { Refused } from '../shared/refused.ts';
import { jsonBody } from './json-body.ts';

export interface Parsed {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly query: unknown;
  readonly body: unknown;
}

type Schemas = { readonly query?: z.ZodMiniType; readonly body?: z.ZodMiniType };

/**
 * Path, query and body of a request, each held to its schema. A path that names nothing that can exist is `not-found`; every
 * wrong entry of query and body is listed under `invalid-request` with its place.
 */
export function parseRequest(
  id: OperationId,
  event: APIGatewayProxyEvent,
  headers: Readonly<Record<string, string | undefined>>,
  language: Language,
): Parsed {
  const schemas: Schemas = (accepts as Partial<Record<OperationId, Schemas>>)[id] ?? {};
  return {
    parameters: pathParameters(id, event),
    query: parsedEntries(schemas.query ?? NoQuery, queryOf(event), '?', language),
    body: schemas.body
      ? parsedEntries(schemas.body, countable(jsonBody({ ...event, headers })), '', language)
      : emptyBody(event, headers),
  };
}

/** The largest input that the record takes has fewer: each value is two bytes of it at least. */
const MOST_VALUES = 50_000;

/** A body with so few values that what is wrong with each can be found; zod's parser ends its stack over more than it can list. */
function countable(body: unknown): unknown {
  let left = MOST_VALUES;
  const count = (value: unknown): void => {
    left -= 1;
    if (left < 0)
      throw new Refused('content-too-large', {
        allowed: `${MOST_VALUES} JSON values`,
        given: `> ${MOST_VALUES}`,
      });
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(count);
  };
  count(body);
  return body;
}

function pathParameters(id: OperationId, event: APIGatewayProxyEvent): Record<string, unknown> {
  const { path } = routes[id];
  const names = [...path.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name]) => name ?? '');
  return Object.fromEntries(
    names.map((name) => {
      const given = event.pathParameters?.[name] ?? '';
      const parsed = z.safeParse(schemaOf(path, name), decoded(given));
      if (!parsed.success) throw new Refused('not-found', { what: event.path.slice(0, 200) });
      return [name, parsed.data];
    }),
  );
}

function schemaOf(path: string, name: string): z.ZodMiniType {
  if (name === 'year' && path.startsWith('/inputs/')) return inputYear;
  if (Object.hasOwn(parameters, name)) return parameters[name as keyof typeof parameters];
  throw new RangeError(`The path parameter ${name} has no schema in the contract.`);
}

/** The gateway hands parameters over as they stood in the path. */
function decoded(given: string): string {
  try {
    return decodeURIComponent(given);
  } catch {
    return given;
  }
}

/** Each name once; a name given twice is refused with the rest, since which of the two would count is anybody's guess. */
function queryOf({ multiValueQueryStringParameters: given }: APIGatewayProxyEvent): unknown {
  return Object.fromEntries(
    Object.entries(given ?? {}).map(([name, values = []]) => [
      name,
      values.length === 1 ? values[0] : values,
    ]),
  );
}

/** An operation without a body takes none, or an empty object. */
function emptyBody(
  event: APIGatewayProxyEvent,
  headers: Readonly<Record<string, string | undefined>>,
): undefined {
  if (event.httpMethod === 'GET' || !event.body) return undefined;
  const given = jsonBody({ ...event, headers });
  if (typeof given === 'object' && given !== null && Object.keys(given).length === 0)
    return undefined;
  throw new Refused(
    'invalid-request',
    { count: '1' },
    { errors: [{ pointer: '#', detail: '{}' }] },
  );
}
