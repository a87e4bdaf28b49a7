import { describe, expect, it } from 'vitest';
import type { PayeeCode } from '../../../core/payment/events.ts';
import { parseCaseId } from '../../../core/record/case-id.ts';
import { parseConduct } from '../../../local/bank/conduct.ts';
import { isAccountFault, returnChoice } from '../../../local/officials/return-choice.ts';

const choice = (id: string, payee: string, conduct = 'troubled') =>
  returnChoice(
    { case: parseCaseId(id), payee: payee as PayeeCode, code: 'AC04' },
    parseConduct(conduct),
  );

describe('What the local case officer lets become of a payment that came back', () => {
  it.each([
    ['payout-2021-04', '05', 'reissue'],
    ['payout-2021-06', '09', 'next-month'],
    ['payout-2021-06', '10', 'reissue'],
    ['payout-2022-05', '24', 'next-month'],
    ['payout-2022-05', '13', 'unresolved'],
    ['requisition-2021-sol', 'SKR', 'reissue'],
  ])('in the troubled year, of %s to %s: %s', (id, payee, expected) => {
    expect(choice(id, payee)).toBe(expected);
  });

  it('is of a mix drawn for each payment, and nobody is forgotten', () => {
    const all = Array.from(
      { length: 12 },
      (_, n) => `payout-2021-${String(n + 1).padStart(2, '0')}`,
    ).flatMap((id) => ['01', '05', '12', '20', '25'].map((payee) => choice(id, payee, 'seed=1')));
    expect(new Set(all)).toEqual(new Set(['reissue', 'next-month']));
    expect(all.filter((each) => each === 'next-month').length).toBeLessThan(30);
  });

  it('is sent again, always, to SKR and of what was sent again before', () => {
    for (let seed = 0; seed < 50; seed++) {
      expect(choice('requisition-2021-sol', 'SKR', `seed=${seed}`)).toBe('reissue');
      expect(choice('reissue-2021-05-12-1', '12', `seed=${seed}`)).toBe('reissue');
    }
  });
});

describe('The account is at fault', () => {
  it.each([
    ['AC01', true],
    ['AC04', true],
    ['FF01', false],
    ['MS03', false],
  ] as const)('for %s: %s', (code, is) => {
    expect(isAccountFault(code)).toBe(is);
  });
});
