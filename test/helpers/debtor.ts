import type { Debtor } from '../../core/payment/debtor.ts';

/** From whose account tests pay: the authority's own name and number, and an account and an agreement that are made up. */
export const testDebtor: Debtor = {
  name: 'Kammarkollegiet',
  organisationNumber: '202100-0829',
  account: '5050-1055',
  bic: 'SWEDSESS',
  bankAgreement: '5050105500',
  fileFormat: 'pain.001.001.03',
};
