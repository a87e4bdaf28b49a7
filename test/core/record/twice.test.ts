import { describe, expect, it } from 'vitest';
import { parseMonth } from '../../../core/calendar/month.ts';
import { canonical, type Json } from '../../../core/canonical.ts';
import { payoutCase } from '../../../core/record/case-id.ts';
import { type FoundStream, nameOf } from '../../../core/record/found-stream.ts';
import { verify } from '../../../core/record/verify.ts';
import { fileHashOf } from '../../../functions/bank/payment-file.ts';
import { streamsIn } from '../../functions/support/every-event.ts';
import { at, copyOf, type World } from '../../functions/support/world.ts';
import { approvedBelowZero, cases, pay, prepare, release } from '../../functions/support/year.ts';
import { chainedAnew, hashOf, rehashed } from '../../helpers/forge.ts';

const found = (record: readonly FoundStream[]) =>
  verify(record, hashOf, undefined, { fileHash: fileHashOf }).findings.map(
    ({ where, what }) => `${where} ${what}`,
  );

const [march, april] = [payoutCase(parseMonth('2022-03')), payoutCase(parseMonth('2022-04'))];

/** May 2022 carried 463 Mkr forward, and nobody has taken them up yet. */
const carried = await (async () => {
  const world = await approvedBelowZero();
  await release(world, cases.may, at('2022-05-02'));
  return world;
})();

const after = async (change: (world: World) => Promise<unknown>) => {
  const world = copyOf(carried);
  await change(world);
  return chainedAnew(await streamsIn(world));
};

const [before, marchPaid, aprilPaid, bothPaid] = await Promise.all([
  after(async () => undefined),
  after((world) => pay(world, march, '2022-05-10')),
  after((world) => pay(world, april, '2022-05-10')),
  after(async (world) => {
    await pay(world, march, '2022-05-10');
    await pay(world, april, '2022-05-11');
  }),
]);

/** What two went on to write apart from each other, as one record: vouchers are numbered on. */
function both(one: readonly FoundStream[], other: readonly FoundStream[]): readonly FoundStream[] {
  const lengths = new Map(before.map((each) => [nameOf(each), each.events.length]));
  const names = new Map([...one, ...other].map((each) => [nameOf(each), each]));
  const merged = [...names.values()].map((each) => {
    const [first, second] = [one, other].map(
      (record) => record.find((own) => nameOf(own) === nameOf(each))?.events ?? [],
    );
    const events = [...(first ?? []), ...(second ?? []).slice(lengths.get(nameOf(each)) ?? 0)];
    return {
      ...each,
      events: events.map((link, index) => ({ ...link, event: numbered(link.event, index + 1) })),
    };
  });
  return chainedAnew(merged);
}

const numbered = (event: Json, number: number): Json =>
  (event as { type?: string }).type === 'voucher' ? { ...(event as object), number } : event;

describe('What is paid or taken up twice is found, in whichever cases', () => {
  it('and one after the other is whole', () => {
    for (const record of [before, marchPaid, aprilPaid, bothPaid]) expect(found(record)).toEqual([]);
  });

  it('when two payouts take up the balance that one carried', () => {
    expect(found(both(marchPaid, aprilPaid))).toContain(
      'RUN#2022/04 takes up the balance of 01 of payout-2022-05, as payout-2022-03 does',
    );
  });
});
void prepare;
void canonical;
void rehashed;
