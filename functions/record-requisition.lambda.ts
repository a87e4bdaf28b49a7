import { Sek } from '../core/money/sek.ts';
import type { PaymentProposal } from '../core/payment/proposal.ts';
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
  const proposal = await readProposal(records, id, 'payment', state.released.proposal);
  const { totalSek } = proposal;
  const euro = casePart(id) === 'ihsi' ? await euroFacts(id, proposal, ports) : {};
  await command(records, id, { kind: 'record', at: now, paidSek: totalSek, ...euro });
  return { case: id, watch: {} };
}

async function euroFacts(id: CaseId, proposal: PaymentProposal, { records, rulebooks }: Ports) {
  const year = caseYear(id);
  const rate = await new Inputs(records).paidBy('rate', year, proposal);
  const terms = termsOf(rulebooks.of(year).agreement, 'ihsi');
  if (!terms) throw new RangeError(`${id} was paid, and the agreement of ${year} knows no IHSI.`);
  const difference = terms.amount.preliminary.value.minus(Sek.of(proposal.totalSek));
  return { rate: rate.content.sekPerEuro, differenceSek: difference.toString() };
}

export const handler = step(CaseStep, run, ports);
