import { type ParseArgsConfig, parseArgs } from 'node:util';

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

/**
 * Runs a command that reads a record offline; its exit code is what `main` gives. What says an exit code, and what parseArgs refuses, is
 * for whoever gave the command: one line and 2. Everything else keeps its stack.
 */
export async function runOffline(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    const isForReader = error instanceof Error && ('exitCode' in error || 'code' in error);
    if (!isForReader) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
