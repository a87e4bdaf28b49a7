import { checkDigitHolds } from '../../core/inputs/check-digit.ts';
import type { EntryProblem } from '../shared/entry-errors.ts';

/** The entry when the last digit does not check the others. */
export const wrongDigit = (pointer: string, number: string): readonly EntryProblem[] =>
  checkDigitHolds(number)
    ? []
    : [
        {
          pointer,
          detail: {
            sv: `kontrollsiffran stämmer inte; angivet: ${number}`,
            en: `the check digit does not hold; given: ${number}`,
          },
        },
      ];
