import { caseYear } from '../../core/record/case-id.ts';
import { WorkingNodes } from '../../core/record/working-nodes.ts';
import type { FactName } from '../../core/rules/facts.ts';
import { sha256 } from '../adapters/sha256.ts';
import type { CaseStep } from '../contract/steps.ts';
import { readCase } from './cases.ts';
import { Inputs } from './inputs.ts';
import { paymentFacts } from './payment-facts.ts';
import type { Ports } from './ports.ts';
import { agreementsUsed, propose, proposedBefore } from './propose.ts';
import { waitForFinals } from './wait-for-finals.ts';

/**
 * State "Compute the settlement": what State and SKR sign, every region's amount of every kind, zeros included. Waits while a payout is
 * under way that may deduct what it settles against.
 */
export async function computeSettlement({ case: id, now }: CaseStep, ports: Ports) {
  const { records, rulebooks } = ports;
  const { state } = await readCase(records, id);
  const before = proposedBefore(id, state);
  if (before) return before;
  const year = caseYear(id);
  const { reconciliationNeeds, reconcile } = rulebooks.of(year);
  const inputs = new Inputs(records);
  const names = new Set<FactName>([...reconciliationNeeds, 'localDiscounts']);
  const facts = await paymentFacts(ports, inputs, year, names);
  const settlement = reconcile(facts);
  // A payout may have begun to deduct the forecast since the finals were collected.
  if (!settlement.ok) return waitForFinals(records, id, now, settlement.refusal.missing, inputs);
  const working = new WorkingNodes(sha256);
  const draft = {
    kind: 'settlement' as const,
    agreements: agreementsUsed(rulebooks, [year]),
    restsOn: inputs.restsOn(),
    lines: [...settlement.value].flatMap(([kind, lines]) =>
      [...lines].map(([region, amount]) => ({
        region,
        kind,
        sek: amount.value.kronor().toString(),
        working: working.add(amount.working),
      })),
    ),
    localDiscounts: [...(facts.localDiscounts ?? [])].flatMap(([region, discounts]) =>
      discounts.map(({ value }) => ({ region, sek: value.kronor().toString() })),
    ),
  };
  return propose(ports, id, now, state, draft, working, inputs.watch());
}
