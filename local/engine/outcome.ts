import type { Outcome } from './journal-line.ts';
import type { Json } from './json.ts';
import { StatesError } from './states-error.ts';

/** The two fields of Arguments after they were filled in. */
export interface Arguments {
  readonly [field: string]: Json;
  readonly FunctionName: string;
  readonly Payload: Json;
}

/** What a call came to, as it is journalled. Only errors with a name are outcomes. */
export async function outcomeOf(call: Promise<Json>): Promise<Outcome> {
  try {
    return { result: await call };
  } catch (error) {
    if (!(error instanceof StatesError)) throw error;
    return { error: error.output };
  }
}

/** The result, or the error thrown again. */
export function resultOf(outcome: Outcome): Json {
  if ('result' in outcome) return outcome.result;
  throw new StatesError(outcome.error.Error, outcome.error.Cause);
}
