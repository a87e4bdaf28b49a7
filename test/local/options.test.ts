import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConduct } from '../../local/bank/conduct.ts';
import { help, type Options, OptionsRefused, parseOptions } from '../../local/options.ts';

function refusalOf(args: string[]): OptionsRefused {
  try {
    parseOptions(args);
  } catch (error) {
    if (error instanceof OptionsRefused) return error;
    throw error;
  }
  throw new Error(`${args.join(' ')} was accepted.`);
}

describe('npm start', () => {
  it('without options runs the bundled sample to the end, approved by local officials', () => {
    const options = parseOptions([]) as Options;
    expect(options).toEqual({
      inputs: resolve('local/sample-2021'),
      json: null,
      serve: true,
      port: 8021,
      records: null,
      approve: 'auto',
      bank: 'calm',
      until: null,
      timings: false,
    });
    expect(existsSync(join(options.inputs, 'outcome.json'))).toBe(true);
  });

  it('takes every option, with a blank or = before the value; paths become absolute', () => {
    const args =
      '--inputs a --json=b/c.json --no-serve --records /d --approve console --port 0 --bank=late=2';
    expect(parseOptions([...args.split(' '), '--until=2021-09', '--timings'])).toEqual({
      inputs: resolve('a'),
      json: resolve('b/c.json'),
      serve: false,
      port: 0,
      records: '/d',
      approve: 'console',
      bank: parseConduct('late=2'),
      until: '2021-09',
      timings: true,
    });
  });

  it.each([['--help'], ['-h']])('%s asks for help, which names every option', (flag) => {
    expect(parseOptions([flag])).toBe('help');
    for (const option of [
      '--inputs',
      '--json',
      '--records',
      '--approve',
      '--bank',
      '--until',
      '--port',
      '--no-serve',
    ])
      expect(help).toContain(option);
  });

  it.each(['2021-02', '2022-05', '2023-12'])('runs until %s, a month of the year', (month) => {
    expect(parseOptions(['--until', month])).toMatchObject({ until: month });
  });

  const months = "allowed: a month of the year's run, 2021-02 to 2023-12.";
  const every =
    'Allowed: --inputs, --json, --no-serve, --port, --records, --approve, --bank, --until, --timings, --help.';
  it.each([
    [['--input', 'x'], `Unknown option --input. ${every}`],
    [['-x'], `Unknown option -x. ${every}`],
    [['--serve'], `Unknown option --serve. ${every}`],
    [['--toString'], `Unknown option --toString. ${every}`],
    [['2021'], `"2021" is no option. ${every}`],
    [['--', '--json', 'x'], `"--" is no option. ${every}`],
    [['--json'], 'Option --json needs a value, such as --json result.json.'],
    [['--json='], 'Option --json needs a value, such as --json result.json.'],
    [['--json', ''], 'Option --json needs a value, such as --json result.json.'],
    [['--inputs', '--timings'], 'Option --inputs needs a value, such as --inputs some/directory.'],
    [['--no-serve=yes'], 'Option --no-serve takes no value (given "yes").'],
    [['--json', 'a', '--json', 'b'], 'Option --json was given twice. Allowed: once.'],
    [
      ['--bank', 'wild'],
      '--bank: given "wild", allowed: calm, troubled, or per cent by name such as reject=3,return=5,delay=20,duplicate=10,seed=7; names: reject, return, late, delay, refuse, duplicate, disorder, unknown, unreadable, seed; reject + return + late at most 100.',
    ],
    [['--approve', 'me'], '--approve: given "me", allowed: auto, console.'],
    [['--port', '65536'], '--port: given "65536", allowed: 0 to 65535.'],
    [['--port', '1e3'], '--port: given "1e3", allowed: 0 to 65535.'],
    [['--port'], 'Option --port needs a value, such as --port 8021.'],
    [['--until', '2021-13'], `--until: given "2021-13", ${months}`],
    [['--until', '2021-9'], `--until: given "2021-9", ${months}`],
    [['--until', '2021-01'], `--until: given "2021-01", ${months}`],
    [['--until', '2024-01'], `--until: given "2024-01", ${months}`],
  ])('%j is refused with exit code 2', (args, message) => {
    const refusal = refusalOf(args);
    expect(refusal.message).toBe(`${message}\nRun "npm start -- --help" for all options.`);
    expect(refusal.exitCode).toBe(2);
  });
});
