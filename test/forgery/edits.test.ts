import { expect, it } from 'vitest';
import { everyEvent, itemsIn } from '../functions/support/every-event.ts';
import { tryEdits } from './every-edit.ts';

it('An item that lies otherwise than it was written is found, in every shape and at its first and last byte, with the rest', async () => {
  const { tried, missed } = tryEdits(await itemsIn(await everyEvent()), { places: 2 });
  expect(missed).toEqual([]);
  expect(tried).toBeGreaterThan(4000);
}, 600_000);
