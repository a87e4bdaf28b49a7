import type { JournalLine } from '../engine/journal-line.ts';
import { monthOfInstant } from './month-of.ts';

/** A state that was entered, or tried again. */
export interface Transition {
  readonly machine: string;
  readonly execution: string;
  readonly state: string;
  readonly month: string;
  /** It was tried again, not entered. */
  readonly retry: boolean;
}

/**
 * The state transitions of a journal. "Step Functions counts a state transition each time a step of your workflow is executed … including
 * retries" (https://aws.amazon.com/step-functions/pricing/): a state counts when it is entered, and once more for each attempt of
 * a task after its first. That an execution starts and ends is no step.
 */
export function transitionsIn(lines: readonly JournalLine[]): Transition[] {
  const starts = new Map(
    lines.flatMap((line) => (line.kind === 'start' ? [[line.execution, line] as const] : [])),
  );
  const tried = new Set<string>();
  return lines.flatMap((line) => {
    const isAttempt = line.kind === 'attempt' || line.kind === 'token';
    if (line.kind !== 'entered' && !isAttempt) return [];
    const [, state = '', attempt = '0'] = PATH.exec(line.path) ?? [];
    if (isAttempt && (attempt === '0' || !isNew(tried, `${line.execution} ${line.path}`)))
      return [];
    const start = starts.get(line.execution);
    if (start === undefined) throw new Error(`The journal holds no start of ${line.execution}.`);
    const { machine, name: execution } = start;
    return [{ machine, execution, state, month: monthOfInstant(line.at), retry: isAttempt }];
  });
}

/** `VISIT STATE`, and `/ATTEMPT` for a task's attempts. */
const PATH = /^\d+ (.*?)(?:\/(\d+))?$/;

function isNew(known: Set<string>, key: string): boolean {
  if (known.has(key)) return false;
  known.add(key);
  return true;
}
