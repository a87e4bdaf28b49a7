import { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import * as z from 'zod/mini';
import type { Records } from '../../core/ports.ts';
import { RememberingRecords } from '../adapters/remembering-records.ts';
import { INPUT_REJECTED } from '../contract/errors.ts';
import { namedError } from './errors.ts';

/**
 * A handler from a plain function: parses the event, runs, logs what came of it. The only place where middy is used.
 * `run` is what tests call; nothing in it knows of Lambda. Refuses an event of another shape with `InputRejected`.
 */
export function step<
  Schema extends z.ZodMiniType,
  Ports extends { readonly records: Records },
  Answer,
>(
  schema: Schema,
  run: (event: z.infer<Schema>, ports: Ports) => Promise<Answer>,
  ports: () => Ports,
) {
  // Made per handler, so that each logs under the name in its own environment.
  const logger = new Logger();
  return middy<unknown, Answer>()
    .before(({ event }) => {
      logger.resetKeys();
      logger.appendKeys(caseOf(event));
    })
    .after(() => logger.info('Done'))
    .onError(({ error }) => logger.error('Failed', { error: error ?? 'unknown' }))
    .handler((event: unknown) => {
      const given = ports();
      const records = new RememberingRecords(given.records);
      return run(parse(schema, event), { ...given, records });
    });
}

function parse<Schema extends z.ZodMiniType>(schema: Schema, event: unknown): z.infer<Schema> {
  const parsed = z.safeParse(schema, event);
  if (parsed.success) return parsed.data;
  throw namedError(INPUT_REJECTED, z.prettifyError(parsed.error));
}

/** Ids only: no amounts, persons or accounts go into the logs. */
const caseOf = (event: unknown): Record<string, string> =>
  typeof event === 'object' && event !== null && 'case' in event && typeof event.case === 'string'
    ? { case: event.case }
    : {};
