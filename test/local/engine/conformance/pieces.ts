import { isObject, type Json, type JsonObject } from '../../../../local/engine/json.ts';
import type { BenchTop } from '../bench-top.ts';
import type { Note } from './check.ts';

/** A value as an expression: the validator of the language takes an Output that is one, or an object, and nothing else. */
export const value = (literal: Json): string => `{% ${JSON.stringify(literal)} %}`;

/** A Pass that leaves a value, or what an expression gives, and ends the execution. */
export const ends = (output?: Json): JsonObject => {
  if (output === undefined) return { Type: 'Pass', End: true };
  const isTemplate = isObject(output) || String(output).startsWith('{%');
  return { Type: 'Pass', Output: isTemplate ? output : value(output), End: true };
};

/** A Pass that leaves a value and goes on. */
export const goes = (next: string, more: JsonObject = {}): JsonObject => ({
  Type: 'Pass',
  Next: next,
  ...more,
});

/** A state that should never be entered. */
export const wrong: JsonObject = { Type: 'Fail', Error: 'WrongWay' };

/** A text whose JSON is one byte longer than a state may hold: 262 144 bytes, of which two are its quotes. */
export const TOO_LONG = 'x'.repeat(262_143);
/** The longest text that a state may hold. */
export const LONGEST = 'x'.repeat(262_142);

/** The one token that waits. */
export function token(bench: BenchTop): string {
  const [given, ...more] = bench.engine.openTokens();
  if (given === undefined || more.length > 0) throw new Error('One open token was expected.');
  return given.token;
}

/** Notes how an operation is refused, by its name; refuses that it succeeds. */
export function refused(note: Note, operation: () => unknown): void {
  try {
    operation();
  } catch (error) {
    note((error as Error).name);
    return;
  }
  throw new Error('The operation should have been refused.');
}
