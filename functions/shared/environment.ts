import type { Debtor } from '../../core/payment/debtor.ts';

/** Variables by name, as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable of this process. Refused: one that is not there, by its name. */
export const environment = (name: string): string => variableOf(process.env, name);

/** Which variable tells each field of the debtor; its town and its IBAN may be left out. */
export const debtorVariables = {
  name: 'DEBTOR_NAME',
  organisationNumber: 'DEBTOR_ORGANISATION_NUMBER',
  account: 'DEBTOR_ACCOUNT',
  bic: 'DEBTOR_BIC',
  bankAgreement: 'DEBTOR_BANK_AGREEMENT',
  fileFormat: 'PAYMENT_FILE_FORMAT',
  town: 'DEBTOR_TOWN',
  iban: 'DEBTOR_IBAN',
} as const satisfies Record<keyof Debtor, string>;

/** The debtor as an environment tells it; what it may be is held to when the function starts. */
export function debtorIn(variables: Environment): Debtor {
  const { town, iban, ...needed } = debtorVariables;
  const told = Object.entries(needed).map(([field, name]) => [field, variableOf(variables, name)]);
  return {
    ...(Object.fromEntries(told) as Omit<Debtor, 'town' | 'iban'>),
    ...(variables[town] !== undefined && { town: variables[town] }),
    ...(variables[iban] !== undefined && { iban: variables[iban] }),
  };
}

function variableOf(variables: Environment, name: string): string {
  const value = variables[name];
  if (!value) throw new Error(`The environment lacks ${name}.`);
  return value;
}
