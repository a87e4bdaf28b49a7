import { describe, expect, it } from 'vitest';
import { giroHolds } from '../../../core/inputs/giro.ts';
import { payeesContent } from '../../../local/inputs/payees-content.ts';
import { correctedPayees } from '../../../local/officials/corrected-payees.ts';
import { bundledPayees } from '../../../local/payees.ts';

const payees = payeesContent(bundledPayees().payees);

describe('The payees after some have told of a new account', () => {
  it('have other made-up bankgiro numbers, whose check digits hold; the others are as they were', () => {
    const corrected = correctedPayees(payees, ['05', 'SKR'], 1);
    expect(corrected['05']).toEqual({ ...payees['05'], bankgiro: '990-5019' });
    expect(corrected.SKR).toEqual({ ...payees.SKR, bankgiro: '999-0011' });
    expect({ ...corrected, '05': payees['05'], SKR: payees.SKR }).toEqual(payees);
  });

  it('have numbers that nobody has had before, ninety-nine times', () => {
    const numbers = new Set<string>(Object.values(payees).map(({ bankgiro = '' }) => bankgiro));
    for (let version = 1; version <= 99; version++) {
      const changed = correctedPayees(payees, ['05', '12'], version);
      for (const { bankgiro = '' } of [changed['05'], changed['12']]) {
        expect(giroHolds({ bankgiro })).toBe(true);
        numbers.add(bankgiro);
      }
    }
    expect(numbers.size).toBe(22 + 2 * 99);
    expect(correctedPayees(payees, ['05'], 100)['05']).toEqual(
      correctedPayees(payees, ['05'], 1)['05'],
    );
  });

  it('have a bankgiro where they had a plusgiro', () => {
    const { bankgiro: _bankgiro, ...rest } = payees['05'];
    const withPlusgiro = { ...payees, '05': { ...rest, plusgiro: '902003-3' } };
    expect(correctedPayees(withPlusgiro, ['05'], 1)['05']).toEqual({
      ...rest,
      bankgiro: '990-5019',
    });
  });
});
