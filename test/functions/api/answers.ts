import { expect } from 'vitest';
import * as z from 'zod/mini';
import type { AnswerOf } from '../../../functions/contract/api/operation.ts';
import { answers } from '../../../functions/contract/api/responses.ts';
import type { OperationId } from '../../../functions/contract/api/routes.ts';

/**
 * Holds an answer to the shape that the contract promises, as it leaves: what JSON leaves out is left out, and what the contract does
 * not name is refused. Gives the answer as a client reads it.
 */
export function expectAnswer<Id extends OperationId>(id: Id, body: unknown): AnswerOf<Id> {
  const sent: unknown = JSON.parse(JSON.stringify(body));
  const parsed = z.safeParse(answers[id] as z.ZodMiniType, sent);
  expect(parsed.error?.issues ?? [], `${id} answers as documented`).toEqual([]);
  return sent as AnswerOf<Id>;
}
