import { describe, expect, it } from 'vitest';
import { clearingOf } from '../../../core/bank/clearing.ts';
import type { Giro } from '../../../core/inputs/giro.ts';

describe('A giro account in a message', () => {
  it.each<[string, Giro, object]>([
    [
      'of bankgiro is member 9900 and a number of the kind BGNR',
      { bankgiro: '990-1000' },
      { member: '9900', scheme: { Prtry: 'BGNR' }, digits: '9901000' },
    ],
    [
      'of bankgiro may have eight digits',
      { bankgiro: '5050-1055' },
      { member: '9900', scheme: { Prtry: 'BGNR' }, digits: '50501055' },
    ],
    [
      'of plusgiro is member 9960 and a number of the kind BBAN',
      { plusgiro: '902003-3' },
      { member: '9960', scheme: { Cd: 'BBAN' }, digits: '9020033' },
    ],
  ])('%s', (_, account, clearing) => {
    expect(clearingOf(account)).toEqual(clearing);
  });
});
