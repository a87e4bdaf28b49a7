import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { everyEvent, streamsIn } from '../functions/support/every-event.ts';
import { typeOf } from '../helpers/forge.ts';
import { namesOf, tryForgeries } from './every-forgery.ts';

const record = await streamsIn(await everyEvent());

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

  it('is found, whichever field of whichever event says something else', () => {
    const { tried, found, free, missed } = tryForgeries(record, { onePerField: true });
    expect(namesOf(missed)).toEqual([]);
    expect([found + free, tried > 1000]).toEqual([tried, true]);
  }, 600_000);
});
