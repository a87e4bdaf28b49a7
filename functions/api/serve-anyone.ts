import { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { anyProblems } from '../contract/api/any-problems.ts';
import type { Language } from '../contract/api/problem-type.ts';
import { beginLog } from '../shared/log.ts';
import { loggedError } from '../shared/logged-error.ts';
import { lowerCased, operationOf, result } from './http-answer.ts';
import { languageOf } from './language.ts';
import { problemDocument } from './problem-document.ts';

/** What anyone may read: it rests on no record and on nothing that is asked. */
type OpenOperation = (request: { readonly language: Language }) => Promise<unknown>;

/**
 * A handler of the API for operations that need no token. Apart from `serve`, so that the function that answers them carries
 * neither the record, nor tokens, nor what is validated. What goes wrong is logged and answered without saying what it was.
 */
export function serveAnyone(operations: Readonly<Record<string, OpenOperation>>) {
  const logger = new Logger();
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>().handler(async (event, context) => {
    const language = languageOf(lowerCased(event)['accept-language']);
    const request = event.requestContext.requestId;
    const id = operationOf(event);
    beginLog(logger, { request, operation: id ?? 'none', invocation: context.awsRequestId });
    const problem = (code: keyof typeof anyProblems) => {
      const body = problemDocument({ code, problem: anyProblems[code] }, language, request);
      return result(body.status, body, language);
    };
    try {
      const operation = id && operations[id];
      if (!operation) return problem('no-such-operation');
      const answer = result(200, await operation({ language }), language);
      logger.info('Answered', { status: answer.statusCode });
      return answer;
    } catch (error) {
      logger.error('Failed', { error: loggedError(error) });
      return problem('internal-error');
    }
  });
}
