import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Month, parseMonth } from '../core/calendar/month.ts';
import { type Conduct, parseConduct } from './bank/conduct.ts';
import { FIRST_MONTH, LAST_MONTH } from './inputs/run-days.ts';

/** What `npm start` was asked to do. Paths are absolute. */
export interface Options {
  /** The directory of inputs; the bundled sample when none was named. */
  readonly inputs: string;
  /** Where the result is written as JSON; null for nowhere. */
  readonly json: string | null;
  /** Whether to go on serving when the year has ended. */
  readonly serve: boolean;
  /** Where on loopback; 0 for any port that is free. */
  readonly port: number;
  /** The directory of records; null for the usual place. */
  readonly records: string | null;
  /** 'auto': two local officials approve. 'console': the run waits for people. */
  readonly approve: 'auto' | 'console';
  /** How the local bank answers. */
  readonly bank: Conduct;
  /** The last simulated month; null for the whole year. */
  readonly until: Month | null;
  /** Whether to print where the time went. */
  readonly timings: boolean;
}

/** The command line cannot be followed. Nothing has been read or written; the process ends with `exitCode`. */
export class OptionsRefused extends Error {
  override readonly name = 'OptionsRefused';
  readonly exitCode = 2;

  constructor(what: string) {
    super(`${what}\nRun "npm start -- --help" for all options.`);
  }
}

export const DEFAULT_PORT = 8021;

const sample = fileURLToPath(new URL('./sample-2021', import.meta.url));

const types = {
  inputs: { type: 'string' },
  json: { type: 'string' },
  'no-serve': { type: 'boolean' },
  port: { type: 'string' },
  records: { type: 'string' },
  approve: { type: 'string' },
  bank: { type: 'string' },
  until: { type: 'string' },
  timings: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Name = keyof typeof types;
const names = Object.keys(types) as Name[];
const isName = (text: string): text is Name => Object.hasOwn(types, text);

export const help = `Runs the 2021 grant year from its opening to the settlement in May 2022, under a simulated clock,
and serves the console and the API on this machine.

  npm start -- [options]

  --inputs DIR      a directory in the format of local/sample-2021/README.md (default: that sample)
  --json FILE       write the result as JSON
  --records DIR     where the records lie; a run that was interrupted goes on from them
  --approve WHO     auto: local officials approve (default); console: the year waits for people who sign in
  --bank HOW        calm: the local bank books everything on its day (default); troubled: some payments are rejected,
                    come back or are late; or a mix in per cent: reject=3,return=5,delay=20,duplicate=10,seed=7
  --until YYYY-MM   stop after that month, ${FIRST_MONTH} to ${LAST_MONTH}; start again without it to go on
  --port N          serve the console and the API on that port of this machine (default: ${DEFAULT_PORT}; 0: any free one)
  --no-serve        serve nobody: end when the year has ended, or waits for a person
  --timings         print where the time went
  --help            this text
`;

/**
 * Reads the arguments that follow `npm start --`. Gives 'help' when it was asked for.
 *
 * Throws OptionsRefused for an unknown option, one given twice, a missing value or one too many, and a month outside the
 * year's run.
 */
export function parseOptions(args: readonly string[]): Options | 'help' {
  const given = valuesOf(args);
  if (given.has('help')) return 'help';
  const path = (name: Name): string | null => {
    const value = given.get(name);
    return value === undefined ? null : resolve(value);
  };
  return {
    inputs: path('inputs') ?? sample,
    json: path('json'),
    serve: !given.has('no-serve'),
    port: portOf(given.get('port')),
    records: path('records'),
    approve: approver(given.get('approve') ?? 'auto'),
    bank: conductOf(given.get('bank') ?? 'calm'),
    until: lastMonth(given.get('until')),
    timings: given.has('timings'),
  };
}

function valuesOf(args: readonly string[]): Map<Name, string> {
  // Not strict: the tokens are checked here, so that every refusal says what is allowed.
  const { tokens } = parseArgs({ args: [...args], options: types, strict: false, tokens: true });
  const given = new Map<Name, string>();
  for (const token of tokens) {
    if (token.kind !== 'option') {
      const what = token.kind === 'positional' ? token.value : '--';
      throw new OptionsRefused(`"${what}" is no option. Allowed: ${listed()}.`);
    }
    const { name, rawName, value, inlineValue } = token;
    if (!isName(name)) {
      throw new OptionsRefused(`Unknown option ${rawName}. Allowed: ${listed()}.`);
    }
    if (given.has(name)) {
      throw new OptionsRefused(`Option ${rawName} was given twice. Allowed: once.`);
    }
    const takesValue = types[name].type === 'string';
    if (takesValue && (!value || (!inlineValue && value.startsWith('-')))) {
      throw new OptionsRefused(
        `Option ${rawName} needs a value, such as ${rawName} ${example(name)}.`,
      );
    }
    if (!takesValue && value !== undefined) {
      throw new OptionsRefused(`Option ${rawName} takes no value (given "${value}").`);
    }
    given.set(name, value ?? '');
  }
  return given;
}

function approver(text: string): Options['approve'] {
  if (text === 'auto' || text === 'console') return text;
  throw new OptionsRefused(`--approve: given "${text}", allowed: auto, console.`);
}

function conductOf(text: string): Conduct {
  try {
    return parseConduct(text);
  } catch (error) {
    if (error instanceof RangeError) throw new OptionsRefused(`--bank: ${error.message}`);
    throw error;
  }
}

/** A port as text; the default one when none was given. Refuses what is no port. */
export function portOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new OptionsRefused(`--port: given "${text}", allowed: 0 to 65535.`);
}

function lastMonth(text: string | undefined): Month | null {
  if (text === undefined) return null;
  const month = monthOrNull(text);
  if (month !== null && FIRST_MONTH <= month && month <= LAST_MONTH) return month;
  throw new OptionsRefused(
    `--until: given "${text}", allowed: a month of the year's run, ${FIRST_MONTH} to ${LAST_MONTH}.`,
  );
}

function monthOrNull(text: string): Month | null {
  try {
    return parseMonth(text);
  } catch {
    return null;
  }
}

function listed(): string {
  return names.map((name) => `--${name}`).join(', ');
}

function example(name: Name): string {
  const examples: Partial<Record<Name, string>> = {
    approve: 'auto',
    bank: 'troubled',
    until: '2021-09',
    port: '8021',
    json: 'result.json',
  };
  return examples[name] ?? 'some/directory';
}
