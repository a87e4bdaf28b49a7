import type { AgreementParameters, CorridorCost } from '../../agreement/parameters.ts';
import { type Explained, stated } from '../../explain.ts';
import type { LineKind } from '../../line-kinds.ts';
import type { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import type { ByRegion } from '../../regions.ts';
import { ok, type Result } from '../../result.ts';
import { riskCorridor } from '../corridor/risk-corridor.ts';
import {
  type FactName,
  known,
  type MissingFacts,
  type PaymentFacts,
  type Settlement,
} from '../facts.ts';
import { mayRebateSettlement } from '../rebate/may-rebate-settlement.ts';
import { keyFact, nationalKey } from './national-key.ts';

const outcomeFact = {
  benefits: 'benefitCost',
  'hepatitis-c': 'hepatitisCCost',
  'state-share-of-rebates': 'rebateFinal',
} as const satisfies Record<CorridorCost, FactName>;

/** The finals that State and SKR need before they can reconcile the year. */
export function reconciliationNeeds(agreement: AgreementParameters): readonly FactName[] {
  const rebates = agreement.rebate.settlementMonth
    ? (['rebateDeducted', 'rebateFinal'] as const)
    : [];
  const outcomes = agreement.corridors.flatMap(({ parts }) =>
    parts.map(({ cost }) => outcomeFact[cost]),
  );
  return [...new Set([...rebates, ...outcomes, keyFact[agreement.nationalKey.value]])];
}

/**
 * The year's settlement between State and regions, by line kind: final rebates against what was deducted, and each corridor. Every
 * region has an amount of every kind, zeros included; what both parties sign is this. Says which finals are missing.
 *
 * @sv      avstämning
 * @cites   agreement-2021, 5
 * @applies agreement years from 2021
 * @reading
 */
export function reconciliation(
  facts: PaymentFacts,
  agreement: AgreementParameters,
): Result<Settlement, MissingFacts> {
  const finals = known(facts, reconciliationNeeds(agreement));
  if (!finals.ok) return finals;
  const shares = nationalKey(facts, agreement);
  const { rebateDeducted, rebateFinal } = facts;
  const settlement = new Map<LineKind, ByRegion<Explained<Sek>>>();
  if (agreement.rebate.settlementMonth && rebateDeducted && rebateFinal) {
    settlement.set(
      'rebate-settlement',
      mayRebateSettlement(rebateDeducted, rebateFinal, agreement),
    );
  }
  const outcomes = outcomesOf(facts, agreement);
  for (const corridor of agreement.corridors) {
    settlement.set(corridor.kind, riskCorridor(corridor, outcomes, shares));
  }
  return ok(settlement);
}

/** What is known of the outcomes that corridors look at. */
function outcomesOf(
  { benefitCost, hepatitisCCost, rebateFinal }: PaymentFacts,
  { rebate: { stateShare }, reconciliation: { settlementMonth } }: AgreementParameters,
): ReadonlyMap<CorridorCost, Explained<Sek>> {
  const { sum, times } = reckon({
    rule: 'settlement/reconciliation',
    cites: settlementMonth.cites,
  });
  const outcomes = new Map<CorridorCost, Explained<Sek>>();
  if (benefitCost) outcomes.set('benefits', benefitCost);
  if (hepatitisCCost) outcomes.set('hepatitis-c', hepatitisCCost);
  if (rebateFinal) {
    const share = stated.rate('rebate.stateShare', stateShare);
    outcomes.set('state-share-of-rebates', times(share, sum([...rebateFinal.values()])));
  }
  return outcomes;
}
