import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentParts, statuses } from '../../../../console/pages/payment/sent-parts.ts';

const of = (...given: (typeof statuses)[number][]) => given.map((status) => ({ status }));

describe('the bar of what was sent', () => {
  it('has what is booked first and what came back last, each as long as it has payments', () => {
    expect(sentParts(of('returned', 'booked', 'sent', 'booked', 'accepted', 'rejected'))).toEqual([
      { status: 'booked', count: 2, before: 0 },
      { status: 'accepted', count: 1, before: 2 },
      { status: 'sent', count: 1, before: 3 },
      { status: 'rejected', count: 1, before: 4 },
      { status: 'returned', count: 1, before: 5 },
    ]);
  });

  it('has no part for what no payment is', () => {
    expect(sentParts(of('sent', 'sent'))).toEqual([{ status: 'sent', count: 2, before: 0 }]);
    expect(sentParts([])).toEqual([]);
  });

  it('counts every payment once, without a gap', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...statuses)), (given) => {
        const parts = sentParts(of(...given));
        let end = 0;
        for (const { before, count } of parts) {
          expect(before).toBe(end);
          end += count;
        }
        expect(end).toBe(given.length);
      }),
    );
  });
});
