import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import { parseDay } from '../../../../core/calendar/day.ts';
import { parseInstant } from '../../../../core/calendar/stockholm.ts';
import { Fraction } from '../../../../core/money/fraction.ts';
import { solRequisition } from '../../../../core/rules/requisition/sol-requisition.ts';
import { accepted, refusalOf } from '../../amounts.ts';

const asked = (
  receivedAt: string,
  sek = '7000000',
  from: 'SKR' | 'E-hälsomyndigheten' = 'SKR',
) => ({
  from,
  amount: Fraction.parse(sek),
  receivedAt: parseInstant(receivedAt),
  payDay: parseDay('2021-10-11'),
});
const order = { source: 'agreement-2021', place: 'Bilaga, Utbetalningsordning' };

describe('A requisition of the SOL money', () => {
  it('is paid 7 000 000 kr', () => {
    const paid = accepted(solRequisition(asked('2021-10-04T08:00:00Z'), agreement2021));
    expect(paid.value.toString()).toBe('7000000');
    expect(paid.working).toMatchObject({ why: { rule: 'requisition/sol-requisition' } });
  });

  it('may come until the last second of 1 December 2021 by Stockholm time', () => {
    expect(solRequisition(asked('2021-12-01T22:59:59.999Z'), agreement2021).ok).toBe(true);
  });

  it('is refused from midnight on, with the paragraph', () => {
    expect(refusalOf(solRequisition(asked('2021-12-01T23:00:00Z'), agreement2021))).toEqual({
      kind: 'too-late',
      receivedOn: '2021-12-02',
      lastDay: '2021-12-01',
      cites: [order],
    });
  });

  it('is refused for a day on which banks are closed', () => {
    const sunday = { ...asked('2021-10-04T08:00:00Z'), payDay: parseDay('2021-10-10') };
    expect(refusalOf(solRequisition(sunday, agreement2021))).toEqual({
      kind: 'no-bank-day',
      asked: '2021-10-10',
      before: '2021-10-08',
      after: '2021-10-11',
    });
  });

  it.each(['6999999', '7000001'])('is refused when it asks for %s kr', (sek) => {
    expect(refusalOf(solRequisition(asked('2021-10-04T08:00:00Z', sek), agreement2021))).toEqual({
      kind: 'wrong-amount',
      asked: Fraction.parse(sek),
      agreed: Fraction.parse('7000000'),
      cites: [{ source: 'agreement-2021', place: '4.2' }, order],
    });
  });

  it('is refused from a party that the agreement does not name', () => {
    const stranger = asked('2021-10-04T08:00:00Z', '7000000', 'E-hälsomyndigheten');
    expect(refusalOf(solRequisition(stranger, agreement2021))).toEqual({
      kind: 'wrong-party',
      from: 'E-hälsomyndigheten',
      agreed: 'SKR',
      cites: [{ source: 'agreement-2021', place: '4.2' }],
    });
  });

  it('is refused in a year whose agreement has no such money', () => {
    const without = { ...agreement2021, requisitions: [] };
    expect(refusalOf(solRequisition(asked('2021-10-04T08:00:00Z'), without))).toEqual({
      kind: 'not-in-agreement',
      year: 2021,
    });
  });
});
