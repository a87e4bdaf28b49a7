import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import { mapValues } from '../../../../core/map-values.ts';
import { interimInstalment } from '../../../../core/rules/instalment/interim-instalment.ts';
import { interimTrueUp } from '../../../../core/rules/instalment/interim-true-up.ts';
import { twelveInstalments } from '../../../../core/rules/instalment/twelve-instalments.ts';
import { cases } from '../../../helpers/cases.ts';
import { anyGrants, kronor, table, texts, total } from '../../amounts.ts';

describe('The true-up of interim instalments', () => {
  it('owes the instalments that fell due less what was paid meanwhile', () => {
    const due = table({ '01': ['100', '100', '101'], '09': ['50', '50', '50'] }, (sek) =>
      sek.map((s) => kronor(s)),
    );
    const paid = table({ '01': ['90', '95', '90'], '09': ['55', '60', '55'] }, (sek) =>
      sek.map((s) => kronor(s)),
    );
    expect(texts(interimTrueUp(due, paid))).toEqual({ '01': '26', '09': '-20' });
  });

  it('owes everything to a region that was paid nothing', () => {
    const due = table({ '09': ['50', '51'] }, (sek) => sek.map((s) => kronor(s)));
    expect(texts(interimTrueUp(due, new Map([['09', []]])))).toEqual({ '09': '101' });
  });

  it('refuses a region whose interim payments are not given', () => {
    expect(() => interimTrueUp(new Map([['09', []]]), new Map())).toThrow(
      new RangeError('Region 09 is missing from the table.'),
    );
  });

  it('leaves every region with exactly its instalments, whatever was paid in the interim', () => {
    fc.assert(
      fc.property(
        anyGrants,
        anyGrants,
        fc.bigInt(0n, 3_000_000_000n),
        (grants, before, monthly) => {
          const due = mapValues(twelveInstalments(grants, agreement2021), (all) => all.slice(0, 3));
          const month = interimInstalment(kronor(`${monthly}`), before);
          const paid = mapValues(month, (amount) => [amount, amount, amount]);
          const owed = total(interimTrueUp(due, paid)).kronor();
          const dueKronor = [...due.values()]
            .flat()
            .reduce((sum, { value }) => sum + value.kronor(), 0n);
          return owed + 3n * monthly === dueKronor;
        },
      ),
      cases(100),
    );
  });
});
