/**
 * Whether an IBAN holds (ISO 13616): the country, two check digits by ISO 7064 (modulus 97), and its length where the country is
 * Sweden, which has 24 characters. Without blanks, in capitals. That it holds does not say that it is anybody's.
 */
export function ibanHolds(account: string): boolean {
  if (!/^[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}$/.test(account)) return false;
  if (account.startsWith('SE') && !/^SE[0-9]{22}$/.test(account)) return false;
  // The country and the check digits go last, and letters count from A = 10.
  const moved = account.slice(4) + account.slice(0, 4);
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}
