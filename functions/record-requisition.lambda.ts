import { Sek } from '../core/money/sek.ts';
import { type CaseId, casePart, caseYear } from '../core/record/case-id.ts';
import { termsOf } from '../core/rules/requisition-terms.ts';
import { CaseStep } from './contract/steps.ts';
import { command, readCase } from './shared/cases.ts';
import { readProposal } from './shared/documents.ts';
import { Inputs } from './shared/inputs.ts';
import { type Ports, ports } from './shared/ports.ts';
import { step } from './shared/step.ts';

/** State "Record the requisition": what was paid; for IHSI also at which rate, and what differs from the preliminary amount. */
export async function run({ case: id, now }: CaseStep, ports: Ports) {
  const { records } = ports;
  const { state } = await readCase(records, id);
  if (!state.released) throw new RangeError(`${id}: nothing has been released.`);
  const { totalSek, payDay } = await readProposal(records, id, 'payment', state.released.proposal);
  const euro = casePart(id) === 'ihsi' ? await euroFacts(id, totalSek, payDay, ports) : {};
  await command(records, id, { kind: 'record', at: now, paidSek: totalSek, ...euro });
  return { case: id, watch: {} };
}

async function euroFacts(id: CaseId, paidSek: string, payDay: string, ports: Ports) {
  const year = caseYear(id);
  const { records, rulebooks } = ports;
  const rate = await new Inputs(records).use('rate', year, payDay);
  const terms = termsOf(rulebooks.of(year).agreement, 'ihsi');
  if (!rate || !terms) throw new RangeError(`${id} was paid on ${payDay} without a rate or terms.`);
  const difference = terms.amount.preliminary.value.minus(Sek.of(paidSek));
  return { rate: rate.content.sekPerEuro, differenceSek: difference.toString() };
}

export const handler = step(CaseStep, run, ports);
