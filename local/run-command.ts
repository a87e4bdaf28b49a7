import { type ParseArgsConfig, parseArgs } from 'node:util';
import { errorSentence } from './report/error-sentence.ts';

/** The command cannot be followed; says what was given and what is allowed. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
  readonly exitCode = 2;
}

/** What follows a command, as parseArgs reads it. Refused besides: an option given twice, of which parseArgs keeps the last. */
export function argumentsOnce<T extends ParseArgsConfig>(
  config: T,
): ReturnType<typeof parseArgs<T>> {
  const { tokens = [] } = parseArgs({ ...config, tokens: true }) as {
    readonly tokens?: readonly { readonly kind: string; readonly name?: string }[];
  };
  const names = tokens.flatMap(({ kind, name }) => (kind === 'option' && name ? [name] : []));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new CommandRefused(`Option --${twice} was given twice. Allowed: once.`);
  return parseArgs(config);
}

/** What a shell gives as the exit code of a tool whose reader has gone: 128 and the number of SIGPIPE. */
const READER_GONE = 141;

/** Whoever reads has read enough, such as `head -1`: nobody is left to tell anything, and nothing is at fault. */
function endWithReader(out: NodeJS.WriteStream): void {
  out.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(READER_GONE);
  });
}

/**
 * The outermost shell of every command: its exit code is what `main` gives. Whatever goes wrong, also where nobody waits for it, ends
 * the process with a sentence and an exit code other than 0. Nothing is half done then: whatever is written is written so that a
 * process may end at any moment.
 */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  const fail = (error: unknown): void => {
    const { text, exitCode } = errorSentence(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = exitCode;
  };
  process.on('uncaughtException', (error) => {
    fail(error);
    process.exit();
  });
  endWithReader(process.stdout);
  endWithReader(process.stderr);
  try {
    process.exitCode = await main();
  } catch (error) {
    fail(error);
  }
}
