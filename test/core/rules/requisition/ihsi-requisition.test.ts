import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import { parseDay } from '../../../../core/calendar/day.ts';
import { parseInstant } from '../../../../core/calendar/stockholm.ts';
import { Fraction } from '../../../../core/money/fraction.ts';
import {
  ihsiObjection,
  ihsiPayment,
  ihsiRequisition,
} from '../../../../core/rules/requisition/ihsi-requisition.ts';
import { accepted, euroRate, refusalOf } from '../../amounts.ts';

const asked = (euro: string) => ({
  from: 'SKR' as const,
  amount: Fraction.parse(euro),
  receivedAt: parseInstant('2021-06-08T08:00:00Z'),
  payDay: parseDay('2021-06-15'),
});
const paid = (rate: string) => ihsiPayment(euroRate(rate), agreement2021).value.toString();

describe('A requisition of the IHSI money', () => {
  it('is paid 4 099 160 kr for 395 500 euros at 10.3645, the rate of the agreement', () => {
    // Exactly 4 099 159.75.
    const payment = accepted(ihsiRequisition(asked('395500'), euroRate('10.3645'), agreement2021));
    expect(payment.value.toString()).toBe('4099160');
  });

  it.each([
    ['a Sunday', '2021-06-13', '2021-06-11', '2021-06-14'],
    ['a Saturday, though a weekday', '2021-06-12', '2021-06-11', '2021-06-14'],
    ['the national day', '2022-06-06', '2022-06-03', '2022-06-07'],
    ['midsummer’s eve', '2021-06-25', '2021-06-24', '2021-06-28'],
  ])('is refused for %s', (_, day, before, after) => {
    const closed = { ...asked('395500'), payDay: parseDay(day) };
    expect(ihsiObjection(closed, agreement2021)).toEqual({
      kind: 'no-bank-day',
      asked: day,
      before,
      after,
    });
  });

  it('is paid at the rate of the payment day', () => {
    expect(paid('10.1342')).toBe('4008076'); // Exactly 4 008 076.1.
    expect(paid('10')).toBe('3955000');
  });

  it('is made whole half up', () => {
    expect(paid('1/791000')).toBe('1'); // Exactly half a krona.
    expect(paid('1/791001')).toBe('0');
  });

  it('is refused for other euros than the agreed ones', () => {
    expect(
      refusalOf(ihsiRequisition(asked('395501'), euroRate('10'), agreement2021)),
    ).toMatchObject({ kind: 'wrong-amount', agreed: Fraction.parse('395500') });
    expect(ihsiObjection(asked('395500'), agreement2021)).toBeUndefined();
  });

  it('has no last day in 2021', () => {
    const late = { ...asked('395500'), receivedAt: parseInstant('2021-12-31T22:00:00Z') };
    expect(ihsiObjection(late, agreement2021)).toBeUndefined();
  });

  it('is refused in a year whose agreement pays IHSI nothing, and has no amount then', () => {
    const without = { ...agreement2021, requisitions: [] };
    expect(ihsiObjection(asked('395500'), without)).toEqual({
      kind: 'not-in-agreement',
      year: 2021,
    });
    expect(() => ihsiPayment(euroRate('10'), without)).toThrow(
      new RangeError('The agreement of 2021 pays no euros to IHSI.'),
    );
  });
});
