import { checkDigitHolds } from './check-digit.ts';

/** What an organisation number may look like, for those who refuse another. */
export const ORGANISATION_NUMBERS_ALLOWED = 'NNNNNN-NNNN with its check digit';

/** Whether it has ten digits, a hyphen before the last four, and its check digit holds. That it holds does not say whose it is. */
export const organisationNumberHolds = (number: string): boolean =>
  /^[0-9]{6}-[0-9]{4}$/.test(number) && checkDigitHolds(number);
