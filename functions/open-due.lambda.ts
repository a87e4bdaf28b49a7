import { type AgendaEvent, type AgendaItem, agenda, leadDays } from '../core/agenda/agenda.ts';
import { addDays, type Day } from '../core/calendar/day.ts';
import { dayInStockholm, type Instant } from '../core/calendar/stockholm.ts';
import { type Authorisation, inputKey } from '../core/inputs/contents.ts';
import { type InputEvent, inForce, inputVersions } from '../core/inputs/input-stream.ts';
import { interimMonths } from '../core/payment/due.ts';
import { foldRoom, type RoomEvent } from '../core/payment/room.ts';
import type { Recorded } from '../core/ports.ts';
import {
  agendaStream,
  type CaseId,
  caseKind,
  inputStream,
  roomStream,
} from '../core/record/case-id.ts';
import { machineOf } from './contract/executions.ts';
import { OpenDue } from './contract/steps.ts';
import { readCase } from './shared/cases.ts';
import { giveBackRoom } from './shared/give-back-room.ts';
import { goesOn, goOn } from './shared/go-on.ts';
import { budgetYearOf } from './shared/journal.ts';
import { KeptStreams } from './shared/kept-streams.ts';
import { log } from './shared/log.ts';
import { openBesides } from './shared/open-besides.ts';
import { readPayouts } from './shared/payouts.ts';
import { step } from './shared/step.ts';
import { wakeAfterReleases } from './shared/waits.ts';
import { type WorkflowPorts, workflowPorts } from './shared/workflow-ports.ts';

/**
 * Every weekday: opens what is due and not closed yet, and a payout for what earlier ones left due: shared/open-besides.ts.
 *
 * It looks in the record, not among executions, so it is itself the catch-up for a day that was missed. A case that is open
 * already is started again in vain: "already exists" is success. One whose execution has ended without closing it stands still:
 * that is counted, so that somebody is called every weekday until it is seen to. Nothing is started in its place by itself, for what
 * failed would fail again, and an engineer decides how it goes on.
 *
 * Room that a case has taken for an order which can never come any more is given back by whoever made it impossible; what a crash left
 * undone of that is done here.
 *
 * A payout that waits for a decision is woken when another one has been released since, which may have paid what it waits with.
 *
 * Told by an engineer, or by an execution that has grown old, which case is to `goOn`, it does that and nothing else: shared/go-on.ts.
 */
export async function run({ scheduledTime, goOn: stuck, after }: OpenDue, ports: WorkflowPorts) {
  if (stuck !== undefined) return goOn(stuck, ports, after);
  const { records, rulebooks, workflows, metrics } = ports;
  const today = dayInStockholm(scheduledTime);
  const decisionStreams = yearsOfDecisions(today).map((year) => inputStream(year, 'authorisation'));
  const [closed = [], ...decisions] = await kept.read(workflows, records, [
    agendaStream,
    ...decisionStreams,
  ]);
  const done = new Set(closed.map(({ event }) => (event as AgendaEvent).case));
  const interims = interimMonths(decisions.flatMap(decisionsInForce));
  const planned = agenda(rulebooks.years.map(rulebooks.of), interims);
  const due = planned.filter((item) => item.opens <= today && !done.has(item.case));
  const ended = await startEach(ports, due);
  // What the calendar has is open by now, whatever becomes of working out what it does not have.
  const payouts = await readPayouts(records, yearsOfPayouts(today));
  const calendar = new Set(planned.map((item) => item.case));
  const found = await openBesides(ports, calendar, payouts, scheduledTime);
  const besides = found.filter((item) => !done.has(item.case));
  ended.push(...(await startEach(ports, besides)));
  const goingOn = await Promise.all(ended.map((id) => goesOn(workflows, id)));
  const standingStill = ended.filter((_id, index) => !goingOn[index]);
  for (const id of standingStill) log().error('Stands still', { case: id });
  metrics.count('RunsStandingStill', standingStill.length);
  await completeGivingBack(ports, done, scheduledTime);
  await wakeAfterReleases(ports, payouts);
  return { opened: [...due, ...besides].map((item) => item.case) };
}

/** Starts the executions of these; gives the cases whose own has ended. */
async function startEach(
  { workflows }: WorkflowPorts,
  items: readonly AgendaItem[],
): Promise<CaseId[]> {
  const ended: CaseId[] = [];
  for (const { case: id } of items)
    if ((await workflows.start(machineOf(id), id, id)) === 'ended') ended.push(id);
  return ended;
}

const kept = new KeptStreams();

/**
 * Looks into each case that holds room, of this budget year and the one before. A closed one has given back what it had to before it
 * came off the agenda, and is not looked into, except a requisition, which can be asked anew after its end.
 */
async function completeGivingBack(
  ports: WorkflowPorts,
  done: ReadonlySet<string>,
  at: Instant,
): Promise<void> {
  const { records, workflows } = ports;
  const year = budgetYearOf(dayInStockholm(at));
  const rooms = await kept.read<RoomEvent>(workflows, records, [
    roomStream(year),
    roomStream(year - 1),
  ]);
  const holders = rooms.flatMap((events) => [...foldRoom(events).keys()]);
  for (const id of new Set(holders))
    if (!done.has(id) || caseKind(id) === 'requisition')
      await giveBackRoom(ports, id, (await readCase(records, id)).state, at);
}

const decisionsInForce = (events: readonly Recorded[]): readonly Authorisation[] =>
  [
    ...inForce(
      inputVersions('authorisation', events as readonly Recorded<InputEvent>[]),
      (content) => inputKey('authorisation', content as Authorisation),
    ).values(),
  ].map(({ content }) => content as Authorisation);

/**
 * The agreement years whose interim decisions can put a payout on the agenda: this one, in its last days the next, in its first weeks
 * the one before, whose December may still be open; and of each the year before, whose last months are paid after its end.
 */
function yearsOfDecisions(today: Day): readonly number[] {
  const days = [addDays(today, -catchUpDays), today, addDays(today, leadDays)];
  const years = days.map((day) => Number(day.slice(0, 4)));
  return [...new Set(years.flatMap((year) => [year - 1, year]))];
}

/** The payment years whose payouts can be open: next year's January is opened in December. */
const yearsOfPayouts = (today: Day): readonly number[] => {
  const last = Number(addDays(today, leadDays).slice(0, 4));
  return [last - 1, last];
};

/** How long a missed interim payout is looked for. */
const catchUpDays = 31;

export const handler = step(OpenDue, run, workflowPorts);
