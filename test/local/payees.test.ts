import { describe, expect, it } from 'vitest';
import { regionCodes } from '../../core/regions.ts';
import { bundledPayees, checkedPayees, type Payee } from '../../local/payees.ts';

const { payees } = bundledPayees();

function withPayee(code: string, change: Partial<Payee>): { payees: Payee[] } {
  return {
    payees: payees.map((payee) => (payee.payee === code ? { ...payee, ...change } : payee)),
  };
}

describe('the bundled payees', () => {
  it('are the 21 regions and SKR, each with an account of its own', () => {
    expect(payees.map(({ payee }) => payee)).toEqual([...regionCodes, 'SKR']);
    expect(new Set(payees.map(({ bankgiro }) => bankgiro)).size).toBe(22);
  });

  it('say that every account is made up, and which organisation numbers are confirmed', () => {
    expect(payees.every(({ bankgiroMadeUp }) => bankgiroMadeUp)).toBe(true);
    expect(
      payees.filter((one) => one.organisationNumberConfirmed).map(({ payee }) => payee),
    ).toEqual(['14']);
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
      "Payee 01: given bankgiro '990-1001', allowed: NNN-NNNN or NNNN-NNNN with its check digit.",
    ],
    [
      'the bankgiro number has no hyphen',
      withPayee('01', { bankgiro: '9901000' }),
      "given bankgiro '9901000'",
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
