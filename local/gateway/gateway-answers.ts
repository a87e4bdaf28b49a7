import type { ConstantAnswer, GatewayAnswer } from '../cloud/rest-api-template.ts';
import type { WebAnswer, WebHeader } from '../serving/web.ts';

/**
 * What API Gateway answers by itself, with its own status and words:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
const kinds = {
  BAD_REQUEST_BODY: [400, 'Invalid request body'],
  MISSING_AUTHENTICATION_TOKEN: [403, 'Missing Authentication Token'],
  REQUEST_TOO_LARGE: [413, 'Request Too Long'],
  // A function that throws, or answers in another form: no type of its own, so DEFAULT_5XX says it.
  LAMBDA_ERROR: [502, 'Internal server error'],
  INTEGRATION_TIMEOUT: [504, 'Endpoint request timed out'],
} as const;

export type GatewayAnswerKind = keyof typeof kinds;

/** What an answer may say of the request that it answers. */
export interface AnswerContext {
  readonly requestId: string;
  readonly message: string;
}

/** Words that a template of an answer may hold; any other is refused when the template is read. */
const words: Readonly<Record<string, (context: AnswerContext) => string>> = {
  '$context.requestId': ({ requestId }) => requestId,
  '$context.error.message': ({ message }) => message,
  '$context.error.messageString': ({ message }) => JSON.stringify(message),
};

const word = /\$[A-Za-z!{][\w.!{}()']*\w/g;

/** Refuses an answer's text that would be worked out in the cloud and not here. */
export function assertPlain(what: string, text: string): void {
  for (const [found] of text.matchAll(word))
    if (!Object.hasOwn(words, found))
      throw new Error(
        `${what} holds ${found}, which is not worked out here; allowed: ${Object.keys(words).join(', ')}.`,
      );
}

const filled = (text: string, context: AnswerContext): string =>
  text.replaceAll(word, (found) => words[found]?.(context) ?? found);

/** The gateway's own answers: as the template says, else as the template says of all such, else as the service says. */
export class GatewayAnswers {
  readonly #given: ReadonlyMap<string, GatewayAnswer>;

  constructor(given: readonly GatewayAnswer[]) {
    for (const { type, body } of given) assertPlain(`The gateway response ${type}`, body);
    this.#given = new Map(given.map((each) => [each.type, each]));
  }

  answer(
    kind: GatewayAnswerKind,
    requestId: string,
    headers: readonly WebHeader[] = [],
  ): WebAnswer {
    const [ownStatus, message] = kinds[kind];
    const given =
      this.#given.get(kind) ?? this.#given.get(ownStatus < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX');
    const status = given?.status ?? ownStatus;
    const text = given?.body || '{"message":$context.error.messageString}';
    return {
      status,
      headers: [
        ...typed(given?.contentType ?? 'application/json', given?.headers ?? {}),
        ...headers,
      ],
      body: filled(text, { requestId, message }),
    };
  }
}

/** The headers with the content type of the template, unless they name one themselves. */
function typed(
  contentType: string,
  headers: Readonly<Record<string, string>>,
): readonly WebHeader[] {
  const given = Object.entries(headers);
  const named = given.some(([name]) => name.toLowerCase() === 'content-type');
  return named ? given : [['content-type', contentType], ...given];
}

/** What a MOCK integration answers. */
export const constantAnswer = (
  { status, headers, contentType, body }: ConstantAnswer,
  requestId: string,
): WebAnswer => ({
  status,
  headers: typed(contentType, headers),
  body: filled(body, { requestId, message: '' }),
});
