import { describe, expect, it } from 'vitest';
import { cited } from '../../core/agreement/sources.ts';
import { type Explained, stated } from '../../core/explain.ts';
import { Fraction } from '../../core/money/fraction.ts';
import { Rate } from '../../core/money/rate.ts';
import { reckon } from '../../core/reckon.ts';
import { each, euroRate, kronor, people, sekTable, texts } from './amounts.ts';

const at = { source: 'agreement-2021', place: '3' } as const;
const why = { rule: 'test/rule', cites: [at] } as const;
const rule = reckon(why);
const half = stated.rate('half', cited(Rate.percent('50'), at));
const euro = stated.euro('euro', cited(Fraction.of(100n), at));

const shape = ({ working }: Explained<unknown>) => {
  if (working.node !== 'step') throw new Error('A step was expected.');
  return [working.operation, working.unit, working.exact.toString()];
};

describe('Each step of a rule', () => {
  const [three, five] = [kronor('3'), kronor('5')];
  it.each<[string, Explained<unknown>, string[], Explained<unknown>[]]>([
    ['adds kronor', rule.sum([three, five]), ['sum', 'sek', '8'], [three, five]],
    ['adds nothing to zero', rule.sum([]), ['sum', 'sek', '0'], []],
    ['adds two amounts', rule.plus(three, five), ['sum', 'sek', '8'], [three, five]],
    [
      'takes one from the other',
      rule.minus(three, five),
      ['difference', 'sek', '-2'],
      [three, five],
    ],
    ['takes a share', rule.times(half, three), ['product', 'sek', '3/2'], [half, three]],
    ['turns the sign', rule.negated(three), ['negated', 'sek', '-3'], [three]],
    ['takes the smaller', rule.smaller(three, five), ['smaller', 'sek', '3'], [three, five]],
    [
      'takes the smaller, given second',
      rule.smaller(five, three),
      ['smaller', 'sek', '3'],
      [five, three],
    ],
    ['takes the larger', rule.larger(three, five), ['larger', 'sek', '5'], [three, five]],
    [
      'takes the larger, given first',
      rule.larger(five, three),
      ['larger', 'sek', '5'],
      [five, three],
    ],
    ['makes whole', rule.whole(kronor('2.5', 'x')), ['whole', 'sek', '3'], [kronor('2.5', 'x')]],
  ])('%s', (_, made, expected, args) => {
    expect(shape(made)).toEqual(expected);
    if (made.working.node === 'step') {
      expect(made.working.why).toBe(why);
      expect(made.working.of).toEqual(args.map(({ working }) => working));
    }
  });

  it.each([
    ['over', 'ifOver', 'if-over', ['1', '2', '2']],
    ['at least', 'ifAtLeast', 'if-at-least', ['1', '1', '2']],
  ] as const)('decides whether an amount is %s a limit', (_, method, operation, outcomes) => {
    const [then, otherwise] = [kronor('1'), kronor('2')];
    const made = ['11', '10', '9'].map((amount) =>
      rule[method](kronor(amount), kronor('10'), then, otherwise),
    );
    expect(made.map(shape)).toEqual(outcomes.map((outcome) => [operation, 'sek', outcome]));
  });

  it('keeps amounts per inhabitant apart from totals', () => {
    expect(shape(rule.times(half, each('3')))).toEqual(['product', 'sek-per-inhabitant', '3/2']);
    expect(shape(rule.forInhabitants(each('3'), people(4n)))).toEqual(['product', 'sek', '12']);
    expect(shape(rule.perInhabitant(kronor('3'), people(4n)))).toEqual([
      'quotient',
      'sek-per-inhabitant',
      '3/4',
    ]);
    expect(shape(rule.people([people(3n), people(4n)]))).toEqual(['sum', 'inhabitants', '7']);
  });

  it('turns euros into kronor and parts into shares', () => {
    expect(shape(rule.inSek(euro, euroRate('10.5')))).toEqual(['product', 'sek', '1050']);
    expect(shape(rule.share(kronor('1'), kronor('3')))).toEqual(['quotient', 'share', '1/3']);
    expect(shape(rule.share(people(1n), people(4n)))).toEqual(['quotient', 'share', '1/4']);
  });
});

describe('Amounts made whole together', () => {
  it('are one allocation that every part points to', () => {
    const parts = rule.allocated(sekTable({ '01': '1/3', '09': '2/3' }));
    expect(texts(parts)).toEqual({ '01': '0', '09': '1' });
    const [stockholm, gotland] = [parts.get('01'), parts.get('09')].map((part) => part?.working);
    if (stockholm?.node !== 'step' || gotland?.node !== 'step') throw new Error('Two steps.');
    expect(stockholm).toMatchObject({ operation: 'part', key: '01' });
    expect(stockholm.of[0]).toBe(gotland.of[0]);
    expect(stockholm.of[0]).toMatchObject({ operation: 'allocation', keys: ['01', '09'] });
    expect(stockholm.of[0]?.exact.toString()).toBe('1');
  });

  it('are cut into instalments, each with its number', () => {
    const cut = rule.inInstalments(sekTable({ '01': '5', '09': '4' }), 2);
    expect(cut.get('01')?.map(({ value }) => value.toString())).toEqual(['3', '2']);
    const second = cut.get('09')?.[1]?.working;
    expect(second).toMatchObject({ operation: 'instalment', key: '09', instalment: 2 });
    expect(second?.node === 'step' ? second.of[0] : undefined).toMatchObject({
      operation: 'instalments',
      keys: ['01', '09'],
      count: 2,
      exact: Fraction.of(9n),
    });
  });
});
