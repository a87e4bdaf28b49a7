import { describe, expect, it } from 'vitest';
import { parseDay } from '../../core/calendar/day.ts';
import { parseMonth } from '../../core/calendar/month.ts';
import type { Authorisation } from '../../core/inputs/contents.ts';
import type { PaymentProposal, Proposal, SettlementProposal } from '../../core/payment/proposal.ts';
import { type CaseId, payoutCase, proposalStream } from '../../core/record/case-id.ts';
import { run as collectFinals } from '../../functions/collect-finals.lambda.ts';
import { run as readDecision } from '../../functions/read-decision.lambda.ts';
import { run as recordRequisition } from '../../functions/record-requisition.lambda.ts';
import { hashOf } from '../../functions/shared/documents.ts';
import type { InputRegistration } from '../../local/inputs/registration.ts';
import { asCalled, at, by, stateOf, type World } from './support/world.ts';
import {
  approve,
  approveBoth,
  bring,
  bringAll,
  cases,
  close,
  decideCase,
  ihsiApproved,
  inputOf,
  pay,
  prepare,
  release,
  say,
  wait,
} from './support/year.ts';

const { february, may, ihsi, reconciliation } = cases;
const march2022 = payoutCase(parseMonth('2022-03'));
const april2022 = payoutCase(parseMonth('2022-04'));

/** The sample's forecast, with so many kronor more for Region Stockholm. */
function forecastWith(more: bigint, documentHash = 'e'.repeat(64)): InputRegistration {
  const forecast = inputOf('rebate-forecast');
  const content = forecast.content as Record<string, string>;
  return {
    ...forecast,
    documentHash,
    content: { ...content, '01': String(BigInt(content['01'] ?? '') + more) },
  } as InputRegistration;
}

/** What was last proposed in a case. */
async function proposalIn<P extends Proposal>(world: World, id: CaseId): Promise<P> {
  const hash = (await stateOf(world, id)).proposal?.proposed.proposal;
  const documents = await world.records.read<P>(proposalStream(id));
  const found = documents.find(({ event }) => hashOf(event) === hash)?.event;
  if (!found) throw new Error(`${id} is proposed.`);
  return found;
}

const dueInMay = async (world: World) => (await proposalIn<PaymentProposal>(world, may)).paid;

/** Region Stockholm's line of a kind in what was last proposed in a case; undefined when it has none. */
async function lineOf(world: World, id: CaseId, kind: string): Promise<string | undefined> {
  const proposal = await proposalIn<PaymentProposal | SettlementProposal>(world, id);
  if (proposal.kind === 'settlement')
    return proposal.lines.find((line) => line.region === '01' && line.kind === kind)?.sek;
  return proposal.payments
    .find(({ payee }) => payee === '01')
    ?.lines.find((line) => line.kind === kind)?.sek;
}

/** The year until IHSI is paid, and every input that has come by a day. */
async function until(day: string, leaveOut?: (input: InputRegistration) => boolean) {
  const world = await ihsiApproved();
  await release(world, ihsi, at('2021-06-15', '11:00'));
  await bringAll(world, day, leaveOut);
  return world;
}

/** What May pays Region Stockholm as rebate settlement, once the finals are there and both have signed. */
async function settledInMay(world: World): Promise<string | undefined> {
  await bringAll(world, '2022-04-21', ({ day }) => day <= '2022-02-28');
  await decideCase(world, reconciliation, '2022-04-22');
  await prepare(world, may, at('2022-04-25'));
  return lineOf(world, may, 'rebate-settlement');
}

/** A decision by which what is left of 2021 may be paid until May. */
function decisionUntilMay(): InputRegistration {
  const decision = inputOf(
    'authorisation',
    ({ content }) => (content as Authorisation).kind === 'agreement',
  );
  const content = {
    ...(decision.content as Authorisation),
    decision: 'rb-2022-02-18',
    decidedOn: parseDay('2022-02-18'),
    firstMonth: parseMonth('2022-03'),
    lastMonth: parseMonth('2022-05'),
  };
  return { ...decision, documentHash: 'a'.repeat(64), content } as typeof decision;
}

/** Closes a payout without payment: what is due in it stays due. */
async function closeWithoutPayment(world: World, id: CaseId, day: string) {
  await prepare(world, id, at(day));
  await say(world, {
    kind: 'request-close',
    case: id,
    reason: 'Nothing is paid.',
    ...by('attestant', at(day, '09:00')),
  });
  await close(world, id, at(day, '10:00'), 'without-payment');
}

describe("May's rebate settlement", () => {
  it('is made against the version that February deducted, whatever is forecast after that', async () => {
    const world = await until('2022-02-28');
    await pay(world, february, '2022-02-01');
    expect(await lineOf(world, february, 'rebate-forecast')).toBe('-230184250');
    await bring(world, forecastWith(100_000_000n), at('2022-02-15'));
    expect(await settledInMay(world)).toBe('-4167397'); // −0.4 × (585 879 116 − 575 460 624).
  });

  it('is made against the newer version where that is the one that February deducted', async () => {
    const world = await until('2022-02-28');
    await bring(world, forecastWith(100_000_000n), at('2022-01-31'));
    await pay(world, february, '2022-02-01');
    await bring(world, forecastWith(7n, 'd'.repeat(64)), at('2022-02-15'));
    expect(await lineOf(world, february, 'rebate-forecast')).toBe('-270184250');
    expect(await settledInMay(world)).toBe('35832603'); // −0.4 × (585 879 116 − 675 460 624).
  });

  it.each([
    ['March', [february], march2022],
    ['April', [february, march2022], april2022],
  ] as const)(
    'is made against what %s deducted, where February did not',
    async (_, closed, paid) => {
      const world = await until('2022-03-31', ({ kind }) => kind === 'rebate-final');
      await bring(world, decisionUntilMay(), at('2022-02-17'));
      for (const id of closed) await closeWithoutPayment(world, id, '2022-02-25');
      await pay(world, paid, '2022-04-01');
      expect(await lineOf(world, paid, 'rebate-forecast')).toBe('-230184250');
      await bring(world, forecastWith(100_000_000n), at('2022-04-02'));
      await bringAll(
        world,
        '2022-04-21',
        ({ day, kind }) => day <= '2022-03-31' && kind !== 'rebate-final',
      );
      await decideCase(world, reconciliation, '2022-04-22');
      await prepare(world, may, at('2022-04-25'));
      expect(await lineOf(world, may, 'rebate-settlement')).toBe('-4167397');
    },
  );

  it('takes the whole State’s share where nobody had deducted when both signed, and then nobody does', async () => {
    const world = await until('2022-02-28');
    for (const id of [february, march2022, april2022])
      await closeWithoutPayment(world, id, '2022-02-01');
    expect(await settledInMay(world)).toBe('-234351646'); // −0.4 × 585 879 116.
    const paid = await dueInMay(world);
    expect(paid).toContain('instalment/2021/2022-02');
    expect(paid.filter((key) => key.startsWith('rebate-forecast/'))).toEqual([]);
    expect(await lineOf(world, may, 'rebate-forecast')).toBeUndefined();
  });

  it('needs no forecast where nobody has deducted one', async () => {
    const world = await until('2022-02-28', ({ kind }) => kind === 'rebate-forecast');
    const answer = await collectFinals(
      { case: reconciliation, now: at('2022-04-21') },
      asCalled(world, 'collect-finals'),
    );
    expect(answer).toMatchObject({ outcome: 'waiting', needs: ['rebate-final', 'outcomes'] });
    await bringAll(
      world,
      '2022-04-21',
      ({ day, kind }) => day <= '2022-02-28' || kind === 'rebate-forecast',
    );
    await prepare(world, reconciliation, at('2022-04-22'));
    expect(await lineOf(world, reconciliation, 'rebate-settlement')).toBe('-234351646');
  });

  it('rests on the deducted version as paid: who registered it may not sign, and a newer one changes nothing', async () => {
    const world = await until('2022-02-28');
    await pay(world, february, '2022-02-01');
    await bringAll(world, '2022-04-21', ({ day }) => day <= '2022-02-28');
    await prepare(world, reconciliation, at('2022-04-22'));
    const stream = 'INPUT#2021/rebate-forecast';
    const restsOn = (await stateOf(world, reconciliation)).proposal?.proposed.restsOn;
    expect(restsOn?.filter((each) => each.stream === stream)).toMatchObject([
      { version: 1, asPaid: true, registeredBy: 'local-registrar' },
    ]);
    await bring(world, forecastWith(100_000_000n), at('2022-04-22'));
    await approve(world, reconciliation, 0, at('2022-04-22', '09:00'));
    const answer = await readDecision(
      { case: reconciliation, now: at('2022-04-22', '10:00') },
      asCalled(world, 'read-decision'),
    );
    // Watched for news it would wake the wait at once, again and again.
    expect(answer).toMatchObject({ decision: 'pending' });
    expect(Object.keys(answer.watch)).not.toContain(stream);
  });
});

describe('A payout that waits for the forecast', () => {
  it('is woken when both sign without it, and pays the rest', async () => {
    const late = ({ kind }: InputRegistration) => kind === 'rebate-forecast';
    const world = await until('2022-02-28', late);
    const waiting = await prepare(world, february, at('2022-01-25'));
    expect(waiting).toMatchObject({ outcome: 'waiting', needs: ['rebate-forecast'] });
    await wait(world, 'inputs', at('2022-01-25'), {
      id: february,
      watch: { ...('watch' in waiting ? waiting.watch : {}) },
    });
    expect(world.workflows.woken).toEqual([]);
    await bringAll(world, '2022-04-21', (each) => each.day <= '2022-02-28' || late(each));
    await decideCase(world, reconciliation, '2022-04-22');
    expect(world.workflows.woken).toEqual([`token of ${february}`]);
    expect(await prepare(world, february, at('2022-04-25'))).toMatchObject({ outcome: 'proposed' });
    expect(await lineOf(world, february, 'rebate-forecast')).toBeUndefined();
  });
});

describe('The IHSI difference', () => {
  it('is made of the rate by which IHSI was paid, whatever is registered of that day later', async () => {
    const rate = inputOf('rate');
    const content = { ...(rate.content as { day: string }), sekPerEuro: '11.0000' };
    const world = await until('2022-01-25');
    await bring(
      world,
      { ...rate, content, documentHash: 'c'.repeat(64) } as typeof rate,
      at('2022-01-24'),
    );
    await prepare(world, february, at('2022-01-25'));
    const payments = (await proposalIn<PaymentProposal>(world, february)).payments;
    const lines = payments.flatMap((each) =>
      each.lines.filter(({ kind }) => kind === 'ihsi-difference'),
    );
    // 4 099 160 − 395 500 × 10.1342, as it was paid on 15 June.
    expect(lines.reduce((sum, { sek }) => sum + Number(sek), 0)).toBe(91_084);
    // And so it is recorded.
    await recordRequisition(
      { case: ihsi, now: at('2022-01-26') },
      asCalled(world, 'record-requisition'),
    );
    expect((await stateOf(world, ihsi)).recorded).toMatchObject({
      rate: '10.1342',
      differenceSek: '91084',
    });
    // Nor does it void what rests on it.
    await approveBoth(world, february, at('2022-01-26'));
    await release(world, february, at('2022-02-01'));
  });
});

describe('Local discounts that are reported anew after they were deducted', () => {
  it('are deducted no more; what both sign lists the new report', async () => {
    const discounts = inputOf('local-discounts');
    const world = await until('2022-03-31');
    await pay(world, february, '2022-02-01');
    await pay(world, march2022, '2022-03-01');
    const deducted = (await stateOf(world, march2022)).released?.paid;
    expect(deducted).toContain('local-discount/2021');
    const content = { '25': ['5000000'] };
    await bring(
      world,
      { ...discounts, content, documentHash: 'b'.repeat(64) } as typeof discounts,
      at('2022-04-01'),
    );
    await bringAll(world, '2022-04-21', ({ day }) => day <= '2022-03-31');
    await decideCase(world, reconciliation, '2022-04-22');
    const { localDiscounts } = await proposalIn<SettlementProposal>(world, reconciliation);
    expect(localDiscounts).toEqual([{ region: '25', sek: '5000000' }]);
    await prepare(world, may, at('2022-04-25'));
    expect((await dueInMay(world)).filter((key) => key.startsWith('local'))).toEqual([]);
  });
});
