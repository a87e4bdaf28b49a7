import { describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../core/record/case-id.ts';
import {
  readProposal,
  readProposalChanges,
} from '../../../../functions/api/operations/read-proposal.ts';
import { hashOf } from '../../../../functions/shared/documents.ts';
import { at as moment, refusalOf, stateOf, type World } from '../../support/world.ts';
import {
  approve,
  approvedBelowZero,
  bring,
  cases,
  changeAccount,
  granted,
  inputOf,
  prepare,
  proposed,
  register,
} from '../../support/year.ts';
import { readAs } from '../read-as.ts';
import { again, toBeReissued } from '../troubled-payments.ts';
import { february } from './year-so-far.ts';

const at = '2022-01-25T09:00:00Z';

async function inForce(world: World, run: CaseId, language: 'sv' | 'en' = 'sv') {
  const proposal = (await stateOf(world, run)).proposal?.proposed.proposal ?? '';
  return readAs('readProposal', readProposal, world, {
    at,
    language,
    parameters: { run, proposal },
  });
}

describe('February’s proposal', async () => {
  const world = await february();
  const shown = await inForce(world, cases.february);

  it('has its kinds as columns with the stored totals, the new ones marked', () =>
    expect(shown.kinds).toEqual([
      { kind: 'instalment', text: 'Månadsutbetalning, 1/12', totalSek: '2786075070' },
      {
        kind: 'rebate-forecast',
        text: 'Justering för återbäring, prognos',
        totalSek: '-1060000000',
        isNew: true,
      },
      { kind: 'ihsi-difference', text: 'Mellanskillnad för IHSI', totalSek: '91084', isNew: true },
    ]));

  it('is compared with January’s, in kronor and per cent, and the agreement explains the whole of it', () =>
    expect(shown.comparedWith).toEqual({
      run: 'payout-2022-01',
      totalSek: '2786075070',
      change: { sek: '-1059908916', percent: '-38.0' },
      explained: [
        {
          kind: 'rebate-forecast',
          text: 'Justering för återbäring, prognos',
          sek: '-1060000000',
          cites: 'överenskommelsen för 2021, 4.1',
        },
        {
          kind: 'ihsi-difference',
          text: 'Mellanskillnad för IHSI',
          sek: '91084',
          cites: 'överenskommelsen för 2021, Bilaga, Utbetalningsordning',
        },
      ],
      leftSek: '0',
      unpaidNow: [],
    }));

  it('pays 21 regions, each with its change; the deduction explains them all', () => {
    expect(shown.payments).toHaveLength(21);
    expect(shown.payments[0]).toMatchObject({
      payee: '01',
      name: 'Region Stockholm',
      totalSek: '365015766',
      change: { sek: '-230164792', percent: '-38.7' },
    });
    expect(shown.payments.flatMap(({ change }) => change?.outlier ?? [])).toEqual([]);
  });

  it('names what it rests on and who registered it', () =>
    expect(shown.restsOn).toContainEqual({
      stream: 'INPUT#2021/rebate-forecast',
      year: 2021,
      kind: 'rebate-forecast',
      version: 1,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      registeredBy: 'local-registrar',
      registeredByName: 'Hanna Handläggare',
    }));

  it('shows every sum with both sides, in words of the reader’s language', async () => {
    expect(shown.sums.every(({ holds }) => holds)).toBe(true);
    expect(shown.sums).toHaveLength(2 * 21 + 2);
    expect(shown.sums[0]?.name).toBe('Raderna för 01 = betalningen');
    expect((await inForce(world, cases.february, 'en')).sums[0]?.name).toBe(
      'lines of 01 = its payment',
    );
  });

  it('passes over a month that was closed without payment, and looks for no month before the first', async () => {
    const first = await inForce(await proposed(), cases.march);
    expect([first.comparedWith, first.payments[0]?.change]).toEqual([undefined, undefined]);
  });
});

it('the year’s allocation is shown with each region’s grant, and adds up to the pot', async () => {
  const shown = await inForce(await granted(), cases.opening);
  expect([shown.kind, shown.totalSek, shown.payments.length]).toEqual([
    'allocation',
    '33432900840',
    21,
  ]);
  expect(shown.sums).toContainEqual({
    name: 'Bidragen = huvuddelen av bidraget',
    left: '33432900840',
    right: '33432900840',
    holds: true,
  });
});

it('the settlement is shown per region and kind, with its total below zero', async () => {
  const shown = await inForce(await approvedBelowZero(), cases.reconciliation);
  expect(shown.kind).toBe('settlement');
  expect(shown.kinds.map(({ kind }) => kind)).toContain('rebate-settlement');
  expect(shown.payments).toHaveLength(21);
});

it('a requisition is one payment to SKR', async () => {
  const shown = await inForce(await february(), cases.ihsi);
  expect(shown.payments.map(({ payee, totalSek }) => [payee, totalSek])).toEqual([
    ['SKR', '4008076'],
  ]);
  expect([shown.onlyOnPayDay, shown.comparedWith]).toEqual([true, undefined]);
});

it('a hash that the run has not stored is not found', async () => {
  const parameters = { run: cases.march, proposal: hashOf('nothing') };
  const refusal = await refusalOf(
    readAs('readProposal', readProposal, await february(), { at, parameters }),
  );
  expect(refusal?.message).toMatch(/^not-found/);
});

const standing = async (world: World, run: CaseId) =>
  (await stateOf(world, run)).proposal?.proposed.proposal ?? '';

describe('where the money goes', () => {
  it('every payment names its account', async () => {
    const shown = await inForce(await february(), cases.february);
    expect(shown.payments.map(({ account }) => account ?? '')).toEqual(
      shown.payments.map(({ bankgiro, plusgiro }) =>
        bankgiro ? `bankgiro ${bankgiro}` : `plusgiro ${plusgiro}`,
      ),
    );
  });

  it('nothing stands out where every payee gets it where it got it before', async () =>
    expect((await inForce(await february(), cases.february)).accounts).toEqual([]));

  it('a payee that was never paid is new, with who registered its account and who confirmed it', async () => {
    const { accounts } = await inForce(await proposed(), cases.march);
    expect(accounts).toHaveLength(21);
    expect(accounts?.[0]).toEqual({
      payee: '01',
      name: 'Region Stockholm',
      account: expect.stringMatching(/^bankgiro /),
      payeeVersion: 1,
      registeredBy: { sub: 'local-registrar', name: 'Hanna Handläggare' },
      registeredAt: expect.any(String),
      confirmedBy: expect.objectContaining({ name: expect.any(String) }),
    });
  });

  it('another account than the last payment’s stands beside the old one', async () => {
    const world = await february();
    const before = (await inForce(world, cases.february)).payments.find(
      ({ payee }) => payee === '03',
    );
    await changeAccount(world, moment('2022-01-25'));
    await prepare(world, cases.february, moment('2022-01-26'));
    const { accounts } = await inForce(world, cases.february);
    expect(accounts).toEqual([
      expect.objectContaining({
        payee: '03',
        account: 'bankgiro 5050-1055',
        before: { name: before?.name, account: before?.account, run: 'payout-2022-01' },
        payeeVersion: 2,
        registeredBy: { sub: 'local-registrar', name: 'Hanna Handläggare' },
      }),
    ]);
  });

  it('another organisation number is another payee: it stands beside the old one, though the account is the same', async () => {
    const world = await february();
    const payees = inputOf('payees');
    if (payees.kind !== 'payees') throw new Error('The sample has payees.');
    const gotland = { ...payees.content['09'], organisationNumber: '232199-0000' };
    const content = { ...payees.content, '09': gotland };
    await bring(world, { ...payees, content }, moment('2022-01-25'));
    const before = await standing(world, cases.february);
    await prepare(world, cases.february, moment('2022-01-26'));
    expect((await inForce(world, cases.february)).accounts).toMatchObject([
      {
        payee: '09',
        name: 'Region Gotland, 232199-0000',
        before: { name: `Region Gotland, ${payees.content['09'].organisationNumber}` },
      },
    ]);
    expect(
      await readAs('readProposalChanges', readProposalChanges, world, {
        at,
        parameters: {
          run: cases.february,
          proposal: await standing(world, cases.february),
          before,
        },
      }),
    ).toMatchObject({ accounts: [{ after: { name: 'Region Gotland, 232199-0000' } }] });
  });

  it('a payment that is sent again says so too: to another account than the one it came back from', async () => {
    const world = await toBeReissued();
    await changeAccount(world, moment('2021-03-03'));
    await prepare(world, again, moment('2021-03-04', '06:00'));
    expect((await inForce(world, again)).accounts).toMatchObject([
      { payee: '03', account: 'bankgiro 5050-1055', before: { run: 'payout-2021-03' } },
    ]);
  });
});

describe('a proposal against the one that it replaced', () => {
  const changed = async () => {
    const world = await february();
    const before = await standing(world, cases.february);
    await approve(world, cases.february, 0, moment('2022-01-25', '12:00'));
    const forecast = inputOf('rebate-forecast');
    if (forecast.kind !== 'rebate-forecast') throw new Error('The sample has a forecast.');
    const content = {
      ...forecast.content,
      '09': String(BigInt(forecast.content['09']) + 10_000_000n),
    };
    await register(world, { ...forecast, content }, moment('2022-01-26'));
    await changeAccount(world, moment('2022-01-26'));
    await prepare(world, cases.february, moment('2022-01-26', '12:00'));
    return { world, before, proposal: await standing(world, cases.february) };
  };
  const read = (world: World, before: string, proposal: string) =>
    readAs('readProposalChanges', readProposalChanges, world, {
      at,
      parameters: { run: cases.february, proposal, before },
    });

  it('has the total, the lines, the accounts and the inputs that differ, and nothing else', async () => {
    const { world, before, proposal } = await changed();
    const line = { change: { sek: '-4000000' }, kind: 'rebate-forecast' };
    expect(await read(world, before, proposal)).toMatchObject({
      before: { proposal: before, number: 1 },
      after: { proposal, number: 2 },
      totalSek: { before: '1726166154', after: '1722166154', change: { sek: '-4000000' } },
      payees: [{ payee: '09', change: { sek: '-4000000' }, lines: [line] }],
      accounts: [{ payee: '03', after: { account: 'bankgiro 5050-1055', payeeVersion: 2 } }],
      inputs: [
        { kind: 'rebate-forecast', year: 2021, before: '1', after: '2' },
        { kind: 'payees', year: 'all', before: '1', after: '2' },
      ],
    });
  });

  it('is nothing against itself, and is not found of a proposal that the run never had', async () => {
    const { world, proposal } = await changed();
    expect(await read(world, proposal, proposal)).toMatchObject({
      payees: [],
      accounts: [],
      inputs: [],
    });
    const refusal = await refusalOf(read(world, hashOf('nothing'), proposal));
    expect(refusal?.message).toMatch(/^not-found/);
  });
});
