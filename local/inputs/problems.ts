import type { Texts } from '../../functions/contract/api/problem-type.ts';
import type { Notes } from '../../functions/csv/notes.ts';
import { type InputFile, inputFiles } from './input-files.ts';

/** One thing that is wrong with the inputs: where it stands, what was given and what is allowed. */
export interface Problem {
  readonly file: InputFile;
  /** Counted from 1, the header row included; null when the problem is in no single line. */
  readonly line: number | null;
  readonly what: string;
}

/** How many problems a refusal lists; the rest are counted. */
const SHOWN = 20;

/**
 * The inputs are not used, and nothing has been written. The message lists the problems one per line, as
 * `rebates.csv:7: region_code: given "99", allowed: one of 01, 03, …`.
 */
export class InputsRefused extends Error {
  override readonly name = 'InputsRefused';
  readonly exitCode = 2;
  readonly problems: readonly Problem[];

  private constructor(message: string, problems: readonly Problem[]) {
    super(message);
    this.problems = problems;
  }

  static forProblems(directory: string, problems: readonly Problem[]): InputsRefused {
    const listed = inOrder(problems);
    const count = listed.length === 1 ? '1 problem' : `${listed.length} problems`;
    const more = listed.length > SHOWN ? [`and ${listed.length - SHOWN} more`] : [];
    const lines = [
      `The inputs in ${directory} are refused (${count}); nothing was written.`,
      ...listed.slice(0, SHOWN).map(problemLine),
      ...more,
    ];
    return new InputsRefused(lines.join('\n'), listed);
  }

  static forDirectory(directory: string, what: string): InputsRefused {
    return new InputsRefused(
      `The inputs in ${directory} are refused; nothing was written.\n${directory}: ${what}`,
      [],
    );
  }
}

/** A problem as one line of text. */
export function problemLine({ file, line, what }: Problem): string {
  return line === null ? `${file}: ${what}` : `${file}:${line}: ${what}`;
}

/** The problems of one file, as they are found. */
export class Problems implements Notes {
  readonly found: Problem[] = [];
  readonly file: InputFile;

  constructor(file: InputFile) {
    this.file = file;
  }

  note(line: number | null, what: string): void {
    this.found.push({ file: this.file, line, what });
  }

  wrong(line: number | null, columns: string, given: Texts, allowed: Texts): void {
    const place = columns === '' ? '' : `${columns}: `;
    this.note(line, `${place}given ${given.en}, allowed: ${allowed.en}`);
  }
}

/** By file, and in a file by line; what belongs to no line comes last. */
function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      inputFiles.indexOf(a.file) - inputFiles.indexOf(b.file) ||
      (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER),
  );
}
