import validate from 'asl-validator';
import type { Definition, State } from '../../local/engine/definition.ts';
import type { Json } from '../../local/engine/json.ts';
import { loadDefinition, rowsNeeded } from '../../local/engine/load-definition.ts';

/** Bytes that a definition may have (service quota: 1 MB). */
const MOST_BYTES = 1_048_576;

/** A state machine as it is deployed, and whether its definition holds elsewhere. */
export interface DefinitionReport {
  readonly name: string;
  /** One line: states, transitions, verdicts, bytes. */
  readonly line: string;
  /** What is wrong, one sentence or more each; nothing when it holds. */
  readonly faults: readonly string[];
}

/**
 * Holds a definition against the validator of the Amazon States Language, the size that the service takes, and the table of
 * what is run locally.
 *
 * @param isFunction whether an ARN is that of a function in the template
 */
export function reportOn(
  name: string,
  definition: Json,
  isFunction: (arn: string) => boolean,
): DefinitionReport {
  const bytes = Buffer.byteLength(JSON.stringify(definition));
  // The validator writes into what it is given.
  const { errors } = validate(structuredClone(definition) as object);
  const invalid = errors.map((error) => `asl-validator: ${JSON.stringify(error)}`);
  const refused = refusals(name, definition, isFunction);
  const tooLarge = bytes > MOST_BYTES ? [`${bytes} bytes; at most ${MOST_BYTES} are allowed.`] : [];
  const line = [
    name.padEnd(36),
    invalid.length + refused.length === 0 ? shape(definition as unknown as Definition) : '?',
    invalid.length === 0 ? 'valid' : 'NOT VALID',
    refused.length === 0 ? `runs here by ${rowsNeeded(definition).size} rows` : 'REFUSED HERE',
    `${bytes} bytes${tooLarge.length === 0 ? '' : ', TOO LARGE'}`,
  ].join('  ');
  return { name, line, faults: [...invalid, ...refused, ...tooLarge] };
}

function refusals(
  name: string,
  definition: Json,
  isFunction: (arn: string) => boolean,
): readonly string[] {
  try {
    loadDefinition(name, definition, isFunction);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** "24 states (13 Task, 7 Choice …), 41 transitions, 3 ends". */
function shape({ States }: Definition): string {
  const states = Object.values(States);
  const types = new Map<string, number>();
  for (const { Type } of states) types.set(Type, (types.get(Type) ?? 0) + 1);
  const byType = [...types].sort(([, a], [, b]) => b - a).map(([type, n]) => `${n} ${type}`);
  const ways = states.map(waysFrom);
  const transitions = ways.reduce((sum, each) => sum + each, 0);
  const ends = ways.filter((each) => each === 0).length;
  return `${states.length} states (${byType.join(', ')}), ${transitions} transitions, ${ends} ends`;
}

/** How many ways lead on from a state: its next, its rules and default, its catchers. */
function waysFrom(state: State): number {
  const next = 'Next' in state && state.Next !== undefined ? 1 : 0;
  if (state.Type === 'Task') return next + (state.Catch?.length ?? 0);
  if (state.Type !== 'Choice') return next;
  return state.Choices.length + (state.Default === undefined ? 0 : 1);
}
