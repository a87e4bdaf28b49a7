import { canonical } from '../../core/canonical.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import type { CaseState } from '../../core/payment/evolve.ts';
import { objectionTo, requisitionKind } from '../../core/payment/requisition-case.ts';
import { type CaseId, caseStream, requisitionCase } from '../../core/record/case-id.ts';
import { agreedAmount, termsOf } from '../../core/rules/requisition/requisition-objection.ts';
import type { SubmitRequisition } from '../contract/doors.ts';
import { executionNames } from '../contract/executions.ts';
import { command, readCase } from '../shared/cases.ts';
import { citationText } from '../shared/citation-text.ts';
import { Refused } from '../shared/refused.ts';
import type { WorkflowPorts } from '../shared/workflow-ports.ts';
import { refusalFor } from './requisition-refusals.ts';

/**
 * SKR asks for an amount. What the agreement refuses is refused here, with the paragraph that says so, and nothing is written: too
 * late, another amount or currency, a year without an agreement, an amount that has been requisitioned already. So is a pay day on
 * which banks are closed. What is not refused is noted, and its workflow is started once. Gives the case.
 */
export async function submitRequisition(
  submission: SubmitRequisition,
  ports: WorkflowPorts,
): Promise<CaseId> {
  const { year, kind, at, requisition } = submission;
  refuseOthers(submission, ports);
  const id = requisitionCase(year, kind);
  const { state } = await readCase(ports.records, id);
  refuseSecond(ports, id, state, submission);
  const against = isAgain(state, submission)
    ? undefined
    : objectionTo(ports.rulebooks, id, requisition, at);
  if (against) throw refusalFor(id, requisition.amount, against);
  return startRequisition(submission, ports);
}

/**
 * Notes a submission and starts its workflow, which asks the agreement's rule again as its own second line. The very same
 * submission, by its time and content, is the one that is there; another one of an amount that is paid once is refused, unless the
 * first was refused or closed without payment.
 */
export async function startRequisition(
  submission: SubmitRequisition,
  ports: WorkflowPorts,
): Promise<CaseId> {
  const { year, kind, at, by, requisition } = submission;
  refuseOthers(submission, ports);
  const id = requisitionCase(year, kind);
  // The same call again, perhaps after the requisition was refused, is no new submission.
  if (!isAgain((await readCase(ports.records, id)).state, submission))
    await command(ports.records, id, (state) => {
      refuseSecond(ports, id, state, submission);
      return { kind: 'submit', at, by, requisition };
    });
  const events = await ports.records.read<CaseEvent>(caseStream(id));
  const submissions = events.filter((each) => each.event.type === 'submitted').length;
  await startOneFor(ports, id, submissions);
  return id;
}

/**
 * Each submission has an execution of its own, and one more may have taken over from one that could not go on: so it is the first
 * of these names, from the submission's own on, that has not ended.
 */
async function startOneFor({ workflows }: WorkflowPorts, id: CaseId, submissions: number) {
  for (const name of executionNames(id).slice(submissions - 1))
    if ((await workflows.start('requisition', id, name)) === 'under-way') return;
}

function refuseOthers({ by, year }: SubmitRequisition, { rulebooks }: WorkflowPorts): void {
  if (!by.groups.includes('skr'))
    throw new Refused('right-not-held', { allowed: 'skr', name: by.name });
  if (!rulebooks.years.includes(year))
    throw new Refused('no-agreement', {
      given: String(year),
      allowed: rulebooks.years.join(', '),
    });
}

const isAgain = ({ submitted }: CaseState, { at, requisition }: SubmitRequisition): boolean =>
  submitted?.at === at && canonical(submitted.requisition) === canonical(requisition);

/** An amount is paid once: a second requisition of it, in whatever words, is refused while the first stands. */
function refuseSecond(
  { rulebooks }: WorkflowPorts,
  id: CaseId,
  state: CaseState,
  submission: SubmitRequisition,
): void {
  const over = state.refused !== undefined || state.closed === 'without-payment';
  if (!state.submitted || over || isAgain(state, submission)) return;
  const terms = termsOf(rulebooks.of(submission.year).agreement, requisitionKind(id));
  const cites = terms ? agreedAmount(terms).cites : [];
  throw new Refused('already-requisitioned', { cites: citationText(cites) });
}
