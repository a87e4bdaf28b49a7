import { expect, it } from 'vitest';
import type { Json } from '../../../core/canonical.ts';
import { headOf } from '../../../core/record/anchor.ts';
import { type FoundStream, nameOf } from '../../../core/record/found-stream.ts';
import { verify } from '../../../core/record/verify.ts';
import { outside } from '../../forgery/every-forgery.ts';
import { everyEvent, streamsIn } from '../../functions/support/every-event.ts';
import { payout } from '../../functions/support/interim-year.ts';
import { at, copyOf } from '../../functions/support/world.ts';
import { approvedBelowZero, cases, pay, release } from '../../functions/support/year.ts';
import { chainedAnew, hashOf } from '../../helpers/forge.ts';

const carried = async () => {
  const world = copyOf(await approvedBelowZero());
  await release(world, cases.may, at('2022-05-02'));
  await pay(world, payout('2022-03'), '2022-05-10');
  return world;
};

const records = await Promise.all(
  [everyEvent(), carried()].map(async (world) => chainedAnew(await streamsIn(await world))),
);
const parts = records.flatMap((record) =>
  record.map((each) => [nameOf(each), each, record] as const),
);

const foundIn = (read: readonly FoundStream[], record: readonly FoundStream[], known: number) =>
  verify(read, hashOf, undefined, {
    ...outside,
    known: record.map((each) => {
      const events = read.includes(each) ? each.events.slice(0, known) : each.events;
      return { ...headOf({ ...each, events }), length: events.length };
    }),
  }).findings;

/** What is read by itself; a case is always read with its documents, an order, a voucher or a room with its case. */
const alone = parts.filter(([name]) => /^(AGENDA|BANK|INPUT|PROPOSAL|SWITCH|WORKING)#/.test(name));

it.each(alone)(
  '%s read alone, as what is new, contradicts nothing that was not read',
  (_, each, record) => {
    expect(foundIn([each], record, 0)).toEqual([]);
  },
);

it.each(parts)(
  '%s read alone is found out where it is no event, with nothing else to hold it to',
  (_, each, record) => {
    for (const event of [null, 17, {}, { type: 'report-taken', items: [{}] }] as readonly Json[]) {
      const link = { number: 0, event, previous: '', hash: '' };
      const [grown] = chainedAnew([{ ...each, events: [...each.events, link] }]) as [FoundStream];
      const others = record.map((other) => (other === each ? grown : other));
      expect(foundIn([grown], others, each.events.length)).not.toEqual([]);
    }
  },
);
