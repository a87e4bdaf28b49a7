import { describe, expect, it } from 'vitest';
import {
  ORGANISATION_NUMBERS_ALLOWED,
  organisationNumberHolds,
} from '../../../core/inputs/organisation-number.ts';

describe('An organisation number', () => {
  it.each([
    ['202100-0829', true, 'Kammarkollegiet’s'],
    ['232100-0016', true, 'Region Stockholm’s'],
    ['232100-0017', false, 'another last digit'],
    ['2321000016', false, 'no hyphen'],
    ['232100-00161', false, 'a digit too many'],
    ['16232100-0016', false, 'with a century'],
    ['000000-0000', false, 'zeros where the number is still to be filled in'],
    ['XXXXXX-XXXX', false, 'letters that stand for digits'],
    ['', false, 'nothing'],
  ])('%s holds: %s (%s)', (number, holds) => {
    expect(organisationNumberHolds(number)).toBe(holds);
  });

  it('is described', () => {
    expect(ORGANISATION_NUMBERS_ALLOWED).toBe('NNNNNN-NNNN with its check digit');
  });
});
