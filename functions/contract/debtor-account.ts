import { checkDigitHolds } from '../../core/inputs/check-digit.ts';

/** What a debtor's account may look like, for those who refuse another. */
export const ACCOUNTS_ALLOWED =
  'an IBAN without blanks, or a bankgiro or plusgiro number with its hyphen, whose check digits hold';

/**
 * Whether payments can leave from such an account: an IBAN (ISO 13616; a Swedish one has 24 characters), a bankgiro or a plusgiro
 * number whose check digits hold. Words that stand for an account, and numbers of nothing but zeros, are none. That an account
 * holds does not say whose it is.
 */
export const debtorAccountHolds = (account: string): boolean =>
  ibanHolds(account) || giroHolds(account);

const giroHolds = (account: string): boolean =>
  /^([0-9]{3,4}-[0-9]{4}|[0-9]{1,7}-[0-9])$/.test(account) && checkDigitHolds(account);

/** The country and the check digits go last, letters count from A = 10, and the number leaves 1 when divided by 97 (ISO 7064). */
function ibanHolds(account: string): boolean {
  if (!/^([A-Z]{2})[0-9]{2}[0-9A-Z]{11,30}$/.test(account)) return false;
  if (account.startsWith('SE') && !/^SE[0-9]{22}$/.test(account)) return false;
  const moved = account.slice(4) + account.slice(0, 4);
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}
