import { dayInStockholm } from '../../../core/calendar/stockholm.ts';
import { type InputKind, inputKinds } from '../../../core/inputs/kinds.ts';
import { decideSwitch } from '../../../core/payment/stop-switch.ts';
import type { Records } from '../../../core/ports.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { routes } from '../../contract/api/routes.ts';
import { type RecordedReport, readReports } from '../../shared/bank-reports.ts';
import { readSwitch } from '../../shared/switch.ts';
import { openItemsOf } from '../views/bank-view.ts';
import { readCases } from '../views/cases.ts';
import { inputTasks, notRole, pendingVersions } from '../views/input-tasks.ts';
import { readInputStream } from '../views/input-view.ts';
import type { Asking } from '../views/run-actions.ts';
import { mineOr, type Task, tasksOf } from '../views/run-tasks.ts';
import { whyRefused } from '../views/why-not.ts';

/** Runs and inputs of so many years back may still wait for somebody. */
const yearsBack = 2;

const confirmedKinds = (Object.keys(inputKinds) as InputKind[]).filter(
  (kind) => inputKinds[kind].confirmed,
);

/**
 * Min lista: everything that waits for a person, mine first, then by the last day to do it. Whether it is mine is asked of the rules
 * that decide when I try. SKR's signatory is shown what waits for SKR, everybody else everything.
 */
export async function listTasks(
  request: RequestOf<'listTasks'>,
  { records }: { readonly records: Records },
): Promise<AnswerOf<'listTasks'>> {
  const { at, by } = request;
  const now = Number(dayInStockholm(at).slice(0, 4));
  const years = Array.from({ length: yearsBack + 2 }, (_, index) => now - yearsBack + index);
  const [cases, stop, reports, ...inputs] = await Promise.all([
    readCases(records, years),
    readSwitch(records),
    Promise.all(years.map((year) => readReports(records, year))),
    ...confirmedKinds.flatMap((kind) =>
      (kind === 'payees' ? (['all'] as const) : years).map((year) =>
        readInputStream(records, year, kind),
      ),
    ),
  ]);
  const names = new Set(
    inputs
      .filter((read) => pendingVersions(read).length > 0)
      .map(({ kind, year }) => `${kind} ${year}`),
  );
  const tasks = [
    ...cases.flatMap((each) => tasksOf(each, names, request)),
    ...inputs.flatMap((read) => inputTasks(read, request)),
    ...liftTask(stop.state, request),
    ...reports.flat().flatMap((report) => bankTask(report, request)),
  ];
  const onlySkr = by.roles.every((role) => role === 'skr-firmatecknare');
  return { now: at, tasks: tasks.filter((task) => !onlySkr || ofSkr(task)).sort(inOrder) };
}

const ofSkr = ({ kind, input, task }: Task): boolean =>
  (kind === 'reconciliation' && task !== 'prepare-again') || input?.kind === 'local-discounts';

function liftTask(
  state: Awaited<ReturnType<typeof readSwitch>>['state'],
  { at, by, language }: Asking,
): Task[] {
  const { stopped, liftApproved } = state;
  if (!stopped) return [];
  const decision = decideSwitch(state, { kind: 'lift', at, by: by.person, reason: '–' });
  const refused =
    decision.ok || decision.refusal.code === 'reason-missing'
      ? undefined
      : whyRefused({ code: decision.refusal.code, facts: decision.refusal.facts }, language);
  return [
    {
      task: 'lift-stop',
      text: {
        sv: `Häv betalningsstoppet: ${liftApproved ? 'en person till behövs' : 'två personer behövs'}.`,
        en: `Lift the stop of payments: ${liftApproved ? 'one more person is' : 'two people are'} needed.`,
      }[language],
      since: liftApproved?.at ?? stopped.at,
      late: false,
      ...mineOr(notRole(routes.liftStop, by, language) ?? refused),
    },
  ];
}

/** A file of the bank's with items that led to nothing by themselves. */
function bankTask(report: RecordedReport, { by, language }: Asking): Task[] {
  const openItems = openItemsOf(report);
  if (openItems === 0) return [];
  const { year, event } = report;
  return [
    {
      task: 'resolve-bank-item',
      text: {
        sv: `Utred bankens fil ${event.file}: ${openItems} ${openItems === 1 ? 'post' : 'poster'}.`,
        en: `Look into the bank's file ${event.file}: ${openItems} ${openItems === 1 ? 'item' : 'items'}.`,
      }[language],
      since: event.at,
      late: false,
      ...mineOr(notRole(routes.resolveBankItem, by, language)),
      bank: { year, report: event.hash, openItems },
    },
  ];
}

/** Mine first, then by the last day, what has none after what has one. */
function inOrder(a: Task, b: Task): number {
  if (a.mine !== b.mine) return a.mine ? -1 : 1;
  const [one, other] = [placeOf(a), placeOf(b)];
  return Number(one > other) - Number(one < other);
}

const placeOf = ({ by = '9999', run = '', task, input }: Task): string =>
  [by, run, task, input?.kind ?? '', String(input?.version ?? '')].join(' ');
