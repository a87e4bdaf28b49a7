import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FoundStream } from '../core/record/verify.ts';
import { shownTally, talliedOf } from '../functions/api/operations/read-tally.ts';
import type { TallyPorts } from '../functions/shared/tally.ts';
import { refuseOdd } from './record/odd-entries.ts';
import { ReadOnlyRecords } from './record/read-only-records.ts';
import { recordAt } from './record/record-at.ts';
import { writeWhole } from './record/write-whole.ts';
import { tallyText } from './report/tally-tables.ts';
import { argumentsOnce, CommandRefused, runCommand } from './run-command.ts';

const usage = `Reconciles what was paid, to the öre: prepared = approved = filed = settled + returned + outstanding,
and nothing moved without an order, or as no payment from here, that nobody has looked into.

  npm run reconcile -- [--records DIR] [--year YYYY] [--all] [--json FILE]

  --records DIR  a records directory of npm start; default: the one in .records that was used last
  --year YYYY    the calendar year of the payments; default: every year that has some, or a report of the bank's
  --all          a line for every payee of every run, too
  --json FILE    writes the same as JSON

What was filed is read from the stored payment files. Exit code 0: everything is equal. 1: something differs, and it is
printed by payee with both sides. 2: the command cannot be followed.
`;

async function main(): Promise<number> {
  const { values, positionals } = argumentsOnce({
    allowPositionals: true,
    options: {
      records: { type: 'string' },
      year: { type: 'string' },
      all: { type: 'boolean' },
      json: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help || positionals.length > 0) {
    process.stdout.write(usage);
    return values.help ? 0 : 2;
  }
  const records = directory(values.records);
  refuseOdd(records);
  progress(`Reading the record in ${records} …`);
  const found = await recordAt(records);
  const ports = portsOf(found, records);
  const tallies = [];
  for (const year of yearsAsked(values.year, found)) {
    progress(`Counting ${year} …`);
    tallies.push(shownTally(year, await talliedOf(ports, year), 'en'));
  }
  if (values.json) writeWhole(values.json, `${JSON.stringify({ years: tallies }, null, 2)}\n`);
  for (const tally of tallies) process.stdout.write(`${tallyText(tally, values.all ?? false)}\n`);
  if (tallies.length === 0) process.stdout.write('✓ nothing was paid.\n');
  return tallies.every(({ holds }) => holds) ? 0 : 1;
}

/** The directory that was named, or the one that was written to last of those that npm start makes. */
function directory(named: string | undefined): string {
  if (named !== undefined) {
    if (existsSync(named)) return resolve(named);
    throw new CommandRefused(`--records: there is no ${named}.`);
  }
  const usual = existsSync('.records') ? readdirSync('.records') : [];
  const [latest] = usual
    .map((name) => join('.records', name))
    .filter((each) => existsSync(join(each, 'table')))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (latest) return resolve(latest);
  throw new CommandRefused(
    'There is no record in .records; run npm start, or name one with --records.',
  );
}

function yearsAsked(given: string | undefined, found: readonly FoundStream[]): readonly number[] {
  if (given !== undefined) {
    if (/^[0-9]{4}$/.test(given)) return [Number(given)];
    throw new CommandRefused(`--year: given "${given}", allowed: YYYY.`);
  }
  // Every release leaves an order to the bank, and every voucher a journal; either may be what is missing. And money may move beside.
  const years = found.flatMap(({ partition, events }) => {
    const [kind, year] = partition.split('#');
    if (kind === 'JOURNAL' || kind === 'BANK') return [Number(year)];
    return kind === 'ORDER'
      ? events.map(({ event }) =>
          Number(String((event as { executionDay?: string }).executionDay).slice(0, 4)),
        )
      : [];
  });
  return [...new Set(years)].sort();
}

/** The record as it was read, and the stored files: an object's key is its path in the folder. */
const portsOf = (found: readonly FoundStream[], records: string): TallyPorts => ({
  records: new ReadOnlyRecords(found),
  paymentFiles: {
    read: (name) => {
      const file = join(records, 'payment-files', ...name.split('/'));
      return Promise.resolve(existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined);
    },
  },
});

const progress = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

await runCommand(main);
