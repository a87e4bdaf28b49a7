import { describe, expect, it } from 'vitest';
import type { Instant } from '../../core/calendar/stockholm.ts';
import type { PaymentProposal } from '../../core/payment/proposal.ts';
import { proposalStream } from '../../core/record/case-id.ts';
import { sha256Of } from '../../functions/adapters/sha256.ts';
import { hashOf } from '../../functions/shared/documents.ts';
import { actBefore } from '../helpers/memory-records.ts';
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
  type World,
} from './support/world.ts';
import {
  approve,
  approveBoth,
  approved,
  bring,
  cases,
  inputOf,
  prepare,
  release,
  say,
} from './support/year.ts';

const march = cases.march;
const payDay = at('2021-03-01', '06:00');
const moment: Instant = at('2021-03-01', '06:00');
const otherAccount = () => {
  const payees = inputOf('payees');
  const text = JSON.stringify(payees.content).replace('990-1000', '990-1018');
  return { ...payees, content: JSON.parse(text) };
};

const proposalOf = async (world: World) =>
  (await stateOf(world, march)).proposal?.proposed.proposal ?? '';

/** What somebody does while the release is on its way. */
const rivals = {
  'A withdrawal': async (world: World) =>
    say(world, {
      kind: 'withdraw',
      case: march,
      right: 'attest',
      proposal: await proposalOf(world),
      code: 'wrong-amount',
      reason: 'One amount is wrong.',
      ...by('attestant', moment),
    }),
  'A rejection': async (world: World) =>
    say(world, {
      kind: 'reject',
      case: march,
      right: 'order',
      proposal: await proposalOf(world),
      code: 'wrong-amount',
      reason: 'One amount is wrong.',
      ...by('payer', moment),
    }),
  'A request to close': async (world: World) =>
    say(world, {
      kind: 'request-close',
      case: march,
      reason: 'Nothing may be paid today.',
      ...by('attestant', moment),
    }),
  'A new account of a payee': async (world: World) => {
    await bring(world, otherAccount(), moment);
    // Recorded before the release or after it, it voids only what has not been released.
    if ((await stateOf(world, march)).released) throw new Error('already-released');
  },
  'Another proposal with both approvals': async (world: World) => {
    await bring(world, otherAccount(), moment);
    await prepare(world, march, moment);
    await approveBoth(world, march, moment);
  },
} as const;

/** How many times a release uses the record. */
async function usesOfRelease(): Promise<number> {
  const world = await approved();
  let uses = 0;
  world.records.interrupt(({ use }) => {
    uses = use;
  });
  await release(world, march, payDay);
  return uses;
}

/** Releases March while the rival acts just before the n-th use of the record; says who got their way. */
async function race(rival: (world: World) => Promise<unknown>, use: number) {
  const world = await approved();
  let accepted = false;
  world.records.interrupt(
    actBefore(use, async () => {
      accepted = (await refusalOf(rival(world))) === undefined;
    }),
  );
  const refusal = await refusalOf(release(world, march, payDay));
  world.records.interrupt(undefined);
  return { world, accepted, refusal };
}

const uses = await usesOfRelease();
const points = Array.from({ length: uses }, (_, index) => index + 1);

describe.each(Object.entries(rivals).slice(0, 4))('%s during a release', (_, rival) => {
  it.each(points)('just before use %i of the record leaves one payment or none', async (use) => {
    const { world, accepted, refusal } = await race(rival, use);
    const payments = await paymentsOf(world, march);
    if (accepted) {
      expect(refusal?.name).toBe('ApprovalsDoNotHold');
      expect(payments).toEqual(notPaid);
      expect((await refusalOf(release(world, march, payDay)))?.name).toBe('ApprovalsDoNotHold');
      expect(await paymentsOf(world, march)).toEqual(notPaid);
    } else {
      expect(refusal).toBeUndefined();
      expect(payments).toEqual(paidOnce);
    }
  });

  it('comes in time before the release is ordered, and too late after it', async () => {
    const outcomes = await Promise.all(points.map((use) => race(rival, use)));
    const accepted = outcomes.map((outcome) => outcome.accepted);
    expect(accepted[0]).toBe(true);
    expect(accepted.at(-1)).toBe(false);
    expect(accepted.lastIndexOf(true)).toBe(accepted.indexOf(false) - 1);
  });
});

describe('Another proposal with both approvals during a release', () => {
  it.each(points)(
    'just before use %i of the record is never paid by the first one’s order',
    async (use) => {
      const { world, refusal } = await race(rivals['Another proposal with both approvals'], use);
      if (refusal) {
        expect(refusal.name).toBe('ApprovalsDoNotHold');
        expect(await paymentsOf(world, march)).toEqual(notPaid);
        // The workflow prepares again, has it approved again if need be, and releases.
        await prepare(world, march, payDay);
        if (!(await stateOf(world, march)).proposal?.approvals.size)
          await approveBoth(world, march, payDay);
        await release(world, march, payDay);
      }
      expect(await paymentsOf(world, march)).toEqual(paidOnce);
      const { released } = await stateOf(world, march);
      const [order] = await ordersOf(world, march);
      const file = await world.paymentFiles.read('2021/STB-PAY-2021-03.xml');
      expect(sha256Of(file ?? new Uint8Array())).toBe(released?.fileHash);
      const documents = await world.records.read<PaymentProposal>(proposalStream(march));
      const paid = documents.find(({ event }) => hashOf(event) === released?.proposal)?.event;
      expect(order).toMatchObject({
        transactions: paid?.payments.map(({ bankgiro, totalSek: sek }) => ({ bankgiro, sek })),
      });
    },
  );
});

describe('A proposal that is changed after its attest', () => {
  it('is voided, cannot be paid or ordered, and is asked for anew', async () => {
    const world = await approved();
    const first = await proposalOf(world);
    await bring(world, otherAccount(), at('2021-02-24'));
    expect((await typesOf(world, march)).at(-1)).toBe('voided');
    expect((await refusalOf(release(world, march, payDay)))?.name).toBe('ApprovalsDoNotHold');
    await prepare(world, march, at('2021-02-24', '09:00'));
    const second = await proposalOf(world);
    expect(second).not.toBe(first);
    expect((await refusalOf(release(world, march, payDay)))?.name).toBe('ApprovalsDoNotHold');
    const stale = {
      kind: 'approve',
      case: march,
      right: 'order',
      proposal: first,
      ...by('payer', moment),
    } as const;
    expect(await refusalOf(say(world, stale))).toEqual({
      name: 'InputRejected',
      message: expect.stringMatching(/^stale-proposal: /),
    });
    await approve(world, march, 0, payDay);
    await approve(world, march, 1, payDay);
    await release(world, march, payDay);
    expect(await paymentsOf(world, march)).toEqual(paidOnce);
  });
});
