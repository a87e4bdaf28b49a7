import { randomUUID } from 'node:crypto';
import type { LambdaOutcome } from '../cloud/lambda-messages.ts';
import type { RestApiResource } from '../cloud/rest-api-template.ts';
import { isObject, type Json } from '../engine/json.ts';
import {
  headerOf,
  pathOf,
  type WebAnswer,
  type WebHeader,
  type WebRequest,
} from '../serving/web.ts';
import { asksForBytes } from './binary.ts';
import { assertPlain, constantAnswer, GatewayAnswers } from './gateway-answers.ts';
import { proxyEvent } from './proxy-event.ts';
import { decodedOf, Routes } from './route.ts';

/** What API Gateway takes of a request's body at the most. */
export const MOST_BODY_BYTES = 10 * 1024 * 1024;

/** What Lambda takes of an event, and gives as answer, at the most. */
const MOST_LAMBDA_BYTES = 6 * 1024 * 1024;

export interface GatewayOptions {
  readonly api: RestApiResource;
  /** The simulated clock, as ISO instant. */
  readonly now: () => string;
  readonly invoke: (functionArn: string, event: Json) => Promise<LambdaOutcome>;
}

/** API Gateway on this machine: a REST API of the template, from a request to its answer. */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #routes: Routes;
  readonly #answers: GatewayAnswers;

  constructor(options: GatewayOptions) {
    const { id, methods, gatewayAnswers } = options.api;
    for (const { method, resource, integration } of methods)
      if (integration.kind === 'constant')
        assertPlain(`${method} ${resource} of ${id}`, integration.answer.body);
    this.#options = options;
    this.#routes = new Routes(methods);
    this.#answers = new GatewayAnswers(gatewayAnswers);
  }

  /**
   * @param request its target is the API's own path, without the stage or any prefix before it
   * @param requestId what the logs and problem documents call it; one of its own when left out
   */
  async answer(request: WebRequest, requestId: string = randomUUID()): Promise<WebAnswer> {
    const path = pathOf(request);
    const found = this.#routes.find(request.method, path);
    if (request.body.length > MOST_BODY_BYTES)
      return this.#answers.answer('REQUEST_TOO_LARGE', requestId);
    if (decodedOf(path) === undefined || found.kind === 'malformed')
      return this.#answers.answer('BAD_REQUEST_BODY', requestId);
    // API Gateway says of a path that it does not have, and of a method, that a token is missing.
    if (found.kind === 'no-such-path')
      return this.#answers.answer('MISSING_AUTHENTICATION_TOKEN', requestId);
    if (found.kind === 'wrong-method')
      return this.#answers.answer('MISSING_AUTHENTICATION_TOKEN', requestId, [
        ['allow', found.allowed.join(', ')],
      ]);
    const { method, parameters } = found;
    if (method.integration.kind === 'constant')
      return constantAnswer(method.integration.answer, requestId);
    const { api, now } = this.#options;
    const event = proxyEvent({ api, method, parameters, request, requestId, now: now() });
    // Escaping can make a body longer than it was, so the event itself is measured.
    if (request.body.length > MOST_LAMBDA_BYTES / 8 && tooLarge(JSON.stringify(event)))
      return this.#answers.answer('REQUEST_TOO_LARGE', requestId);
    const outcome = await this.#options.invoke(method.integration.arn, event as unknown as Json);
    const decode = asksForBytes(headerOf(request, 'accept'), api.binaryMediaTypes);
    return this.#answerOf(outcome, requestId, decode);
  }

  #answerOf(outcome: LambdaOutcome, requestId: string, decode: boolean): WebAnswer {
    if ('failure' in outcome) {
      const timedOut = outcome.failure.errorType === 'Sandbox.Timedout';
      return this.#answers.answer(timedOut ? 'INTEGRATION_TIMEOUT' : 'LAMBDA_ERROR', requestId);
    }
    // An answer of another form is an error of the function, and nothing of it goes out.
    return proxyAnswer(outcome.result, decode) ?? this.#answers.answer('LAMBDA_ERROR', requestId);
  }
}

const tooLarge = (text: string): boolean => Buffer.byteLength(text) > MOST_LAMBDA_BYTES;

/**
 * A function's result as an answer; undefined when it is none that API Gateway would take.
 *
 * @param decode whether base64 becomes bytes; else it leaves as the text that it is
 */
function proxyAnswer(result: Json, decode: boolean): WebAnswer | undefined {
  if (!isObject(result)) return undefined;
  const { statusCode, headers, multiValueHeaders, body = '', isBase64Encoded } = result;
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) return undefined;
  if (typeof body !== 'string' && body !== null) return undefined;
  const text = body ?? '';
  if (tooLarge(text)) return undefined;
  const many = Object.entries(isObject(multiValueHeaders) ? multiValueHeaders : {}).flatMap(
    ([name, values]) =>
      (Array.isArray(values) ? values : []).map((value): WebHeader => [name, String(value)]),
  );
  const named = new Set(many.map(([name]) => name.toLowerCase()));
  const single = Object.entries(isObject(headers) ? headers : {})
    .filter(([name]) => !named.has(name.toLowerCase()))
    .map(([name, value]): WebHeader => [name, String(value)]);
  const all = [...single, ...many];
  const typed = all.some(([name]) => name.toLowerCase() === 'content-type');
  return {
    status,
    headers: typed ? all : [['content-type', 'application/json'], ...all],
    body: decode && isBase64Encoded === true ? Buffer.from(text, 'base64') : text,
  };
}
