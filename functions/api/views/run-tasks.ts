import { dayInStockholm } from '../../../core/calendar/stockholm.ts';
import { isInputKind } from '../../../core/inputs/kinds.ts';
import { Sek } from '../../../core/money/sek.ts';
import { isApproved } from '../../../core/payment/approval.ts';
import { type CaseState, standing } from '../../../core/payment/evolve.ts';
import { heldLines, unansweredLines } from '../../../core/payment/lines.ts';
import { rightsFor } from '../../../core/payment/rights.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';
import type { Language, Texts } from '../../contract/api/problem-type.ts';
import type { Role } from '../../contract/api/roles.ts';
import { type ReadCase, summaryOf } from './cases.ts';
import { lastDayFor } from './pay-days.ts';
import { needName } from './record-words.ts';
import { type ActionName, type Asking, whyNot } from './run-actions.ts';
import { runName } from './run-name.ts';
import { missingOf } from './run-parts.ts';
import type { WhyNot } from './why-not.ts';

export type Task = AnswerOf<'listTasks'>['tasks'][number];
type Words = (run: string, state: CaseState) => Texts;

/** What each action asks for, in a sentence about the run. */
const words: Readonly<Partial<Record<ActionName, Words>>> = {
  attest: (run) => ({ sv: `Attestera ${run}.`, en: `Attest ${run}.` }),
  order: (run) => ({ sv: `Utanordna ${run}.`, en: `Order payment of ${run}.` }),
  'sign-state': (run) => ({
    sv: `Underteckna ${run} för staten.`,
    en: `Sign ${run} for the State.`,
  }),
  'sign-skr': (run) => ({ sv: `Underteckna ${run} för SKR.`, en: `Sign ${run} for SKR.` }),
  'prepare-again': (run, { proposal }) => {
    const { by, reason } = proposal?.rejected ?? { by: { name: '–' }, reason: '–' };
    return {
      sv: `Bered ${run} på nytt. ${by.name} avvisade förslaget: ${reason}`,
      en: `Prepare ${run} again. ${by.name} rejected its proposal: ${reason}`,
    };
  },
  'report-bank': (run) => ({
    sv: `Registrera bankens svar om ${run}.`,
    en: `Report what the bank says of ${run}.`,
  }),
  'resolve-return': (run) => ({
    sv: `Utred det som kom tillbaka av ${run}.`,
    en: `Resolve what came back of ${run}.`,
  }),
};

/** Reasons that only say that it is somebody else's to do. */
const notTheirs = new Set(['role-not-allowed', 'right-not-held']);

/** Whether it is mine, by the rules that decide when I try; why not, where my role has it and I may not. */
export const mineOr = (why: WhyNot | undefined): Pick<Task, 'mine' | 'why'> => ({
  mine: why === undefined,
  ...(why && !notTheirs.has(why.code) && { why }),
});

/** What waits in a case for people, with the last day to do it. A closed case, and one about to be closed, waits for nobody. */
export function tasksOf(read: ReadCase, pending: ReadonlySet<string>, asking: Asking): Task[] {
  const { state } = read;
  const held = heldLines(state.lines).length > 0;
  if ((state.closed && !held) || state.closeRequested) return [];
  return [
    ...actionsWaitedFor(read).flatMap(({ action, since }) =>
      actionTask(read, action, since, asking),
    ),
    ...inputTasks(read, pending, asking),
  ];
}

interface WaitedFor {
  readonly action: ActionName & Task['task'];
  readonly since: string;
}

/** When the first of the payments came back that are held now; undefined when none is. */
function heldSince({ state, events }: ReadCase): string | undefined {
  const held = new Set(heldLines(state.lines).map(({ payee }) => payee));
  return events.find(
    (event) => event.type === 'returned' && event.payments.some(({ payee }) => held.has(payee)),
  )?.at;
}

function actionsWaitedFor(read: ReadCase): readonly WaitedFor[] {
  const { kind, state } = read;
  const back = heldSince(read);
  if (back) return [{ action: 'resolve-return', since: back }];
  if (state.released)
    return unansweredLines(state.lines).length === 0
      ? []
      : [{ action: 'report-bank', since: state.released.at }];
  if (state.decided || state.refused) return [];
  const { proposal } = state;
  if (proposal?.rejected && state.needs.length === 0)
    return [{ action: 'prepare-again', since: proposal.rejected.at }];
  const stands = standing(state);
  if (!stands || isApproved(kind, state)) return [];
  return rightsFor(kind)
    .filter((right) => !stands.approvals.has(right))
    .map((right) => ({
      action: right,
      since: stands.withdrawn.get(right)?.at ?? stands.proposed.at,
    }));
}

/** What waits is what came back, and not the whole run. */
const heldSek = ({ lines }: ReadCase['state']): string =>
  Sek.sum(heldLines(lines).map(({ sek }) => Sek.of(sek))).toString();

function actionTask(
  read: ReadCase,
  action: WaitedFor['action'],
  since: string,
  asking: Asking,
): Task[] {
  const text = words[action];
  if (!text) return [];
  const { id, kind, state } = read;
  const summary = summaryOf(read);
  const { proposal } = summary;
  const totalSek = action === 'resolve-return' ? heldSek(state) : summary.totalSek;
  return [
    {
      ...placed(read, asking, state.released !== undefined),
      task: action,
      text: text(runName(id, asking.language), state)[asking.language],
      since,
      ...(totalSek !== undefined && { totalSek }),
      ...(proposal !== undefined && { proposal }),
      ...mineOr(whyNot(action, kind, state, asking)),
    },
  ];
}

/** The run with its pay day and the last day to act; once released nothing can be late any more. */
function placed(read: ReadCase, { at }: Asking, released = false) {
  const summary = summaryOf(read);
  const by = released ? undefined : lastDayFor(summary);
  return {
    run: read.id,
    kind: read.kind,
    ...(by !== undefined && { by }),
    ...(summary.payDay !== undefined && { payDay: summary.payDay }),
    late: by !== undefined && dayInStockholm(at) > by,
  };
}

/**
 * Inputs that somebody must register. What another run decides has its own tasks there, and what is registered already and waits
 * for a second person is listed as that.
 */
function inputTasks(read: ReadCase, pending: ReadonlySet<string>, asking: Asking): Task[] {
  const { by, language } = asking;
  const without = new Set(read.state.goingWithout.flatMap(({ needs }) => needs));
  return missingOf(read, language).flatMap(({ need, year: needed, from, since }): Task[] => {
    const kind = need === 'room-in-appropriation' ? 'appropriation' : need;
    if (without.has(need) || !isInputKind(kind)) return [];
    const year = kind === 'payees' ? ('all' as const) : needed;
    if (pending.has(`${kind} ${year}`)) return [];
    return [
      {
        ...placed(read, asking),
        task: 'register-input',
        text: inputText(need, year, from, runName(read.id, language))[language],
        since,
        mine: registrarsOf(kind).some((role) => by.roles.includes(role)),
        input: { year, kind },
      },
    ];
  });
}

/** Who registers an input. SKR's own signatory reports the local discounts. */
const registrarsOf = (kind: string): readonly Role[] =>
  kind === 'local-discounts' ? ['handläggare', 'skr-firmatecknare'] : ['handläggare'];

function inputText(need: string, year: number | 'all', from: string, run: string): Texts {
  const of = year === 'all' ? '' : ` ${year}`;
  const name = (language: Language) => needName(need, language);
  return {
    sv: `Registrera underlag från ${from}: ${name('sv')}${of}. Behövs för ${run}.`,
    en: `Register an input from ${from}: ${name('en')}${of}. Needed for ${run}.`,
  };
}
