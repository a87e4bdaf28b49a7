import { type AnswerOf, type Me, mayCall, runHref } from '../../kit.ts';

export type Task = AnswerOf<'listTasks'>['tasks'][number];

/** Where a task is done. Whoever may not read runs signs on the reconciliation's own page. */
export function taskHref(task: Task, me: Me): string {
  if (task.task === 'register-input' || task.task === 'confirm-input') {
    return task.input ? `/underlag/${task.input.year}/${task.input.kind}` : '/underlag';
  }
  if (task.run === undefined) return '/granskning';
  return mayCall(me, 'readRun') ? runHref(task.run) : '/avstamning';
}

/** What tells a task from the others. */
export const taskKey = ({ run, task, input }: Task): string =>
  [run, task, input?.kind, input?.year, input?.version].join(' ');

/** A sentence as a title: without its full stop. */
export const asTitle = (sentence: string): string => sentence.replace(/\.$/, '');
