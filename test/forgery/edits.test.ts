import { expect, it } from 'vitest';
import { belongsToRecord } from '../../core/record/chain.ts';
import { attributes } from '../../core/record/stored-item.ts';
import { everyEvent, itemsIn, streamsIn } from '../functions/support/every-event.ts';
import { typeOf } from '../helpers/forge.ts';
import { shapes, tryEdits } from './every-edit.ts';

/** Of each type of event in each kind of stream one item; `npm run forge` tries every byte in every way, at more places. */
it('An item that lies otherwise than it was written is found, in every shape and at its first and last byte, with the rest', async () => {
  const world = await everyEvent();
  const { tried, missed } = tryEdits(await itemsIn(world), { places: 2, dealt: true });
  expect(missed).toEqual([]);
  const record = (await streamsIn(world)).filter(({ partition }) => belongsToRecord(partition));
  const types = new Set(
    record.flatMap((stream) => stream.events.map(({ event }) => typeOf(stream, event))),
  );
  expect(tried).toBe(types.size * (Object.keys(shapes).length + 2 * attributes.length));
}, 600_000);
