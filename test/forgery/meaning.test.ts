import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../core/canonical.ts';
import { belongsToRecord } from '../../core/record/chain.ts';
import { everyEvent, reportsIn, streamsIn } from '../functions/support/every-event.ts';
import { chainedAnew, isTable, typeOf } from '../helpers/forge.ts';
import { foundIn, isFree, namesOf, tryForgeries } from './every-forgery.ts';
import { forgeriesOfOrder } from './forgeries-of-order.ts';

const world = await everyEvent();
const record = await streamsIn(world);

/** Where the events of streams are declared. */
const declared = [
  'core/payment/events.ts',
  'core/payment/stop-switch.ts',
  'core/bank/report-events.ts',
  'core/inputs/input-stream.ts',
  'core/agenda/agenda.ts',
  'core/bank/bank-order.ts',
  'core/payment/voucher.ts',
];

describe('A forged record whose hashes all fit', () => {
  it('is made of one in which everything happened that can', () => {
    const types = declared.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/readonly type: '([a-z-]+)'/g)].map(
        ([, type]) => type,
      ),
    );
    const there = new Set(
      record.flatMap(({ partition, stream, events }) =>
        events.map(({ event }) => typeOf({ partition, stream }, event).split(' ').at(-1)),
      ),
    );
    expect(types.length).toBeGreaterThan(30);
    expect([...new Set(types)].filter((type) => !there.has(type))).toEqual([]);
  });

  it('is found, whichever field of whichever event says something else', async () => {
    const { tried, found, free, missed, fields } = tryForgeries(record, await reportsIn(world), {
      onePerField: true,
    });
    expect(namesOf(missed)).toEqual([]);
    expect([...fields].sort()).toEqual([...new Set(record.flatMap(fieldsIn))].sort());
    expect([found + free, tried]).toEqual([tried, fields.size]);
  }, 600_000);

  it('is found, when something is said to have happened at another time or place, or not at all, or for no reason', () => {
    const held = chainedAnew(record.filter(({ partition }) => belongsToRecord(partition)));
    // Every seventh: `npm run forge` tries all.
    const some = forgeriesOfOrder(held).filter((_each, index) => index % 7 === 0);
    const silent = some.filter((each) => foundIn(each.make(), held).length === 0);
    expect(namesOf(silent.filter((each) => !isFree(each)))).toEqual([]);
    expect(silent.length).toBeLessThan(some.length / 10);
  }, 600_000);
});

/** Every field of every event by its path, list places left out, and of a table the names. */
const fieldsIn = (found: (typeof record)[number]): readonly string[] =>
  found.events.flatMap(({ event }) =>
    pathsOf(event).map((path) => `${typeOf(found, event)} ${path.join('.')}`),
  );

function pathsOf(value: Json): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [[]];
  if (Array.isArray(value)) return [[], ...value.flatMap(pathsOf)];
  return [
    [],
    ...Object.entries(value).flatMap(([name, each]) =>
      pathsOf(each as Json).map((path) => [isTable(value) ? '*' : name, ...path]),
    ),
  ];
}
