import { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { parseInstant } from '../../core/calendar/stockholm.ts';
import type { Json } from '../../core/canonical.ts';
import { NumberTaken, type Records } from '../../core/ports.ts';
import { RememberingRecords } from '../adapters/remembering-records.ts';
import { answerForm } from '../contract/api/answer-forms.ts';
import type { AnswerOf, Caller, RequestOf } from '../contract/api/operation.ts';
import type { Language } from '../contract/api/problem-type.ts';
import { problems } from '../contract/api/problems.ts';
import { rolesText } from '../contract/api/role-texts.ts';
import { type ApiFunction, type OperationId, type Route, routes } from '../contract/api/routes.ts';
import type { FileAnswer } from '../contract/api/shapes/files.ts';
import { beginLog } from '../shared/log.ts';
import { loggedError } from '../shared/logged-error.ts';
import { countError } from '../shared/metrics.ts';
import { Refused } from '../shared/refused.ts';
import { document, type Headers, lowerCased, operationOf, result } from './http-answer.ts';
import { type Attempt, idempotencyKey, type KeptAnswer, once } from './idempotency.ts';
import { languageOf } from './language.ts';
import { parseRequest } from './parse-request.ts';
import { problemDocument } from './problem-document.ts';
import { type Trust, verifyToken } from './verify-token.ts';

/** The operations that a function answers. */
export type OperationsOf<F extends ApiFunction> = {
  readonly [Id in OperationId as (typeof routes)[Id]['function'] extends F ? Id : never]: (
    request: RequestOf<Id>,
    ports: never,
  ) => Promise<AnswerOf<Id>>;
};

type AnyOperation = (request: unknown, ports: unknown) => Promise<Json>;

/**
 * A handler of the API from plain functions. In this order: which operation, whose token, which role, what is asked, once per
 * Idempotency-Key, and the answer or a problem document. Nothing is done before all of it holds, and what is not a caller's
 * mistake is logged and answered without saying what it was.
 *
 * A log line holds the function, the operation, the API's own id of the request, as its access log and the problem document have
 * it, and Lambda's of the call: not who asked, nor with what.
 */
export function serve<Ports extends { readonly records: Records }>(
  operations: Readonly<Record<string, unknown>>,
  ports: () => Ports,
  trust: () => Trust,
) {
  const logger = new Logger();
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>().handler(async (event, context) => {
    const headers = lowerCased(event);
    const language = languageOf(headers['accept-language']);
    const request = event.requestContext.requestId;
    const id = operationOf(event);
    beginLog(logger, { request, operation: id ?? 'none', invocation: context.awsRequestId });
    try {
      const operation = id && operations[id];
      if (!id || typeof operation !== 'function') throw new Refused('no-such-operation');
      const answer = await answerTo(id, operation as AnyOperation, {
        event,
        headers,
        language,
        ports,
        trust,
      });
      logger.info('Answered', { status: answer.status });
      return answerForm(id).media
        ? document(answer.status, answer.body as unknown as FileAnswer, language)
        : result(answer.status, answer.body, language);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'internal-error') {
        logger.error('Failed', { error: loggedError(error) });
        countError(error);
      } else logger.info('Refused', { problem: problem.code });
      const body = documentOf(problem, language, request);
      return result(body.status, body, language, problem.headers);
    }
  });
}

interface Asked<Ports> {
  readonly event: APIGatewayProxyEvent;
  readonly headers: Headers;
  readonly language: Language;
  readonly ports: () => Ports;
  readonly trust: () => Trust;
}

async function answerTo<Ports extends { readonly records: Records }>(
  id: OperationId,
  operation: AnyOperation,
  { event, headers, language, ports, trust }: Asked<Ports>,
): Promise<KeptAnswer> {
  const route: Route = routes[id];
  const { status } = answerForm(id);
  const at = parseInstant(new Date(event.requestContext.requestTimeEpoch).toISOString());
  const by = await verifyToken(headers.authorization, at, trust());
  refuseOtherRoles(route, by, language);
  const parsed = parseRequest(id, event, headers, language);
  const given = ports();
  const run = async (attempt: Omit<Attempt, 'request'>): Promise<KeptAnswer> => ({
    status,
    body: await operation(
      {
        ...{ operation: id, at: attempt.at, by: { ...by, person: attempt.by } },
        ...{ language, ...parsed },
      },
      { ...given, records: new RememberingRecords(attempt.records) },
    ),
  });
  const now = { at, by: by.person, records: given.records };
  if (route.method === 'GET') return run(now);
  const key = idempotencyKey(headers['idempotency-key']);
  const content = { parameters: parsed.parameters, body: parsed.body ?? null } as Json;
  const request = event.requestContext.requestId;
  const keyed = { at, by: by.person, operation: id, key, content, request };
  return once(given.records, keyed, (attempt) =>
    refusalKept(run(attempt), language, attempt.request),
  );
}

/** A refusal is an answer too: the same key gives it again. What was an accident is not kept. */
async function refusalKept(
  answer: Promise<KeptAnswer>,
  language: Language,
  request: string,
): Promise<KeptAnswer> {
  try {
    return await answer;
  } catch (error) {
    const problem = problemOf(error);
    const body = documentOf(problem, language, request);
    if (body.status >= 500) throw error;
    return { status: body.status, body: body as unknown as Json };
  }
}

function refuseOtherRoles({ roles }: Route, { roles: held }: Caller, language: Language): void {
  if (roles === 'anyone')
    throw new RangeError(
      'What anyone may read is served by serve-anyone.ts, which holds no rights.',
    );
  if (held.some((role) => roles.includes(role))) return;
  throw new Refused('role-not-allowed', {
    allowed: rolesText(roles, language),
    given: rolesText(held, language),
  });
}

const documentOf = (refused: Refused, language: Language, request: string) =>
  problemDocument({ ...refused, problem: problems[refused.code] }, language, request);

function problemOf(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof NumberTaken)
    return new Refused('try-again', {}, { headers: { 'retry-after': '1' } });
  return new Refused('internal-error');
}
