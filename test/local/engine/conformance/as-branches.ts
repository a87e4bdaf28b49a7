import { isObject, type Json, type JsonObject } from '../../../../local/engine/json.ts';
import { machine } from '../bench-top.ts';

/**
 * Definitions as the branches of one Parallel state, for the validator of the language: it takes half a second for any
 * definition, and one state machine may hold as many branches as there are. Names of states are made different by their branch.
 */
export function asBranches(definitions: readonly JsonObject[]): JsonObject {
  const branches = definitions.map(({ StartAt, States }, at) => {
    const name = (state: Json): string => `${at} ${state}`.slice(0, 80);
    const states = Object.entries(States as JsonObject).map(([state, body]) => {
      return [name(state), renamed(body, name)] as const;
    });
    return { StartAt: name(StartAt ?? ''), States: Object.fromEntries(states) };
  });
  return machine({ All: { Type: 'Parallel', Branches: branches, End: true } });
}

/** A state whose ways lead to the new names. What is data, below Arguments, Output and Assign, is left as it is. */
function renamed(state: Json, name: (state: Json) => string): Json {
  if (Array.isArray(state)) return state.map((each: Json) => renamed(each, name));
  if (!isObject(state)) return state;
  const fields = Object.entries(state).map(([field, value]) => {
    if (field === 'Next' || field === 'Default') return [field, name(value)];
    if (field === 'Catch' || field === 'Choices') return [field, renamed(value, name)];
    return [field, value];
  });
  return Object.fromEntries(fields) as Json;
}
