import { bankTextAllowed, bankTextHolds, longestName, longestTown } from '../bank/bank-text.ts';
import { type Fault, faultUnless } from '../bank/fault.ts';
import { ibanHolds } from '../inputs/iban.ts';
import {
  ORGANISATION_NUMBERS_ALLOWED,
  organisationNumberHolds,
} from '../inputs/organisation-number.ts';
import { type Debtor, paymentFileFormats } from './debtor.ts';
import { ACCOUNTS_ALLOWED, debtorAccount } from './debtor-account.ts';

/** The form is that of the older message, the stricter of the two; a location that ends in 0 is a bank's test system (ISO 9362). */
const bic = /^[A-Z]{6}[A-Z2-9][A-NP-Z1-9]([A-Z0-9]{3})?$/;

/** Banks number their agreements each in their own way, with capitals and digits; what has no digit above 0 stands for a number. */
const agreement = /^(?=.*[1-9])[0-9A-Z]{4,35}$/;

/**
 * What is wrong with a debtor: each field with what stands in it and what may. A bank would refuse a file from such a debtor, and
 * words that stand for what is still to be filled in must never reach one. None wrong does not say that they are the debtor's own.
 */
export function debtorFaults(debtor: Debtor): readonly Fault[] {
  const { name, organisationNumber, account, iban, town, bankAgreement, fileFormat } = debtor;
  const country = countryOf(account);
  return [
    ...faultUnless(bankTextHolds(name, longestName), 'name', name, bankTextAllowed(longestName)),
    ...faultUnless(
      organisationNumberHolds(organisationNumber),
      'organisationNumber',
      organisationNumber,
      ORGANISATION_NUMBERS_ALLOWED,
    ),
    ...faultUnless(debtorAccount(account) !== undefined, 'account', account, ACCOUNTS_ALLOWED),
    ...faultUnless(
      iban === undefined || (ibanHolds(iban) && !ibanHolds(account)),
      'iban',
      iban ?? '',
      'the IBAN without blanks of the account behind a bankgiro or plusgiro number, or none',
    ),
    ...faultUnless(
      bic.test(debtor.bic) && (country === undefined || debtor.bic.slice(4, 6) === country),
      'bic',
      debtor.bic,
      `a BIC of 8 or 11 characters (ISO 9362), no test BIC, in the country of the account${country ? `, ${country}` : ''}`,
    ),
    ...faultUnless(
      town === undefined || bankTextHolds(town, longestTown),
      'town',
      town ?? '',
      `${bankTextAllowed(longestTown)}, or none for no address`,
    ),
    ...faultUnless(
      agreement.test(bankAgreement),
      'bankAgreement',
      bankAgreement,
      'the number of the agreement as the bank writes it: 4 to 35 of A-Z and 0-9, with a digit above 0',
    ),
    ...faultUnless(
      paymentFileFormats.includes(fileFormat),
      'fileFormat',
      fileFormat,
      paymentFileFormats.join(' or '),
    ),
  ];
}

/** In which country the account is; undefined when it is none. Bankgiro and plusgiro are Swedish. */
function countryOf(account: string): string | undefined {
  const found = debtorAccount(account);
  if (!found) return undefined;
  return 'iban' in found ? found.iban.slice(0, 2) : 'SE';
}
