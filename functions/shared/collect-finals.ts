import { caseYear } from '../../core/record/case-id.ts';
import type { FactName } from '../../core/rules/facts.ts';
import type { CaseStep } from '../contract/steps.ts';
import { readCase } from './cases.ts';
import { Inputs } from './inputs.ts';
import { paymentFacts } from './payment-facts.ts';
import type { Ports } from './ports.ts';
import { withoutPayment } from './wait-for.ts';
import { waitForFinals } from './wait-for-finals.ts';

/** State "Collect the finals": whether everything that State and SKR reconcile has arrived, or what is missing. */
export async function collectFinals({ case: id, now }: CaseStep, ports: Ports) {
  const { records, rulebooks } = ports;
  const { state } = await readCase(records, id);
  if (state.closeRequested) return withoutPayment(id);
  const year = caseYear(id);
  const { reconciliationNeeds } = rulebooks.of(year);
  const inputs = new Inputs(records);
  // The report of local discounts is listed with the rest, so the parties wait for it too.
  const names: readonly FactName[] = [...reconciliationNeeds, 'localDiscounts'];
  const facts = await paymentFacts(ports, inputs, year, new Set(names));
  const missing = names.filter((name) => facts[name] === undefined);
  if (missing.length === 0) return { case: id, outcome: 'complete', watch: {} };
  return waitForFinals(records, id, now, missing, inputs);
}
