import { expect, it } from 'vitest';
import { agreements } from '../../../core/agreement/rulebook.ts';
import { parseInstant } from '../../../core/calendar/stockholm.ts';
import { recordedOf } from '../../../core/payment/recorded.ts';

const at = parseInstant('2021-12-15T08:00:00.000Z');
const paid = (id: string) => ({ case: id, totalSek: '95000000' }) as never;

it('Of a requisition in kronor the kronor are recorded, and no rate', () => {
  expect(recordedOf(agreements, paid('requisition-2021-sol'), at, undefined)).toEqual({
    ...{ kind: 'record', at, paidSek: '95000000' },
  });
});

it('Of a requisition in euros nothing is recorded without the rate that it was paid at', () => {
  expect(() => recordedOf(agreements, paid('requisition-2021-ihsi'), at, undefined)).toThrow(
    'requisition-2021-ihsi was paid without a rate or terms.',
  );
});
