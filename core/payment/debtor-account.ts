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

/** As banks write one account in several ways: in groups, with hyphens, in small letters. */
const compact = (account: string): string => account.replaceAll(/[ -]/g, '').toUpperCase();

/** A giro number without its hyphen, the number in an IBAN without the country, check digits and bank. */
const numberOf = (account: string): string =>
  (/^SE\d{22}$/.test(account) ? account.slice(7) : account).replace(/^0+/, '');

/**
 * Whether a bank that names an account so means this one: by the whole IBAN, or by the number that is in it or that it is. Zeros in
 * front, blanks and hyphens tell no account from another.
 */
export function isSameAccount(account: string, named: string): boolean {
  const [own, other] = [compact(account), compact(named)];
  if (own === other) return true;
  if (ibanHolds(own) && ibanHolds(other)) return false;
  return numberOf(own) === numberOf(other);
}
