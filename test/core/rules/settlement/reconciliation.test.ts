import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import type { AgreementParameters } from '../../../../core/agreement/parameters.ts';
import { cited } from '../../../../core/agreement/sources.ts';
import { Rate } from '../../../../core/money/rate.ts';
import type { PaymentFacts } from '../../../../core/rules/facts.ts';
import {
  reconciliation,
  reconciliationNeeds,
} from '../../../../core/rules/settlement/reconciliation.ts';
import { accepted, millions, refusalOf, sekTable, texts } from '../../amounts.ts';

const finals: PaymentFacts = {
  grants: sekTable({ '01': '300', '09': '100' }),
  rebateDeducted: sekTable({ '01': '1000', '09': '1000' }),
  rebateFinal: sekTable({ '01': '1100', '09': '1000' }),
  benefitCost: millions('33000'),
  hepatitisCCost: millions('600'),
};

describe('The reconciliation', () => {
  it('settles final rebates and both corridors, zeros included', () => {
    const settlement = accepted(reconciliation(finals, agreement2021));
    const lines = [...settlement].map(([kind, amounts]) => [kind, texts(amounts)]);
    expect(Object.fromEntries(lines)).toEqual({
      'rebate-settlement': { '01': '-40', '09': '0' },
      'corridor-benefits': { '01': '246750000', '09': '82250000' },
      'corridor-hepatitis-c': { '01': '0', '09': '0' },
    });
  });

  it('waits for the finals of both parties and for the decided grants', () => {
    const needs = ['rebateDeducted', 'rebateFinal', 'benefitCost', 'hepatitisCCost', 'grants'];
    expect(reconciliationNeeds(agreement2021)).toEqual(needs);
    expect(refusalOf(reconciliation({}, agreement2021))).toEqual({ missing: needs });
  });

  it.each(['rebateDeducted', 'rebateFinal', 'benefitCost', 'hepatitisCCost', 'grants'] as const)(
    'is not made without %s',
    (name) => {
      const { [name]: _, ...others } = finals;
      expect(refusalOf(reconciliation(others, agreement2021))).toEqual({ missing: [name] });
    },
  );

  it('has no rebate step under a net grant, and takes the State’s share into a corridor on the net', () => {
    const at = { source: 'agreement-2026', place: 'test' } as const;
    const [benefits] = agreement2021.corridors;
    const net: AgreementParameters = {
      ...agreement2021,
      rebate: { ...agreement2021.rebate, forecastMonth: null, settlementMonth: null },
      corridors: [
        {
          ...benefits,
          kind: 'corridor-net',
          limitsOn: 'share-of-cost',
          parts: [
            ...benefits.parts,
            { cost: 'state-share-of-rebates', share: cited(Rate.percent('-100'), at) },
          ],
        },
      ],
    };
    const { rebateDeducted: _, hepatitisCCost: __, ...known } = finals;
    expect(reconciliationNeeds(net)).toEqual(['benefitCost', 'rebateFinal', 'grants']);
    // 33 000 000 000 − 0.4 × 2 100 = 32 999 999 160; half of 657 999 160 above the limit.
    const settlement = accepted(reconciliation(known, net));
    expect([...settlement.keys()]).toEqual(['corridor-net']);
    expect(texts(settlement.get('corridor-net') ?? new Map())).toEqual({
      '01': '246749685',
      '09': '82249895',
    });
  });

  it('asks for no rebates where neither a rebate step nor a corridor needs them', () => {
    const { rebateDeducted: _, rebateFinal: __, ...known } = finals;
    const rebate = { ...agreement2021.rebate, settlementMonth: null };
    const settlement = accepted(reconciliation(known, { ...agreement2021, rebate }));
    expect([...settlement.keys()]).toEqual(['corridor-benefits', 'corridor-hepatitis-c']);
  });

  it('asks for no cost that no corridor looks at', () => {
    const [benefits, hepatitisC] = agreement2021.corridors;
    const { hepatitisCCost: _, ...withoutHepatitisC } = finals;
    const { benefitCost: __, ...withoutBenefits } = finals;
    for (const [corridor, known] of [
      [benefits, withoutHepatitisC],
      [hepatitisC, withoutBenefits],
    ] as const) {
      const settlement = accepted(
        reconciliation(known, { ...agreement2021, corridors: [corridor] }),
      );
      expect([...settlement.keys()]).toEqual(['rebate-settlement', corridor.kind]);
    }
  });
});
