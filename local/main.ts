import { conductText } from './bank/conduct.ts';
import { readInputs } from './inputs/read-inputs.ts';
import { help, type Options, parseOptions } from './options.ts';
import { recordsDirectory } from './records-directory.ts';
import { showMonth } from './report/month-lines.ts';
import { lossLine, progressOn, unendedLine, waitingLine } from './report/progress.ts';
import { writeResultJson } from './report/result-json.ts';
import { servingText } from './report/serving-text.ts';
import { yearSummary } from './report/summary.ts';
import { yearTable } from './report/table.ts';
import { timingsText } from './report/timings.ts';
import { troublesTable } from './report/troubles.ts';
import { buildConsole } from './serving/build-console.ts';
import { LoopbackServer } from './serving/loopback-server.ts';
import { noteServing } from './serving/serving-note.ts';
import { untilInterrupted } from './serving/until-interrupted.ts';
import { LiveYear } from './year/live-year.ts';
import type { YearOutcome } from './year/year-outcome.ts';
import type { YearRun } from './year/year-run.ts';

/** Real time for which the clock stands still after somebody has acted: long enough to see it and take it back. */
const GRACE_MS = 2000;

/** Runs the year as asked, prints it, and serves it. Gives the process's exit code. */
async function run(options: Options): Promise<number> {
  // Refused before anything is written, or even bundled; so is a port that is taken.
  const inputs = await readInputs(options.inputs);
  const server = await LoopbackServer.listen(options.serve ? options.port : 0);
  try {
    const { synthesize } = await import('../infra/synthesize.ts');
    const progress = progressOn(process.stdout);
    const console = options.serve ? buildConsole() : null;
    // Waited for before anybody is told where it is; until then its failure is nobody's.
    console?.catch(() => undefined);
    progress.live('Bundling and synthesizing; this is done once …');
    const beforeSynthesis = performance.now();
    const { assembly } = await synthesize();
    const synthesizedMs = performance.now() - beforeSynthesis;
    const { bank } = options;
    const records = recordsDirectory(options.records, inputs, assembly, conductText(bank));
    const yearRun: YearRun = {
      ...{ inputs, assembly, records, bank },
      approve: options.approve,
      until: options.until,
      timed: options.timings,
      graceMs: GRACE_MS,
      onMonth: (month, year, waiting) => showMonth(progress, month, year, waiting),
      onTime: (now) => progress.live(now.slice(0, 10)),
      onUnended: () => progress.print(unendedLine),
      onLoss: (cases) => progress.print(lossLine(cases)),
      onWaiting: (waiting) => {
        for (const each of waiting) progress.print(waitingLine(each.since.slice(0, 7), each));
      },
    };
    const year = await LiveYear.open(yearRun, server, console);
    try {
      await console;
      return await lived(year, options, server, { records, synthesizedMs, progress });
    } finally {
      await year.close();
    }
  } finally {
    await server.close();
  }
}

interface Place {
  readonly records: string;
  readonly synthesizedMs: number;
  readonly progress: ReturnType<typeof progressOn>;
}

/** Runs the months, says what came of them, and serves until it is interrupted. */
async function lived(
  year: LiveYear,
  options: Options,
  server: LoopbackServer,
  { records, synthesizedMs, progress }: Place,
): Promise<number> {
  const { approve, serve } = options;
  const interrupted = serve ? untilInterrupted(() => year.stop()) : undefined;
  const forget = serve ? noteServing(server.origin) : () => undefined;
  try {
    if (serve && approve === 'console') progress.print(servingText(server.origin, approve));
    const reached = await year.runMonths(serve ? 'wait' : 'stop');
    progress.end();
    const outcome = await year.outcome();
    if (reached !== 'stopped') await tell(outcome, options, records, synthesizedMs);
    if (serve && reached !== 'stopped') {
      if (approve === 'auto') process.stdout.write(`\n${servingText(server.origin, approve)}`);
      await Promise.all([interrupted, year.runOn()]);
      await year.outcome(); // The record has grown by what people did; its heads are noted anew.
    }
    return exitCode(outcome);
  } finally {
    forget();
  }
}

async function tell(
  outcome: YearOutcome,
  options: Options,
  records: string,
  synthesizedMs: number,
): Promise<void> {
  print(outcome, records);
  if (options.json) await writeResultJson(options.json, outcome.result);
  if (!options.timings) return;
  const timings = { ...outcome.timings, synthesizedMs, wholeMs: performance.now() };
  process.stdout.write(timingsText(timings));
}

function exitCode({ checks, failed, findings, standing }: YearOutcome): number {
  const wrong = checks.filter(({ held }) => !held).length;
  return failed.length + findings.length + standing.length + wrong > 0 ? 1 : 0;
}

function print(outcome: YearOutcome, records: string): void {
  const { result, checks, waiting, failed, findings, standing } = outcome;
  process.stdout.write(`\n${yearTable(result, checks)}\n${yearSummary(result, waiting)}`);
  if (result.bank) process.stdout.write(`\n${troublesTable(result.bank)}\n`);
  process.stdout.write(`records   ${records}\n`);
  for (const { where, what } of findings) process.stdout.write(`wrong     ${where} ${what}\n`);
  for (const { name, why } of failed) process.stdout.write(`failed    ${name}: ${why}\n`);
  for (const { name, why } of standing) process.stdout.write(`open      ${name}: ${why}\n`);
}

/** `npm start`: gives the process's exit code, 0 when every check held and nothing stands still. */
export async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  if (options !== 'help') return await run(options);
  process.stdout.write(help);
  return 0;
}
