/**
 * Reports what a verification reads and takes when a record has 1, 5 and 20 grant years: `npm run bench:verify`. One process, one run,
 * medians of five; the ratios stand beside the figures. The last year is one that the functions made; those before it are copies of it
 * with other years, which only make the record longer.
 */

import { parseDay } from '../../core/calendar/day.ts';
import { instantInStockholm } from '../../core/calendar/stockholm.ts';
import type { Json } from '../../core/canonical.ts';
import { anchorName, anchorOf, anchorText, headOf } from '../../core/record/anchor.ts';
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
  readonly anchorBytes: number;
}

async function incremental(
  record: readonly FoundStream[],
  heads: readonly Head[],
): Promise<Measured> {
  const stored = new MemoryRecords(
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
  const inReach = heads.filter(({ partition }) => isInReach(partition, 2022));
  const unnamed = heads
    .filter((head) => !inReach.includes(head))
    .reduce((sum, { length }) => sum + length, 0);
  const last = anchorOf(inReach, sha256, { unnamed });
  const times: number[] = [];
  let items = 0;
  for (let run = 0; run < 5; run++) {
    const anchors = new MemoryFiles(
      new Map([[anchorName(last), new TextEncoder().encode(anchorText(last))]]),
    );
    const begun = performance.now();
    ({ items } = await anchorNew({ stored, anchors, metrics: new NotedMetrics() }, now));
    times.push(performance.now() - begun);
  }
  return { items, ms: median(times), anchorBytes: anchorText(last).length };
}

function whole(record: readonly FoundStream[]): Omit<Measured, 'anchorBytes'> {
  const begun = performance.now();
  verify(record, sha256, undefined, { fileHash: fileHashOf });
  const items = record.reduce((sum, { events }) => sum + events.length, 0);
  return { items, ms: performance.now() - begun };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const isHead = (head: Head | undefined): head is Head => head !== undefined;

const rows = [];
for (const years of [1, 1, 5, 20]) {
  const record = recordOf(years);
  const quiet = await incremental(record, record.map(headOf));
  const released = await incremental(record, record.map(headBefore).filter(isHead));
  rows.push({ years, quiet, released, all: whole(record) });
}
// The first warms up.
const [, first] = rows;
process.stdout.write(
  'grant years   quiet day: items  ms   after a release: items  ms   anchor kB   whole record: items  ms\n',
);
for (const { years, quiet, released, all } of rows.slice(1)) {
  const ratio = (a: number, b: number | undefined) => `${(a / (b ?? a)).toFixed(2)}×`;
  const cell = (m: Omit<Measured, 'anchorBytes'>, of: Omit<Measured, 'anchorBytes'> | undefined) =>
    `${String(m.items).padStart(5)} ${ratio(m.items, of?.items)} ${m.ms.toFixed(1)} ${ratio(m.ms, of?.ms)}`;
  process.stdout.write(
    `${String(years).padStart(11)}   ${cell(quiet, first?.quiet)}   ${cell(released, first?.released)}   ${(quiet.anchorBytes / 1000).toFixed(1)} ${ratio(quiet.anchorBytes, first?.quiet.anchorBytes)}   ${cell(all, first?.all)}\n`,
  );
}
