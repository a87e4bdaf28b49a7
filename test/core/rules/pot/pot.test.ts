import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import type { AgreementParameters } from '../../../../core/agreement/parameters.ts';
import { cited } from '../../../../core/agreement/sources.ts';
import { Sek } from '../../../../core/money/sek.ts';
import { pot } from '../../../../core/rules/pot/pot.ts';
import { accepted, refusalOf } from '../../amounts.ts';

const at = { source: 'agreement-2021', place: 'test' } as const;
const withPot = (change: Partial<AgreementParameters['pot']>): AgreementParameters => ({
  ...agreement2021,
  pot: { ...agreement2021.pot, ...change },
});

describe('The pot', () => {
  it('is 33 432 900 840 kr in 2021: 33 444 000 000 less 7 000 000 for SOL and 4 099 160 for IHSI', () => {
    expect(accepted(pot(agreement2021)).value.toString()).toBe('33432900840');
  });

  it('shows the total and what was set aside in its working', () => {
    const { working } = accepted(pot(agreement2021));
    if (working.node !== 'step') throw new Error('The pot is worked out.');
    expect(working.operation).toBe('difference');
    expect(working.of.map(({ exact }) => exact.toString())).toEqual(['33444000000', '11099160']);
    expect(working.why).toEqual({ rule: 'pot/pot', cites: agreement2021.pot.printed.cites });
  });

  it.each(['33432900839', '33432900841'])(
    'refuses a printed pot of %s, one krona beside',
    (printed) => {
      expect(refusalOf(pot(withPot({ printed: cited(Sek.of(printed), at) })))).toEqual({
        kind: 'pot-does-not-add-up',
        which: 'pot',
        printed: Sek.of(printed),
        added: Sek.of('33432900840'),
        cites: [at],
      });
    },
  );

  it('takes a printed pot that is more than its parts when the difference is stated as unexplained', () => {
    const printed = cited(Sek.of('33433200840'), at);
    const unexplained = cited(Sek.of('300000'), at);
    expect(accepted(pot(withPot({ printed, unexplained }))).value.toString()).toBe('33433200840');
    expect(refusalOf(pot(withPot({ unexplained }))).which).toBe('pot');
  });

  it('refuses grant parts that do not give the printed total', () => {
    const grant = { ...agreement2021.grant, total: cited(Sek.millions('33445'), at) };
    expect(refusalOf(pot({ ...agreement2021, grant }))).toMatchObject({
      which: 'grant',
      printed: Sek.millions('33445'),
      added: Sek.millions('33444'),
    });
  });
});
