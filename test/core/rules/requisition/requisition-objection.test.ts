import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import { cited } from '../../../../core/agreement/sources.ts';
import { parseDay } from '../../../../core/calendar/day.ts';
import { parseInstant } from '../../../../core/calendar/stockholm.ts';
import { Fraction } from '../../../../core/money/fraction.ts';
import {
  agreedAmount,
  requisitionObjection,
  termsOf,
} from '../../../../core/rules/requisition/requisition-objection.ts';

const order = { source: 'agreement-2021', place: 'Bilaga, Utbetalningsordning' } as const;
const sol = {
  from: 'SKR',
  amount: { currency: 'SEK', value: Fraction.parse('7000000') },
  receivedAt: parseInstant('2021-10-04T08:00:00Z'),
  payDay: parseDay('2021-10-11'),
} as const;
const ihsi = {
  from: 'SKR',
  amount: { currency: 'EUR', value: Fraction.parse('395500') },
  receivedAt: parseInstant('2021-06-08T08:00:00Z'),
  payDay: parseDay('2021-06-15'),
} as const;
const against = (asked: Partial<Parameters<typeof requisitionObjection>[0]>) =>
  requisitionObjection({ ...sol, ...asked }, 'sol', agreement2021);
const againstEuros = (
  asked: Partial<Parameters<typeof requisitionObjection>[0]>,
  agreement = agreement2021 as Parameters<typeof requisitionObjection>[2],
) => requisitionObjection({ ...ihsi, ...asked }, 'ihsi', agreement);

describe('A requisition of the SOL money', () => {
  it('may come until the last second of 1 December 2021 by Stockholm time', () => {
    expect(against({ receivedAt: parseInstant('2021-12-01T22:59:59.999Z') })).toBeUndefined();
  });

  it('is refused from midnight on, with the paragraph', () => {
    expect(against({ receivedAt: parseInstant('2021-12-01T23:00:00Z') })).toEqual({
      kind: 'too-late',
      receivedOn: '2021-12-02',
      lastDay: '2021-12-01',
      cites: [order],
    });
  });

  it('is refused for a day on which banks are closed', () => {
    expect(against({ payDay: parseDay('2021-10-10') })).toEqual({
      kind: 'no-bank-day',
      asked: '2021-10-10',
      before: '2021-10-08',
      after: '2021-10-11',
    });
  });

  it.each(['6999999', '7000001'])('is refused when it asks for %s kr', (sek) => {
    expect(against({ amount: { currency: 'SEK', value: Fraction.parse(sek) } })).toEqual({
      kind: 'wrong-amount',
      asked: Fraction.parse(sek),
      agreed: Fraction.parse('7000000'),
      cites: [{ source: 'agreement-2021', place: '4.2' }, order],
    });
  });

  it('is refused in euros, whatever their number', () => {
    expect(against({ amount: { currency: 'EUR', value: Fraction.parse('7000000') } })).toEqual({
      kind: 'wrong-currency',
      asked: 'EUR',
      agreed: 'SEK',
      agreedAmount: Fraction.parse('7000000'),
      cites: [{ source: 'agreement-2021', place: '4.2' }, order],
    });
  });

  it('is refused from a party that the agreement does not name', () => {
    expect(against({ from: 'E-hälsomyndigheten' })).toEqual({
      kind: 'wrong-party',
      from: 'E-hälsomyndigheten',
      agreed: 'SKR',
      cites: [{ source: 'agreement-2021', place: '4.2' }],
    });
  });
});

describe('A requisition of the IHSI money', () => {
  it('is taken in the agreed euros, and refused for others or for kronor', () => {
    const euros = (value: string) => ({ currency: 'EUR' as const, value: Fraction.parse(value) });
    expect(againstEuros({})).toBeUndefined();
    expect(againstEuros({ amount: euros('395501') })).toMatchObject({
      kind: 'wrong-amount',
      agreed: Fraction.parse('395500'),
    });
    const kronor = { currency: 'SEK' as const, value: Fraction.parse('395500') };
    expect(againstEuros({ amount: kronor })).toMatchObject({
      kind: 'wrong-currency',
      agreed: 'EUR',
    });
  });

  it.each([
    ['a Sunday', '2021-06-13', '2021-06-11', '2021-06-14'],
    ['a Saturday, though a weekday', '2021-06-12', '2021-06-11', '2021-06-14'],
    ['the national day', '2022-06-06', '2022-06-03', '2022-06-07'],
    ['midsummer’s eve', '2021-06-25', '2021-06-24', '2021-06-28'],
  ])('is refused for %s', (_, day, before, after) => {
    expect(againstEuros({ payDay: parseDay(day) })).toEqual({
      kind: 'no-bank-day',
      asked: day,
      before,
      after,
    });
  });

  it('has no last day in 2021, and is held to one where an agreement sets it', () => {
    const terms = termsOf(agreement2021, 'ihsi');
    if (!terms) throw new Error('2021 has IHSI.');
    const late = { receivedAt: parseInstant('2021-12-31T22:00:00Z') };
    expect(againstEuros(late)).toBeUndefined();
    const lastDay = cited(parseDay('2021-12-01'), { source: 'agreement-2021', place: 'test' });
    const bound = { ...agreement2021, requisitions: [{ ...terms, lastDay }] };
    expect(againstEuros(late, bound)).toMatchObject({ kind: 'too-late' });
  });
});

describe('The terms of a requisition', () => {
  it('are found by kind, with the amount in the currency of the agreement', () => {
    const [kronor, euros] = [termsOf(agreement2021, 'sol'), termsOf(agreement2021, 'ihsi')];
    if (!kronor || !euros) throw new Error('2021 has both.');
    expect(agreedAmount(kronor)).toMatchObject({
      currency: 'SEK',
      value: Fraction.parse('7000000'),
    });
    expect(agreedAmount(euros)).toMatchObject({ currency: 'EUR', value: Fraction.parse('395500') });
  });

  it('are none in a year whose agreement has no such money', () => {
    const without = { ...agreement2021, requisitions: [] };
    expect(termsOf(without, 'sol')).toBeUndefined();
    expect(requisitionObjection(sol, 'sol', without)).toEqual({
      kind: 'not-in-agreement',
      year: 2021,
    });
  });
});
