import { operations as auditing } from '../../../functions/api-audit.lambda.ts';
import { operations as reading } from '../../../functions/api-read.lambda.ts';
import type { AnswerOf } from '../../../functions/contract/api/operation.ts';
import { answers } from '../../../functions/contract/api/responses.ts';
import { type OperationId, routes } from '../../../functions/contract/api/routes.ts';
import type { World } from '../support/world.ts';
import { expectDocumented } from './documented.ts';
import { eventOf, served, token } from './support.ts';

interface Asked {
  /** Their groups; a revisor when left out. */
  readonly as?: readonly string[];
  readonly parameters?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly at?: string;
  readonly language?: string;
}

/** Asks the API's reading functions of a world, by token, as the gateway does. Every answer must be as docs/openapi.json says. */
export function readerOf(world: World) {
  const ports = { ...world, simulated: true };
  const reader = served('api-read', reading, ports);
  const auditor = served('api-audit', auditing, ports);
  const ask = async (id: OperationId, asked: Asked = {}) => {
    const { as = ['revisor'], language = 'sv', at = '2022-01-25T09:00:00.000Z', ...rest } = asked;
    const bearer = await token({ sub: 'sub-Rut', name: 'Rut', 'cognito:groups': as }, at);
    const headers = { 'Accept-Language': language };
    const handler = routes[id].function === 'api-audit' ? auditor : reader;
    const answer = await handler(eventOf(id, { bearer, headers, at, ...rest }));
    const body: unknown = JSON.parse(answer.body);
    expectDocumented(id, answer.statusCode, answer.headers ?? {}, body);
    return { status: answer.statusCode, body };
  };
  return {
    ask,
    /** What is answered; an answer that is no success is an error. */
    async read<Id extends OperationId>(id: Id, asked: Asked = {}): Promise<AnswerOf<Id>> {
      const { status, body } = await ask(id, asked);
      if (status !== 200) throw new Error(`${id} answered ${status}: ${JSON.stringify(body)}`);
      return answers[id].parse(body) as AnswerOf<Id>;
    },
    /** The status and the name of the problem that is answered. */
    async refused(id: OperationId, asked: Asked = {}): Promise<readonly [number, string]> {
      const { status, body } = await ask(id, asked);
      return [
        status,
        String((body as { type?: string }).type)
          .split('/')
          .at(-1) ?? '',
      ];
    },
  };
}
