import { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import * as z from 'zod/mini';
import type { Records } from '../../core/ports.ts';
import { RememberingRecords } from '../adapters/remembering-records.ts';
import { INPUT_REJECTED } from '../contract/errors.ts';
import { namedError } from './errors.ts';
import { beginLog } from './log.ts';
import { leavingError, loggedError } from './logged-error.ts';
import { loggedIds } from './logged-ids.ts';
import { countError } from './metrics.ts';

/**
 * A handler from a plain function: parses the event, runs, logs what came of it. `run` is what tests call; nothing in it knows of
 * Lambda. Refuses an event of another shape with `InputRejected`.
 *
 * Whoever follows a line in the log finds: the function (`service`), Lambda's own lines of the same call (`invocation`), and the
 * execution, which has the case's name and entered this state at `entered`; of what a schedule calls, when that was.
 */
export function step<Schema extends z.ZodMiniType, Ports extends object, Answer>(
  schema: Schema,
  run: (event: z.infer<Schema>, ports: Ports) => Promise<Answer>,
  ports: () => Ports,
) {
  // Made per handler, so that each logs under the name in its own environment.
  const logger = new Logger();
  return middy<unknown, Answer>()
    .before(({ event, context }) => {
      beginLog(logger, { ...loggedIds(event), invocation: context.awsRequestId });
    })
    .after(() => logger.info('Done'))
    .onError((call) => {
      logger.error('Failed', { error: loggedError(call.error) });
      countError(call.error);
      call.error = leavingError(call.error);
    })
    .handler((event: unknown) => {
      const given: Ports & { readonly records?: Records } = ports();
      const { records } = given;
      // Whoever verifies the record as it lies has no records to remember.
      const own = records ? { ...given, records: new RememberingRecords(records) } : given;
      return run(parse(schema, event), own);
    });
}

function parse<Schema extends z.ZodMiniType>(schema: Schema, event: unknown): z.infer<Schema> {
  const parsed = z.safeParse(schema, event, { reportInput: true });
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(withoutInput).join('; ');
  throw namedError(INPUT_REJECTED, z.prettifyError(parsed.error), { wrong });
}

/** Which field, and what is allowed in it; what was given, its caller knows. */
function withoutInput({ path, message, input }: z.core.$ZodIssue): string {
  const given = typeof input === 'string' && input !== '' ? input : undefined;
  const quoted = given === undefined ? [] : [given, JSON.stringify(given).slice(1, -1)];
  const words = quoted.reduce((text, each) => text.replaceAll(each, '…'), message);
  return `${path.join('.') || 'the event'}: ${words}`;
}
