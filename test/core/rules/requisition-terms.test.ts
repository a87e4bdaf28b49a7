import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../core/agreement/2021.ts';
import { cited } from '../../../core/agreement/sources.ts';
import { parseDay } from '../../../core/calendar/day.ts';
import { parseInstant } from '../../../core/calendar/stockholm.ts';
import { Fraction } from '../../../core/money/fraction.ts';
import { objection, termsOf } from '../../../core/rules/requisition-terms.ts';

describe('The terms of a requisition', () => {
  it('are found by kind, and only if the agreement has them', () => {
    expect(termsOf(agreement2021, 'ihsi')?.amount.euro.value.toString()).toBe('395500');
    expect(termsOf({ ...agreement2021, requisitions: [] }, 'sol')).toBeUndefined();
  });

  it('hold euros to a last day too where the agreement sets one', () => {
    const ihsi = termsOf(agreement2021, 'ihsi');
    if (!ihsi) throw new Error('2021 has IHSI.');
    const lastDay = cited(parseDay('2021-12-01'), { source: 'agreement-2021', place: 'test' });
    const asked = {
      from: 'SKR',
      amount: Fraction.parse('395500'),
      receivedAt: parseInstant('2021-12-02T09:00:00Z'),
      payDay: parseDay('2021-12-09'),
    } as const;
    expect(objection(asked, { ...ihsi, lastDay })).toMatchObject({ kind: 'too-late' });
    expect(objection(asked, ihsi)).toBeUndefined();
  });
});
