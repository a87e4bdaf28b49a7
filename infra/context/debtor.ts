import type { Construct } from 'constructs';
import { debtorFaults } from '../../functions/contract/debtor.ts';
import { contextText } from './context-text.ts';
import { lacking } from './system.ts';

type Debtor = Parameters<typeof debtorFaults>[0];

/** A field of the debtor: its key in the context, its name in the functions' environment, and what it is without a context: nothing, where it may be left out. */
interface Fact {
  readonly key: string;
  readonly variable: string;
  readonly otherwise?: string;
  /** Nobody's: payments could not leave with it. */
  readonly madeUp?: true;
}

/**
 * Whose account the payments leave, and how, until the context says otherwise. MADE UP are the account, which is the example of the
 * IBAN registry, with the bank that its number names, and the number of the agreement with the bank.
 */
const facts: Readonly<Record<keyof Debtor, Fact>> = {
  name: {
    key: 'debtorName',
    variable: 'DEBTOR_NAME',
    otherwise: 'Kammarkollegiet',
  },
  organisationNumber: {
    key: 'debtorOrganisationNumber',
    variable: 'DEBTOR_ORGANISATION_NUMBER',
    otherwise: '202100-0829',
  },
  account: {
    key: 'debtorAccount',
    variable: 'DEBTOR_ACCOUNT',
    otherwise: 'SE4550000000058398257466',
    madeUp: true,
  },
  iban: {
    key: 'debtorIban',
    variable: 'DEBTOR_IBAN',
  },
  bic: {
    key: 'debtorBic',
    variable: 'DEBTOR_BIC',
    otherwise: 'ESSESESS',
    madeUp: true,
  },
  bankAgreement: {
    key: 'debtorBankAgreement',
    variable: 'DEBTOR_BANK_AGREEMENT',
    otherwise: '555555555555',
    madeUp: true,
  },
  fileFormat: {
    key: 'paymentFileFormat',
    variable: 'PAYMENT_FILE_FORMAT',
    otherwise: 'pain.001.001.03',
  },
  town: {
    key: 'debtorTown',
    variable: 'DEBTOR_TOWN',
  },
};

const fields = Object.keys(facts) as readonly (keyof Debtor)[];

/**
 * From whose account money leaves, by which agreement with the bank and in which form of file, from the context: what the functions
 * are told of it. Refused: what cannot be. Warned of: what is made up, as long as it is in use.
 */
export function debtorEnvironment(scope: Construct): Readonly<Record<string, string>> {
  const texts = fields.flatMap((field) => {
    const { key, otherwise } = facts[field];
    const isGiven = (scope.node.tryGetContext(key) ?? otherwise) !== undefined;
    return isGiven ? [[field, contextText(scope, key, otherwise ?? '')] as const] : [];
  });
  const debtor = Object.fromEntries(texts) as unknown as Debtor;
  const refused = debtorFaults(debtor).map(
    ({ place, given, allowed }) =>
      `Context ${facts[place as keyof Debtor].key} is ${JSON.stringify(given)}; allowed is ${allowed}.`,
  );
  if (refused.length > 0) throw new Error(refused.join('\n'));
  warnOfMadeUp(scope, debtor);
  return Object.fromEntries(texts.map(([field, text]) => [facts[field].variable, text]));
}

function warnOfMadeUp(scope: Construct, debtor: Debtor): void {
  const inUse = fields.filter(
    (field) => facts[field].madeUp && debtor[field] === facts[field].otherwise,
  );
  if (inUse.length === 0) return;
  const values = inUse.map((field) => `${facts[field].key} ${debtor[field]}`).join(', ');
  lacking(
    scope,
    'made-up-debtor',
    `Payments would leave with what is made up: ${values}. Give the real ones as context.`,
  );
}
