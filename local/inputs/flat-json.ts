import { NotStrictJson, strictJson } from '../../core/strict-json.ts';
import { shownText } from '../../functions/csv/notes.ts';
import type { Problems } from './problems.ts';

/** A value as it is spelled in the text: `30200000000.0` and `"10.1342"` keep their points, zeros and quotes. */
export interface FlatMember {
  readonly key: string;
  readonly spelling: string;
  readonly line: number;
}

/**
 * Reads a JSON object whose values are strings, numbers, true, false or null, and keeps each value as it is spelled:
 * `JSON.parse` would make 3e10 and 30000000000.0 the same number.
 *
 * Notes a problem with line and column, and gives undefined, where the text is no such object or has a key twice. Bare words are
 * not checked here; whoever reads the value says what is allowed.
 */
export function flatJson(text: string, problems: Problems): readonly FlatMember[] | undefined {
  try {
    return members(text);
  } catch (error) {
    if (!(error instanceof NotStrictJson)) throw error;
    const { line, column, given, allowed, twice } = error;
    const shown = given === '' ? 'the end of the file' : shownText(given);
    problems.note(
      line,
      twice === undefined
        ? `column ${column}: given ${shown}, allowed: ${allowed}`
        : `${twice.slice(1)}: given twice, allowed: once`,
    );
    return undefined;
  }
}

function members(text: string): readonly FlatMember[] {
  const whole = strictJson(text, 1);
  if (!('members' in whole))
    throw new NotStrictJson(text, whole.at, text.slice(whole.at, whole.at + 1), '{');
  let [line, at] = [1, 0];
  return whole.members.flatMap(({ key, value }) => {
    if (!('spelling' in value)) return [];
    line += text.slice(at, value.at).split('\n').length - 1;
    at = value.at;
    return [{ key, spelling: value.spelling, line }];
  });
}
