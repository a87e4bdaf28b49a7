import { Annotations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ACCOUNTS_ALLOWED, debtorAccountHolds } from '../functions/contract/debtor-account.ts';
import { contextText } from './context-text.ts';

/** One fact of the debtor: its key in the context, its name in the functions' environment, and what it may be. */
interface Fact {
  readonly key: string;
  readonly variable: string;
  readonly otherwise: string;
  /** Nobody's: payments could not leave with it. */
  readonly madeUp?: true;
  readonly allowed: string;
  readonly holds: (text: string) => boolean;
}

/**
 * Whose account the payments leave, and how, until the context says otherwise. MADE UP are the account, which is the example of the
 * IBAN registry, with the bank that the example names, and the number of the agreement with the bank.
 */
const facts: readonly Fact[] = [
  {
    key: 'debtorName',
    variable: 'DEBTOR_NAME',
    otherwise: 'Kammarkollegiet',
    allowed: 'a name of at most 70 characters',
    holds: (text) => text.length <= 70,
  },
  {
    key: 'debtorOrganisationNumber',
    variable: 'DEBTOR_ORGANISATION_NUMBER',
    otherwise: '202100-0829',
    allowed: 'NNNNNN-NNNN',
    holds: (text) => /^[0-9]{6}-[0-9]{4}$/.test(text),
  },
  {
    key: 'debtorAccount',
    variable: 'DEBTOR_ACCOUNT',
    otherwise: 'SE4550000000058398257466',
    madeUp: true,
    allowed: ACCOUNTS_ALLOWED,
    holds: debtorAccountHolds,
  },
  {
    key: 'debtorBic',
    variable: 'DEBTOR_BIC',
    otherwise: 'ESSESESS',
    madeUp: true,
    allowed: 'a BIC (ISO 9362) of 8 or 11 characters',
    holds: (text) => /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text),
  },
  {
    key: 'debtorBankAgreement',
    variable: 'DEBTOR_BANK_AGREEMENT',
    otherwise: '555555555555',
    madeUp: true,
    allowed: 'at most 35 letters and digits',
    holds: (text) => /^[0-9A-Za-z]{1,35}$/.test(text),
  },
  {
    key: 'paymentFileFormat',
    variable: 'PAYMENT_FILE_FORMAT',
    otherwise: 'pain.001.001.03',
    allowed: 'pain.001.001.03 or pain.001.001.09',
    holds: (text) => /^pain\.001\.001\.0[39]$/.test(text),
  },
];

/**
 * From whose account money leaves, by which agreement with the bank and in which form of file, from the context: what the functions
 * are told of it. Refused: what cannot be. Warned of: what is made up, as long as it is in use.
 */
export function debtorEnvironment(scope: Construct): Readonly<Record<string, string>> {
  const given = facts.map((fact) => ({ ...fact, text: textOf(scope, fact) }));
  const madeUp = given.filter(({ madeUp, text, otherwise }) => madeUp && text === otherwise);
  if (madeUp.length > 0) {
    const values = madeUp.map(({ key, text }) => `${key} ${text}`).join(', ');
    Annotations.of(scope).addWarningV2(
      'statsbidrag:made-up-debtor',
      `Payments would leave with what is made up: ${values}. Give the real ones as context.`,
    );
  }
  return Object.fromEntries(given.map(({ variable, text }) => [variable, text]));
}

function textOf(scope: Construct, { key, otherwise, allowed, holds }: Fact): string {
  const text = contextText(scope, key, otherwise);
  if (holds(text)) return text;
  throw new Error(`Context ${key} is ${JSON.stringify(text)}; allowed is ${allowed}.`);
}
