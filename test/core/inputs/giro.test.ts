import { describe, expect, it } from 'vitest';
import { type Giro, giroHolds, giroOf, giroText } from '../../../core/inputs/giro.ts';

describe('A giro number', () => {
  it.each<[string, Giro, boolean]>([
    ['a bankgiro of eight digits', { bankgiro: '5052-5060' }, false],
    ['a bankgiro of seven digits', { bankgiro: '990-1000' }, true],
    ['a bankgiro with a wrong check digit', { bankgiro: '990-1001' }, false],
    ['a bankgiro without its hyphen', { bankgiro: '9901000' }, false],
    ['a plusgiro', { plusgiro: '902003-3' }, true],
    ['a plusgiro with a wrong check digit', { plusgiro: '902003-4' }, false],
    ['a plusgiro without its hyphen', { plusgiro: '9020033' }, false],
    ['a plusgiro of too many digits', { plusgiro: '12345678-2' }, false],
  ])('%s', (_, giro, holds) => {
    expect(giroHolds(giro)).toBe(holds);
  });

  it('is what is left of a payee when everything else is', () => {
    expect(giroOf({ name: 'Region Gotland', bankgiro: '990-9003' } as Giro)).toEqual({
      bankgiro: '990-9003',
    });
    expect(giroOf({ name: 'SKR', plusgiro: '902003-3' } as Giro)).toEqual({ plusgiro: '902003-3' });
  });

  it('is read with its kind', () => {
    expect(giroText({ bankgiro: '990-1000' })).toBe('bankgiro 990-1000');
    expect(giroText({ plusgiro: '902003-3' })).toBe('plusgiro 902003-3');
  });
});
