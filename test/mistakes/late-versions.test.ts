import { describe, expect, it } from 'vitest';
import type { PaymentProposal } from '../../core/payment/proposal.ts';
import { proposalStream } from '../../core/record/case-id.ts';
import { readInput } from '../../functions/api/operations/read-inputs.ts';
import type { InputRegistration } from '../../local/inputs/registration.ts';
import { ask, outcomeOf } from '../functions/api/asking.ts';
import { paidUntil } from '../functions/api/paid-year.ts';
import { readAs } from '../functions/api/read-as.ts';
import {
  at,
  copyOf,
  eventsOf,
  ordersOf,
  refusalOf,
  stateOf,
  type World,
} from '../functions/support/world.ts';
import {
  approve,
  approveBoth,
  bring,
  bringAll,
  cases,
  confirm,
  decideCase,
  granted,
  inputOf,
  prepare,
  proposed,
  register,
  release,
  requisition,
} from '../functions/support/year.ts';

const forecast = inputOf('rebate-forecast');
const content = forecast.content as Record<string, string>;
const corrected = {
  ...forecast,
  documentHash: 'd'.repeat(64),
  content: { ...content, '09': '1000000' },
} as InputRegistration;

/** February is proposed and half approved on a corrected forecast. */
async function onTheCorrected(): Promise<World> {
  const world = await granted();
  await bringAll(world, '2022-01-25');
  await register(world, corrected, at('2022-01-25', '09:00'));
  await prepare(world, cases.february, at('2022-01-26'));
  await approve(world, cases.february, 0, at('2022-01-26', '09:00'));
  return world;
}

const restsOn = async (world: World) =>
  (await stateOf(world, cases.february)).proposal?.proposed.restsOn.find(({ stream }) =>
    stream.endsWith('/rebate-forecast'),
  )?.version;

const gotland = async (world: World) => {
  const documents = await world.records.read<PaymentProposal>(proposalStream(cases.february));
  const payment = documents.at(-1)?.event.payments.find(({ payee }) => payee === '09');
  return payment?.lines.find(({ kind }) => kind === 'rebate-forecast')?.sek;
};

describe('An older content that comes again after a newer one', () => {
  it('is a version of its own, which takes nobody’s place unseen: the approval is void', async () => {
    const world = await onTheCorrected();
    expect([await restsOn(world), await gotland(world)]).toEqual([2, '-400000']); // 40 per cent of 1 000 000.
    const { version } = await register(world, forecast, at('2022-01-27'));
    expect(version).toBe(3);
    const [voided] = (await eventsOf(world, cases.february)).slice(-1);
    expect(voided).toMatchObject({ type: 'voided', because: expect.stringContaining('forecast') });
    expect((await stateOf(world, cases.february)).proposal?.approvals.size).toBe(0);

    await prepare(world, cases.february, at('2022-01-27', '09:00'));
    expect(await restsOn(world)).toBe(3);
    const parameters = { year: 2021, kind: 'rebate-forecast' } as const;
    const asked = { at: '2022-01-28T08:00:00Z', parameters };
    const { versions } = await readAs('readInput', readInput, world, asked);
    expect(versions.map((each) => each.version).toSorted()).toEqual([1, 2, 3]);
  });

  it('does not reach what was released on the newer one', async () => {
    const world = await onTheCorrected();
    await approve(world, cases.february, 1, at('2022-01-26', '10:00'));
    await release(world, cases.february, at('2022-02-01', '06:00'));
    const before = [world.records.dump('RUN#'), await ordersOf(world, cases.february)];
    await register(world, forecast, at('2022-02-01', '07:00'));
    await prepare(world, cases.february, at('2022-02-01', '08:00'));
    expect([world.records.dump('RUN#'), await ordersOf(world, cases.february)]).toEqual(before);
  });
});

describe('An older version that is to be confirmed after a newer one', () => {
  it('is refused, does not come into force, and voids nothing', async () => {
    const world = await proposed();
    const payees = inputOf('payees');
    const accounts = payees.content as Record<string, Record<string, string>>;
    const changedTo = (bankgiro: string, documentHash: string) =>
      ({
        ...payees,
        documentHash,
        content: { ...accounts, '09': { ...accounts['09'], bankgiro } },
      }) as InputRegistration;
    await register(world, changedTo('991-2346', 'd'.repeat(64)), at('2021-02-23')); // Version 2.
    await bring(world, changedTo('5050-1055', 'e'.repeat(64)), at('2021-02-24')); // Version 3.
    await prepare(world, cases.march, at('2021-02-24', '09:00'));
    await approveBoth(world, cases.march, at('2021-02-24', '10:00'));
    const before = world.records.dump('RUN#');

    expect(await refusalOf(confirm(world, payees, 2, at('2021-02-25')))).toMatchObject({
      message: expect.stringMatching(/^stale-input: .* version 3 .*You gave version 2/),
    });
    expect(world.records.dump('RUN#')).toEqual(before);
    await prepare(world, cases.march, at('2021-02-25', '09:00'));
    expect(world.records.dump('RUN#')).toEqual(before);
    await release(world, cases.march, at('2021-03-01', '06:00'));
    const [order] = await ordersOf(world, cases.march);
    expect(JSON.stringify(order)).toContain('5050-1055');
    expect(JSON.stringify(order)).not.toContain('991-2346');
  });
});

describe('A rate of an older day that comes late', () => {
  it('is that day’s: IHSI is paid at the rate of its own payment day', async () => {
    const world = await granted();
    const rate = inputOf('rate');
    await requisition(world, 'ihsi', at('2021-06-08'));
    await bring(world, rate, at('2021-06-15', '09:00'));
    const content = { day: '2021-06-14', sekPerEuro: '99' };
    const older = { ...rate, documentHash: 'd'.repeat(64), content } as InputRegistration;
    await bring(world, older, at('2021-06-15', '09:10'));
    await prepare(world, cases.ihsi, at('2021-06-15', '09:20'));
    const { payment } = (await stateOf(world, cases.ihsi)).proposal?.proposed ?? {};
    expect(payment?.totalSek).toBe('4008076');
  });
});

describe('A settlement that both parties have signed', () => {
  it('is what May pays, whatever final rebates come after it', async () => {
    const signed = await paidUntil('2022-04');
    await bringAll(signed, '2022-04-21');
    await decideCase(signed, cases.reconciliation, '2022-04-22');
    const final = inputOf('rebate-final');
    const finals = final.content as Record<string, string>;
    const changed = { ...final, content: { ...finals, '09': '1' }, documentHash: 'd'.repeat(64) };
    const proposedLines = async (world: World) => {
      await prepare(world, cases.may, at('2022-04-26'));
      const [document] = await world.records.read<PaymentProposal>(proposalStream(cases.may));
      return document?.event.payments.map(({ payee, lines }) => [payee, lines]);
    };
    const late = copyOf(signed);
    await register(late, changed as InputRegistration, at('2022-04-25'));
    const lines = await proposedLines(signed);
    expect(lines).toHaveLength(21);
    expect(await proposedLines(late)).toEqual(lines);
    expect(late.records.dump('RECONCILIATION#')).toEqual(signed.records.dump('RECONCILIATION#'));
  });
});

describe('A bank report that comes for another message, or that is older than what is known', () => {
  it('changes nothing: that it came back stands, whatever is said of the booking before it', async () => {
    const world = await paidUntil('2021-03');
    await bringAll(world, '2021-03-25');
    await prepare(world, cases.april, at('2021-03-25'));
    await approveBoth(world, cases.april, at('2021-03-26'));
    await release(world, cases.april, at('2021-04-01', '06:00'));
    const reported = (messageId: string, returned: readonly object[] = []) =>
      ask(world, 'reportBank', {
        as: 'checker',
        at: at('2021-04-01', '09:00'),
        parameters: { run: cases.april },
        body: { messageId, returned, reason: 'Som banken skrev.' },
      });
    const before = world.records.dump('RUN#');
    expect(outcomeOf(await reported('STB-PAY-2021-03'))).toBe('409 another-message');
    expect(world.records.dump('RUN#')).toEqual(before);
    const returned = [{ payee: '03', code: 'AC04' }];
    expect(outcomeOf(await reported('STB-PAY-2021-04', returned))).toBe('200');
    const settled = [world.records.dump('RUN#'), world.records.dump('JOURNAL#')];
    expect(outcomeOf(await reported('STB-PAY-2021-04'))).toBe('200');
    expect([world.records.dump('RUN#'), world.records.dump('JOURNAL#')]).toEqual(settled);
  });
});
