import type { APIGatewayProxyEvent } from 'aws-lambda';
import { groups } from '../../../../functions/contract/api/groups.ts';
import { REQUISITIONS_SCOPE } from '../../../../functions/contract/api/roles.ts';
import {
  type OperationId,
  operationIds,
  type Route,
  routes,
} from '../../../../functions/contract/api/routes.ts';
import { eventOf, token } from '../support.ts';
import { type Chance, mutated, oddTexts, sentBody } from './odd-values.ts';
import { bodyFrom, type Names, parametersFrom, queryFrom } from './valid-requests.ts';

/** When the fuzzed requests are made: May's payout waits for approval, and SOL may still be requisitioned. */
export const FUZZED_AT = '2021-04-27T09:00:00.000Z';

/** A request, and the operation that it is for; undefined when no such operation is routed. */
export interface FuzzRequest {
  readonly id: OperationId | undefined;
  readonly event: APIGatewayProxyEvent;
}

export interface Tokens {
  readonly byRole: ReadonlyMap<string, string>;
  /** Tokens that nobody should take. */
  readonly bad: readonly string[];
}

/** A token of every role, and some that are none. Made once: signing takes longer than answering. */
export async function tokensAt(at = FUZZED_AT): Promise<Tokens> {
  const seconds = Date.parse(at) / 1000;
  const byRole = new Map<string, string>();
  for (const group of groups)
    byRole.set(
      group,
      await token({ sub: `fuzz-${group}`, name: group, 'cognito:groups': [group] }, at),
    );
  byRole.set(
    'skr',
    await token(
      { sub: 'skr', client_id: 'skr-machine', scope: REQUISITIONS_SCOPE, name: undefined },
      at,
    ),
  );
  const good = byRole.get('attestant') ?? '';
  const bad = await Promise.all([
    token({ token_use: 'id' }, at),
    token({ iss: 'https://elsewhere.example' }, at),
    token({ exp: seconds - 60 }, at),
    token({ client_id: 'another' }, at),
    token({ 'cognito:groups': 'attestant' }, at),
    token({ 'cognito:groups': ['skr', 'root', 7] }, at),
  ]);
  return {
    byRole,
    bad: [...bad, '', 'x', `${good}x`, good.slice(0, -4), good.split('.').slice(0, 2).join('.')],
  };
}

/** Makes requests over every operation, from what is right to what is far from it, and sends some of them again. */
export class Requests {
  readonly #chance: Chance;
  readonly #names: Names;
  readonly #tokens: Tokens;
  readonly #sent: FuzzRequest[] = [];
  #count = 0;

  constructor(chance: Chance, names: Names, tokens: Tokens) {
    this.#chance = chance;
    this.#names = names;
    this.#tokens = tokens;
  }

  next(): FuzzRequest {
    const chance = this.#chance;
    this.#count += 1;
    const before = this.#sent.length > 0 && chance.in(0.06) ? chance.one(this.#sent) : undefined;
    const request = before ? this.#again(before) : this.#fresh();
    this.#sent.push(request);
    if (this.#sent.length > 300) this.#sent.shift();
    return request;
  }

  /** The same once more, or its key with other content. */
  #again({ id, event }: FuzzRequest): FuzzRequest {
    const body = this.#chance.in(0.5) ? event.body : JSON.stringify({ reason: 'Något annat.' });
    const requestContext = { ...event.requestContext, requestId: `again-${this.#count}` };
    return { id, event: { ...event, body, requestContext } };
  }

  #fresh(): FuzzRequest {
    const chance = this.#chance;
    const id = chance.one(operationIds);
    const { method }: Route = routes[id];
    const names = parametersFrom(this.#names, chance);
    const parameters = Object.fromEntries(
      Object.entries(names).map(([name, value]) => [
        name,
        // No address can hold half a letter.
        chance.in(0.05) ? chance.one(oddTexts).toWellFormed() : value,
      ]),
    );
    const bearer = this.#bearer(id);
    const event = eventOf(id, {
      ...(bearer !== undefined && { bearer }),
      parameters: inPath(id, parameters),
      query: this.#query(id),
      headers: this.#headers(method),
      at: FUZZED_AT,
    });
    const valid = bodyFrom(id, this.#names, names, chance);
    const body = chance.in(0.45) ? valid : mutated(valid, chance);
    const sent = method === 'POST' || chance.in(0.02) ? sentBody(body, chance) : {};
    return this.#oddEvent(id, { ...event, ...sent });
  }

  /** Mostly somebody who may; else anybody, or nobody. */
  #bearer(id: OperationId): string | undefined {
    const chance = this.#chance;
    const { roles }: Route = routes[id];
    const kind = chance.next();
    const { byRole, bad } = this.#tokens;
    if (kind < 0.04) return undefined;
    if (kind < 0.08) return chance.one(bad);
    const role =
      kind < 0.2 || roles === 'anyone' ? chance.one([...byRole.keys()]) : chance.one(roles);
    return byRole.get(role === 'region' ? chance.one(['region-09', 'region-01']) : role);
  }

  #query(id: OperationId): Record<string, string> {
    const chance = this.#chance;
    const query = chance.in(0.5) ? queryFrom(id, chance) : {};
    if (chance.in(0.08))
      query[chance.one(['limit', 'cursor', 'depth', 'year', ...oddTexts])] = chance.one(oddTexts);
    return query;
  }

  #headers(method: string): Record<string, string> {
    const chance = this.#chance;
    const headers: Record<string, string> = {
      'Accept-Language': chance.one(['sv', 'en', 'sv;q=x', 'de,*', 'en;q=9', ...oddTexts]),
    };
    if (method === 'POST') {
      headers['Content-Type'] = chance.in(0.95)
        ? 'application/json'
        : chance.one([
            'text/plain',
            'application/xml',
            'application/json; charset=latin1',
            ...oddTexts,
          ]);
      headers['Idempotency-Key'] = chance.in(0.93)
        ? `fuzz-key-${this.#count}`
        : chance.one(['', 'short', 'same-key-again', 'a#b#c#d#e', ...oddTexts]);
    }
    if (chance.in(0.05))
      headers[chance.one(['X-Forwarded-For', 'X-HTTP-Method-Override', 'Accept', '__proto__'])] =
        chance.one(oddTexts);
    return headers;
  }

  /** What a gateway would hardly hand over: no headers, no parameters, another method, a name given twice. */
  #oddEvent(id: OperationId, event: APIGatewayProxyEvent): FuzzRequest {
    const kind = this.#chance.next();
    if (kind < 0.01) return { id, event: { ...event, pathParameters: null } };
    if (kind < 0.02) return { id, event: { ...event, headers: null as never } };
    if (kind < 0.03) return { id, event: { ...event, multiValueQueryStringParameters: null } };
    if (kind < 0.04)
      return { id, event: { ...event, multiValueQueryStringParameters: { limit: ['1', '2'] } } };
    if (kind < 0.05) return { id: undefined, event: { ...event, httpMethod: 'DELETE' } };
    if (kind < 0.06) return { id: undefined, event: { ...event, resource: '/nowhere/{run}' } };
    return { id, event };
  }
}

const inPath = (id: OperationId, parameters: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    [...routes[id].path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [
      name,
      parameters[name] ?? '',
    ]),
  );
