import type { Definition } from './definition.ts';
import type { Journal } from './journal.ts';
import type { JournalLine } from './journal-line.ts';
import type { JsonObject } from './json.ts';

/**
 * The events of an execution in the form of GetExecutionHistory, oldest first: those that the
 * journal holds, without their details beyond names, results and errors.
 */
export function historyOf(
  journal: Journal,
  execution: string,
  definition: Definition,
): JsonObject[] {
  const tokens = new Set<string>();
  const events: JsonObject[] = [];
  let at = '';
  for (const line of journal.lines) {
    if (line.kind === 'answer' ? !tokens.has(line.token) : !('execution' in line)) continue;
    if ('execution' in line && line.execution !== execution) continue;
    if (line.kind === 'token') tokens.add(line.token);
    if ('at' in line) at = line.at;
    const event = eventOf(line, definition);
    if (event === undefined) continue;
    const id = events.length + 1;
    events.push({ timestamp: Date.parse(at) / 1000, id, previousEventId: id - 1, ...event });
  }
  return events;
}

function eventOf(line: JournalLine, definition: Definition): JsonObject | undefined {
  switch (line.kind) {
    case 'start':
      return {
        type: 'ExecutionStarted',
        executionStartedEventDetails: { input: JSON.stringify(line.input) },
      };
    case 'entered': {
      const name = line.path.slice(line.path.indexOf(' ') + 1);
      const type = `${definition.States[name]?.Type}StateEntered`;
      return { type, stateEnteredEventDetails: { name } };
    }
    case 'token':
      return { type: 'TaskSubmitted' };
    case 'attempt':
    case 'answer':
      if ('result' in line.outcome) return { type: 'TaskSucceeded' };
      return {
        type: 'TaskFailed',
        taskFailedEventDetails: {
          error: line.outcome.error.Error,
          cause: line.outcome.error.Cause,
          resource: 'invoke',
          resourceType: 'lambda',
        },
      };
    case 'end':
      return ended(line);
    default:
      return undefined;
  }
}

function ended(line: JournalLine & { kind: 'end' }): JsonObject {
  if (line.status === 'SUCCEEDED') {
    const output = JSON.stringify(line.output);
    return { type: 'ExecutionSucceeded', executionSucceededEventDetails: { output } };
  }
  const details = { error: line.error ?? '', cause: line.cause ?? '' };
  if (line.status === 'FAILED') {
    return { type: 'ExecutionFailed', executionFailedEventDetails: details };
  }
  if (line.status === 'TIMED_OUT') {
    return { type: 'ExecutionTimedOut', executionTimedOutEventDetails: details };
  }
  return { type: 'ExecutionAborted', executionAbortedEventDetails: details };
}
