import { checkDigitHolds } from '../../core/inputs/check-digit.ts';
import type { InputContents } from '../../core/inputs/contents.ts';
import type { PayeeCode } from '../../core/payment/events.ts';

type Payees = InputContents['payees'];

/**
 * The payees, of whom some have told of a new account. The new bankgiro numbers are MADE UP as those of local/payees.json are: 99, the
 * county code (90 for SKR), two digits that say the how manyeth version of the payees it is, and the check digit.
 */
export function correctedPayees(
  payees: Payees,
  corrected: readonly PayeeCode[],
  version: number,
): Payees {
  const changes = corrected.map((code) => {
    const { plusgiro: _old, ...payee } = payees[code];
    return [code, { ...payee, bankgiro: madeUpBankgiro(code, version) }];
  });
  return { ...payees, ...Object.fromEntries(changes) };
}

/** Ninety-nine versions have numbers of their own; 00 is what the bundled payees have. */
function madeUpBankgiro(code: PayeeCode, version: number): string {
  const county = code === 'SKR' ? '90' : code;
  const digits = `99${county}${String(((version - 1) % 99) + 1).padStart(2, '0')}`;
  const check = [...'0123456789'].find((digit) => checkDigitHolds(digits + digit)) ?? '';
  return `${digits.slice(0, 3)}-${digits.slice(3)}${check}`;
}
