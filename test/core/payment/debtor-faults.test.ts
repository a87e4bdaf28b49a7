import { describe, expect, it } from 'vitest';
import type { Debtor } from '../../../core/payment/debtor.ts';
import { debtorFaults } from '../../../core/payment/debtor-faults.ts';
import { testDebtor } from '../../helpers/debtor.ts';

const placesOf = (change: object) =>
  debtorFaults({ ...testDebtor, ...change } as Debtor).map(({ place }) => place);

const BRITISH = 'GB29NWBK60161331926819';

describe('A debtor', () => {
  it.each<[string, Partial<Debtor>]>([
    ['with a bankgiro', {}],
    ['with a plusgiro', { account: '902003-3' }],
    ['with an IBAN', { account: 'SE4550000000058398257466' }],
    ['with an account and a bank in another country', { account: BRITISH, bic: 'NWBKGB2L' }],
    ['with a town', { town: 'Östersund' }],
    ['with the newer form of file', { fileFormat: 'pain.001.001.09' }],
    ['with a BIC of eleven characters', { bic: 'DABASESXXXX' }],
    ['with letters in the agreement’s number', { bankAgreement: '123456789012A001' }],
  ])('%s has no fault', (_, change) => {
    expect(placesOf(change)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['no name', { name: '' }, 'name'],
    ['a name of 71 characters', { name: 'N'.repeat(71) }, 'name'],
    ['the name of what should have been its name', { name: '{debtorName}' }, 'name'],
    [
      'an organisation number of zeros',
      { organisationNumber: '000000-0000' },
      'organisationNumber',
    ],
    ['another last digit', { organisationNumber: '202100-0820' }, 'organisationNumber'],
    ['an account that is none', { account: '5050-1056' }, 'account'],
    ['no BIC', { bic: '' }, 'bic'],
    ['a BIC of nine characters', { bic: 'SWEDSESSX' }, 'bic'],
    ['a BIC in small letters', { bic: 'swedsess' }, 'bic'],
    ['a test BIC', { bic: 'SWEDSES0' }, 'bic'],
    ['a BIC that only the newer form takes', { bic: '1WEDSESS' }, 'bic'],
    ['a word that stands for a BIC', { bic: 'XXXXXXXX' }, 'bic'],
    ['a bank in another country than its giro', { bic: 'NDEAFIHH' }, 'bic'],
    ['a bank in another country than its IBAN', { account: BRITISH }, 'bic'],
    ['no agreement', { bankAgreement: '' }, 'bankAgreement'],
    ['zeros for an agreement', { bankAgreement: '0000000000' }, 'bankAgreement'],
    ['a word for an agreement', { bankAgreement: 'AGREEMENT' }, 'bankAgreement'],
    ['an agreement of three characters', { bankAgreement: '123' }, 'bankAgreement'],
    ['an IBAN that is none', { account: '5050-1055', iban: 'SE00' }, 'iban'],
    [
      'an IBAN beside another',
      { account: 'SE4550000000058398257466', iban: 'SE3550000000054910000003' },
      'iban',
    ],
    ['an agreement of 36 characters', { bankAgreement: '1'.repeat(36) }, 'bankAgreement'],
    ['an agreement’s number with blanks', { bankAgreement: '5050 1055' }, 'bankAgreement'],
    ['a town that is empty', { town: '' }, 'town'],
    ['a town of 36 characters', { town: 'T'.repeat(36) }, 'town'],
    ['a town with another letter than banks take', { town: 'Zürich' }, 'town'],
    ['a form of file that nobody writes', { fileFormat: 'pain.001.001.02' }, 'fileFormat'],
    ['no form of file', { fileFormat: '' }, 'fileFormat'],
  ])('with %s has that fault', (_, change, place) => {
    expect(placesOf(change)).toEqual([place]);
  });

  it('is told every fault at once, with what is given and allowed', () => {
    const nothing = { name: '', organisationNumber: '', account: '', bic: '', bankAgreement: '' };
    const faults = debtorFaults({ ...nothing, town: '', fileFormat: '' } as unknown as Debtor);
    expect(faults.map(({ place }) => place)).toEqual([
      ...['name', 'organisationNumber', 'account', 'bic', 'town', 'bankAgreement', 'fileFormat'],
    ]);
    expect(faults.every(({ given }) => given === '')).toBe(true);
    expect(faults.map(({ allowed }) => allowed)).toEqual([
      "1 to 70 of A-Z a-z 0-9 Å Ä Ö å ä ö / - ? : ( ) . , ' + and blanks, no blank first or last",
      'NNNNNN-NNNN with its check digit',
      'an IBAN without blanks, or a bankgiro or plusgiro number with its hyphen, whose check digits hold',
      'a BIC of 8 or 11 characters (ISO 9362), no test BIC, in the country of the account',
      "1 to 35 of A-Z a-z 0-9 Å Ä Ö å ä ö / - ? : ( ) . , ' + and blanks, no blank first or last, or none for no address",
      'the number of the agreement as the bank writes it: 4 to 35 of A-Z and 0-9, with a digit above 0',
      'pain.001.001.03 or pain.001.001.09',
    ]);
  });

  it('is told in which country its bank should be, when the account says so', () => {
    const [fault] = debtorFaults({ ...testDebtor, bic: 'NDEAFIHH' });
    expect(fault?.allowed).toMatch(/in the country of the account, SE$/);
  });
});
