import { type NeedName, need, needFor } from '../../core/payment/needs.ts';
import { caseYear } from '../../core/record/case-id.ts';
import type { FactName } from '../../core/rules/facts.ts';
import type { CaseStep } from '../contract/steps.ts';
import { readCase } from './cases.ts';
import { Inputs } from './inputs.ts';
import { paymentFacts } from './payment-facts.ts';
import type { Ports } from './ports.ts';
import { waitFor, withoutPayment } from './wait-for.ts';

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
  const facts = await paymentFacts(records, inputs, year, new Set(names));
  const missing = new Set<NeedName>(names.filter((name) => facts[name] === undefined).map(needFor));
  if (missing.size === 0) return { case: id, outcome: 'complete', watch: {} };
  const needs = [...missing].map((name) =>
    need(name, year, ['settlement'], `no ${name} of ${year} is known`),
  );
  return waitFor(records, id, now, needs, inputs.watch());
}
