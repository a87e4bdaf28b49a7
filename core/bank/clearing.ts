import type { Giro } from '../inputs/giro.ts';

/** How a message names a Swedish giro account. */
export interface Clearing {
  /** The number of the giro among the members of the Swedish banks' clearing (SESBA): what tells the two apart. */
  readonly member: '9900' | '9960';
  /** What kind of number it is: a code of ISO 20022, or a proprietary one where it has none. */
  readonly scheme: { readonly Prtry: 'BGNR' } | { readonly Cd: 'BBAN' };
  /** The account without its hyphen. */
  readonly digits: string;
}

/**
 * Bankgiro is member 9900 and a proprietary number (BGNR); plusgiro is member 9960 and a domestic account number (BBAN). So the
 * guides of Swedish banks have it; the schemas know neither.
 */
export function clearingOf({ bankgiro, plusgiro }: Giro): Clearing {
  return bankgiro !== undefined
    ? { member: '9900', scheme: { Prtry: 'BGNR' }, digits: bankgiro.replace('-', '') }
    : { member: '9960', scheme: { Cd: 'BBAN' }, digits: plusgiro.replace('-', '') };
}
