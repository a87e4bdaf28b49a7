import { describe, expect, it } from 'vitest';
import type { BankOrder } from '../../core/bank/bank-order.ts';
import { canonical } from '../../core/canonical.ts';
import { Sek } from '../../core/money/sek.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import type { PaymentProposal, ProposedPayment } from '../../core/payment/proposal.ts';
import { bankOrderStream, proposalStream } from '../../core/record/case-id.ts';
import { sha256Of } from '../../functions/adapters/sha256.ts';
import { hashOf } from '../../functions/shared/documents.ts';
import type { FileHook, FileUse } from '../helpers/memory-files.ts';
import { Crash, crashAfter, crashAt } from '../helpers/memory-records.ts';
import {
  at,
  by,
  notPaid,
  ordersOf,
  paidOnce,
  paymentsOf,
  refusalOf,
  stateOf,
  typesOf,
  vouchersOf,
  type World,
} from './support/world.ts';
import {
  approve,
  approved,
  approvedBelowZero,
  bring,
  cases,
  ihsiApproved,
  inputOf,
  prepare,
  proposed,
  register,
  release,
  say,
} from './support/year.ts';

/** Payments of every shape: to all regions, of nothing but what is carried forward, and to SKR on one day only. */
const payments = [
  {
    what: "March's payout",
    id: cases.march,
    stage: approved,
    now: at('2021-03-01', '06:00'),
    files: ['2021/STB-PAY-2021-03.xml'],
    appends: ['ROOM', 'RUN', 'ORDER', 'JOURNAL'],
  },
  {
    what: 'a payout below zero',
    id: cases.may,
    stage: approvedBelowZero,
    now: at('2022-05-02'),
    files: [],
    // Nobody is paid, so no kronor of the room are taken: only its place for what it pays and takes up.
    appends: ['ROOM', 'RUN', 'ORDER', 'JOURNAL'],
  },
  {
    what: 'IHSI',
    id: cases.ihsi,
    stage: ihsiApproved,
    now: at('2021-06-15', '11:00'),
    files: ['2021/STB-REQ-2021-IHSI.xml'],
    appends: ['ROOM', 'REQUISITION', 'ORDER', 'JOURNAL'],
  },
] as const;

/** The files of a world by their names, as text. */
const filesOf = ({ paymentFiles }: World) =>
  Object.fromEntries(paymentFiles.names().map((name) => [name, paymentFiles.text(name)]));

/** Lets the process die before or after the payment file is put. */
const dieAtFile =
  (moment: FileUse['moment']): FileHook =>
  (use) => {
    if (use.operation === 'put' && use.moment === moment) throw new Crash(`${moment} ${use.name}`);
  };

/** Just after the point of no return. */
const dieWhenOrdered = crashAfter('RUN', 'REQUISITION');

describe.each(payments)('A release of $what', ({ id, stage, now, files, appends }) => {
  it('orders one payment: its room, the release, the order to the bank, its file, the voucher, in this order', async () => {
    const world = await stage();
    const written: string[] = [];
    world.records.interrupt(({ operation, moment, where }) => {
      if (operation === 'append' && moment === 'after') written.push(where.replace(/[#/].*/, ''));
    });
    world.paymentFiles.interrupt(({ operation, moment, name }) => {
      if (moment === 'after') written.push(`${operation} ${name}`);
    });
    const answer = await release(world, id, now);
    const puts = files.map((name) => `put ${name}`);
    expect(written).toEqual([...appends.slice(0, -1), ...puts, 'JOURNAL']);
    expect(answer.sent).toBe(files.length === 0 ? 'nothing' : 'file');
    expect(await paymentsOf(world, id)).toEqual(paidOnce);
    expect(files.map((name) => world.paymentFiles.mediaType(name))).toEqual(
      files.map(() => 'application/xml'),
    );
  });

  it('sends what two people approved: the same hash, and every krona of it', async () => {
    const world = await stage();
    const { proposal } = (await stateOf(world, id)).proposal?.proposed ?? {};
    await release(world, id, now);
    const { released } = await stateOf(world, id);
    const [order] = await ordersOf(world, id);
    const documents = await world.records.read<PaymentProposal>(proposalStream(id));
    const document = documents.find(({ event }) => hashOf(event) === proposal)?.event;
    expect(released?.proposal).toBe(proposal);
    const bytes = files[0] ? await world.paymentFiles.read(files[0]) : new Uint8Array();
    expect(sha256Of(bytes ?? new Uint8Array(1))).toBe(released?.fileHash);
    const { transactions } = order as unknown as BankOrder;
    expect(transactions.map(({ payee, endToEndId, sek }) => ({ payee, endToEndId, sek }))).toEqual(
      released?.sent,
    );
    expect(
      (document?.payments ?? [])
        .filter(({ totalSek }) => totalSek !== '0')
        .map(({ payee, totalSek }) => [payee, totalSek]),
    ).toEqual(released?.sent.map(({ payee, sek }) => [payee, sek]));
    const [voucher] = (await vouchersOf(world, Number(now.slice(0, 4)))).filter(
      ({ key }) => key === id,
    );
    expect(voucher?.cashSek).toBe(document?.totalSek);
    expect(Sek.sum((voucher?.entries ?? []).map(({ sek }) => Sek.of(sek))).toString()).toBe('0');
  });

  const points = (['before', 'after'] as const).flatMap((moment) =>
    appends.map((_kind, index) => ({ moment, append: index + 1 })),
  );
  it.each(points)(
    'killed $moment append $append and tried again leaves the same bytes',
    async ({ moment, append }) => {
      const whole = await stage();
      const answer = await release(whole, id, now);
      const world = await stage();
      world.records.interrupt(crashAt(moment, append));
      await expect(release(world, id, now)).rejects.toBeInstanceOf(Crash);
      world.records.interrupt(undefined);
      expect(await release(world, id, now)).toEqual(answer);
      expect(await paymentsOf(world, id)).toEqual(paidOnce);
      expect(world.records.dump()).toEqual(whole.records.dump());
      expect(filesOf(world)).toEqual(filesOf(whole));
    },
  );

  // A payout that pays nobody has no file to be killed at.
  it.each(files.length === 0 ? [] : (['before', 'after'] as const))(
    'killed %s its file is put and tried again leaves one file, the same bytes and one voucher',
    async (moment) => {
      const whole = await stage();
      const answer = await release(whole, id, now);
      const world = await stage();
      world.paymentFiles.interrupt(dieAtFile(moment));
      await expect(release(world, id, now)).rejects.toBeInstanceOf(Crash);
      expect((await paymentsOf(world, id)).vouchers).toBe(0);
      world.paymentFiles.interrupt(undefined);
      expect(await release(world, id, at(`${now.slice(0, 8)}27`))).toEqual(answer);
      expect(await paymentsOf(world, id)).toEqual(paidOnce);
      expect(world.records.dump()).toEqual(whole.records.dump());
      expect(world.paymentFiles.names()).toEqual(files);
      expect(filesOf(world)).toEqual(filesOf(whole));
    },
  );

  it('is counted by its payments, once, and not again when it is tried again', async () => {
    const world = await approved();
    await release(world, cases.march, at('2021-03-01'));
    await release(world, cases.march, at('2021-03-01'));
    expect(world.metrics.said).toEqual([['PaymentsReleased', 21]]);
  });

  it('tried again a day later takes the day of the first release, not its own', async () => {
    const whole = await stage();
    await release(whole, id, now);
    const world = await stage();
    world.records.interrupt(dieWhenOrdered);
    await expect(release(world, id, now)).rejects.toBeInstanceOf(Crash);
    world.records.interrupt(undefined);
    await release(world, id, at(`${now.slice(0, 8)}28`));
    expect(world.records.dump()).toEqual(whole.records.dump());
    expect(filesOf(world)).toEqual(filesOf(whole));
  });

  it('in two executions at once is one', async () => {
    const world = await stage();
    const before = world.paymentFiles.names();
    const answers = await Promise.all([
      release(world, id, now),
      release(world, id, now),
      release(world, id, at(now.slice(0, 10), '12:00')),
    ]);
    expect(new Set(answers.map((answer) => canonical(answer))).size).toBe(1);
    expect(await paymentsOf(world, id)).toEqual(paidOnce);
    expect(world.paymentFiles.names()).toEqual([...before, ...files]);
  });
});

describe('A release is refused', () => {
  const march = cases.march;
  const payDay = at('2021-03-01', '06:00');

  async function refused(world: World, because: RegExp, now = payDay) {
    expect(await refusalOf(release(world, march, now))).toEqual({
      name: 'ApprovalsDoNotHold',
      message: expect.stringMatching(because),
    });
    expect(await paymentsOf(world, march)).toEqual(notPaid);
  }

  it('when nothing has been proposed', async () => {
    const world = await ihsiApproved();
    await refused(world, /no proposal stands/);
  });

  it('without approvals, and with one of two', async () => {
    const world = await proposed();
    await refused(world, /no two valid approvals/);
    await approve(world, march, 0, at('2021-02-23'));
    await refused(world, /no two valid approvals/);
  });

  it('before its pay day', async () => {
    await refused(await approved(), /pay day is 2021-03-01/, at('2021-02-28', '23:59'));
  });

  it('when somebody has asked to close the payout', async () => {
    const world = await approved();
    const reason = 'The agreement is being renegotiated.';
    await say(world, {
      kind: 'request-close',
      case: march,
      reason,
      ...by('attestant', at('2021-02-24')),
    });
    await refused(world, /about to be closed/);
  });

  it('when a payee has got another account, and the proposal is voided with its approvals', async () => {
    const world = await approved();
    // The registering process died before it voided anything: only the record knows.
    const payees = inputOf('payees');
    const content = JSON.parse(JSON.stringify(payees.content).replace('990-1000', '990-1018'));
    await bring(world, inputOf('payees'), at('2021-02-24'));
    await register(world, { ...payees, content }, at('2021-02-24'));
    await world.records.append(
      { partition: 'INPUT#all', name: 'payees' },
      (await world.records.read({ partition: 'INPUT#all', name: 'payees' })).at(-1),
      { type: 'input-confirmed', version: 2, ...by('checker', at('2021-02-24', '09:00')) },
    );
    await refused(world, /INPUT#all\/payees has a new version/);
    expect((await typesOf(world, march)).at(-1)).toBe('voided');
    await refused(world, /no proposal stands/);
  });

  it('when a payment in between has left no room in the appropriation', async () => {
    const world = await approved();
    await takeFromAppropriation(world, '28500000000');
    await refused(world, /the appropriation has no room/);
    expect((await typesOf(world, march)).at(-1)).toBe('voided');
  });

  it('when it would take credit that its approvers were not warned of, and the next proposal warns', async () => {
    const world = await approved();
    await takeFromAppropriation(world, '25000000000'); // 4 000 + 25 000 + 2 786 mnkr are 81 over 31 705.
    await refused(world, /takes credit .* nobody was warned of/);
    await prepare(world, march, payDay);
    const { warnings } = (await stateOf(world, march)).proposal?.proposed ?? {};
    expect(warnings).toEqual(['takes 81075070 kronor of the credit of 2021; 711549930 are left']);
    await approve(world, march, 0, payDay);
    await approve(world, march, 1, payDay);
    await release(world, march, payDay);
    expect(await paymentsOf(world, march)).toEqual(paidOnce);
  });

  it('of IHSI on another day than the one whose rate it is at', async () => {
    const world = await ihsiApproved();
    expect(await refusalOf(release(world, cases.ihsi, at('2021-06-16', '06:00')))).toEqual({
      name: 'ApprovalsDoNotHold',
      message: expect.stringContaining('holds on 2021-06-15 only; today is 2021-06-16'),
    });
    expect(await paymentsOf(world, cases.ihsi)).toEqual(notPaid);
  });
});

describe('A release stops', () => {
  const now = at('2021-03-01', '06:00');

  it('when another order to the bank lies in its place', async () => {
    const world = await approved();
    const other = { type: 'bank-order', messageId: 'STB-PAY-2021-03', controlSumSek: '1' };
    await world.records.append(bankOrderStream(cases.march), undefined, other);
    expect(await refusalOf(release(world, cases.march, now))).toEqual({
      name: 'RecordContradicts',
      message: expect.stringContaining('payout-2021-03'),
    });
    expect((await paymentsOf(world, cases.march)).vouchers).toBe(0);
  });

  it('when the order to the bank was changed after it was sent', async () => {
    const world = await approved();
    world.records.interrupt(crashAfter('ORDER'));
    await expect(release(world, cases.march, now)).rejects.toBeInstanceOf(Crash);
    world.records.interrupt(undefined);
    const [order] = await ordersOf(world, cases.march);
    const changed = JSON.parse(canonical(order ?? null).replaceAll('990-1000', '990-1018'));
    expect(changed).not.toEqual(order);
    world.records.tamper(bankOrderStream(cases.march), 1, changed);
    expect(await refusalOf(release(world, cases.march, now))).toMatchObject({
      name: 'RecordContradicts',
    });
  });

  it('when another file lies in the place of its file, which stays as it is', async () => {
    const world = await approved();
    const name = '2021/STB-PAY-2021-03.xml';
    world.paymentFiles.tamper(name, new TextEncoder().encode('<Document/>'));
    expect(await refusalOf(release(world, cases.march, now))).toEqual({
      name: 'RecordContradicts',
      message: `The file ${name} is already stored, with other bytes.`,
    });
    expect(world.paymentFiles.text(name)).toBe('<Document/>');
    expect((await paymentsOf(world, cases.march)).vouchers).toBe(0);
  });

  it('when the file cannot be put, and is tried again as it is', async () => {
    const world = await approved();
    world.paymentFiles.interrupt(() => Promise.reject(new Error('The bucket is out of reach.')));
    expect(await refusalOf(release(world, cases.march, now))).toEqual({
      name: 'Error',
      message: 'The bucket is out of reach.',
    });
    world.paymentFiles.interrupt(undefined);
    await release(world, cases.march, now);
    expect(await paymentsOf(world, cases.march)).toEqual(paidOnce);
  });

  it('when the file would be another than the one that was released', async () => {
    const world = await approved();
    world.records.interrupt(dieWhenOrdered);
    await expect(release(world, cases.march, now)).rejects.toBeInstanceOf(Crash);
    world.records.interrupt(undefined);
    const run = { partition: 'RUN#2021', name: '03' };
    const events = await world.records.read<CaseEvent>(run);
    const { event, number } = events.at(-1) ?? {};
    if (event?.type !== 'release-ordered') throw new Error('March was released.');
    world.records.tamper(run, number ?? 0, { ...event, fileHash: '0'.repeat(64) });
    expect(await refusalOf(release(world, cases.march, now))).toEqual({
      name: 'RecordContradicts',
      message: expect.stringMatching(
        /^payout-2021-03: the payment file is [0-9a-f]{64}; 0{64} was/,
      ),
    });
    expect(await ordersOf(world, cases.march)).toEqual([]);
    expect(world.paymentFiles.names()).toEqual([]);
  });

  it('before anything is ordered when a bank would refuse the file, naming each fault', async () => {
    const world = await proposedWith((proposal) => ({
      ...proposal,
      payments: proposal.payments.map((payment) =>
        payment.payee === '05'
          ? ({ ...payment, name: 'Region Östergötland_', bankgiro: '990-5002' } as ProposedPayment)
          : payment,
      ),
    }));
    const before = world.records.dump();
    const refusal = await refusalOf(release(world, cases.march, now));
    expect(refusal?.name).toBe('PaymentFileImpossible');
    expect(refusal?.message).toMatch(
      /^payout-2021-03: 05\/name is "Region Östergötland_"; allowed is .+; 05\/bankgiro is "990-5002"; allowed is /,
    );
    expect(world.records.dump()).toEqual(before);
    expect(world.paymentFiles.names()).toEqual([]);
  });

  it('when the approved proposal is not in the record', async () => {
    const world = await approved();
    const [document] = await world.records.read<PaymentProposal>(proposalStream(cases.march));
    if (!document) throw new Error('There is a proposal.');
    world.records.tamper(proposalStream(cases.march), 1, { ...document.event, codeVersion: 'x' });
    expect(await refusalOf(release(world, cases.march, now))).toMatchObject({
      name: 'RecordContradicts',
    });
    expect(await paymentsOf(world, cases.march)).toEqual(notPaid);
  });

  it('when the sums of what was approved do not hold, naming both sides', async () => {
    const world = await proposedWith((proposal) => ({ ...proposal, totalSek: '2786075071' }));
    expect(await refusalOf(release(world, cases.march, now))).toEqual({
      name: 'SumsDoNotHold',
      message: 'payments = total: 2786075070 ≠ 2786075071',
    });
    expect(await paymentsOf(world, cases.march)).toEqual(notPaid);
  });

  it('when a payee is paid another sum than its lines', async () => {
    const world = await proposedWith((proposal) => ({
      ...proposal,
      payments: proposal.payments.map((payment, index) =>
        index === 0 ? { ...payment, lines: payment.lines.slice(1) } : payment,
      ),
    }));
    expect(await refusalOf(release(world, cases.march, now))).toEqual({
      name: 'SumsDoNotHold',
      message: expect.stringMatching(/^lines of 01 = its payment: 0 ≠ \d+$/),
    });
    expect(await paymentsOf(world, cases.march)).toEqual(notPaid);
  });
});

/** March approved with another proposal than the one prepared, as only a mistake in the program could make it. */
async function proposedWith(change: (proposal: PaymentProposal) => PaymentProposal) {
  const world = await proposed();
  const stream = proposalStream(cases.march);
  const [document] = await world.records.read<PaymentProposal>(stream);
  const { proposed: before } = (await stateOf(world, cases.march)).proposal ?? {};
  if (!document || !before) throw new Error('March is proposed.');
  const wrong = change({ ...document.event, number: 2 });
  await world.records.append(stream, document, wrong);
  const run = { partition: 'RUN#2021', name: '03' };
  const { number: _number, ...rest } = before;
  const again = { ...rest, number: 2, proposal: hashOf(wrong) };
  await world.records.append(run, (await world.records.read(run)).at(-1), again);
  await approve(world, cases.march, 0, at('2021-02-23'));
  await approve(world, cases.march, 1, at('2021-02-23'));
  return world;
}

/** A voucher that another payment of the budget year has booked. */
async function takeFromAppropriation(world: World, cashSek: string) {
  await world.records.append({ partition: 'JOURNAL#2021', name: 'voucher' }, undefined, {
    type: 'voucher',
    number: 1,
    key: 'another',
    day: '2021-02-25',
    case: 'requisition-2021-sol',
    proposal: '',
    entries: [],
    cashSek,
  });
}
