import { describe, expect, it } from 'vitest';
import type { SentLine } from '../../../core/payment/lines.ts';
import { paidSek } from '../../../core/payment/paid.ts';

const sent = (status: SentLine['status'], sek = '100') => ({ status, sek });

describe('What is paid', () => {
  it.each(['sent', 'accepted', 'booked'] as const)(
    'is what was sent and has not come back: %s',
    (status) => expect(paidSek([sent(status)]).toString()).toBe('100'),
  );

  it.each(['rejected', 'returned'] as const)('is not what is with the State again: %s', (status) =>
    expect(paidSek([sent(status)]).toString()).toBe('0'),
  );

  it('is paid once when it came back and was sent again', () =>
    expect(paidSek([sent('returned'), sent('rejected'), sent('booked')]).toString()).toBe('100'));

  it('is nothing when nothing was sent', () => expect(paidSek([]).toString()).toBe('0'));
});
