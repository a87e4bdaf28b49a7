import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementYears, rulebookOf } from '../../../core/agreement/rulebook.ts';
import { accepted, anyAllocation, refusalOf, sekTable, total } from '../amounts.ts';

describe('The rulebook', () => {
  it('is there for 2021, with its lines in the agreement’s own order and the months they are due', () => {
    const { agreement, lines } = rulebookOf(2021);
    const due = lines.map(({ kind, dueMonths }) => [kind, dueMonths(agreement)]);
    expect(due[0]).toEqual(['instalment', expect.arrayContaining(['2021-03', '2022-02'])]);
    expect(due.slice(1)).toEqual([
      ['rebate-forecast', ['2022-02']],
      ['ihsi-difference', ['2022-02']],
      ['local-discount', ['2022-03']],
      ['rebate-settlement', ['2022-05']],
      ['corridor-benefits', ['2022-05']],
      ['corridor-hepatitis-c', ['2022-05']],
    ]);
  });

  it('of a year without a module is an error that names the years there are, never the latest instead', () => {
    expect(agreementYears).toEqual([2021]);
    for (const year of [2020, 2022, 2026]) {
      expect(() => rulebookOf(year)).toThrow(
        new RangeError(`There is no agreement module for ${year}. There is one for: 2021.`),
      );
    }
  });

  it('works out the grants by its own agreement', () => {
    const { allocate, agreement } = rulebookOf(2021);
    for (const country of fc.sample(anyAllocation, 5)) {
      expect(total(accepted(allocate(country)))).toEqual(agreement.pot.printed.value);
    }
  });

  it('reconciles by its own agreement, and says what it waits for', () => {
    const { reconcile, reconciliationNeeds } = rulebookOf(2021);
    expect(refusalOf(reconcile({ grants: sekTable({ '01': '1' }) })).missing).toEqual(
      reconciliationNeeds.filter((fact) => fact !== 'grants'),
    );
  });
});
