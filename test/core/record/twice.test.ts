import { describe, expect, it } from 'vitest';
import { parseMonth } from '../../../core/calendar/month.ts';
import type { Json } from '../../../core/canonical.ts';
import type { PaymentProposal, ProposedLine } from '../../../core/payment/proposal.ts';
import { headOf } from '../../../core/record/anchor.ts';
import { type CaseId, payoutCase } from '../../../core/record/case-id.ts';
import type { Head } from '../../../core/record/chain.ts';
import { type FoundStream, nameOf } from '../../../core/record/found-stream.ts';
import { verify } from '../../../core/record/verify.ts';
import { fileHashOf } from '../../../functions/bank/payment-file.ts';
import { streamsIn } from '../../functions/support/every-event.ts';
import { at, copyOf, type World } from '../../functions/support/world.ts';
import { approvedBelowZero, cases, pay, release } from '../../functions/support/year.ts';
import { chainedAnew, hashOf, rehashed } from '../../helpers/forge.ts';

const found = (record: readonly FoundStream[]) =>
  verify(record, hashOf, undefined, { fileHash: fileHashOf }).findings.map(
    ({ where, what }) => `${where} ${what}`,
  );

const foundNew = (record: readonly FoundStream[], known: readonly Head[]) =>
  verify(record, hashOf, undefined, { fileHash: fileHashOf, known, whole: true }).findings;

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

/** A record with the proposal that a case released otherwise than it was, and its release, its order and its hashes made to fit. */
function proposing(
  record: readonly FoundStream[],
  id: CaseId,
  change: (proposal: PaymentProposal) => Partial<PaymentProposal>,
): readonly FoundStream[] {
  const changed = record.map((each) =>
    each.stream === id && each.partition.startsWith('PROPOSAL#')
      ? {
          ...each,
          events: each.events.map((link) => {
            const proposal = link.event as unknown as PaymentProposal;
            return { ...link, event: { ...proposal, ...change(proposal) } as unknown as Json };
          }),
        }
      : each,
  );
  return rehashed(record, changed);
}

const linesOf = ({ payments }: PaymentProposal, change: (line: ProposedLine) => ProposedLine[]) =>
  payments.map(({ lines, ...rest }) => ({ ...rest, lines: lines.flatMap(change) }));

describe('What is paid or taken up twice is found, in whichever cases', () => {
  it('and what was paid once, one after the other, is whole', () => {
    for (const record of [before, marchPaid, aprilPaid, bothPaid])
      expect(found(record)).toEqual([]);
  });

  it('when two payouts take up the balance that one carried', () => {
    const twice = both(marchPaid, aprilPaid);
    expect(found(twice)).toContain(
      'RUN#2022/04 takes up the balance of 01 of payout-2022-05, as payout-2022-03 does',
    );
    // What was judged before is not judged again.
    expect(foundNew(twice, twice.map(headOf))).toEqual([]);
  });

  it('when a payout takes up a balance without naming whose it is, or names it and takes up nothing', () => {
    const unnamed = proposing(marchPaid, march, () => ({ balancesFrom: [] }));
    expect(found(unnamed).join()).toContain('takes up');
    const forgone = proposing(marchPaid, march, (proposal) => ({
      payments: linesOf(proposal, (line) => (line.kind === 'carried-forward' ? [] : [line])),
    }));
    expect(found(forgone).join()).toMatch(/takes up 0 of 01; what was carried makes -\d+/);
  });

  it('when a balance is named twice over', () => {
    const doubled = proposing(marchPaid, march, ({ balancesFrom }) => ({
      balancesFrom: [...balancesFrom, ...balancesFrom, ...balancesFrom],
    }));
    expect(found(doubled).join()).toContain('names one too often');
  });

  it('when an item is paid by two payouts', () => {
    const again = proposing(both(marchPaid, aprilPaid), april, ({ paid }) => ({
      paid: [...paid, 'interim-instalment/2022/2022-03'],
    }));
    const released = again.map((each) =>
      nameOf(each) === 'RUN#2022/04' ? withPaid(each, 'interim-instalment/2022/2022-03') : each,
    );
    expect(found(chainedAnew(released))).toContainEqual(
      expect.stringContaining('pays interim-instalment/2022/2022-03 again'),
    );
  });

  it.each([
    ['a deduction of another month', 'rebate-forecast/2021/2022-03'],
    ['a local discount of no agreement', 'local-discount/2019'],
    ['a requisition in a payout', 'sol/2021'],
    ['an instalment that no agreement has', 'instalment/2021/2022-03'],
  ])('when %s is paid, which is not due', (_, key) => {
    const record = proposing(marchPaid, march, ({ paid }) => ({ paid: [...paid, key] }));
    expect(found(record)).toContainEqual(expect.stringContaining(`pays ${key}, which is not due`));
  });

  it('when a thing is booked in two budget years', () => {
    const journal = marchPaid.find(({ partition }) => partition === 'JOURNAL#2022');
    const other = { ...journal, partition: 'JOURNAL#2023' } as FoundStream;
    expect(found(chainedAnew([...marchPaid, { ...other }]))).toContainEqual(
      expect.stringMatching(/^JOURNAL#2023 voucher 1 books \S+ again$/),
    );
  });
});

const withPaid = (found: FoundStream, key: string): FoundStream => ({
  ...found,
  events: found.events.map((link) => {
    const event = link.event as { type: string; paid: readonly string[] };
    return event.type === 'release-ordered'
      ? { ...link, event: { ...event, paid: [...event.paid, key] } as Json }
      : link;
  }),
});
