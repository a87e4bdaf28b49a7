import { allocationFacts } from '../../core/inputs/facts.ts';
import { need } from '../../core/payment/needs.ts';
import { caseYear } from '../../core/record/case-id.ts';
import { WorkingNodes } from '../../core/record/working-nodes.ts';
import { sha256 } from '../adapters/sha256.ts';
import { INPUT_REJECTED } from '../contract/errors.ts';
import type { CaseStep } from '../contract/steps.ts';
import { readCase } from './cases.ts';
import { namedError } from './errors.ts';
import { Inputs } from './inputs.ts';
import type { Ports } from './ports.ts';
import { agreementsUsed, propose, proposedBefore } from './propose.ts';
import { waitFor, withoutPayment } from './wait-for.ts';

/** State "Compute the allocation": proposes every region's grant of the year, or says which input is missing. */
export async function computeAllocation({ case: id, now }: CaseStep, ports: Ports) {
  const { records, rulebooks } = ports;
  const { state } = await readCase(records, id);
  const before = proposedBefore(id, state);
  if (before) return before;
  if (state.closeRequested) return withoutPayment(id);
  const year = caseYear(id);
  const rulebook = rulebooks.of(year);
  const inputs = new Inputs(records);
  const [population, priceTags, solidarityCosts, secondLevel] = await Promise.all([
    inputs.use('population', year),
    inputs.use('price-tags', year),
    inputs.use('solidarity-costs', year),
    inputs.use('second-level', year),
  ]);
  if (!population || !priceTags || !solidarityCosts || !secondLevel) {
    const missing = Object.entries({
      population,
      'price-tags': priceTags,
      'solidarity-costs': solidarityCosts,
      'second-level': secondLevel,
    }).flatMap(([name, input]) => (input ? [] : [name as 'population']));
    const needs = missing.map((name) => need(name, year, ['grants'], `no ${name} of ${year}`));
    return waitFor(records, id, now, needs, inputs.watch());
  }
  const grants = rulebook.allocate(
    allocationFacts({
      population,
      'price-tags': priceTags,
      'solidarity-costs': solidarityCosts,
      'second-level': secondLevel,
    }),
  );
  if (!grants.ok)
    throw namedError(INPUT_REJECTED, `${id}: no grants, because ${grants.refusal.kind}.`);
  const working = new WorkingNodes(sha256);
  const draft = {
    kind: 'allocation' as const,
    agreements: agreementsUsed(rulebooks, [year]),
    restsOn: inputs.restsOn(),
    potSek: rulebook.agreement.pot.printed.value.toString(),
    grants: [...grants.value].map(([region, grant]) => ({
      region,
      sek: grant.value.kronor().toString(),
      working: working.add(grant.working),
    })),
  };
  return propose(ports, id, now, state, draft, working, inputs.watch());
}
