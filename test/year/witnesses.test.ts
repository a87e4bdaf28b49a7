import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { belongsToRecord } from '../../core/record/chain.ts';
import type { FoundStream } from '../../core/record/verify.ts';
import { anchorsIn } from '../../local/record/anchors-in.ts';
import { theTable } from '../../local/record/found-streams.ts';
import { withTable } from '../../local/restore/opened-table.ts';
import { paidTwice } from '../../local/restore/paid-once.ts';
import { copyOf, folder } from '../helpers/folders.ts';
import { vouchers, wrongIn } from '../helpers/record.ts';
import { type RanYear, ranYear } from '../helpers/year.ts';

/** The older day, and the one at which something is lost. */
const [older, newer, last] = ['2021-03', '2021-04', '2021-05'];

/** What lay in the directory at the older day, at the newer one, and while the run between them was under way. */
let before: RanYear & { readonly kept: string };
let after: RanYear;
let underWay: string;
let undisturbed: RanYear;
beforeAll(async () => {
  const year = await ranYear({ until: older });
  before = { ...year, kept: copyOf(year.records) };
  undisturbed = await ranYear({ until: last });
  const records = copyOf(year.records);
  after = await ranYear({
    until: newer,
    records,
    onMonth: () => {
      underWay = readFileSync(join(records, 'anchor.json'), 'utf8');
    },
  });
});

const lengthOf = (found: readonly FoundStream[], { partition, stream }: FoundStream): number =>
  found.find((each) => each.partition === partition && each.stream === stream)?.events.length ?? 0;

/** Takes away every event of which `keeps` keeps fewer. */
async function cutTo(records: string, keeps: (stream: FoundStream) => number): Promise<void> {
  await withTable(records, [], async (client) => {
    const TableName = await theTable(client);
    for (const found of after.found)
      for (const { number } of found.events.slice(keeps(found))) {
        const event = `${found.stream}#${String(number).padStart(6, '0')}`;
        const Key = { partition: { S: found.partition }, event: { S: event } };
        await client.send(new DeleteItemCommand({ TableName, Key }));
      }
  });
}

type Change = (records: string) => void | Promise<void>;
const nothing: Change = () => undefined;
const gone =
  (name: string): Change =>
  (records) =>
    rmSync(join(records, name), { recursive: true });
const ofOlder =
  (name: string): Change =>
  (records) =>
    cpSync(join(before.kept, name), join(records, name));

const tails: Readonly<Record<string, Change>> = {
  'record whole': nothing,
  'an event cut': (records) =>
    cutTo(records, ({ partition, stream, events }) =>
      partition === 'RUN#2021' && stream === '04' ? events.length - 1 : events.length,
    ),
  'a voucher cut': (records) =>
    cutTo(records, ({ partition, events }) =>
      partition === 'JOURNAL#2021' ? events.length - 1 : events.length,
    ),
  'record cut to the older day': (records) =>
    cutTo(records, (found) =>
      belongsToRecord(found.partition) ? lengthOf(before.found, found) : found.events.length,
    ),
};
const journals: Readonly<Record<string, Change>> = {
  'journal whole': nothing,
  'journal of the older day': ofOlder('engine.jsonl'),
};
const anchors: Readonly<Record<string, Change>> = {
  'anchors whole': nothing,
  'newest anchors gone': (records) => {
    const kept = anchorsIn(join(before.kept, 'anchors'));
    for (const name of anchorsIn(join(records, 'anchors')))
      if (!kept.includes(name)) rmSync(join(records, 'anchors', name));
  },
  'all anchors gone': gone('anchors'),
};
const notes: Readonly<Record<string, Change>> = {
  'anchor.json there': nothing,
  'anchor.json gone': gone('anchor.json'),
  'anchor.json of the older day': ofOlder('anchor.json'),
  'anchor.json of a run under way': (records) =>
    writeFileSync(join(records, 'anchor.json'), underWay),
};

const combinations = Object.keys(tails).flatMap((tail) =>
  Object.keys(journals).flatMap((journal) =>
    Object.keys(anchors).flatMap((anchor) =>
      Object.keys(notes).map((note) => [tail, journal, anchor, note] as const),
    ),
  ),
);

/**
 * What a run may go on with: nothing is gone, or the journal alone, which the record makes up for; what a run leaves that was killed;
 * and of one that had not ended, the end of the journal and the newest anchors, as a loss of power takes them, where the record is whole.
 * Whatever else is gone is refused by name.
 */
function mayGoOn([tail, journal, anchor, note]: (typeof combinations)[number]): boolean {
  const isUnderWay = note === 'anchor.json of a run under way';
  if (tail !== 'record whole') return false;
  if (anchor === 'anchors whole') return isUnderWay || note === 'anchor.json there';
  const isPowerLoss = anchor === 'newest anchors gone' && journal === 'journal of the older day';
  return isUnderWay && isPowerLoss;
}

const paidIn = ({ result, found }: RanYear) => [result.payments, vouchers(found)];

it.each(combinations)(
  '%s, %s, %s, %s: is refused by name, or goes on, says so, and pays all',
  async (...[tail = '', journal = '', anchor = '', note = '']) => {
    const records = copyOf(after.records);
    for (const change of [tails[tail], journals[journal], anchors[anchor], notes[note]])
      await change?.(records);
    const told: string[] = [];
    const outcome = await ranYear({
      until: last,
      records,
      onUnended: () => told.push('unended'),
      onLoss: () => told.push('lost'),
    }).catch((error: Error) => error);
    if (!mayGoOn([tail, journal, anchor, note])) {
      expect(outcome).toMatchObject({ name: 'NotAsAnchored', exitCode: 1 });
      expect((outcome as Error).message).toMatch(
        /anchor\.json|anchored|anchors|payment-files|JOURNAL/,
      );
      return;
    }
    const year = outcome as RanYear;
    expect(told).toEqual([
      ...(note === 'anchor.json of a run under way' ? ['unended'] : []),
      ...(journal === 'journal whole' ? [] : ['lost']),
    ]);
    expect(paidIn(year)).toEqual(paidIn(undisturbed));
    expect(paidTwice(year.found, join(records, 'payment-files'))).toEqual([]);
    expect([year.failed, year.standing, year.findings, wrongIn(year.found)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  },
);

it('A directory in which everything is gone but what left for the bank is refused: nothing is paid again', async () => {
  const records = folder();
  const left = join(after.records, 'payment-files');
  cpSync(left, join(records, 'payment-files'), { recursive: true });
  await expect(ranYear({ until: last, records })).rejects.toThrow(
    /payment-files\/2021\/STB-PAY-2021-03\.xml is a file that was not released/,
  );
  expect(existsSync(join(records, 'anchor.json'))).toBe(false);
});
