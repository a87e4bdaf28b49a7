import { pathToFileURL } from 'node:url';
import { variablesOf } from '../../functions/contract/environment.ts';
import type { FunctionName } from '../../functions/contract/functions.ts';

/** What the environment of a function may look like once it is deployed. */
export const values: Readonly<Record<string, string>> = {
  AWS_REGION: 'eu-north-1',
  TABLE_NAME: 'Statsbidrag-Record1A2B',
  CODE_VERSION: '0123456789abcdef'.repeat(4),
  DEBTOR_NAME: 'Kammarkollegiet',
  DEBTOR_ORGANISATION_NUMBER: '202100-0829',
  DEBTOR_ACCOUNT: 'SE4550000000058398257466',
  DEBTOR_BIC: 'ESSESESS',
  DEBTOR_BANK_AGREEMENT: '555555555555',
  PAYMENT_FILE_FORMAT: 'pain.001.001.03',
  NOTICES_TOPIC_ARN: 'arn:aws:sns:eu-north-1:123456789012:Statsbidrag-Notices',
  PAYMENT_FILES_BUCKET: 'statsbidrag-payments1a2b',
  DOCUMENTS_BUCKET: 'statsbidrag-documents1a2b',
  BANK_REPORTS_BUCKET: 'statsbidrag-reports3c4d',
  ANCHORS_BUCKET: 'statsbidrag-anchors5e6f',
  TOKEN_ISSUER: 'https://cognito-idp.eu-north-1.amazonaws.com/eu-north-1_Ab1',
  CONSOLE_CLIENT_ID: '1h57kf5cpq17m0eml12EXAMPLE',
  SKR_CLIENT_ID: '7h57kf5cpq17m0eml12EXAMPLE',
};
export const machine =
  'arn:aws:states:eu-north-1:123456789012:stateMachine:Statsbidrag-monthly-payout';

/** The environment of a function, as its rights need it. */
export const environmentOf = (name: FunctionName): Record<string, string> =>
  Object.fromEntries(
    Object.keys(variablesOf(name)).map((variable) => [
      variable,
      variable === 'POWERTOOLS_SERVICE_NAME' ? name : (values[variable] ?? machine),
    ]),
  );

/** Loads a bundle as Lambda does: under the environment of its function. */
export async function started(name: FunctionName, file: string) {
  const before = process.env;
  process.env = { ...before, ...environmentOf(name) };
  try {
    return await import(/* @vite-ignore */ pathToFileURL(file).href);
  } finally {
    process.env = before;
  }
}
