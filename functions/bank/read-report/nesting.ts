import { Unreadable } from './unreadable.ts';

/** A report nests its elements some fifteen deep; what a bank adds of its own, as deep again. */
export const MOST_LEVELS = 50;

/** The root has a few; an amount has its currency. Counted together of an element and of those that it stands in. */
export const MOST_ATTRIBUTES = 50;

/** What stands between other marks than those of a tag: begins, ends. Elements in it are none. */
const passages = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

/**
 * Refuses elements that are nested deeper, or stand within more attributes, than any report has them. Counted before anything is
 * parsed, in one pass: each namespace is looked for in all that an element stands in, so the parser's work grows with the product of
 * both. What ends in the middle of a mark is left to the parser, which refuses it.
 */
export function refuseNested(text: string): void {
  const within: number[] = [];
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const passage = passages.find(([begin]) => text.startsWith(begin, at));
    if (passage) {
      const [begin, end] = passage;
      at = past(text, end, at + begin.length);
    } else if (text.startsWith('</', at)) {
      within.pop();
      at = past(text, '>', at);
    } else {
      const tag = tagAt(text, at);
      const attributes = tag.attributes + (within.at(-1) ?? 0);
      const levels = within.length + 1;
      if (levels > MOST_LEVELS) throw tooDeep(`${levels} levels`, `${MOST_LEVELS} levels`);
      if (attributes > MOST_ATTRIBUTES)
        throw tooDeep(`${attributes} × =`, `${MOST_ATTRIBUTES} × =`);
      if (!tag.isEmpty) within.push(attributes);
      at = tag.end;
    }
  }
}

/** Where the text goes on after a mark; at its end where there is none. */
function past(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

/** Where a tag ends and how many attributes it has: a `>` and a `=` within quotes are neither. */
function tagAt(text: string, from: number) {
  let attributes = 0;
  for (let at = from + 1; at < text.length; at++) {
    const letter = text[at];
    if (letter === '=') attributes++;
    else if (letter === '"' || letter === "'") {
      at = past(text, letter, at + 1) - 1;
    } else if (letter === '>') return { end: at + 1, attributes, isEmpty: text[at - 1] === '/' };
  }
  return { end: text.length, attributes, isEmpty: false };
}

const tooDeep = (given: string, allowed: string): Unreadable =>
  new Unreadable('too-deep', { where: '/', given, allowed });
