import type { InputContents } from '../../core/inputs/contents.ts';
import { giroOf } from '../../core/inputs/giro.ts';
import type { Payee } from '../payees.ts';

/** What is recorded of the payees, in the shape of core/inputs/contents.ts. */
export function payeesContent(payees: readonly Payee[]): InputContents['payees'] {
  const entries = payees.map(({ payee, name, organisationNumber, ...account }) => [
    payee,
    { name, organisationNumber, ...giroOf(account) },
  ]);
  return Object.fromEntries(entries);
}
