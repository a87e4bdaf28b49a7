import { describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../core/record/case-id.ts';
import { readProposal } from '../../../../functions/api/operations/read-proposal.ts';
import { hashOf } from '../../../../functions/shared/documents.ts';
import { refusalOf, stateOf, type World } from '../../support/world.ts';
import { approvedBelowZero, cases, granted, proposed } from '../../support/year.ts';
import { readAs } from '../read-as.ts';
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

  it('is compared with January’s, in kronor and per cent', () =>
    expect(shown.comparedWith).toEqual({
      run: 'payout-2022-01',
      totalSek: '2786075070',
      change: { sek: '-1059908916', percent: '-38.0' },
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
