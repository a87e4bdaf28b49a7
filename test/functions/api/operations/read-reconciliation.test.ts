import { describe, expect, it } from 'vitest';
import { run as collectFinals } from '../../../../functions/collect-finals.lambda.ts';
import { run as openCase } from '../../../../functions/open-case.lambda.ts';
import { asCalled, at } from '../../support/world.ts';
import { bringAll, cases, granted, prepare } from '../../support/year.ts';
import { paidUntil } from '../paid-year.ts';
import { readerOf } from '../reading.ts';

describe('The reconciliation', () => {
  const signers = { parameters: { year: '2021' } };
  const actionsOf = async (world: Awaited<ReturnType<typeof granted>>, as: string) =>
    (
      await readerOf(world).read('readReconciliation', {
        ...signers,
        as: [as],
        at: '2022-04-01T09:00:00.000Z',
      })
    ).actions;

  it('is not open before March, and of a year without agreement there is none', async () => {
    const reader = readerOf(await granted());
    expect((await reader.read('readReconciliation', signers)).state).toBe('not-open');
    expect(await reader.refused('readReconciliation', { parameters: { year: '2022' } })).toEqual([
      404,
      'not-found',
    ]);
  });

  it('waits for the finals, and says from whom', async () => {
    const world = await paidUntil('2022-02');
    await openCase(
      { case: cases.reconciliation, now: at('2022-03-01') },
      asCalled(world, 'open-case'),
    );
    await collectFinals(
      { case: cases.reconciliation, now: at('2022-03-01') },
      asCalled(world, 'collect-finals'),
    );
    const { state, missing } = await readerOf(world).read('readReconciliation', signers);
    expect(state).toBe('waiting-for-inputs');
    expect(missing.map(({ need, from }) => [need, from])).toEqual([
      ['rebate-final', 'TLV'],
      ['outcomes', 'Socialstyrelsen'],
    ]);
  });

  it('is signed by the State’s attestant and SKR’s signatory, each seeing what is theirs', async () => {
    const world = await paidUntil('2022-04');
    await bringAll(world, '2022-04-21');
    await prepare(world, cases.reconciliation, at('2022-04-21'));
    const allowed = async (as: string) =>
      (await actionsOf(world, as)).filter((each) => each.allowed).map(({ action }) => action);
    expect(await allowed('attestant')).toEqual(['sign-state', 'reject']);
    expect(await allowed('skr-firmatecknare')).toEqual(['sign-skr', 'reject']);
    expect(await allowed('revisor')).toEqual([]);
    const { proposal, localDiscounts } = await readerOf(world).read('readReconciliation', signers);
    expect(proposal?.kind).toBe('settlement');
    expect(localDiscounts.length).toBeGreaterThan(0);
  });
});
