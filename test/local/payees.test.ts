import { describe, expect, it } from 'vitest';
import { giroOf, giroText } from '../../core/inputs/giro.ts';
import { regionCodes } from '../../core/regions.ts';
import { bundledPayees, checkedPayees, type Payee } from '../../local/payees.ts';

const { payees } = bundledPayees();

type Change = Partial<Record<'name' | 'organisationNumber' | 'bankgiro' | 'plusgiro', string>>;

/** The list with one payee changed; an account takes the place of the one before, unless both are given. */
function withPayee(code: string, change: Change): { payees: Payee[] } {
  return {
    payees: payees.map((payee) => {
      if (payee.payee !== code) return payee;
      const { bankgiro, plusgiro, ...rest } = payee;
      const account = (change.bankgiro ?? change.plusgiro) ? {} : giroOf(payee);
      return { ...rest, ...account, ...change } as Payee;
    }),
  };
}

describe('the bundled payees', () => {
  it('are the 21 regions and SKR, each with an account of its own', () => {
    expect(payees.map(({ payee }) => payee)).toEqual([...regionCodes, 'SKR']);
    expect(new Set(payees.map(giroText)).size).toBe(22);
  });

  it('say that every account is made up, and which organisation numbers are confirmed', () => {
    expect(payees.every(({ accountMadeUp }) => accountMadeUp)).toBe(true);
    expect(
      payees.filter((one) => one.organisationNumberConfirmed).map(({ payee }) => payee),
    ).toEqual(['14']);
  });
});

describe('a payee', () => {
  it('may have a plusgiro instead of a bankgiro', () => {
    const file = withPayee('09', { plusgiro: '902003-3' });
    expect(checkedPayees(file).find(({ payee }) => payee === '09')).toMatchObject({
      name: 'Region Gotland',
      plusgiro: '902003-3',
    });
  });
});

describe('payees are refused when', () => {
  it.each<[string, { payees: readonly Payee[] }, string]>([
    [
      'a region is missing',
      { payees: payees.filter(({ payee }) => payee !== '09') },
      'allowed: 01, 03, 04, 05, 06, 07, 08, 09',
    ],
    ['one comes twice', { payees: [...payees, ...payees.slice(0, 1)] }, 'each once'],
    [
      'the bankgiro number has the wrong check digit',
      withPayee('01', { bankgiro: '990-1001' }),
      "Payee 01: given account '990-1001', allowed: a bankgiro number NNN-NNNN or NNNN-NNNN, or a plusgiro number",
    ],
    [
      'the bankgiro number has no hyphen',
      withPayee('01', { bankgiro: '9901000' }),
      "given account '9901000'",
    ],
    [
      'the plusgiro number has the wrong check digit',
      withPayee('01', { plusgiro: '902003-4' }),
      "given account '902003-4'",
    ],
    [
      'one has both a bankgiro and a plusgiro',
      withPayee('01', { bankgiro: '990-1000', plusgiro: '902003-3' }),
      "given account '990-1000' and '902003-3'",
    ],
    [
      'the organisation number has the wrong check digit',
      withPayee('01', { organisationNumber: '232100-0017' }),
      "Payee 01: given organisation number '232100-0017', allowed: NNNNNN-NNNN with its check digit.",
    ],
    [
      'the name is another region',
      withPayee('01', { name: 'Region Uppsala' }),
      "Payee 01: given name 'Region Uppsala', allowed: 'Region Stockholm'.",
    ],
    [
      'two share an account',
      withPayee('01', { bankgiro: '999-0003' }),
      'given bankgiro 999-0003 twice',
    ],
  ])('%s', (_, file, message) => {
    expect(() => checkedPayees(file)).toThrow(RangeError);
    expect(() => checkedPayees(file)).toThrow(message);
  });
});
