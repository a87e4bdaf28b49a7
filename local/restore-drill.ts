import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseMonth } from '../core/calendar/month.ts';
import { lockRecords } from './cloud/records-lock.ts';
import { readInputs } from './inputs/read-inputs.ts';
import { recordsDirectory } from './records-directory.ts';
import { restoreDrill } from './restore/drill.ts';
import { argumentsOnce, CommandRefused, runCommand } from './run-command.ts';
import { runYear } from './run-year.ts';

const usage = `Drills the restore of the record: exports its table, deletes it, makes a new one, imports, and proves that nothing is missing.

  npm run restore-drill -- [--records DIR] [--inputs DIR] [--keep DIR]

  --records DIR  a records directory of npm start, which is copied and not touched; default: the sample year up to May 2021 is
                 run first, so that a payment is under way when the table is lost
  --inputs DIR   the inputs that its year goes on with after the restore; default: the sample
  --keep DIR     where the copy, the export and the restored table are left; default: removed afterwards

In AWS: docs/runbook.md, "Restore the record". Exit code 0: everything is as it was, and the payments under way went on without
paying twice. 1: it is not, and every difference is printed. 2: the command cannot be followed.
`;

const sample = fileURLToPath(new URL('./sample-2021', import.meta.url));
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function main(): Promise<number> {
  const { values } = argumentsOnce({
    options: {
      records: { type: 'string' },
      inputs: { type: 'string' },
      keep: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (values.records !== undefined && !existsSync(join(values.records, 'table')))
    throw new CommandRefused(`--records: ${values.records} holds no record.`);
  if (values.keep !== undefined && existsSync(values.keep))
    throw new CommandRefused(
      `--keep: ${values.keep} is there already; allowed is a new directory.`,
    );
  const place = values.keep ?? mkdtempSync(join(tmpdir(), 'statsbidrag-drill-'));
  try {
    return await drill(place, values.records, values.inputs ?? sample);
  } finally {
    if (values.keep === undefined) rmSync(place, { recursive: true, force: true });
  }
}

async function drill(place: string, given: string | undefined, from: string): Promise<number> {
  const inputs = await readInputs(from);
  const { synthesize } = await import('../infra/synthesize.ts');
  const { assembly } = await synthesize();
  const directory = join(place, 'records');
  if (given !== undefined) {
    say(`Copying ${given} …`);
    copyRecords(given, directory);
  }
  const records = recordsDirectory(directory, inputs, assembly);
  const year = { inputs, assembly, records, approve: 'auto', onMonth: () => undefined } as const;
  if (given === undefined) {
    say('Running the sample year up to May 2021 …');
    await runYear({ ...year, until: parseMonth('2021-05') });
  }
  const findings = await restoreDrill({ ...year, until: null }, join(place, 'export'), say);
  for (const each of findings) say(`✗ ${each}`);
  say(
    findings.length === 0
      ? '✓ the record was restored, and nothing is missing'
      : `✗ ${findings.length} differences: the restore does not hold`,
  );
  return findings.length === 0 ? 0 : 1;
}

/** Refused while another process uses it: a copy of what is being written would be of no moment. The lock itself is nobody's to copy. */
function copyRecords(given: string, directory: string): void {
  const unlock = lockRecords(given);
  try {
    cpSync(given, directory, { recursive: true, filter: (file) => !/^lock/.test(basename(file)) });
  } finally {
    unlock();
  }
}

await runCommand(main);
