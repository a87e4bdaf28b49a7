import type { InputContents } from '../core/inputs/contents.ts';
import { type InputEvent, inputVersions } from '../core/inputs/input-stream.ts';
import type { PaymentProposal } from '../core/payment/proposal.ts';
import { rateOf, recordedOf } from '../core/payment/recorded.ts';
import { caseYear, inputStream } from '../core/record/case-id.ts';
import { CaseStep } from './contract/steps.ts';
import { command, readCase } from './shared/cases.ts';
import { readProposal } from './shared/documents.ts';
import { type Ports, ports } from './shared/ports.ts';
import { step } from './shared/step.ts';

/** State "Record the requisition": what was paid; for IHSI also at which rate, and what differs from the preliminary amount. */
export async function run({ case: id, now }: CaseStep, { records, rulebooks }: Ports) {
  const { state } = await readCase(records, id);
  if (!state.released) throw new RangeError(`${id}: nothing has been released.`);
  const proposal = await readProposal(records, id, 'payment', state.released.proposal);
  await command(
    records,
    id,
    recordedOf(rulebooks, proposal, now, await ratePaid(records, proposal)),
  );
  return { case: id, watch: {} };
}

async function ratePaid(records: Ports['records'], proposal: PaymentProposal) {
  const used = rateOf(proposal);
  if (!used) return undefined;
  const events = await records.read<InputEvent>(inputStream(caseYear(proposal.case), 'rate'));
  const found = inputVersions('rate', events).find(({ version }) => version === used.version);
  return found?.content as InputContents['rate'] | undefined;
}

export const handler = step(CaseStep, run, ports);
