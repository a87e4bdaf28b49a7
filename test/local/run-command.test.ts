import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

describe('A command whose reader has gone, as of `| head -1`', () => {
  const local = join(import.meta.dirname, '../../local');

  it.each(['start', 'verify', 'reconcile', 'restore-drill', 'cost'])(
    'ends quietly, as other tools do: npm run %s',
    async (name) => {
      const child = spawn(process.execPath, [join(local, `${name}.ts`), '--help']);
      child.stdout.destroy();
      let said = '';
      child.stderr.on('data', (part) => {
        said += String(part);
      });
      const [code] = await once(child, 'close');
      expect([said, code]).toEqual(['', 141]);
    },
  );

  it('ends also in the middle of what it says, and whatever else goes wrong is said', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'statsbidrag-'));
    const file = join(folder, 'command.ts');
    const body = (act: string) =>
      `import { runCommand } from '${join(local, 'run-command.ts')}';\nawait runCommand(async () => { ${act} });\n`;
    const ended = async (act: string) => {
      writeFileSync(file, body(act));
      const child = spawn(process.execPath, [file]);
      child.stdout.once('data', () => child.stdout.destroy());
      let said = '';
      child.stderr.on('data', (part) => {
        said += String(part);
      });
      const [code] = await once(child, 'close');
      return [said, code];
    };
    try {
      const forever =
        "for (;;) { process.stdout.write('line\\n'); await new Promise(setImmediate); }";
      expect(await ended(forever)).toEqual(['', 141]);
      const [said, code] = await ended(
        "process.stdout.emit('error', new Error('other')); return 0;",
      );
      expect([said, code]).toEqual([expect.stringContaining('other'), 1]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
