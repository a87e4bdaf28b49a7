import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../core/agreement/2021.ts';
import { lineRules2021 } from '../../../core/agreement/rulebook.ts';
import { parseMonth } from '../../../core/calendar/month.ts';
import type { LineKind } from '../../../core/line-kinds.ts';
import type { PaymentFacts } from '../../../core/rules/facts.ts';
import { accepted, euroRate, kronor, refusalOf, sekTable, table, texts } from '../amounts.ts';

const linesOf = (kind: LineKind, facts: PaymentFacts, month = '2022-02') => {
  const rule = lineRules2021.map((of) => of(agreement2021)).find((each) => each.kind === kind);
  if (!rule) throw new Error(`No rule for ${kind}.`);
  return rule.lines(facts, agreement2021, parseMonth(month));
};
const grants = sekTable({ '01': '1201', '09': '13' });

describe('The lines of a payment month', () => {
  it('hold the instalment of that month', () => {
    expect(texts(accepted(linesOf('instalment', { grants }, '2021-03')))).toEqual({
      '01': '101',
      '09': '1',
    });
    expect(texts(accepted(linesOf('instalment', { grants }, '2021-04')))).toEqual({
      '01': '100',
      '09': '2',
    });
  });

  it('hold no instalment in a month that has none', () => {
    expect(() => linesOf('instalment', { grants }, '2022-03')).toThrow(
      new RangeError('No instalment of the 2021 agreement is due in 2022-03.'),
    );
  });

  it('leave out a region whose amount is zero', () => {
    const rebateForecast = sekTable({ '01': '100', '09': '0' });
    expect(texts(accepted(linesOf('rebate-forecast', { rebateForecast })))).toEqual({
      '01': '-40',
    });
    const localDiscounts = table({ '01': ['0'], '09': ['7'] }, (sek) =>
      sek.map((one) => kronor(one)),
    );
    expect(texts(accepted(linesOf('local-discount', { localDiscounts })))).toEqual({ '09': '-7' });
  });

  it('share the IHSI difference when the rate is known', () => {
    const lines = linesOf('ihsi-difference', { grants, ihsiRate: euroRate('10.1342') });
    expect(texts(accepted(lines))).toEqual({ '01': '90109', '09': '975' });
    expect(
      accepted(linesOf('ihsi-difference', { grants, ihsiRate: 'not-requisitioned' })).size,
    ).toBe(0);
  });

  it('take what the signed settlement holds of their kind', () => {
    const settlement = new Map([
      ['corridor-benefits', sekTable({ '01': '-5', '09': '0' })],
    ] as const);
    expect(texts(accepted(linesOf('corridor-benefits', { settlement })))).toEqual({ '01': '-5' });
    expect(() => linesOf('rebate-settlement', { settlement })).toThrow(
      new RangeError("The settlement holds no 'rebate-settlement'."),
    );
  });

  it.each([
    ['instalment', ['grants']],
    ['rebate-forecast', ['rebateForecast']],
    ['ihsi-difference', ['ihsiRate', 'grants']],
    ['local-discount', ['localDiscounts']],
    ['rebate-settlement', ['settlement']],
    ['corridor-benefits', ['settlement']],
    ['corridor-hepatitis-c', ['settlement']],
  ] as const)('of kind %s wait for %s', (kind, needs) => {
    expect(refusalOf(linesOf(kind, {}))).toEqual({ missing: needs });
    const rule = lineRules2021.map((of) => of(agreement2021)).find((each) => each.kind === kind);
    expect(rule?.needs).toEqual(needs);
  });

  it('of rebates are due in no month under an agreement without rebate steps', () => {
    const rebate = { ...agreement2021.rebate, forecastMonth: null, settlementMonth: null };
    const netGrant = { ...agreement2021, rebate };
    for (const rule of lineRules2021.map((of) => of(netGrant))) {
      const isOfRebates = rule.kind.startsWith('rebate-');
      expect(rule.dueMonths(netGrant).length === 0, rule.kind).toBe(isOfRebates);
    }
  });
});
