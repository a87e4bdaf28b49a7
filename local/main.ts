import { RecordsInUse } from './cloud/records-lock.ts';
import { InputsRefused } from './inputs/problems.ts';
import { readInputs } from './inputs/read-inputs.ts';
import { help, type Options, OptionsRefused, parseOptions } from './options.ts';
import { RecordsRefused, recordsDirectory } from './records-directory.ts';
import { showMonth } from './report/month-lines.ts';
import { progressOn } from './report/progress.ts';
import { writeResultJson } from './report/result-json.ts';
import { yearSummary } from './report/summary.ts';
import { yearTable } from './report/table.ts';
import { timingsText } from './report/timings.ts';
import { runYear, type YearOutcome } from './run-year.ts';

/** Runs the year as asked, and prints it. Gives the process's exit code. */
async function run(options: Options): Promise<number> {
  // Refused before anything is written, or even bundled.
  const inputs = await readInputs(options.inputs);
  const { synthesize } = await import('../infra/synthesize.ts');
  const progress = progressOn(process.stdout);
  progress.live('Bundling and synthesizing; this is done once …');
  const beforeSynthesis = performance.now();
  const { assembly } = await synthesize();
  const synthesizedMs = performance.now() - beforeSynthesis;
  const records = recordsDirectory(options.records, inputs, assembly);
  const outcome = await runYear({
    inputs,
    assembly,
    records,
    approve: options.approve,
    until: options.until,
    timed: options.timings,
    onMonth: (month, year, waiting) => showMonth(progress, month, year, waiting),
    onTime: (now) => progress.live(now.slice(0, 10)),
  });
  progress.end();
  print(outcome, records);
  if (options.json) await writeResultJson(options.json, outcome.result);
  if (options.timings)
    process.stdout.write(
      timingsText({ ...outcome.timings, synthesizedMs, wholeMs: performance.now() }),
    );
  const wrong = outcome.checks.filter(({ held }) => !held).length;
  return outcome.failed.length + outcome.findings.length + wrong > 0 ? 1 : 0;
}

function print(outcome: YearOutcome, records: string): void {
  const { result, checks, waiting, failed, findings } = outcome;
  process.stdout.write(`\n${yearTable(result, checks)}\n${yearSummary(result, waiting)}`);
  process.stdout.write(`records   ${records}\n`);
  for (const { where, what } of findings) process.stdout.write(`wrong     ${where} ${what}\n`);
  for (const { name, why } of failed) process.stdout.write(`failed    ${name}: ${why}\n`);
}

/** What a person can put right themselves is said in a sentence; everything else keeps its stack. */
function explain(error: unknown): number {
  if (
    error instanceof OptionsRefused ||
    error instanceof RecordsRefused ||
    error instanceof RecordsInUse
  ) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  if (error instanceof InputsRefused) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  throw error;
}

/** `npm start`: gives the process's exit code, 0 when every check held. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const options = parseOptions(args);
    if (options !== 'help') return await run(options);
    process.stdout.write(help);
    return 0;
  } catch (error) {
    return explain(error);
  }
}
