import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AttributeValue, paginateScan } from '@aws-sdk/client-dynamodb';
import type { Month } from '../../core/calendar/month.ts';
import { canonical, type Json } from '../../core/canonical.ts';
import { synthesize } from '../../infra/synthesize.ts';
import { Database, type OpenDatabase } from '../../local/cloud/database.ts';
import { readInputs } from '../../local/inputs/read-inputs.ts';
import { localClient, theTable } from '../../local/record/found-streams.ts';
import { resultJson } from '../../local/report/result-json.ts';
import { runYear, type YearRun } from '../../local/run-year.ts';

/** Everything that a year leaves behind, part by part: each item of the table, each file, and what was reported. */
export interface LeftBehind {
  readonly headHash: string;
  /** How many items the table holds. */
  readonly items: number;
  /** Content by name. */
  readonly parts: ReadonlyMap<string, string>;
}

export interface YearOn {
  /** A folder of its own, for journal and files. */
  readonly records: string;
  /** The last month; the whole year without it. */
  readonly until?: Month;
  readonly onMonth?: YearRun['onMonth'];
}

/**
 * Runs the sample year, or its first months, on a database that runs already at `endpoint`, or on the embedded one.
 * Refuses a year in which anything did not hold: two of them may be alike.
 */
export async function leftByYearOn(
  { records, until, onMonth = () => undefined }: YearOn,
  given?: { readonly endpoint: string; readonly open: OpenDatabase },
): Promise<LeftBehind> {
  const { assembly } = await synthesize();
  const outcome = await runYear({
    ...{ assembly, records, onMonth, approve: 'auto', until: until ?? null },
    inputs: await readInputs(join(import.meta.dirname, '../../local/sample-2021')),
    ...(given === undefined ? {} : { cloud: { database: given.open } }),
  });
  const wrong = [
    ...outcome.checks.filter(({ held }) => !held),
    ...outcome.failed,
    ...outcome.findings,
  ];
  if (wrong.length > 0) throw new Error(`The year did not hold: ${JSON.stringify(wrong)}`);
  const items = given ? await itemsAt(given.endpoint) : await itemsIn(join(records, 'table'));
  const parts = new Map([...items, ...filesIn(records), ['result', resultJson(outcome.result)]]);
  return { headHash: outcome.result.headHash, items: items.size, parts };
}

async function itemsIn(directory: string): Promise<ReadonlyMap<string, string>> {
  const database = await Database.open(directory, []);
  try {
    return await itemsAt(database.endpoint);
  } finally {
    await database.close();
  }
}

/** Every item of the one table, whole, by its key. */
async function itemsAt(endpoint: string): Promise<ReadonlyMap<string, string>> {
  const client = localClient(endpoint);
  const items = new Map<string, string>();
  try {
    const table = { TableName: await theTable(client), ConsistentRead: true };
    for await (const page of paginateScan({ client }, table))
      for (const item of page.Items ?? [])
        items.set(
          `item ${text(item.partition)} ${text(item.event)}`,
          canonical(item as unknown as Json),
        );
  } finally {
    client.destroy();
  }
  return items;
}

const text = (value: AttributeValue | undefined): string => value?.S ?? '?';

/** What lies beside the table: the files to and from the bank to the byte, the journal of the executions, and the notices. */
function filesIn(records: string): [string, string][] {
  const inFolders = ['payment-files', 'bank-reports'].flatMap((folder) =>
    existsSync(join(records, folder))
      ? readdirSync(join(records, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [],
  );
  const named = (file: string) => `file ${file.slice(records.length + 1)}`;
  const journal = join(records, 'engine.jsonl');
  const notices = join(records, 'notices.jsonl');
  return [
    ...inFolders.map((file): [string, string] => [named(file), readFileSync(file, 'utf8')]),
    // Functions read side by side, so what a step says of its reads is in the order in which they came: same fields, other order.
    [named(journal), linesOf(journal).map(inOrder).join('\n')],
    // Notices of one moment are published side by side too.
    [named(notices), linesOf(notices).sort().join('\n')],
  ];
}

const linesOf = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split('\n');

/** A line of JSON with the fields of every object in the order of their names. */
const inOrder = (line: string): string => canonical(JSON.parse(line) as Json);

/** In what two years differ, part by part in the order of their names; nothing when they are the same to the byte. */
export function differences(one: LeftBehind, other: LeftBehind): readonly string[] {
  const names = [...new Set([...one.parts.keys(), ...other.parts.keys()])].sort();
  return names.flatMap((name) => {
    const [left, right] = [one.parts.get(name), other.parts.get(name)];
    if (left === right) return [];
    if (left === undefined || right === undefined)
      return [`${name} is only in the ${left === undefined ? 'second' : 'first'}`];
    const at = [...left].findIndex((letter, index) => letter !== right[index]);
    return [`${name} differs at ${at}: ${around(left, at)} ≠ ${around(right, at)}`];
  });
}

const around = (content: string, at: number): string =>
  JSON.stringify(content.slice(Math.max(0, at - 40), at + 40));
