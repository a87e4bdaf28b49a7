import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import { ihsiPayment } from '../../../../core/rules/requisition/ihsi-requisition.ts';
import { euroRate } from '../../amounts.ts';

const paid = (rate: string) => ihsiPayment(euroRate(rate), agreement2021).value.toString();

describe('A requisition of the IHSI money', () => {
  it('is paid 4 099 160 kr for 395 500 euros at 10.3645, the rate of the agreement', () => {
    expect(paid('10.3645')).toBe('4099160'); // Exactly 4 099 159.75.
  });

  it('is paid at the rate of the payment day', () => {
    expect(paid('10.1342')).toBe('4008076'); // Exactly 4 008 076.1.
    expect(paid('10')).toBe('3955000');
  });

  it('is made whole half up', () => {
    expect(paid('1/791000')).toBe('1'); // Exactly half a krona.
    expect(paid('1/791001')).toBe('0');
  });

  it('has no amount in a year whose agreement pays IHSI nothing', () => {
    expect(() => ihsiPayment(euroRate('10'), { ...agreement2021, requisitions: [] })).toThrow(
      new RangeError('The agreement of 2021 pays no euros to IHSI.'),
    );
  });
});
