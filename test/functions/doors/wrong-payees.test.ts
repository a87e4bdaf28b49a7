import { describe, expect, it } from 'vitest';
import type { InputContents, Payee } from '../../../core/inputs/contents.ts';
import { inputContents } from '../../../functions/contract/inputs.ts';
import { wrongPayees } from '../../../functions/doors/wrong-payees.ts';
import { parsedEntries } from '../../../functions/shared/entry-errors.ts';
import { refusalOf } from '../support/world.ts';
import { inputOf } from '../support/year.ts';

type Code = keyof InputContents['payees'];
const payees = inputOf('payees').content as InputContents['payees'];

/** The payees with other entries for one of them; what is undefined is left out. */
function withEntries(code: Code, entries: Readonly<Record<string, string | undefined>>) {
  const merged = Object.entries({ ...payees[code], ...entries });
  const payee = Object.fromEntries(merged.filter(([, value]) => value !== undefined));
  return { ...payees, [code]: payee as unknown as Payee };
}

const plusgiro = { bankgiro: undefined, plusgiro: '902003-3' };

describe('Payees', () => {
  it('may each be paid to a bankgiro or to a plusgiro', () => {
    const content = withEntries('09', plusgiro);
    expect(parsedEntries(inputContents.payees, content, '/content', 'sv')).toEqual(content);
    expect(wrongPayees(content)).toEqual([]);
  });

  it.each([
    ['both a bankgiro and a plusgiro', { plusgiro: '902003-3' }],
    ['neither', { bankgiro: undefined }],
  ])('are refused with %s, in the words of whoever reads it', async (_, entries) => {
    const parse = async (language: 'sv' | 'en') =>
      parsedEntries(inputContents.payees, withEntries('09', entries), '/content', language);
    expect((await refusalOf(parse('sv')))?.message).toMatch(
      /\/content\/09\/bankgiro: antingen ett bankgironummer eller ett plusgironummer; angivet: /,
    );
    expect((await refusalOf(parse('en')))?.message).toMatch(
      /\/content\/09\/bankgiro: either a bankgiro number or a plusgiro number; given: /,
    );
  });

  it.each([
    ['a bankgiro number of six digits', { bankgiro: '99-1000' }, 'bankgiro'],
    ['a plusgiro number without its hyphen', { ...plusgiro, plusgiro: '9020033' }, 'plusgiro'],
    ['a plusgiro number of nine digits', { ...plusgiro, plusgiro: '12345678-9' }, 'plusgiro'],
  ])('are refused with %s', async (_, entries, entry) => {
    const parse = async () =>
      parsedEntries(inputContents.payees, withEntries('09', entries), '/content', 'en');
    expect((await refusalOf(parse()))?.message).toMatch(`/content/09/${entry}: must have the form`);
  });

  it.each<[string, Code, Readonly<Record<string, string | undefined>>, string, string]>([
    [
      'a bankgiro number whose check digit does not hold',
      '09',
      { bankgiro: '990-9002' },
      '/09/bankgiro',
      'kontrollsiffran stämmer inte; angivet: 990-9002',
    ],
    [
      'a plusgiro number whose check digit does not hold',
      '09',
      { ...plusgiro, plusgiro: '902003-4' },
      '/09/plusgiro',
      'kontrollsiffran stämmer inte; angivet: 902003-4',
    ],
    [
      'an organisation number whose check digit does not hold',
      '09',
      { organisationNumber: '232100-0017' },
      '/09/organisationNumber',
      'kontrollsiffran stämmer inte; angivet: 232100-0017',
    ],
    [
      'the bankgiro of another payee',
      '09',
      { bankgiro: '990-1000' },
      '/09/bankgiro',
      '990-1000 är en annan mottagares konto',
    ],
    [
      'another region’s name',
      '09',
      { name: 'Region Skåne' },
      '/09/name',
      'ska vara Region Gotland',
    ],
    [
      'a name of SKR that a bank does not take',
      'SKR',
      { name: 'SKR – Sveriges Kommuner & Regioner' },
      '/SKR/name',
      "högst 70 tecken, bara bokstäver, siffror, mellanslag inuti och / - ? : ( ) . , ' +, som banken tar emot",
    ],
  ])('are refused with %s', (_, code, entries, pointer, sv) => {
    const wrong = wrongPayees(withEntries(code, entries));
    expect(wrong.map((each) => [each.pointer, each.detail.sv])).toEqual([[pointer, sv]]);
    expect(wrong[0]?.detail.en).not.toBe('');
  });

  it('are refused with another payee’s organisation number: told of one of them', () => {
    const { organisationNumber } = payees['01'];
    const both = withEntries('12', { organisationNumber });
    expect(wrongPayees(both).map((each) => [each.pointer, each.detail.sv])).toEqual([
      [
        '/01/organisationNumber',
        `${organisationNumber} är en annan mottagares organisationsnummer`,
      ],
    ]);
  });

  it('are refused when two share a plusgiro: told of one of them', () => {
    const both = { ...withEntries('12', plusgiro), '10': withEntries('10', plusgiro)['10'] };
    expect(wrongPayees(both).map(({ pointer }) => pointer)).toEqual(['/12/plusgiro']);
  });
});
