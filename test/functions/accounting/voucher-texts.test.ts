import { describe, expect, it } from 'vitest';
import { parseCaseId } from '../../../core/record/case-id.ts';
import { entryText, voucherText } from '../../../functions/accounting/voucher-texts.ts';

const text = (id: string, key = id) => ({ case: parseCaseId(id), key });

describe('A voucher', () => {
  it.each([
    [text('payout-2021-03'), 'Utbetalningen för mars 2021', 'The payout of March 2021'],
    [
      text('requisition-2021-sol'),
      'Rekvisitionen av SOL-medlen för 2021',
      'The requisition of the SOL money of 2021',
    ],
    [
      text('reissue-2021-03-05-1'),
      'Ny utbetalning till Region Östergötland av utbetalningen för mars 2021',
      'The payment to Region Östergötland again of the payout of March 2021',
    ],
    [
      text('requisition-2021-sol', 'requisition-2021-sol/return/SKR'),
      'Återföring av betalning till SKR som kom tillbaka: rekvisitionen av SOL-medlen för 2021',
      'Reversal of the payment to SKR that came back: the requisition of the SOL money of 2021',
    ],
  ])('of %o says what it is of', (voucher, sv, en) => {
    expect(voucherText(voucher, 'sv')).toBe(sv);
    expect(voucherText(voucher, 'en')).toBe(en);
  });
});

describe('An entry', () => {
  it.each([
    ['instalment', 'Månadsutbetalning, 1/12', 'Instalment, 1/12'],
    ['reissue', 'Ny utbetalning efter retur', 'Paid again after a return'],
    ['payment', 'Utbetalt', 'Paid'],
    ['return', 'Tillbaka från banken', 'Back from the bank'],
    ['of-another-year', 'of-another-year', 'of-another-year'],
  ])('%s is called what people call it', (line, sv, en) => {
    expect(entryText(line, 'sv')).toBe(sv);
    expect(entryText(line, 'en')).toBe(en);
  });
});
