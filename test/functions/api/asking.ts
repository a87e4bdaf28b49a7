import { expect } from 'vitest';
import type { Instant } from '../../../core/calendar/stockholm.ts';
import { operations as banking } from '../../../functions/api-bank.lambda.ts';
import { operations as inputs } from '../../../functions/api-inputs.lambda.ts';
import { operations as requisitions } from '../../../functions/api-requisitions.lambda.ts';
import { operations as runs } from '../../../functions/api-runs.lambda.ts';
import { operations as stopping } from '../../../functions/api-switch.lambda.ts';
import { REQUISITIONS_SCOPE } from '../../../functions/contract/api/roles.ts';
import { type OperationId, routes } from '../../../functions/contract/api/routes.ts';
import { type LocalPerson, person } from '../../../local/officials/people.ts';
import type { World } from '../support/world.ts';
import { expectDocumented } from './documented.ts';
import { eventOf, served, token } from './support.ts';

/** Every operation that writes, as deployed. */
export const writing = { ...runs, ...banking, ...inputs, ...requisitions, ...stopping };

/** The access token of somebody of the local run, made at that moment; `groups` gives them others than their own. */
export function bearerOf(who: LocalPerson, at: Instant, groups?: readonly string[]) {
  const { sub, name, groups: own } = person(who, at);
  if (who === 'skr')
    return token({ sub, client_id: 'skr-machine', scope: REQUISITIONS_SCOPE, name: undefined }, at);
  return token({ sub, name, 'cognito:groups': groups ?? own }, at);
}

export interface Request {
  readonly as: LocalPerson;
  readonly at: Instant;
  readonly parameters?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly key?: string;
  readonly language?: 'sv' | 'en';
  readonly groups?: readonly string[];
}

/** What the API answered, as its client sees it. */
export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a client's view of JSON; each test says what it expects.
  readonly body: any;
}

/**
 * Asks the API as somebody: by a token, through the handler that is deployed, on the world's record. An answer that is not as
 * documented for its operation fails the test here.
 */
export async function ask(world: World, id: OperationId, request: Request): Promise<Answered> {
  const { as, at, parameters = {}, query = {}, body, key, language = 'en', groups } = request;
  const handler = served(routes[id].function, writing, world);
  const event = eventOf(id, {
    bearer: await bearerOf(as, at, groups),
    parameters,
    query,
    ...(body !== undefined && { body }),
    headers: {
      'Accept-Language': language,
      ...(key !== undefined && { 'Idempotency-Key': key }),
    },
    at,
  });
  const { statusCode, headers = {}, body: text } = await handler(event);
  const answer = JSON.parse(text);
  expectDocumented(id, statusCode, headers, answer);
  // Every fact that a problem's text speaks of was given.
  if (statusCode >= 400) expect(answer.detail).not.toMatch(/\{[a-z]+\}/);
  return { status: statusCode, body: answer };
}

/** The status and the problem's name; of an answer that is no problem its status alone. */
export const outcomeOf = ({ status, body }: Answered): string =>
  status < 400 ? String(status) : `${status} ${String(body.type).replace(/^.*\//, '')}`;
