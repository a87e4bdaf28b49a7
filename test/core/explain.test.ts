import { describe, expect, it } from 'vitest';
import { cited } from '../../core/agreement/sources.ts';
import { given, Inhabitants, stated, stored } from '../../core/explain.ts';
import { Fraction } from '../../core/money/fraction.ts';
import { Rate } from '../../core/money/rate.ts';
import { Sek } from '../../core/money/sek.ts';

const source = { stream: 'rebate-forecast', version: 2, hash: 'abc' };
const at = { source: 'agreement-2021', place: '3' } as const;
const five = Fraction.of(5n);

describe('A number that somebody supplied', () => {
  it.each([
    ['sek', given.sek(five, '01', source), Sek.of('5')],
    ['sek-per-inhabitant', given.perInhabitant(five, '01', source), Sek.perInhabitant('5')],
    ['inhabitants', given.inhabitants(5n, '01', source), new Inhabitants(5n)],
  ])('in %s says which row of which version of which input', (unit, explained, value) => {
    expect(explained.value).toEqual(value);
    expect(explained.working).toEqual({ node: 'input', exact: five, unit, row: '01', source });
  });

  it('may be kronor for a euro', () => {
    const { value, working } = given.sekPerEuro(Fraction.parse('10.1342'), 'rate', source);
    expect(value.fraction.toString()).toBe('50671/5000');
    expect(working).toMatchObject({ node: 'input', unit: 'sek-per-eur', row: 'rate' });
  });

  it('cannot be fewer inhabitants than none', () => {
    expect(() => given.inhabitants(-1n, '01', source)).toThrow(
      new RangeError('Inhabitants cannot be fewer than none (given -1).'),
    );
  });
});

describe('A number that the agreement states', () => {
  it.each([
    ['sek', stated.sek('a.b', cited(Sek.of('5'), at))],
    ['sek-per-inhabitant', stated.perInhabitant('a.b', cited(Sek.perInhabitant('5'), at))],
    ['share', stated.rate('a.b', cited(Rate.of('5'), at))],
    ['eur', stated.euro('a.b', cited(five, at))],
  ])('in %s says where it is written', (unit, { value, working }) => {
    expect(value.fraction.equals(five)).toBe(true);
    expect(working).toEqual({ node: 'parameter', exact: five, unit, name: 'a.b', cites: [at] });
  });
});

it('Kronor whose working the record holds are known by its hash', () => {
  expect(stored(five, 'abc')).toEqual({
    value: Sek.of('5'),
    working: { node: 'stored', exact: five, unit: 'sek', hash: 'abc' },
  });
});
