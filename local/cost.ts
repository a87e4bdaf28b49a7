import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { costOfYear, isCounted } from './cost/cost-of-year.ts';
import { countYear } from './cost/count-year.ts';
import { goalsOf } from './cost/goals.ts';
import { writeWhole } from './record/write-whole.ts';
import { costJson } from './report/cost-json.ts';
import { COST_PAGE, costPage } from './report/cost-page.ts';
import { costText } from './report/cost-text.ts';
import { argumentsOnce, CommandRefused, runCommand } from './run-command.ts';

const usage = `Counts what the sample year uses of AWS, request by request, and prices it.

  npm run cost -- [--records DIR] [--json FILE] [--write]

  --records DIR  an empty directory to run the year in, or one that this command has run it in; default: one in .records for
                 each version of the code
  --json FILE    writes the same as JSON
  --write        brings ${COST_PAGE} up to date

The year runs as by npm start, but each call of a function in an environment of its own, as after a pause in Lambda: that takes
some minutes. Exit code 0: both goals are held. 1: one is not. 2: the command cannot be followed, or a resource has no price.
`;

async function main(): Promise<number> {
  const { values, positionals } = argumentsOnce({
    allowPositionals: true,
    options: {
      records: { type: 'string' },
      json: { type: 'string' },
      write: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help || positionals.length > 0) {
    process.stdout.write(usage);
    return values.help ? 0 : 2;
  }
  const { synthesize } = await import('../infra/synthesize.ts');
  const { assembly } = await synthesize();
  const { assembly: deployed } = await synthesize();
  const records = values.records === undefined ? usualPlace(assembly) : resolve(values.records);
  if (!isCounted(records)) {
    refuseIfUsed(records);
    const inputs = fileURLToPath(new URL('./sample-2021', import.meta.url));
    await countYear(inputs, assembly, records, (month) =>
      process.stderr.write(`${month} is counted\n`),
    );
  }
  const cost = costOfYear(records, assembly, deployed);
  const goals = goalsOf(cost);
  const text = costText(cost, goals);
  process.stdout.write(text);
  if (values.json) writeWhole(values.json, costJson(cost, goals));
  if (values.write) writeWhole(COST_PAGE, costPage(text));
  return goals.every(({ held }) => held) ? 0 : 1;
}

/** One for each version of the code; a year that was interrupted there is begun anew, for it cannot be counted on. */
function usualPlace(assembly: string): string {
  const records = resolve('.records', `cost-${basename(assembly).slice(0, 12)}`);
  if (!isCounted(records)) rmSync(records, { recursive: true, force: true });
  return records;
}

function refuseIfUsed(records: string): void {
  if (!existsSync(records) || readdirSync(records).length === 0) return;
  throw new CommandRefused(
    `--records: ${records} is not empty, and the year in it was not counted to its end. Allowed: an empty directory, or one that npm run cost has counted a year in.${existsSync(join(records, 'year.json')) ? ' What npm start recorded does not say what was read.' : ''}`,
  );
}

await runCommand(main);
