import { beforeAll, describe, expect, it } from 'vitest';
import type { MovementChoice } from '../../core/payment/bank-words.ts';
import type { PaymentProposal } from '../../core/payment/proposal.ts';
import { parseCaseId, proposalStream, reissueOf } from '../../core/record/case-id.ts';
import { resolveBankItem } from '../../functions/doors/resolve-bank-item.ts';
import { command } from '../../functions/shared/cases.ts';
import { takeBackReturns } from '../../functions/shared/returns.ts';
import type { InputRegistration } from '../../local/inputs/registration.ts';
import { person } from '../../local/officials/people.ts';
import { Crash, crashAt } from '../helpers/memory-records.ts';
import { readerOf } from './api/reading.ts';
import { camt } from './bank/bank-reports.ts';
import { bookingOf, deliver, reportsOf, returnOf } from './support/bank.ts';
import { wrongIn } from './support/room.ts';
import {
  asCalled,
  at,
  copyOf,
  eventsOf,
  paidOnce,
  paymentsOf,
  refusalOf,
  stateOf,
  typesOf,
  vouchersOf,
  type World,
} from './support/world.ts';
import {
  approveBoth,
  bring,
  cases,
  close,
  inputOf,
  prepare,
  release,
  released,
  report,
  requisition,
  resolve,
  returned,
  settle,
} from './support/year.ts';

const { march, april } = cases;
const again = reissueOf(march, '03');
const uppsala = 98_897_438n;

/** Uppsala's payment came back, a case officer has decided to send it again, and Uppsala has another account. */
async function corrected(): Promise<World> {
  const world = copyOf(await returned());
  await settle(world, march, at('2021-03-02'));
  await resolve(world, march, at('2021-03-03'), 'reissue');
  await settle(world, march, at('2021-03-03'));
  await close(world, march, at('2021-03-03'));
  await bring(world, moved(), at('2021-03-03'));
  return world;
}

/** The payees, with another account for Uppsala. */
function moved() {
  const payees = inputOf('payees') as Extract<InputRegistration, { kind: 'payees' }>;
  const { name, organisationNumber } = payees.content['03'];
  const uppsalas = { name, organisationNumber, plusgiro: '902003-3' };
  return { ...payees, content: { ...payees.content, '03': uppsalas } };
}

const proposalOf = async (world: World, id = again) =>
  (await world.records.read<PaymentProposal>(proposalStream(id))).at(-1)?.event;

describe('A payment that is sent again', () => {
  let world: World;
  beforeAll(async () => {
    world = await corrected();
    await prepare(world, again, at('2021-03-03', '14:00'));
  });

  it('is started as a case of its own, by its name, when a case officer decides so', async () => {
    const start = { machine: 'reissue', case: again, name: again };
    const deciding = copyOf(await returned());
    await resolve(deciding, march, at('2021-03-03'), 'reissue');
    expect(deciding.workflows.started).toEqual([start]);
    await resolve(deciding, march, at('2021-03-04'), 'reissue');
    expect(deciding.workflows.started).toEqual([start, start]);
  });

  it('proposes what came back, to the account that is confirmed now, on the next bank day', async () => {
    expect(await proposalOf(world)).toMatchObject({
      payDay: '2021-03-03',
      budgetYear: 2021,
      totalSek: `${uppsala}`,
      payments: [
        {
          ...{ payee: '03', plusgiro: '902003-3', payeeVersion: 2, totalSek: `${uppsala}` },
          lines: [{ kind: 'reissue', sek: `${uppsala}` }],
        },
      ],
      warnings: [],
    });
  });

  it('rests on the decisions of the payment that came back', async () => {
    const first = (await world.records.read<PaymentProposal>(proposalStream(march))).at(-1)?.event;
    const proposal = await proposalOf(world);
    expect(proposal?.decisions).toEqual(first?.decisions);
    expect(proposal?.decisions).not.toEqual([]);
    expect(proposal?.agreements).toEqual(first?.agreements);
  });

  it('needs two people, as every payment', async () => {
    expect((await refusalOf(release(copyOf(world), again, at('2021-03-03', '15:00'))))?.name).toBe(
      'ApprovalsDoNotHold',
    );
  });

  it('is paid once, and costs the appropriation once: paid, taken back, paid', async () => {
    const paid = copyOf(world);
    await approveBoth(paid, again, at('2021-03-03', '15:00'));
    await release(paid, again, at('2021-03-03', '16:00'));
    await release(paid, again, at('2021-03-03', '16:00'));
    expect(await paymentsOf(paid, again)).toEqual(paidOnce);
    await report(paid, again, at('2021-03-04'));
    expect(await settle(paid, again, at('2021-03-04'))).toMatchObject({ state: 'settled' });
    await close(paid, again, at('2021-03-04'));
    const vouchers = await vouchersOf(paid, 2021);
    expect(vouchers.map(({ key, cashSek }) => [key, BigInt(cashSek)])).toEqual([
      [march, 2_786_075_070n],
      [`${march}/return/03`, -uppsala],
      [again, uppsala],
    ]);
    expect(vouchers.at(-1)?.entries).toEqual([
      { account: 'balance-of-payee', counterpart: '03', line: 'reissue', sek: `${uppsala}` },
      { account: 'bank', counterpart: '', line: 'payment', sek: `-${uppsala}` },
    ]);
  });

  it('is not in the next month’s payout as well', async () => {
    const next = copyOf(world);
    await prepare(next, april, at('2021-03-25'));
    expect((await stateOf(next, april)).proposal?.proposed.payment?.totalSek).toBe('2786075070');
  });

  it('to the same account warns both approvers, with the bank’s reason', async () => {
    const same = copyOf(await returned());
    await resolve(same, march, at('2021-03-03'), 'reissue');
    await prepare(same, again, at('2021-03-03'));
    expect((await proposalOf(same))?.warnings).toEqual([
      'it goes to bankgiro 990-3006 again, from which it came back with AC04',
    ]);
  });

  it('is proposed anew when the account changes while it waits for approval', async () => {
    const waiting = copyOf(await returned());
    await resolve(waiting, march, at('2021-03-03'), 'reissue');
    await prepare(waiting, again, at('2021-03-03'));
    await approveBoth(waiting, again, at('2021-03-03'));
    await bring(waiting, moved(), at('2021-03-04'));
    expect((await typesOf(waiting, again)).at(-1)).toBe('voided');
  });

  it('is not proposed when nobody has decided so', async () => {
    const undecided = copyOf(await returned());
    await expect(prepare(undecided, again, at('2021-03-03'))).rejects.toThrow(
      'reissue-2021-03-03-1: nothing of payout-2021-03 is to be sent again to 03.',
    );
    await resolve(undecided, march, at('2021-03-03'), 'next-month');
    await expect(prepare(undecided, again, at('2021-03-03'))).rejects.toThrow('nothing of payout');
  });
});

describe('A payment that comes back once more', () => {
  /** The second account was wrong too. */
  async function backAgain(): Promise<World> {
    const world = await corrected();
    await prepare(world, again, at('2021-03-03', '14:00'));
    await approveBoth(world, again, at('2021-03-03', '15:00'));
    await release(world, again, at('2021-03-03', '16:00'));
    await report(world, again, at('2021-03-04'), [{ payee: '03', code: 'AC01' }]);
    return world;
  }

  it('is sent again by the second attempt', async () => {
    const world = await backAgain();
    await resolve(world, again, at('2021-03-05'), 'reissue');
    const second = parseCaseId('reissue-2021-03-03-2');
    expect(world.workflows.started.at(-1)?.case).toBe(second);
    await prepare(world, second, at('2021-03-05'));
    expect(await proposalOf(world, second)).toMatchObject({ totalSek: `${uppsala}` });
  });

  it('or goes to the region’s next payment after all', async () => {
    const world = await backAgain();
    await resolve(world, again, at('2021-03-05'), 'next-month');
    await prepare(world, april, at('2021-03-25'));
    const proposal = await proposalOf(world, april);
    const payment = proposal?.payments.find(({ payee }) => payee === '03');
    expect(payment?.lines.find(({ kind }) => kind === 'carried-forward')?.sek).toBe(`${uppsala}`);
    expect(proposal?.balancesFrom).toEqual([`${again}/return/03`]);
  });
});

it('A payment of which the bank gives no reason is held under the code for that', async () => {
  const world = copyOf(await released());
  await command(world.records, march, {
    ...{ kind: 'report', at: at('2021-03-02'), messageId: 'STB-PAY-2021-03' },
    ...{ words: [{ payee: '03', result: 'rejected' }], source: { report: 'R1' } },
  });
  await takeBackReturns(world, march, at('2021-03-02'));
  const [taken] = (await eventsOf(world, march)).slice(-1);
  expect(taken).toMatchObject({ type: 'returned', payments: [{ payee: '03', code: 'MS03' }] });
});

describe('A payment that comes back after its run was closed', () => {
  it('by a file of the bank’s is taken back, held, and paid with the next month; nobody can say so by themselves', async () => {
    const world = copyOf(await released());
    await report(world, march, at('2021-03-02'));
    await settle(world, march, at('2021-03-02'));
    await close(world, march, at('2021-03-02'));
    const late = at('2021-03-15');
    expect(
      (await refusalOf(report(world, march, late, [{ payee: '03', code: 'AC04' }])))?.message,
    ).toMatch(/^case-closed: /);
    await command(world.records, march, {
      ...{ kind: 'report', at: late, messageId: 'STB-PAY-2021-03', source: { report: 'R2' } },
      words: [{ payee: '03', result: 'returned', code: 'AC04' }],
    });
    await takeBackReturns(world, march, late);
    expect((await vouchersOf(world, 2021)).map(({ key, day }) => [key, day])).toEqual([
      [march, '2021-03-01'],
      [`${march}/return/03`, '2021-03-15'],
    ]);
    await resolve(world, march, at('2021-03-16'));
    await prepare(world, april, at('2021-03-25'));
    const payment = (await proposalOf(world, april))?.payments.find(({ payee }) => payee === '03');
    expect(payment?.lines.map(({ kind }) => kind)).toEqual(['instalment', 'carried-forward']);
  });
});

it('A requisition that comes back is sent again to SKR', async () => {
  const world = copyOf(await released());
  await requisition(world, 'sol', at('2021-10-04'));
  await prepare(world, cases.sol, at('2021-10-04'));
  await approveBoth(world, cases.sol, at('2021-10-05'));
  await release(world, cases.sol, at('2021-10-15'));
  await report(world, cases.sol, at('2021-10-16'), [{ payee: 'SKR', code: 'AC04' }]);
  const refusal = await refusalOf(resolve(world, cases.sol, at('2021-10-17'), 'next-month', 'SKR'));
  expect(refusal?.message).toMatch(/^no-next-month: /);
  await resolve(world, cases.sol, at('2021-10-17'), 'reissue', 'SKR');
  const id = reissueOf(cases.sol, 'SKR');
  await prepare(world, id, at('2021-10-18'));
  expect(await proposalOf(world, id)).toMatchObject({
    totalSek: '7000000',
    payments: [{ payee: 'SKR', lines: [{ kind: 'reissue', sek: '7000000' }] }],
  });
});

describe('While the bank shows that it has carried the payment out that is to be sent again', () => {
  /** Uppsala's payment came back and is to be sent again, or paid with April; then the bank books it once more. */
  async function bookedAgain(
    choice: 'reissue' | 'next-month',
    before: (world: World) => Promise<unknown>,
  ) {
    const world = copyOf(await released());
    const booking = await bookingOf(world, '03', { reference: 'R-1', day: '2021-03-01' });
    await deliver(world, camt({ entries: [booking, await returnOf(world, '03')] }));
    await resolve(world, march, at('2021-03-03'), choice);
    await before(world);
    const again3 = { ...booking, reference: 'R-3', day: '2021-03-03' };
    await deliver(world, camt({ messageId: 'B-3', entries: [again3] }), at('2021-03-03', '18:00'));
    return world;
  }

  async function decide(world: World, choice: MovementChoice) {
    const [report = ''] = (await reportsOf(world))
      .flatMap((each) => ('hash' in each ? [each.hash] : []))
      .slice(-1);
    const when = at('2021-03-04');
    const said = {
      report,
      item: 1,
      at: when,
      by: person('checker', when),
      reason: 'The bank says so.',
    };
    await resolveBankItem({ ...said, choice }, asCalled(world, 'api-bank'));
  }

  it('it is not proposed: it waits, by name, and is woken by what a person says', async () => {
    const world = await bookedAgain('reissue', () => Promise.resolve());
    const waiting = await prepare(world, again, at('2021-03-04', '07:00'));
    expect(waiting).toEqual({
      case: again,
      outcome: 'waiting',
      needs: ['bank-movement'],
      watch: { 'RUN#2021/03': (await eventsOf(world, march)).length },
    });
    expect((await stateOf(world, again)).needs).toMatchObject([{ from: 'Kammarkollegiet' }]);
    await decide(world, 'bank-to-correct');
    expect(await prepare(world, again, at('2021-03-04', '09:00'))).toMatchObject({
      outcome: 'proposed',
    });
  });

  it('what was approved is not released, and waits', async () => {
    const world = await bookedAgain('reissue', async (other) => {
      await prepare(other, again, at('2021-03-03', '14:00'));
      await approveBoth(other, again, at('2021-03-03', '15:00'));
    });
    const when = at('2021-03-04', '07:00');
    expect(await refusalOf(release(world, again, when))).toMatchObject({
      name: 'ApprovalsDoNotHold',
      message: expect.stringContaining('money has moved beside the payment that came back'),
    });
    expect(await prepare(world, again, when)).toMatchObject({ needs: ['bank-movement'] });
    expect((await paymentsOf(world, again)).released).toBe(0);
  });

  const ready = async (world: World) => {
    await prepare(world, again, at('2021-03-03', '14:00'));
    await approveBoth(world, again, at('2021-03-03', '15:00'));
  };
  const nothing = () => Promise.resolve();
  const choices = async (world: World) => {
    const { reports } = await readerOf(world).read('readBank', {
      parameters: { year: '2021' },
      at: at('2021-03-04'),
    });
    return reports[0]?.items[0]?.choices;
  };
  const anew = `${march}/booked-anew/03`;
  const keys = async (world: World) => (await vouchersOf(world, 2021)).map(({ key }) => key);

  it.each([
    ['before it has begun', nothing],
    ['while it waits', (world: World) => prepare(world, again, at('2021-03-04', '07:00'))],
    ['when two people have approved it', ready],
  ])(
    'a person may say %s that it was carried out: the case ends without payment',
    async (_when, before) => {
      const world = await bookedAgain('reissue', before);
      expect(await choices(world)).toEqual(['booked-anew', 'bank-to-correct']);
      await decide(world, 'booked-anew');
      expect(await choices(world)).toBeUndefined();
      expect((await stateOf(world, march)).lines.get('03')?.status).toBe('booked');
      expect(await keys(world)).toContain(anew);
      const when = at('2021-03-04', '09:00');
      expect(await refusalOf(release(world, again, when))).toMatchObject({
        name: 'ApprovalsDoNotHold',
      });
      expect(await prepare(world, again, when)).toMatchObject({ outcome: 'without-payment' });
      await close(world, again, when, 'without-payment');
      expect((await stateOf(world, again)).closed).toBe('without-payment');
      expect((await paymentsOf(world, again)).released).toBe(0);
      expect(await wrongIn(world)).toEqual([]);
      const dump = world.records.dump();
      await decide(world, 'booked-anew');
      expect(world.records.dump()).toEqual(dump);
    },
  );

  it('it gives back the room that it had taken when it ends so', async () => {
    const room = async (world: World) => Object.keys(world.records.dump('ROOM#')).length;
    const world = await bookedAgain('reissue', async (other) => {
      await ready(other);
      other.records.interrupt(crashAt('before', 2));
      await expect(release(other, again, at('2021-03-03', '16:00'))).rejects.toBeInstanceOf(Crash);
      other.records.interrupt(undefined);
    });
    const taken = await room(world);
    await decide(world, 'booked-anew');
    await prepare(world, again, at('2021-03-04', '09:00'));
    await close(world, again, at('2021-03-04', '09:00'), 'without-payment');
    expect(await room(world)).toBe(taken + 1);
  });

  it('nobody may say that it was carried out once it has been released again, nor is that shown', async () => {
    const world = await bookedAgain('reissue', async (other) => {
      await ready(other);
      await release(other, again, at('2021-03-03', '16:00'));
    });
    expect(await choices(world)).toEqual(['bank-to-correct']);
    expect((await refusalOf(decide(world, 'booked-anew')))?.message).toMatch(/^already-resolved: /);
    await decide(world, 'bank-to-correct');
    expect(await keys(world)).not.toContain(anew);
  });

  const carried = async (world: World) => {
    await prepare(world, april, at('2021-03-25'));
    await approveBoth(world, april, at('2021-03-26'));
  };
  const aprilsPayments = async (world: World) =>
    (await proposalOf(world, april))?.payments.find(({ payee }) => payee === '03')?.totalSek;

  it('nor when the next month has paid it: that is refused by name, says what to do, and is not shown', async () => {
    const world = await bookedAgain('next-month', async (other) => {
      await carried(other);
      await release(other, april, at('2021-04-01', '08:00'));
    });
    expect(await choices(world)).toEqual(['bank-to-correct']);
    expect((await refusalOf(decide(world, 'booked-anew')))?.message).toMatch(
      /^movement-carried: .*payout-2021-04.*allowed is bank-to-correct/,
    );
    expect(await keys(world)).not.toContain(anew);
  });

  it.each([
    ['before the next month is proposed', nothing],
    ['when two people have approved the next month with it', carried],
  ])(
    'a person may say %s that it was carried out: the next month does not pay it',
    async (_when, before) => {
      const world = await bookedAgain('next-month', before);
      expect(await choices(world)).toEqual(['booked-anew', 'bank-to-correct']);
      await decide(world, 'booked-anew');
      expect(await keys(world)).toContain(anew);
      expect(await refusalOf(release(world, april, at('2021-04-01', '08:00')))).toMatchObject({
        name: 'ApprovalsDoNotHold',
      });
      await carried(world);
      expect(await aprilsPayments(world)).toBe(`${uppsala}`);
      await release(world, april, at('2021-04-01', '09:00'));
      expect((await stateOf(world, april)).released).toBeDefined();
    },
  );

  it('the next month is asked again when it carried two payments of a month and one of them has left since', async () => {
    const world = copyOf(await released());
    const booking = await bookingOf(world, '03', { reference: 'R-1', day: '2021-03-01' });
    const back = [await returnOf(world, '03'), await returnOf(world, '05')];
    await deliver(world, camt({ entries: [booking, ...back] }));
    await resolve(world, march, at('2021-03-03'), 'next-month');
    await resolve(world, march, at('2021-03-03'), 'next-month', '05');
    await carried(world);
    const again3 = { ...booking, reference: 'R-3', day: '2021-03-03' };
    await deliver(world, camt({ messageId: 'B-3', entries: [again3] }), at('2021-03-27'));
    expect(await refusalOf(release(world, april, at('2021-04-01', '08:00')))).toMatchObject({
      message: expect.stringContaining('what is carried to this payout is other than it was'),
    });
  });

  it('of the release of the next month and of saying that it was carried out one alone can be', async () => {
    const ends = new Set<string>();
    for (let use = 1; ; use++) {
      const world = copyOf(await released());
      const booking = await bookingOf(world, '03', { reference: 'R-1', day: '2021-03-01' });
      await deliver(world, camt({ entries: [booking, await returnOf(world, '03')] }));
      await resolve(world, march, at('2021-03-03'), 'next-month');
      await carried(world);
      const again3 = { ...booking, reference: 'R-3', day: '2021-03-03' };
      let met = false;
      let said: { readonly message: string } | undefined;
      // The bank tells of the debit, and a person decides, between any two uses that the release makes of the record.
      world.records.interrupt(async (at_) => {
        if (met || at_.use !== use) return;
        met = true;
        await deliver(world, camt({ messageId: 'B-3', entries: [again3] }), at('2021-03-27'));
        said = await refusalOf(decide(world, 'booked-anew'));
      });
      const refused = await refusalOf(release(world, april, at('2021-04-01', '08:00')));
      world.records.interrupt(undefined);
      if (!met) break;
      const isPaid = (await stateOf(world, april)).released !== undefined;
      const isAnew = (await keys(world)).includes(anew);
      expect(isPaid).not.toBe(isAnew);
      expect([isPaid, isAnew]).toEqual([refused === undefined, said === undefined]);
      ends.add(isPaid ? 'paid' : 'anew');
    }
    expect([...ends].sort()).toEqual(['anew', 'paid']);
  });

  it('whoever dies while saying so is taken at the same words again, and at no other', async () => {
    for (let append = 1; ; append++) {
      const world = await bookedAgain('reissue', ready);
      world.records.interrupt(crashAt('after', append));
      const died = await refusalOf(decide(world, 'booked-anew'));
      world.records.interrupt(undefined);
      if (!died) break;
      expect(
        await refusalOf(release(copyOf(world), again, at('2021-03-04', '09:00'))),
      ).toMatchObject({ name: 'ApprovalsDoNotHold' });
      const shown = (await choices(world)) ?? ['booked-anew'];
      expect(shown).toEqual(['booked-anew']);
      expect((await refusalOf(decide(copyOf(world), 'bank-to-correct')))?.message).toMatch(
        /^(already-resolved|item-already-resolved): /,
      );
      await decide(world, 'booked-anew');
      expect((await stateOf(world, march)).lines.get('03')?.status).toBe('booked');
      expect((await keys(world)).filter((key) => key === anew)).toHaveLength(1);
      expect((await stateOf(world, again)).closeRequested).toBeDefined();
    }
  });

  it('if it comes back once more after that, it goes to the next month: the case has ended', async () => {
    const world = await bookedAgain('reissue', nothing);
    await decide(world, 'booked-anew');
    const back = { ...(await returnOf(world, '03')), reference: 'R-4', day: '2021-03-05' };
    await deliver(world, camt({ messageId: 'B-4', entries: [back] }), at('2021-03-05', '18:00'));
    const when = at('2021-03-06');
    expect((await refusalOf(resolve(world, march, when, 'reissue')))?.message).toMatch(
      /^already-resolved: /,
    );
    await resolve(world, march, when, 'next-month');
  });
});
