/**
 * Runs the whole sample year on AWS's DynamoDB Local, then on the embedded database, and compares what they leave: every item
 * of the table, the files to and from the bank and the result to the byte; the journal of the executions field by field; the
 * notices one by one.
 *
 *   npm run year:dynamodb-local
 *
 * Ends with 1 when anything differs, and with 2 when DynamoDB Local cannot be run here.
 */
import { showMonth } from '../../local/report/month-lines.ts';
import { progressOn } from '../../local/report/progress.ts';
import { folder, removeFolders } from '../helpers/folders.ts';
import { announcedDatabase } from './announced-database.ts';
import { differences, type LeftBehind, leftByYearOn } from './compared-years.ts';
import { startDynamoDbLocal, whyNoDynamoDbLocal } from './dynamodb-local.ts';

// The handlers' loggers are made when they are loaded.
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
const SHOWN = 20;
const say = (text: string) => process.stdout.write(`${text}\n`);
const progress = progressOn(process.stdout);

async function year(on: string, run: () => Promise<LeftBehind>): Promise<LeftBehind> {
  say(`on ${on}`);
  const begun = performance.now();
  const left = await run();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  say(`${left.items} items, head hash ${left.headHash}, ${seconds} s\n`);
  return left;
}

const options = () => ({
  records: folder(),
  onMonth: (
    ...told: Parameters<typeof showMonth> extends [unknown, ...infer Rest] ? Rest : never
  ) => showMonth(progress, ...told),
});

async function compare(): Promise<number> {
  const started = await startDynamoDbLocal();
  try {
    const theirs = await year("AWS's DynamoDB Local", () =>
      leftByYearOn(options(), {
        endpoint: started.endpoint,
        open: announcedDatabase(started.endpoint),
      }),
    );
    const ours = await year('the embedded database', () => leftByYearOn(options()));
    const found = differences(theirs, ours);
    for (const each of found.slice(0, SHOWN)) say(`✗ ${each}`);
    if (found.length > SHOWN) say(`✗ and ${found.length - SHOWN} more`);
    say(
      found.length === 0
        ? `✓ the same to the byte: ${theirs.parts.size} items, files and results`
        : `✗ ${found.length} of ${theirs.parts.size} items, files and results differ`,
    );
    return found.length === 0 ? 0 : 1;
  } finally {
    await started.stop();
  }
}

const why = whyNoDynamoDbLocal();
if (why === undefined) process.exitCode = await compare();
else {
  process.stderr.write(`The year cannot be run on AWS's DynamoDB Local: ${why}.\n`);
  process.exitCode = 2;
}
removeFolders();
