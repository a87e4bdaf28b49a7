import { describe, expect, it } from 'vitest';
import { agreements as rulebooks } from '../../../core/agreement/rulebook.ts';
import { parseDay } from '../../../core/calendar/day.ts';
import { parseInstant } from '../../../core/calendar/stockholm.ts';
import {
  objectionTo,
  refusalWords,
  requisitionPayDay,
} from '../../../core/payment/requisition-case.ts';
import { requisitionCase } from '../../../core/record/case-id.ts';
import { requisition } from './words.ts';

const [sol, ihsi] = [requisitionCase(2021, 'sol'), requisitionCase(2021, 'ihsi')];
const received = parseInstant('2021-10-04T08:00:00Z');
const euros = { ...requisition, amount: { currency: 'EUR', value: '395500' } } as const;
const kronor = { ...requisition, amount: { currency: 'SEK', value: '7000000' } } as const;

describe('What the agreement has against a requisition', () => {
  it('is asked of the amount that its case is for, in that amount’s currency', () => {
    expect(objectionTo(rulebooks, ihsi, euros, received)).toBeUndefined();
    expect(objectionTo(rulebooks, sol, kronor, received)).toBeUndefined();
    expect(objectionTo(rulebooks, sol, euros, received)?.kind).toBe('wrong-currency');
    expect(objectionTo(rulebooks, ihsi, kronor, received)?.kind).toBe('wrong-currency');
  });

  it.each([
    [
      { ...kronor, amount: { currency: 'SEK', value: '7000001' } },
      '2021-10-04T08:00:00Z',
      'wrong-amount',
      '7000001 was asked for; 7000000 is agreed',
      2,
    ],
    [euros, '2021-10-04T08:00:00Z', 'wrong-currency', 'EUR was asked for; SEK is agreed', 2],
    [
      kronor,
      '2021-12-01T23:00:00Z',
      'too-late',
      'received on 2021-12-02; the last day is 2021-12-01',
      1,
    ],
    [
      { ...kronor, wishedPaymentDay: parseDay('2021-10-10') },
      '2021-10-04T08:00:00Z',
      'no-bank-day',
      '2021-10-10 is no bank day; the nearest are 2021-10-08 and 2021-10-11',
      0,
    ],
  ] as const)(
    'is recorded in words with what was given and what is allowed',
    (asked, at, code, reason, places) => {
      const against = objectionTo(rulebooks, sol, asked, parseInstant(at));
      if (!against) throw new Error('Something stands against it.');
      const words = refusalWords(against);
      expect(words).toMatchObject({ code, reason });
      expect(words.cites).toHaveLength(places);
    },
  );

  it('names the party, and the year whose agreement has no such money', () => {
    const cites = [{ source: 'agreement-2021', place: '4.2' }] as const;
    expect(
      refusalWords({ kind: 'wrong-party', from: 'SKR', agreed: 'E-hälsomyndigheten', cites }),
    ).toEqual({
      code: 'wrong-party',
      reason: 'SKR asked; E-hälsomyndigheten is agreed',
      cites: ['agreement-2021, 4.2'],
    });
    expect(refusalWords({ kind: 'not-in-agreement', year: 2020 }).reason).toBe(
      'the agreement of 2020 knows no such amount',
    );
  });
});

describe('The pay day of a requisition', () => {
  const submitted = {
    requisition: { ...kronor, wishedPaymentDay: parseDay('2021-10-11') },
    at: received,
  };
  it.each([
    ['kronor: the day asked for', sol, '2021-10-11', '2021-10-05', '2021-10-11'],
    [
      'kronor asked for before they were requisitioned: that day',
      sol,
      '2021-10-01',
      '2021-10-05',
      '2021-10-04',
    ],
    ['euros: the day on which they are proposed', ihsi, '2021-10-11', '2021-10-05', '2021-10-05'],
    [
      'euros proposed on a Saturday: the next bank day',
      ihsi,
      '2021-10-11',
      '2021-10-09',
      '2021-10-11',
    ],
  ])('is of %s', (_, id, wished, today, day) => {
    const asked = { ...submitted.requisition, wishedPaymentDay: parseDay(wished) };
    expect(requisitionPayDay(id, { ...submitted, requisition: asked }, parseDay(today))).toBe(day);
  });
});
