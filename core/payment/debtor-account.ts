import { type Giro, giroHolds } from '../inputs/giro.ts';
import { ibanHolds } from '../inputs/iban.ts';

/** What a debtor's account may look like, for those who refuse another. */
export const ACCOUNTS_ALLOWED =
  'an IBAN without blanks, or a bankgiro or plusgiro number with its hyphen, whose check digits hold';

/** The debtor's account by what it is named by. */
export type DebtorAccount = { readonly iban: string } | Giro;

/**
 * The account that payments leave from: an IBAN, a bankgiro or a plusgiro number whose check digits hold; undefined for anything
 * else. Words that stand for an account, and numbers of nothing but zeros, are none. A giro number is told by its hyphen: four
 * digits follow that of a bankgiro number, and one that of a plusgiro number.
 */
export function debtorAccount(account: string): DebtorAccount | undefined {
  if (ibanHolds(account)) return { iban: account };
  const giros: readonly Giro[] = [{ bankgiro: account }, { plusgiro: account }];
  return giros.find(giroHolds);
}
