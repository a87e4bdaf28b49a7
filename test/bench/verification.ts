/**
 * Reports what a verification reads and takes when a record has 1, 5 and 20 grant years: `npm run bench:verify`. One process, one run:
 * the records are verified turn by turn, so that what else the machine does falls on all of them. The time is this process's own on the
 * processor, the median of eleven turns after two that warm up; the ratios stand beside the figures. The last year is one that the functions made; those before it are copies of it
 * with other years, which only make the record longer.
 */

import { parseDay } from '../../core/calendar/day.ts';
import { instantInStockholm } from '../../core/calendar/stockholm.ts';
import type { Json } from '../../core/canonical.ts';
import {
  type Anchor,
  anchorName,
  anchorOf,
  anchorText,
  eventsKnown,
  headOf,
} from '../../core/record/anchor.ts';
import type { Head } from '../../core/record/chain.ts';
import { type FoundStream, nameOf } from '../../core/record/found-stream.ts';
import { isInReach } from '../../core/record/partitions.ts';
import { verify } from '../../core/record/verify.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import { fileHashOf } from '../../functions/bank/payment-file.ts';
import { anchorNew } from '../../functions/shared/anchoring.ts';
import { everyEvent, streamsIn } from '../functions/support/every-event.ts';
import { chainedAnew } from '../helpers/forge.ts';
import { MemoryFiles } from '../helpers/memory-files.ts';
import { MemoryRecords } from '../helpers/memory-records.ts';
import { NotedMetrics } from '../helpers/noted-metrics.ts';

const now = instantInStockholm(parseDay('2022-03-22'), '05:30');
const made = await streamsIn(await everyEvent());

/** A year's record as if it had been so many grant years before: each takes two calendar years. */
function earlier(back: number): readonly FoundStream[] {
  const shifted = (text: string) =>
    text.replace(/202[12]/g, (year) => String(Number(year) - 2 * back));
  return made.map(({ partition, stream, events }) => ({
    partition: shifted(partition),
    stream: shifted(stream),
    events: events.map((each) => ({
      ...each,
      event: JSON.parse(shifted(JSON.stringify(each.event))) as Json,
    })),
  }));
}

/** Streams of no year hold what happened in all of them. */
function recordOf(years: number): readonly FoundStream[] {
  const all = new Map<string, FoundStream>();
  for (let back = years - 1; back >= 0; back--)
    for (const each of back === 0 ? made : earlier(back)) {
      const { events: before = [] } = all.get(nameOf(each)) ?? {};
      const events = [...before, ...each.events].map(({ event }) => ({
        event,
      })) as never as FoundStream['events'];
      all.set(nameOf(each), { ...each, events });
    }
  return chainedAnew([...all.values()]);
}

/** The head before what happened last: IHSI was released, reported, settled, recorded and closed. */
function headBefore(found: FoundStream): Head | undefined {
  const name = nameOf(found);
  const until = (type: string) =>
    found.events.findIndex(({ event }) => (event as { type?: string }).type === type);
  const kept =
    name === 'REQUISITION#2021/ihsi'
      ? until('release-ordered')
      : name === 'ORDER#2021/requisition-2021-ihsi'
        ? 0
        : name === 'JOURNAL#2021/voucher'
          ? found.events.length - 1
          : found.events.length;
  const head = headOf({ ...found, events: found.events.slice(0, kept) });
  return head.length > 0 ? head : undefined;
}

interface Measured {
  readonly items: number;
  readonly ms: number;
}

/** What is done in each turn; it says how many items it read. */
type Work = () => Promise<number>;

const storedOf = (record: readonly FoundStream[]): MemoryRecords =>
  new MemoryRecords(
    new Map(
      record.map((each) => [
        nameOf(each),
        each.events.map(({ number, event, previous, hash }) => ({
          ...{ number, event, previous, hash },
          stream: { partition: each.partition, name: each.stream },
        })),
      ]),
    ),
  );

/** The anchor that the daily verification made of these heads. */
function anchorOfReach(heads: readonly Head[]): Anchor {
  const inReach = heads.filter(({ partition }) => isInReach(partition, 2022));
  const unnamed = eventsKnown({ heads, unnamed: 0 }) - eventsKnown({ heads: inReach, unnamed: 0 });
  return anchorOf(inReach, sha256, { unnamed });
}

function incremental(stored: MemoryRecords, last: Anchor): Work {
  const file = [anchorName(last), new TextEncoder().encode(anchorText(last))] as const;
  return async () => {
    const anchors = new MemoryFiles(new Map([file]));
    return (await anchorNew({ stored, anchors, metrics: new NotedMetrics() }, now)).items;
  };
}

const whole =
  (record: readonly FoundStream[]): Work =>
  async () =>
    verify(record, sha256, undefined, { fileHash: fileHashOf }).events;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Does each of the works in every turn, and gives what each of them read and took. */
async function turnByTurn(works: readonly Work[], turns: number): Promise<readonly Measured[]> {
  const taken = works.map(() => ({ items: 0, times: [] as number[] }));
  for (let turn = -2; turn < turns; turn++)
    for (const [index, work] of works.entries()) {
      const begun = process.cpuUsage();
      const items = await work();
      const { user, system } = process.cpuUsage(begun);
      const one = taken[index];
      if (one) one.items = items;
      if (turn >= 0) one?.times.push((user + system) / 1000);
    }
  return taken.map(({ items, times }) => ({ items, ms: median(times) }));
}

const isHead = (head: Head | undefined): head is Head => head !== undefined;

const years = [1, 5, 20];
const records = years.map(recordOf);
const anchors = records.map((record) => anchorOfReach(record.map(headOf)));
const before = records.map((record) => anchorOfReach(record.map(headBefore).filter(isHead)));
const stored = records.map(storedOf);
const over = (of: readonly Anchor[]) =>
  stored.map((each, index) => incremental(each, of[index] as Anchor));
const all: readonly [title: string, measured: readonly Measured[]][] = [
  ['quiet day', await turnByTurn(over(anchors), 11)],
  ['after a release', await turnByTurn(over(before), 11)],
  ['whole record', await turnByTurn(records.map(whole), 3)],
];

const ratio = (a: number, b: number | undefined) => `${(a / (b ?? a)).toFixed(2)}×`;
const row = (title: string, cells: readonly string[]) =>
  process.stdout.write(`${title.padEnd(30)}${cells.map((each) => each.padStart(18)).join('')}\n`);
row(
  'grant years',
  years.map((each) => String(each)),
);
for (const [title, measured] of all) {
  const [first] = measured;
  const line = (of: keyof Measured, digits: number) =>
    measured.map((each) => `${each[of].toFixed(digits)}  ${ratio(each[of], first?.[of])}`);
  row(`${title}: items read`, line('items', 0));
  row(`${title}: ms`, line('ms', 1));
}
const bytes = anchors.map((each) => anchorText(each).length);
row(
  'anchor: kB',
  bytes.map((each) => `${(each / 1000).toFixed(1)}  ${ratio(each, bytes[0])}`),
);
