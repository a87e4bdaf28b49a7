import { join } from 'node:path';
import type { CaseEvent } from '../../core/payment/events.ts';
import { fold } from '../../core/payment/evolve.ts';
import { caseKinds } from '../../core/record/case-id.ts';
import { type FoundStream, verify } from '../../core/record/verify.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import { fileHashOf } from '../../functions/bank/payment-file.ts';
import { readTemplate } from '../cloud/template.ts';
import { holdAnchors } from '../record/anchors-in.ts';
import { foundStreams, theTable } from '../record/found-streams.ts';
import { runYear } from '../run-year.ts';
import { LoopbackServer } from '../serving/loopback-server.ts';
import { LiveYear } from '../year/live-year.ts';
import type { YearRun } from '../year/year-run.ts';
import { type Answers, answersOf } from './answers.ts';
import { withTable } from './opened-table.ts';
import { paidTwice, releasedCases } from './paid-once.ts';
import { readExport } from './read-export.ts';
import { differingItems, importItems, itemsIn, loseTable, tableArnOf } from './table-items.ts';
import { writeExport } from './write-export.ts';

/**
 * Loses the table of a year's records and brings it back, as docs/runbook.md says it is done in AWS. Gives every difference between
 * what was and what is; none when the restore holds.
 *
 * 1. What the API answers, and what the cases fold to, is noted. The table is exported, then deleted.
 * 2. A new table is made from the template, and what was exported is imported.
 * 3. Every item, the verification, the anchors, the folds and every answer are as they were.
 * 4. What was under way goes on: nothing is paid twice, nothing is left waiting.
 */
export async function restoreDrill(
  run: YearRun,
  exported: string,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const { records, assembly } = run;
  const before = await answersIn(run, say);
  const { tables } = readTemplate(assembly);
  const [table] = tables;
  if (!table || tables.length > 1)
    throw new Error(`The template has ${tables.length} tables; one is restored.`);

  const kept = await withTable(records, [], async (client) => {
    const name = await theTable(client);
    const items = await itemsIn(client, name);
    const tableArn = await tableArnOf(client, name);
    const folder = writeExport(exported, { tableArn, exportTime: before.now, items });
    say(`· exported ${items.length} items to ${folder}`);
    const found = await foundStreams(client, name);
    await loseTable(client, name);
    say(`· deleted the table ${name}`);
    return { items, found, folder };
  });

  const restored = await withTable(records, [table], async (client) => {
    await importItems(client, table.name, readExport(kept.folder, table.name));
    say(`· imported into a new table ${table.name}`);
    return {
      items: await itemsIn(client, table.name),
      found: await foundStreams(client, table.name),
    };
  });
  const after = await answersIn(run, say);
  const anchors = holdAnchors(restored.found, join(records, 'anchors'));
  say(`· ${anchors.held} of ${anchors.anchors} anchors hold`);
  return [
    ...differingItems(kept.items, restored.items).map((key) => `the item ${key} differs`),
    ...differing('the fold of', foldsOf(kept.found), foldsOf(restored.found)),
    ...differing('the answer to GET', before.answers, after.answers),
    ...[
      ...verify(restored.found, sha256, undefined, { fileHash: fileHashOf }).findings,
      ...anchors.findings,
    ].map(({ where, what }) => `${where} ${what}`),
    ...(await goneOn(run, restored.found, say)),
  ];
}

/** What the API shows of the record, and at which simulated moment. */
async function answersIn(run: YearRun, say: (line: string) => void) {
  const server = await LoopbackServer.listen(0);
  try {
    const year = await LiveYear.open(run, server, null);
    try {
      const answers = await answersOf(year.cloud);
      const shown = [...answers.values()].filter((answer) => answer.startsWith('200 ')).length;
      say(`· the API answered ${answers.size} requests, ${shown} of them with content`);
      return { answers, now: year.cloud.now() };
    } finally {
      await year.close();
    }
  } finally {
    await server.close();
  }
}

/** What was under way goes on to the year's end, with the table that was restored. */
async function goneOn(
  run: YearRun,
  restored: readonly FoundStream[],
  say: (line: string) => void,
): Promise<readonly string[]> {
  const { checks, findings, failed, waiting } = await runYear(run);
  const found = await withTable(run.records, [], async (client) =>
    foundStreams(client, await theTable(client)),
  );
  const [then, now] = [releasedCases(restored), releasedCases(found)];
  say(`· went on: ${then.length} payments had been released, ${now.length} have been now`);
  return [
    ...paidTwice(found, join(run.records, 'payment-files')),
    ...checks
      .filter(({ held }) => !held)
      .map(({ month, name }) => `${month}: ${name} does not hold`),
    ...findings.map(({ where, what }) => `afterwards ${where} ${what}`),
    ...failed.map(({ name, why }) => `the execution ${name} failed: ${why}`),
    ...waiting.map(({ what, forWhat }) => `${what} is left waiting for ${forWhat}`),
    ...holdAnchors(found, join(run.records, 'anchors')).findings.map(
      ({ where, what }) => `afterwards ${where} ${what}`,
    ),
  ];
}

/** What every case has come to, as text. */
const foldsOf = (found: readonly FoundStream[]): Answers =>
  new Map(
    found
      .filter(({ partition }) => caseKinds.has(partition.replace(/#.*$/, '')))
      .map(({ partition, stream, events }) => [
        `${partition}/${stream}`,
        foldText(events.map(({ event }) => event as unknown as CaseEvent)),
      ]),
  );

const foldText = (events: readonly CaseEvent[]): string =>
  JSON.stringify(fold(events), (_key, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );

function differing(what: string, before: Answers, after: Answers): readonly string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => `${what} ${key} differs`);
}
