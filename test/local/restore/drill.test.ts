import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseMonth } from '../../../core/calendar/month.ts';
import { synthesize } from '../../../infra/synthesize.ts';
import { readTemplate } from '../../../local/cloud/template.ts';
import { readInputs } from '../../../local/inputs/read-inputs.ts';
import { holdAnchors } from '../../../local/record/anchors-in.ts';
import { foundStreams } from '../../../local/record/found-streams.ts';
import { restoreDrill } from '../../../local/restore/drill.ts';
import { withTable } from '../../../local/restore/opened-table.ts';
import { paidTwice, releasedCases } from '../../../local/restore/paid-once.ts';
import {
  differingItems,
  importItems,
  itemsIn,
  loseTable,
} from '../../../local/restore/table-items.ts';
import { inputsDirectory } from '../../fixtures/inputs-directory.ts';
import { copyOf, folder } from '../../helpers/folders.ts';
import { ranYear } from '../../helpers/year.ts';

const { assembly } = await synthesize();
const inputs = await readInputs(inputsDirectory());
const [table] = readTemplate(assembly).tables;
if (!table) throw new Error('The template has no table.');

/** The records on the first of April: March is paid, April's payment is approved and waits for its pay day. */
let march: string;
/** The same a month later. */
let april: string;
beforeAll(async () => {
  ({ records: march } = await ranYear({ until: '2021-03' }));
  april = copyOf(march);
  await ranYear({ records: april, until: '2021-04' });
});

const run = (records: string) => ({
  ...({ inputs, assembly, records, approve: 'auto', onMonth: () => undefined } as const),
  until: parseMonth('2021-04'),
});

describe('The restore drill', () => {
  it('finds no difference, and the payment that was under way is paid once', async () => {
    const records = copyOf(march);
    const said: string[] = [];
    const findings = await restoreDrill(run(records), folder(), (line) => said.push(line));
    // The year is not over at the end of April: what waits for May is no difference of the restore.
    expect(findings.filter((each) => !/is left waiting/.test(each))).toEqual([]);
    expect(said.join('\n')).toMatch(/went on: 1 payments had been released, 2 have been now/);
    expect(said.join('\n')).toMatch(/(\d+) of \1 anchors hold/);
    // As though nothing had been lost.
    const found = await withTable(records, [], (client) => foundStreams(client, table.name));
    const undisturbed = await withTable(april, [], (client) => foundStreams(client, table.name));
    expect(found).toEqual(undisturbed);
    expect(readdirSync(join(records, 'anchors'))).toEqual(readdirSync(join(april, 'anchors')));
  });

  it('asks the API for what it shows of the record, and gets content for most of it', async () => {
    const said: string[] = [];
    await restoreDrill(run(copyOf(march)), folder(), (line) => said.push(line));
    const [, asked = 0, shown = 0] =
      /the API answered (\d+) requests, (\d+) of them with content/.exec(said.join('\n')) ?? [];
    expect(Number(asked)).toBeGreaterThan(30);
    expect(Number(shown)).toBeGreaterThan(Number(asked) / 2);
  });
});

describe('npm run verify', () => {
  it('verifies the export of a table against the anchors, before anything is restored from it', async () => {
    const exported = folder();
    await restoreDrill(run(copyOf(march)), exported, () => undefined);
    const [id = ''] = readdirSync(join(exported, 'AWSDynamoDB'));
    const script = join(import.meta.dirname, '../../../local/verify.ts');
    const verifyExport = (anchors: string) =>
      spawnSync(
        process.execPath,
        [script, join(exported, 'AWSDynamoDB', id), '--anchors', join(anchors, 'anchors')],
        { encoding: 'utf8' },
      );
    const whole = verifyExport(march);
    expect([whole.status, whole.stdout]).toEqual([
      0,
      expect.stringMatching(/✓ the record is whole.*\n✓ \d+ of \d+ anchors hold/),
    ]);
    const tooOld = verifyExport(april);
    expect([tooOld.status, tooOld.stdout]).toEqual([
      1,
      expect.stringMatching(/✗ RUN#2021\/04 has \d+ events; \d+ were anchored: events/),
    ]);
  });
});

describe('A table', () => {
  it('that was lost is gone, and a new one holds nothing until it is imported into', async () => {
    const records = copyOf(march);
    const items = await withTable(records, [], async (client) => {
      const all = await itemsIn(client, table.name);
      await loseTable(client, table.name);
      await expect(itemsIn(client, table.name)).rejects.toThrow(/non-existent|not found/i);
      return all;
    });
    await withTable(records, [table], async (client) => {
      expect(await itemsIn(client, table.name)).toEqual([]);
      await importItems(client, table.name, items);
      expect(differingItems(items, await itemsIn(client, table.name))).toEqual([]);
    });
  });

  it('that holds something is not imported into', async () => {
    await withTable(copyOf(march), [], async (client) => {
      const items = await itemsIn(client, table.name);
      await expect(importItems(client, table.name, items)).rejects.toThrow(
        `The table ${table.name} holds ${items.length} items; allowed is none.`,
      );
    });
  });

  it('whose item differs, is missing or is one too many is told from the one that was lost', async () => {
    await withTable(copyOf(march), [], async (client) => {
      const items = await itemsIn(client, table.name);
      const [first, second] = items;
      if (!first || !second) throw new Error('The record holds too little.');
      const key = ({ partition, event }: typeof first) => `${partition?.S}/${event?.S}`;
      const changed = { ...first, body: { S: '{}' } };
      expect(differingItems(items, [changed, ...items.slice(1)])).toEqual([key(first)]);
      expect(differingItems(items, items.slice(1))).toEqual([key(first)]);
      expect(differingItems(items.slice(1), items)).toEqual([key(first)]);
    });
  });
});

describe('A table that is older than what happened since', () => {
  it('is told by the anchors event by event: exactly which are missing', async () => {
    const then = await withTable(copyOf(march), [], (client) => foundStreams(client, table.name));
    const now = await withTable(copyOf(april), [], (client) => foundStreams(client, table.name));
    const { anchors, held, findings } = holdAnchors(then, join(april, 'anchors'));
    expect(held).toBeLessThan(anchors);
    const said = new Map(findings.map(({ where, what }) => [where, what]));
    const [release] = now.filter(
      ({ partition, stream }) => `${partition}/${stream}` === 'RUN#2021/04',
    );
    const [before] = then.filter(
      ({ partition, stream }) => `${partition}/${stream}` === 'RUN#2021/04',
    );
    const from = (before?.events.length ?? 0) + 1;
    expect(said.get('RUN#2021/04')).toMatch(
      new RegExp(`^has ${from - 1} events; \\d+ were anchored: events ${from} to \\d+ are missing`),
    );
    expect(release?.events.length).toBeGreaterThan(from);
    expect(said.get('JOURNAL#2021/voucher')).toMatch(
      /^has 1 event; 2 were anchored: event 2 is missing/,
    );
    expect(said.get('ORDER#2021/payout-2021-04')).toMatch(/^is missing; 1 event anchored/);
  });

  it('shows files of payments that it knows nothing of', async () => {
    const then = await withTable(copyOf(march), [], (client) => foundStreams(client, table.name));
    expect(releasedCases(then)).toEqual(['payout-2021-03']);
    expect(paidTwice(then, join(april, 'payment-files'))).toEqual([
      'the payment file 2021/STB-PAY-2021-04.xml is of no release',
    ]);
  });
});
