import { describe, expect, it } from 'vitest';
import { paymentFileName } from '../../../core/bank/payment-file-name.ts';
import type { Json } from '../../../core/canonical.ts';
import type { PaymentProposal } from '../../../core/payment/proposal.ts';
import { caseStream, proposalStream } from '../../../core/record/case-id.ts';
import { reportPayment } from '../../../functions/doors/report-payment.ts';
import { command } from '../../../functions/shared/cases.ts';
import {
  asCalled,
  at,
  by,
  copyOf,
  paidOnce,
  paymentsOf,
  refusalOf,
  stateOf,
  typesOf,
  vouchersOf,
  type World,
} from '../support/world.ts';
import {
  approveBoth,
  approved,
  approvedBelowZero,
  bringAll,
  cases,
  close,
  prepare,
  release,
  released,
  report,
  resolve as resolveReturn,
  returned,
  settle,
  wait,
} from '../support/year.ts';

const { march, april } = cases;
const reason = 'Paid again with the next payout.';
const resolve = (world: World) => resolveReturn(world, march, at('2021-03-03'));

/** What a payment to a region was proposed as. */
async function paymentTo(world: World, id: typeof march, payee: string) {
  const document = (await world.records.read<PaymentProposal>(proposalStream(id))).at(-1)?.event;
  const found = document?.payments.find((payment) => payment.payee === payee);
  if (!found) throw new Error(`${id} pays ${payee} nothing.`);
  return found;
}

describe("The bank's report", () => {
  it('wakes the wait for it', async () => {
    const world = await released();
    await wait(world, 'bank', at('2021-03-01', '07:00'));
    expect(world.workflows.woken).toEqual([]);
    await report(world, march, at('2021-03-02'));
    expect(world.workflows.woken).toEqual([`token of ${march}`]);
  });

  it('about another message is refused', async () => {
    const world = await released();
    const said = { messageId: 'STB-PAY-2021-04', returned: [], reason, case: march };
    expect(
      await refusalOf(
        reportPayment({ ...said, ...by('checker', at('2021-03-02')) }, asCalled(world, 'api-bank')),
      ),
    ).toEqual({ name: 'InputRejected', message: expect.stringMatching(/^another-message: /) });
  });

  it('about a payment that was not sent is refused', async () => {
    const refusal = await refusalOf(report(await approved(), march, at('2021-03-02')));
    expect(refusal?.message).toMatch(/^not-released: /);
  });

  it('typed in again changes nothing', async () => {
    const world = await returned();
    const before = world.records.dump();
    await report(world, march, at('2021-03-03'), [{ payee: '03', code: 'AC04' }]);
    expect(world.records.dump()).toEqual(before);
  });

  it('that cannot be true beside what the bank has said is refused', async () => {
    const world = await released();
    await command(world.records, march, {
      ...{ kind: 'report', at: at('2021-03-02'), messageId: 'STB-PAY-2021-03' },
      ...{ words: [{ payee: '03', result: 'rejected', code: 'AC04' }], source: { report: 'R1' } },
    });
    const said = report(world, march, at('2021-03-03'), [{ payee: '03', code: 'AC04' }]);
    expect((await refusalOf(said))?.message).toMatch(/^already-reported: /);
  });

  it.each([
    ['a payee who was not paid', [{ payee: 'SKR', code: 'AC04' }]],
    [
      'a payee twice',
      [
        { payee: '03', code: 'AC04' },
        { payee: '03', code: 'AC06' },
      ],
    ],
  ] as const)('of %s is refused, and nothing is written', async (_, payees) => {
    const world = await released();
    const before = world.records.dump();
    const refusal = await refusalOf(report(world, march, at('2021-03-02'), [...payees]));
    expect(refusal).toEqual({
      name: 'InputRejected',
      message: expect.stringMatching(
        /^not-paid: Given as returned: .* The payment went, once each, to 01, 03/,
      ),
    });
    expect(world.records.dump()).toEqual(before);
  });

  it('of a region that was paid zero is refused', async () => {
    const world = await approvedBelowZero();
    await release(world, cases.may, at('2022-05-02'));
    const refusal = await refusalOf(
      report(world, cases.may, at('2022-05-03'), [{ payee: '01', code: 'AC04' }]),
    );
    expect(refusal?.message).toMatch(/^not-paid: Given as returned: 01\./);
  });
});

describe('A payment that came back', () => {
  it('is booked as a reversal once, whatever is called again, and held until it is resolved', async () => {
    const world = await returned();
    const held = { case: march, state: 'held', watch: {} };
    expect(await settle(world, march, at('2021-03-02'))).toEqual(held);
    expect(await settle(world, march, at('2021-03-03'))).toEqual(held);
    const { totalSek } = await paymentTo(world, march, '03');
    const [payment, reversal, ...more] = await vouchersOf(world, 2021);
    expect(more).toEqual([]);
    expect(payment).toMatchObject({ number: 1, key: march, cashSek: '2786075070' });
    expect(reversal).toMatchObject({
      number: 2,
      key: `${march}/return/03`,
      cashSek: `-${totalSek}`,
    });
    expect(await typesOf(world, march)).not.toContain('settled');
  });

  it('resolved, the rest is settled: prepared = settled + returned', async () => {
    const world = await returned();
    await settle(world, march, at('2021-03-02'));
    await resolve(world);
    expect(await settle(world, march, at('2021-03-03'))).toMatchObject({ state: 'settled' });
    const { totalSek } = await paymentTo(world, march, '03');
    const { settled } = await stateOf(world, march);
    expect(BigInt(settled?.totalSek ?? 0) + BigInt(totalSek)).toBe(2_786_075_070n);
  });

  it('is in the next payout of its region, as carried forward, and in nobody else’s', async () => {
    const world = await returned();
    await settle(world, march, at('2021-03-02'));
    await resolve(world);
    await settle(world, march, at('2021-03-03'));
    await close(world, march, at('2021-03-03'));
    await bringAll(world, '2021-03-31');
    await prepare(world, april, at('2021-03-25'));
    const { totalSek: back } = await paymentTo(world, march, '03');
    const uppsala = await paymentTo(world, april, '03');
    expect(uppsala.lines.find(({ kind }) => kind === 'carried-forward')?.sek).toBe(back);
    const stockholm = await paymentTo(world, april, '01');
    expect(stockholm.lines.map(({ kind }) => kind)).toEqual(['instalment']);
    expect((await stateOf(world, april)).proposal?.proposed.payment?.totalSek).toBe(
      (2_786_075_070n + BigInt(back)).toString(),
    );
  });

  it('and is let go after the next payout was approved: that one is prepared again', async () => {
    const world = await returned();
    await settle(world, march, at('2021-03-02'));
    await prepare(world, april, at('2021-03-25'));
    await approveBoth(world, april, at('2021-03-26'));
    await resolve(world);
    expect(await refusalOf(release(world, april, at('2021-04-01')))).toEqual({
      name: 'ApprovalsDoNotHold',
      message: expect.stringContaining('what is carried to this payout is other than it was'),
    });
    await prepare(world, april, at('2021-04-01'));
    await approveBoth(world, april, at('2021-04-01'));
    await release(world, april, at('2021-04-01'));
    expect(await paymentsOf(world, april)).toEqual(paidOnce);
    const uppsala = await paymentTo(world, april, '03');
    expect(uppsala.lines.map(({ kind }) => kind)).toContain('carried-forward');
  });

  it('is seen by the next payout also when the one it came back from carried kronor of another region', async () => {
    const world = await returned();
    const run = await world.records.read<Record<string, Json>>(caseStream(march));
    const order = run.find(({ event }) => event.type === 'release-ordered');
    if (!order) throw new Error('March was released.');
    const carried = [{ region: '25', sek: '5', working: '0'.repeat(64) }];
    world.records.tamper(caseStream(march), order.number, { ...order.event, carried });
    await settle(world, march, at('2021-03-02'));
    await prepare(world, april, at('2021-03-25'));
    await approveBoth(world, april, at('2021-03-26'));
    await resolve(world);
    expect((await refusalOf(release(world, april, at('2021-04-01'))))?.message).toContain(
      'what is carried to this payout is other than it was',
    );
  });

  it('is held as long as nobody has reported', async () => {
    const world = await released();
    expect(await settle(world, march, at('2021-03-02'))).toMatchObject({ state: 'pending' });
    expect(await vouchersOf(world, 2021)).toHaveLength(1);
  });
});

describe('A payment that the file and the bank do not agree about', () => {
  it.each([
    [
      'pays somebody a krona more',
      (text: string) => text.replaceAll('98897438.00', '98897439.00'),
      /03: approved by two 98897438 kr, in the payment file 98897439 kr/,
    ],
    ['cannot be read', () => 'no file', /the payment file cannot be read/],
  ] as const)('because the stored file %s is not settled', async (_, spoil, why) => {
    const world = copyOf(await released());
    const name = paymentFileName(march);
    const text = world.paymentFiles.text(name) ?? '';
    world.paymentFiles.tamper(name, new TextEncoder().encode(spoil(text)));
    await report(world, march, at('2021-03-02'));
    expect(await refusalOf(settle(world, march, at('2021-03-02')))).toEqual({
      name: 'SumsDoNotHold',
      message: expect.stringMatching(why),
    });
    expect(await typesOf(world, march)).not.toContain('settled');
  });
});

describe('A payout below zero', () => {
  it('pays nobody, books what is carried forward, and sends no transaction', async () => {
    const world = await approvedBelowZero();
    await release(world, cases.may, at('2022-05-02'));
    const { released: out } = await stateOf(world, cases.may);
    expect(out?.carried.length).toBe(21);
    const [order] = await world.records.read({ partition: 'ORDER#2022', name: cases.may });
    expect(order?.event).toMatchObject({ numberOfTransactions: 0, controlSumSek: '0' });
  });
});
