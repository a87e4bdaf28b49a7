import { agenda, leadDays } from '../core/agenda/agenda.ts';
import { agreementYears, rulebookOf } from '../core/agreement/rulebook.ts';
import { addDays } from '../core/calendar/day.ts';
import { dayInStockholm } from '../core/calendar/stockholm.ts';
import { interimMonths } from '../core/payment/due.ts';
import { agendaStream } from '../core/record/case-id.ts';
import type { AgendaEvent } from './close-case.lambda.ts';
import { OpenDue } from './contract/steps.ts';
import { Inputs } from './shared/inputs.ts';
import { step } from './shared/step.ts';
import { type WorkflowPorts, workflowPorts } from './shared/workflow-ports.ts';

/**
 * Every weekday: opens what is due and not closed yet.
 *
 * It looks in the record, not among executions, so it is itself the catch-up for a day that was missed. A case that is open
 * already is started again in vain: "already exists" is success.
 */
export async function run({ scheduledTime }: OpenDue, { records, workflows }: WorkflowPorts) {
  const today = dayInStockholm(scheduledTime);
  const year = Number(today.slice(0, 4));
  // In the last days of December January's payout is on the agenda too.
  const years = [...new Set([year - 1, year, Number(addDays(today, leadDays).slice(0, 4))])];
  const inputs = new Inputs(records);
  const [closed, decisions] = await Promise.all([
    Promise.all(years.map((each) => records.read<AgendaEvent>(agendaStream(each)))),
    Promise.all(years.map((each) => inputs.all('authorisation', each))),
  ]);
  const done = new Set(closed.flat().map(({ event }) => event.case));
  const interims = interimMonths(decisions.flat().map(({ content }) => content));
  const rulebooks = agreementYears.filter((each) => years.includes(each)).map(rulebookOf);
  const due = agenda(rulebooks, interims).filter(
    (item) => item.opens <= today && !done.has(item.case),
  );
  for (const item of due) await workflows.start(item.workflow, item.case, item.case);
  return { opened: due.map((item) => item.case) };
}

export const handler = step(OpenDue, run, workflowPorts);
