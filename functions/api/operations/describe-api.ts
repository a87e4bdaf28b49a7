import type { AnswerOf } from '../../contract/api/operation.ts';
import { description } from '../description.ts';

let made: AnswerOf<'describeApi'> | undefined;

/** The description of the API, made once in a process: some ten milliseconds, and no second copy that could differ. */
export async function describeApi(): Promise<AnswerOf<'describeApi'>> {
  made ??= description();
  return made;
}
