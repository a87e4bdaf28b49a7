import { describe, expect, it } from 'vitest';
import { parseInputs } from '../../local/inputs/read-inputs.ts';
import { registrations } from '../../local/inputs/registrations.ts';
import { lastMonth } from '../../local/run-year.ts';
import { type InputEdits, inputTexts, replaced } from '../fixtures/inputs-directory.ts';

const lastOf = (edits: InputEdits = {}) => {
  const inputs = parseInputs('the test', inputTexts(edits));
  return lastMonth(inputs, registrations(inputs));
};

describe('The year is run', () => {
  it('until the month of the settlement', () => {
    expect(lastOf()).toBe('2022-05');
  });

  it('until the last month for which a decision lets anything be paid', () => {
    const later = replaced('interim,2022,2022-05,2022-05', 'interim,2022,2022-05,2022-07');
    expect(lastOf({ 'authorisations.csv': later })).toBe('2022-07');
  });

  it('until what waited for the last input can be paid: on the bank day after it has arrived', () => {
    const reported = (day: string): InputEdits => ({
      'local-discounts.csv': replaced('2022-01-20', day),
    });
    expect(lastOf(reported('2022-06-29'))).toBe('2022-06');
    expect(lastOf(reported('2022-06-30'))).toBe('2022-07');
  });
});
