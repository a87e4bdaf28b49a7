import { describe, expect, it } from 'vitest';
import { argumentsOnce } from '../../local/run-command.ts';

const options = { head: { type: 'string' }, all: { type: 'boolean', short: 'a' } } as const;
const read = (...args: string[]) => argumentsOnce({ args, options, allowPositionals: true });

describe('What follows a command', () => {
  it('is read as it stands', () => {
    expect(read('records', '--head', 'h', '-a')).toMatchObject({
      values: { head: 'h', all: true },
      positionals: ['records'],
    });
  });

  it.each([
    [['--head', 'one', '--head', 'two'], 'head'],
    [['--head=one', '--head=one'], 'head'],
    [['-a', '--all'], 'all'],
  ])('is refused when an option is given twice: %j', (args, name) => {
    expect(() => read(...args)).toThrow(
      expect.objectContaining({
        message: `Option --${name} was given twice. Allowed: once.`,
        exitCode: 2,
      }),
    );
  });

  it('is refused as parseArgs refuses it, with a code for whoever gave it', () => {
    expect(() => read('--other')).toThrow(
      expect.objectContaining({ code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' }),
    );
  });
});
