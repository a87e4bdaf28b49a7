import { type AgendaEvent, type AgendaItem, agenda, leadDays } from '../core/agenda/agenda.ts';
import { agreementYears, rulebookOf } from '../core/agreement/rulebook.ts';
import { addDays, type Day } from '../core/calendar/day.ts';
import { dayInStockholm } from '../core/calendar/stockholm.ts';
import { interimMonths } from '../core/payment/due.ts';
import { agendaStream, type CaseId } from '../core/record/case-id.ts';
import type { Workflows } from './adapters/step-functions.ts';
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
export async function run({ scheduledTime }: OpenDue, ports: WorkflowPorts) {
  const { records, workflows } = ports;
  const today = dayInStockholm(scheduledTime);
  const inputs = new Inputs(records);
  const decisions = await Promise.all(
    yearsOfDecisions(today).map((year) => inputs.all('authorisation', year)),
  );
  const interims = interimMonths(decisions.flat().map(({ content }) => content));
  const opened = agenda(agreementYears.map(rulebookOf), interims).filter(
    ({ opens }) => opens <= today,
  );
  const due = await notClosed(ports, opened);
  for (const item of due) await workflows.start(item.workflow, item.case, item.case);
  return { opened: due.map((item) => item.case) };
}

/** What a process has read as closed, by whom it starts them through: it stays closed, so an idle day costs no second look. */
const readAsClosed = new WeakMap<Workflows, ReadonlySet<CaseId>>();

async function notClosed(
  { records, workflows }: WorkflowPorts,
  items: readonly AgendaItem[],
): Promise<readonly AgendaItem[]> {
  const known = readAsClosed.get(workflows);
  if (known && items.every((item) => known.has(item.case))) return [];
  const events = await records.read<AgendaEvent>(agendaStream);
  const closed = new Set(events.map(({ event }) => event.case));
  readAsClosed.set(workflows, closed);
  return items.filter((item) => !closed.has(item.case));
}

/**
 * The years whose interim decisions can put a payout on the agenda: this one, in its last days the next, in its first weeks
 * the one before, whose December may still be open.
 */
function yearsOfDecisions(today: Day): readonly number[] {
  const days = [addDays(today, -catchUpDays), today, addDays(today, leadDays)];
  return [...new Set(days.map((day) => Number(day.slice(0, 4))))];
}

/** How long a missed interim payout is looked for. */
const catchUpDays = 31;

export const handler = step(OpenDue, run, workflowPorts);
