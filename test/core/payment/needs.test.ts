import { describe, expect, it } from 'vitest';
import { inputKinds } from '../../../core/inputs/kinds.ts';
import { mayGoWithout, type NeedName, need, needFor } from '../../../core/payment/needs.ts';

describe('A need', () => {
  it.each<[NeedName, string]>([
    ['rebate-forecast', 'TLV'],
    ['outcomes', 'Socialstyrelsen'],
    ['rate', 'Riksbanken'],
    ['population', 'SCB'],
    ['payees', 'Kammarkollegiet'],
    ['authorisation', 'Regeringen'],
    ['grants', 'Kammarkollegiet'],
    ['settlement', 'Staten och SKR'],
    ['room-in-appropriation', 'Regeringen'],
    ['single-decision', 'Regeringen'],
    ['earlier-payout', 'Kammarkollegiet'],
    ['year-ended', 'Regeringen'],
  ])('says from whom it comes: %s from %s', (name, from) => {
    expect(need(name, 2021, [], 'why').from).toBe(from);
  });

  it('names each line that it holds once, in order', () => {
    expect(need('grants', 2021, ['b', 'a', 'b'], 'not decided')).toEqual({
      need: 'grants',
      year: 2021,
      from: 'Kammarkollegiet',
      holds: ['a', 'b'],
      because: 'not decided',
    });
  });

  it.each([
    ['grants', 'grants'],
    ['rebateForecast', 'rebate-forecast'],
    ['rebateFinal', 'rebate-final'],
    ['benefitCost', 'outcomes'],
    ['hepatitisCCost', 'outcomes'],
    ['ihsiRate', 'ihsi-payment'],
    ['localDiscounts', 'local-discounts'],
    ['settlement', 'settlement'],
    ['modelCosts', 'price-tags'],
    ['inhabitants', 'population'],
  ] as const)('for the fact %s is %s', (fact, name) => {
    expect(needFor(fact)).toBe(name);
  });
});

it('A month may go without a forecast, a report, the settlement or a decision, and without nothing else', () => {
  const every = [
    ...Object.keys(inputKinds),
    'grants',
    'settlement',
    'room-in-appropriation',
    'single-decision',
    'earlier-payout',
  ];
  expect(every.filter(mayGoWithout)).toEqual([
    'rebate-forecast',
    'local-discounts',
    'authorisation',
    'settlement',
  ]);
});
