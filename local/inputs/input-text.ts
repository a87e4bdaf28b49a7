import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type InputFile, type InputText, inputFiles } from './input-files.ts';
import type { Problems } from './problems.ts';
import { sha256 } from './sha256.ts';

const LINE_FEED = 0x0a;

/** Refuses a path that is no directory, with a message for the person who gave it. Null when it is one. */
export async function noDirectory(directory: string): Promise<string | null> {
  try {
    if ((await stat(directory)).isDirectory()) return null;
    return `given a file, allowed: a directory that holds ${inputFiles.join(', ')}`;
  } catch (error) {
    return `given a directory that cannot be read (${reasonOf(error)}), allowed: one that holds ${inputFiles.join(', ')}`;
  }
}

/** Reads one file of the directory. Notes a problem and gives undefined when it is missing, empty or not UTF-8. */
export async function inputText(
  directory: string,
  file: InputFile,
  problems: Problems,
): Promise<InputText | undefined> {
  let bytes: Uint8Array;
  try {
    const path = join(directory, file);
    const what = notAFile(await stat(path));
    if (what !== undefined) {
      problems.note(null, `given ${what}, allowed: a file that can be read`);
      return undefined;
    }
    bytes = await readFile(path);
  } catch (error) {
    problems.note(
      null,
      `given no such file (${reasonOf(error)}), allowed: a file that can be read`,
    );
    return undefined;
  }
  return textOf(bytes, problems);
}

/** What lies there instead of a file. A pipe would be waited for without end. */
function notAFile(found: Stats): string | undefined {
  if (found.isFile()) return undefined;
  if (found.isDirectory()) return 'a directory';
  return found.isFIFO() ? 'a pipe' : 'what is neither file nor directory';
}

/** The text of a file's bytes, without its byte order mark. Notes a problem when it is empty or not UTF-8. */
export function textOf(bytes: Uint8Array, problems: Problems): InputText | undefined {
  const text = utf8(bytes);
  if (text === undefined) {
    problems.note(firstLineNotUtf8(bytes), 'given bytes that are no UTF-8, allowed: UTF-8 text');
    return undefined;
  }
  if (text.trim() === '') {
    problems.note(null, 'given an empty file, allowed: the file that README.md describes');
    return undefined;
  }
  return { text, hash: sha256(bytes) };
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A line feed is never part of a longer UTF-8 sequence, so each line can be tried by itself. */
function firstLineNotUtf8(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start <= bytes.length; line += 1) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed;
    if (utf8(bytes.subarray(start, end)) === undefined) return line;
    start = end + 1;
  }
  return line;
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'it does not exist',
    ENOTDIR: 'a part of its path is a file',
    EACCES: 'no permission',
  };
  return reasons[code] ?? code;
}
