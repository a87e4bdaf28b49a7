import { describe, expect, it } from 'vitest';
import { faultText, faultUnless } from '../../../core/bank/fault.ts';

describe('A fault', () => {
  it('is none when the rule holds, and one with its place when it does not', () => {
    expect(faultUnless(true, 'debtor/bic', 'X', 'a BIC')).toEqual([]);
    expect(faultUnless(false, 'debtor/bic', 'X', 'a BIC')).toEqual([
      { place: 'debtor/bic', given: 'X', allowed: 'a BIC' },
    ]);
  });

  it('is told with what was given, so that blanks and line breaks are seen', () => {
    expect(faultText({ place: '05/name', given: ' A\n', allowed: 'a name' })).toBe(
      '05/name is " A\\n"; allowed is a name',
    );
  });
});
