import { checkDigitHolds } from './check-digit.ts';

/**
 * An account by bankgiro or by plusgiro, as its number is printed: with the hyphen.
 *
 * @sv bankgiro, plusgiro
 */
export type Giro =
  | { readonly bankgiro: string; readonly plusgiro?: never }
  | { readonly plusgiro: string; readonly bankgiro?: never };

/** What a giro number may look like, for those who refuse another. */
export const GIROS_ALLOWED =
  'a bankgiro number NNN-NNNN or NNNN-NNNN, or a plusgiro number of 2 to 8 digits with a hyphen before the last, with its check digit';

const forms = { bankgiro: /^[0-9]{3,4}-[0-9]{4}$/, plusgiro: /^[0-9]{1,7}-[0-9]$/ } as const;

/** Whether the number has the form of its kind and its check digit holds. That it holds does not say whose it is. */
export const giroHolds = ({ bankgiro, plusgiro }: Giro): boolean =>
  bankgiro !== undefined
    ? forms.bankgiro.test(bankgiro) && checkDigitHolds(bankgiro)
    : forms.plusgiro.test(plusgiro) && checkDigitHolds(plusgiro);

/** The account alone, of something that has more to it. */
export const giroOf = ({ bankgiro, plusgiro }: Giro): Giro =>
  bankgiro !== undefined ? { bankgiro } : { plusgiro };

/** `bankgiro 990-1000`: as people read it. */
export const giroText = ({ bankgiro, plusgiro }: Giro): string =>
  bankgiro !== undefined ? `bankgiro ${bankgiro}` : `plusgiro ${plusgiro}`;
