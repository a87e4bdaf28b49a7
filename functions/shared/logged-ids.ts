import { parseInstant } from '../../core/calendar/stockholm.ts';
import { parseCaseId } from '../../core/record/case-id.ts';

/** What an event says of itself that every log line holds, by the field that says it; each is believed only in its own shape. */
const ids = {
  /** The case, which is also the name of its execution. */
  case: { field: 'case', parse: parseCaseId },
  /** When the execution entered the state. */
  entered: { field: 'now', parse: parseInstant },
  /** Which firing of a schedule it is. */
  scheduled: { field: 'scheduledTime', parse: parseInstant },
  /** When the bank put the file. */
  put: { field: 'time', parse: parseInstant },
} as const;

/** The ids and moments of an event, and nothing else of it: a file's name, a token, whatever was sent stays out of the log. */
export function loggedIds(event: unknown): Readonly<Record<string, string>> {
  if (typeof event !== 'object' || event === null) return {};
  const given: ReadonlyMap<string, unknown> = new Map(Object.entries(event));
  const found = Object.entries(ids).flatMap(([name, { field, parse }]) => {
    const id = parsedBy(parse, given.get(field));
    return id === undefined ? [] : [[name, id] as const];
  });
  return Object.fromEntries(found);
}

function parsedBy(parse: (text: string) => string, given: unknown): string | undefined {
  try {
    return typeof given === 'string' ? parse(given) : undefined;
  } catch {
    return undefined; // Not of that shape: said by the schema, to whoever called.
  }
}
