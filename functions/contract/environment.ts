import * as z from 'zod/mini';
import { type FunctionName, functions, stateMachines } from './functions.ts';

/** What a variable may be: how it is told, and how it is checked. */
export interface Variable {
  readonly allowed: string;
  readonly schema: z.ZodMiniType<string>;
}

const matching = (pattern: RegExp, allowed: string): Variable => ({
  allowed,
  schema: z.string().check(z.regex(pattern)),
});

const given: Variable = { allowed: 'any text but none', schema: z.string().check(z.minLength(1)) };

const arn = (service: string, resource: string, allowed: string): Variable =>
  matching(new RegExp(`^arn:aws:${service}:[a-z0-9-]+:\\d{12}:${resource}$`), allowed);

const bucket = matching(/^[A-Za-z0-9][A-Za-z0-9.-]{1,254}$/, 'the name of a bucket');

const client = matching(/^[\w+-]{1,128}$/, "an app client's id");

/** Told to whoever reads the record. What a debtor may be in full is a rule of core, held to as well. */
const record = {
  TABLE_NAME: matching(/^[A-Za-z0-9_.-]{3,255}$/, 'the name of a table'),
  CODE_VERSION: matching(/^[0-9a-f]{64}$/, '64 hex digits, 0–9 and a–f'),
  DEBTOR_NAME: given,
  DEBTOR_ORGANISATION_NUMBER: given,
  DEBTOR_ACCOUNT: given,
  DEBTOR_BIC: given,
  DEBTOR_BANK_AGREEMENT: given,
  PAYMENT_FILE_FORMAT: given,
} as const;

/** Told to whoever starts executions or watches them. */
const machines = Object.fromEntries(
  Object.values(stateMachines).map(({ environment }) => [
    environment,
    arn('states', 'stateMachine:[A-Za-z0-9_-]{1,80}', 'the ARN of a state machine'),
  ]),
);

/** Told to every function of the API that asks for a token. A laptop has its own issuer, and no other may do without TLS. */
const trust = {
  TOKEN_ISSUER: matching(
    /^(https:\/\/[^\s?#]+|http:\/\/127\.0\.0\.1(:\d+)?\/[^\s?#]*)$/,
    'the address of an issuer, https',
  ),
  CONSOLE_CLIENT_ID: client,
  SKR_CLIENT_ID: client,
} as const;

/**
 * The variables that a function must be told, by the rights that the contract gives it; none where it neither calls a service nor asks
 * for tokens. Lambda's own (region and keys) go with them.
 */
export function variablesOf(name: FunctionName): Readonly<Record<string, Variable>> {
  const { reads, starts, watches, lists, notifies, anchors } = functions[name];
  const { putsFiles, readsFiles, takesReports, keepsDocuments, readsDocuments } = functions[name];
  const told: Readonly<Record<string, Variable>> = {
    ...(reads && record),
    ...((starts || watches || lists) && machines),
    ...(notifies && {
      NOTICES_TOPIC_ARN: arn('sns', '[A-Za-z0-9_-]{1,256}', 'the ARN of a topic'),
    }),
    ...((putsFiles || readsFiles) && { PAYMENT_FILES_BUCKET: bucket }),
    ...(takesReports && { BANK_REPORTS_BUCKET: bucket }),
    ...((keepsDocuments || readsDocuments) && { DOCUMENTS_BUCKET: bucket }),
    ...(anchors && { ANCHORS_BUCKET: bucket }),
    ...(reads && name.startsWith('api-') && trust),
  };
  if (Object.keys(told).length === 0) return told;
  return {
    POWERTOOLS_SERVICE_NAME: { allowed: name, schema: z.literal(name) },
    AWS_REGION: matching(/^[a-z]{2}-[a-z]+-\d+$/, 'a region of AWS'),
    ...told,
  };
}
