/** What went wrong in words for whoever gave the command, and the exit code. */
export interface Said {
  readonly text: string;
  readonly exitCode: number;
}

/** What the system says, in words, and what can be done about it. */
const bySystem: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make room there',
  EDQUOT: 'the space that this user may take is used up. Make room there',
  EFBIG: 'the file may not grow any more. Make room, or raise the limit of file sizes',
  EROFS: 'it lies on a medium that is only read. Name a directory that can be written to',
  EACCES: 'this user may not. Give the right to it, or name another place',
  EPERM: 'this user may not. Give the right to it, or name another place',
  EISDIR: 'a directory lies where a file should be. Move it away, or name a file',
  ENOTDIR: 'a file lies where a directory should be. Move it away, or name a directory',
  ENOENT: 'it is not there. Name one that is',
  EIO: 'the disk cannot be read or written. Check the disk, and go on with a copy of the directory',
  EMFILE: 'too many files are open. Close other programs, or raise the limit of open files',
  ENFILE: 'too many files are open. Close other programs, or raise the limit of open files',
  ELOOP: 'its links lead in a circle. Name a place without them',
  ENAMETOOLONG: 'its name is too long. Name a shorter one',
};

/** What the embedded database says when its files are not what it wrote. */
const DAMAGED = /^LEVEL_(CORRUPTION|IO_ERROR|DATABASE_NOT_OPEN|LOCKED|NOT_FOUND)$/;

interface Carried {
  readonly code?: unknown;
  readonly path?: unknown;
  readonly syscall?: unknown;
  readonly exitCode?: unknown;
  readonly cause?: unknown;
}

/**
 * An error that has reached the outermost shell, as a sentence that says what is wrong and what to do. Errors of ours say it themselves
 * and bring their exit code; those of the system, of the command line and of the embedded database are put into words here. Everything
 * else is a fault of the program: it is said to be one, and `stack` shows where, for whoever looks for it.
 */
export function errorSentence(error: unknown, stack = process.env.STACK === '1'): Said {
  const said = known(error, 0) ?? {
    text: `This is a fault of the program, and nothing that was given is to blame: ${messageOf(error)}\nWhat was recorded stands, and the same command goes on from there. STACK=1 before the command shows where it is.`,
    exitCode: 1,
  };
  const where = stack && error instanceof Error ? `\n${error.stack}` : '';
  return { ...said, text: said.text + where };
}

/** How far behind an error its causes are looked at. */
const DEPTH = 4;

function known(error: unknown, depth: number): Said | undefined {
  if (typeof error !== 'object' || error === null || depth > DEPTH) return undefined;
  const { code, path, syscall, exitCode, cause }: Carried = error;
  if (typeof exitCode === 'number') return { text: messageOf(error), exitCode };
  if (typeof code === 'string') {
    if (code.startsWith('ERR_PARSE_ARGS')) return { text: messageOf(error), exitCode: 2 };
    if (Object.hasOwn(bySystem, code))
      return {
        text: `${typeof path === 'string' ? path : `The system could not ${String(syscall ?? 'do that')}`}: ${bySystem[code]}, and give the command again: what was recorded stands.`,
        exitCode: 1,
      };
  }
  const behind = known(cause, depth + 1);
  if (behind !== undefined) return behind;
  return typeof code === 'string' && DAMAGED.test(code) ? ofDatabase(messageOf(error)) : undefined;
}

/** The embedded database passes on what the system said in its own words. */
function ofDatabase(message: string): Said {
  const [, bySystemsWords] = systemsWords.find(([words]) => message.includes(words)) ?? [];
  const what =
    bySystemsWords === undefined
      ? 'Keep the directory as it is, and bring the record back from a copy (docs/runbook.md, "Restore the record").'
      : `That is: ${bySystem[bySystemsWords]}, and give the command again: what was recorded stands.`;
  return {
    text: `The record's database cannot be opened or read: ${message}\n${what}`,
    exitCode: 1,
  };
}

const systemsWords = [
  ['Permission denied', 'EACCES'],
  ['Read-only file system', 'EROFS'],
  ['No space left on device', 'ENOSPC'],
  ['File too large', 'EFBIG'],
] as const;

const messageOf = (error: unknown): string =>
  error instanceof Error ? `${error.message}` : String(error);
