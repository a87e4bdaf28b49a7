import type { Texts } from '../contract/api/problem-type.ts';
import type { EntryProblem } from '../shared/entry-errors.ts';
import { cut } from '../shared/filled.ts';

/** Whoever takes note of what is wrong with a table: where it stands, what was given, what is allowed. */
export interface Notes {
  /**
   * The line is counted from 1 with the header row; null when it is about no single line. Columns as the table names them, joined
   * by a comma, or '' when it is about no column.
   */
  wrong(line: number | null, columns: string, given: Texts, allowed: Texts): void;
}

export const texts = (sv: string, en: string): Texts => ({ sv, en });

/** What is the same in both languages. */
export const same = (text: string): Texts => ({ sv: text, en: text });

/** A row that ought to be there is not. */
export const noRowOf = (...keys: readonly string[]): Texts =>
  texts(`ingen rad för ${keys.join(' och ')}`, `no row of ${keys.join(' and ')}`);

const LONGEST_SHOWN = 60;

/** What was given, in quotes with its control characters visible, cut when it is long. */
export function shownText(text: string): string {
  return JSON.stringify(cut(text, LONGEST_SHOWN));
}

/** Notes for the API: each with its place under `/csv` as line and column. */
export class EntryNotes implements Notes {
  readonly found: EntryProblem[] = [];

  wrong(line: number | null, columns: string, given: Texts, allowed: Texts): void {
    const place = [...(line === null ? [] : [String(line)]), ...(columns === '' ? [] : [columns])];
    this.found.push({
      pointer: ['/csv', ...place].join('/'),
      detail: {
        sv: `angivet: ${given.sv}; tillåtet: ${allowed.sv}`,
        en: `given ${given.en}, allowed: ${allowed.en}`,
      },
    });
  }
}
