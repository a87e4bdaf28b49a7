import { type AnswerOf, type Me, mayCall, runHref } from '../../kit.ts';

export type Task = AnswerOf<'listTasks'>['tasks'][number];

/** Where a task is done. Whoever may not read runs signs on the reconciliation's own page, and reports discounts beside it. */
export function taskHref(task: Task, me: Me): string {
  const { input, run } = task;
  if (input) {
    const { year, kind, version } = input;
    if (kind === 'local-discounts' && mayCall(me, 'signLocalDiscounts'))
      return `/avstamning/${year}/lokala-rabatter`;
    const stream = `/underlag/${year}/${kind}`;
    if (task.task !== 'register-input' && version !== undefined) return `${stream}/${version}`;
    return task.mine && mayCall(me, 'registerInput') ? `${stream}/ny` : stream;
  }
  if (task.task === 'resolve-bank-item') return '/banken';
  if (run === undefined) return '/granskning';
  return mayCall(me, 'readRun')
    ? runHref(run)
    : `/avstamning/${run.replace('reconciliation-', '')}`;
}

/** What tells a task from the others. */
export const taskKey = ({ run, task, input }: Task): string =>
  [run, task, input?.kind, input?.year, input?.version].join(' ');

/** A sentence as a title: without its full stop. */
export const asTitle = (sentence: string): string => sentence.replace(/\.$/, '');
