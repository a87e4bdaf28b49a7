import { describe, expect, it } from 'vitest';
import { paymentFileName } from '../../../core/bank/payment-file-name.ts';
import { addMonths, parseMonth } from '../../../core/calendar/month.ts';
import { parseCaseId, payoutCase, requisitionCase } from '../../../core/record/case-id.ts';

describe('The name of a payment file', () => {
  it.each([
    ['payout-2022-02', '2022/STB-PAY-2022-02.xml'],
    ['requisition-2021-ihsi', '2021/STB-REQ-2021-IHSI.xml'],
    ['reissue-2022-02-05-1', '2022/STB-REI-2022-02-05-1.xml'],
    ['reissue-2021-sol-skr-2', '2021/STB-REI-2021-SOL-SKR-2.xml'],
  ])('of %s is %s', (id, name) => {
    expect(paymentFileName(parseCaseId(id))).toBe(name);
  });

  it('is another for every case', () => {
    const months = Array.from({ length: 48 }, (_, n) => addMonths(parseMonth('2021-01'), n));
    const ids = [
      ...months.map(payoutCase),
      requisitionCase(2021, 'sol'),
      requisitionCase(2021, 'ihsi'),
    ];
    expect(new Set(ids.map(paymentFileName)).size).toBe(ids.length);
  });

  it.each(['opening-2021', 'reconciliation-2021'])('is none of %s, which pays nobody', (id) => {
    expect(() => paymentFileName(parseCaseId(id))).toThrow(`${id} pays nobody.`);
  });
});
