import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { anchorsIn } from '../../local/record/anchors-in.ts';
import { theTable } from '../../local/record/found-streams.ts';
import { withTable } from '../../local/restore/opened-table.ts';
import { copyOf } from '../helpers/folders.ts';
import { recordBytes, recordIn } from '../helpers/record.ts';
import { type RanYear, ranYear } from '../helpers/year.ts';

const until = '2021-03';

let year: RanYear;
let olderNote: string;
beforeAll(async () => {
  const { records } = await ranYear({ until: '2021-02' });
  olderNote = readFileSync(join(records, 'anchor.json'), 'utf8');
  year = await ranYear({ until, records });
});

/** Cuts the last event off a stream, so that nothing in the record itself says that it is gone. */
async function cutTail(records: string, partition: string, stream: string): Promise<void> {
  const found = await recordIn(records);
  const events = found.find((each) => each.partition === partition && each.stream === stream);
  const number = events?.events.length ?? 0;
  await withTable(records, [], async (client) => {
    const event = `${stream}#${String(number).padStart(6, '0')}`;
    const Key = { partition: { S: partition }, event: { S: event } };
    await client.send(new DeleteItemCommand({ TableName: await theTable(client), Key }));
  });
}

const anchors = (records: string): readonly string[] =>
  anchorsIn(join(records, 'anchors')).toSorted();
const without =
  (...names: readonly string[]) =>
  (records: string) => {
    for (const name of names) rmSync(join(records, name), { recursive: true });
  };
const edit = (file: string, from: RegExp, to: string) => (records: string) => {
  const path = join(records, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
};

/** What goes on with a copy of the records to which that was done, and what it leaves of the record and its witnesses. */
async function goesOn(change: (records: string) => void | Promise<void>) {
  const records = copyOf(year.records);
  await change(records);
  const left = async () => [
    existsSync(join(records, 'table')) ? recordBytes(await recordIn(records)) : '',
    existsSync(join(records, 'anchor.json')) && readFileSync(join(records, 'anchor.json'), 'utf8'),
    anchors(records),
  ];
  const before = await left();
  const outcome = await ranYear({ until: '2021-04', records }).catch((error: Error) => error);
  return { outcome, isAsBefore: JSON.stringify(await left()) === JSON.stringify(before), records };
}

const cut = (records: string) => cutTail(records, 'RUN#2021', '03');

describe('npm start refuses to go on, and leaves record and anchors as they are, when', () => {
  it.each([
    [
      'anchors are gone and a tail was cut off',
      async (records: string) => {
        without('anchors')(records);
        await cut(records);
      },
      /RUN#2021\/03 has \d+ events; \d+ were anchored: event \d+ is missing \(anchor\.json\)/,
    ],
    [
      'anchors, journal and a tail are gone',
      async (records: string) => {
        without('anchors', 'engine.jsonl')(records);
        await cut(records);
      },
      /RUN#2021\/03 has \d+ events/,
    ],
    [
      'anchor.json is gone and a tail was cut off',
      async (records: string) => {
        without('anchor.json')(records);
        await cut(records);
      },
      /RUN#2021\/03 has \d+ events; .*anchors? says? so/,
    ],
    [
      'anchors are gone',
      without('anchors'),
      /anchors lacks \d+ of the \d+ anchors that the engine/,
    ],
    [
      'anchors and journal are gone',
      without('anchors', 'engine.jsonl'),
      /anchors is gone or empty/,
    ],
    [
      'the last anchor is gone',
      (records: string) => {
        const named = [
          ...readFileSync(join(records, 'engine.jsonl'), 'utf8').matchAll(/"anchor":"([^"]+)"/g),
        ];
        without(join('anchors', named.at(-1)?.[1] ?? ''))(records);
      },
      /anchors lacks 1 of the/,
    ],
    [
      'the newest anchor is gone, of which only the run’s note knows',
      (records: string) => without(join('anchors', anchors(records).at(-1) ?? ''))(records),
      /anchors lack .*, the last when the run ended/,
    ],
    [
      'an anchor was edited',
      (records: string) =>
        edit(join('anchors', anchors(records).at(-1) ?? ''), /"length":\d+/, '"length":1')(records),
      /The anchor \d+-[0-9a-f]+\.json says/,
    ],
    [
      'anchor.json was edited',
      edit('anchor.json', /"length": \d+/, '"length": 1'),
      /anchor\.json names heads that do not make its head hash/,
    ],
    [
      'anchor.json is half of one',
      edit('anchor.json', /[\s\S]{500}$/, ''),
      /anchor\.json cannot be read: SyntaxError/,
    ],
    ['anchor.json is gone', without('anchor.json'), /anchor\.json is missing: every run writes it/],
    [
      'anchor.json does not say which anchor was the last',
      edit('anchor.json', /\s+"lastAnchor": .*/, ''),
      /anchor\.json does not say which anchor was the last/,
    ],
    [
      'anchor.json is that of an older day',
      (records: string) => writeFileSync(join(records, 'anchor.json'), olderNote),
      /the record holds \d+ events more than anchor\.json knows of|anchors hold .*; anchor\.json names/,
    ],
    ['the table is gone', without('table'), /is missing; \d+ events? anchored/],
  ])('%s', async (_, change, says) => {
    const { outcome, isAsBefore, records } = await goesOn(change);
    expect(outcome).toMatchObject({
      name: 'NotAsAnchored',
      exitCode: 1,
      message: expect.stringMatching(says),
    });
    expect((outcome as Error).message).toContain(
      `The record in ${records} is not what was anchored of it.`,
    );
    expect((outcome as Error).message).toContain('Restore the record');
    expect(isAsBefore).toBe(true);
  });
});

describe('npm start goes on, and says so,', () => {
  it('with a record that has grown since it was anchored, as that of a run that was killed', async () => {
    const records = copyOf(year.records);
    let noted = '';
    const onMonth = () => {
      noted = readFileSync(join(records, 'anchor.json'), 'utf8');
    };
    await ranYear({ until: '2021-04', records, onMonth });
    expect(noted).toContain('"run": "under way"');
    writeFileSync(join(records, 'anchor.json'), noted);
    const told: string[] = [];
    const outcome = await ranYear({
      until: '2021-05',
      records,
      onUnended: () => told.push('unended'),
    });
    expect(told).toEqual(['unended']);
    expect([outcome.failed, outcome.findings, outcome.standing]).toEqual([[], [], []]);
  });
});
