import * as z from 'zod/mini';
import { parseInstant } from '../../core/calendar/stockholm.ts';
import { parseCaseId } from '../../core/record/case-id.ts';
import { problems } from '../../functions/contract/api/problems.ts';
import { operationIds } from '../../functions/contract/api/routes.ts';
import { functionNames } from '../../functions/contract/functions.ts';
import { METRICS_NAMESPACE, metrics } from '../../functions/contract/metrics.ts';

const taken = (parse: (text: string) => unknown) =>
  z.string().check(
    z.refine((text) => {
      try {
        parse(text);
        return true;
      } catch {
        return false;
      }
    }),
  );
const uuid = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const instant = taken(parseInstant);
const frame = z.string().check(z.regex(/:\d+:\d+\)?$/));
const word = z.string().check(z.regex(/^[\w.$-]{1,100}$/));

const error = z.strictObject({
  name: word,
  at: z.array(frame),
  code: z.optional(word),
  facts: z.optional(z.record(word, z.union([z.string(), z.number()]))),
  service: z.optional(word),
  status: z.optional(z.number()),
  request: z.optional(word),
  get because() {
    return z.optional(z.array(error));
  },
});

const common = {
  level: z.enum(['INFO', 'ERROR']),
  timestamp: instant,
  service: z.enum(functionNames as [string, ...string[]]),
  sampling_rate: z.literal(0),
  invocation: uuid,
  error: z.optional(error),
};

/** What a step may log, a schedule's function or the user pool's, and nothing besides. */
const step = z.strictObject({
  ...common,
  message: z.enum(['Done', 'Failed', 'Stands still', 'A notice was not sent']),
  case: z.optional(taken(parseCaseId)),
  entered: z.optional(instant),
  scheduled: z.optional(instant),
  put: z.optional(instant),
  stream: z.optional(z.string().check(z.regex(/^NOTICE#\d{4}\/[a-zåäö-]+$/))),
  event: z.optional(z.number()),
});

/** What a function of the API may log. */
const request = z.strictObject({
  ...common,
  message: z.enum(['Answered', 'Refused', 'Failed', 'A notice was not sent']),
  request: word,
  operation: z.enum(['none', ...operationIds]),
  status: z.optional(z.number()),
  problem: z.optional(z.enum(Object.keys(problems) as [string, ...string[]])),
  stream: z.optional(z.string().check(z.regex(/^NOTICE#\d{4}\/[a-zåäö-]+$/))),
  event: z.optional(z.number()),
});

const metric = z.pipe(
  z.looseObject({
    _aws: z.strictObject({
      Timestamp: z.number(),
      CloudWatchMetrics: z.tuple([
        z.strictObject({
          Namespace: z.literal(METRICS_NAMESPACE),
          Dimensions: z.tuple([z.tuple([z.literal('service')])]),
          Metrics: z.tuple([
            z.strictObject({
              Name: z.enum(Object.keys(metrics) as [string, ...string[]]),
              Unit: z.enum(['Count', 'Seconds']),
            }),
          ]),
        }),
      ]),
    }),
    service: z.string().check(z.regex(/^Statsbidrag(-test)?$/)),
  }),
  z.transform((line, context) => {
    const [{ Name }] = line._aws.CloudWatchMetrics[0].Metrics;
    const keys = Object.keys(line).sort();
    const allowed = ['_aws', 'service', Name].sort();
    if (JSON.stringify(keys) !== JSON.stringify(allowed) || !Number.isSafeInteger(line[Name]))
      context.issues.push({ code: 'custom', input: line, message: `Only ${allowed} are said.` });
    return line;
  }),
);

/** What functions may print, field by field: whatever else is in a line is too much. */
export const LogLine = z.union([step, request, metric]);

/** The lines that hold more or other things than they may, each with what is wrong about it. */
export const unlikeLogLines = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => {
    const read = z.safeParse(LogLine, JSON.parse(line));
    return read.success ? [] : [`${line}\n${z.prettifyError(read.error)}`];
  });
