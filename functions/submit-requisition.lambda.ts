import { agreementYears } from '../core/agreement/rulebook.ts';
import { canonical } from '../core/canonical.ts';
import type { CaseEvent } from '../core/payment/events.ts';
import { caseStream, requisitionCase } from '../core/record/case-id.ts';
import { SubmitRequisition } from './contract/doors.ts';
import { INPUT_REJECTED } from './contract/errors.ts';
import { command, readCase } from './shared/cases.ts';
import { namedError } from './shared/errors.ts';
import { step } from './shared/step.ts';
import { type WorkflowPorts, workflowPorts } from './shared/workflow-ports.ts';

/**
 * SKR asks for an amount: notes it and starts its workflow, once. The same requisition again is the one that is there; another
 * one of an amount that is paid once is refused, unless the first was refused.
 */
export async function run(event: SubmitRequisition, ports: WorkflowPorts) {
  const { year, kind, at, by, requisition } = event;
  if (!by.groups.includes('skr'))
    throw namedError(
      INPUT_REJECTED,
      `right-not-held: ${by.name} is not in the group skr, which requisitions need.`,
    );
  if (!agreementYears.includes(year))
    throw namedError(
      INPUT_REJECTED,
      `no-agreement: there is no agreement of ${year}; there is one of ${agreementYears.join(', ')}.`,
    );
  const id = requisitionCase(year, kind);
  const { submitted } = (await readCase(ports.records, id)).state;
  // The same call again, perhaps after the requisition was refused, is no new submission.
  const again = submitted?.at === at && canonical(submitted.requisition) === canonical(requisition);
  if (!again) await command(ports.records, id, { kind: 'submit', at, by, requisition });
  const events = await ports.records.read<CaseEvent>(caseStream(id));
  const submissions = events.filter((each) => each.event.type === 'submitted').length;
  const name = submissions === 1 ? id : `${id}.${submissions}`;
  await ports.workflows.start('requisition', id, name);
  return { case: id };
}

export const handler = step(SubmitRequisition, run, workflowPorts);
