import { describe, expect, it } from 'vitest';
import { startRequisition } from '../../../functions/doors/submit-requisition.ts';
import { run as openCase } from '../../../functions/open-case.lambda.ts';
import { creditTaken, otherAccount, warnsOfCredit } from '../../../functions/shared/warnings.ts';
import { run as validateRequisition } from '../../../functions/validate-requisition.lambda.ts';
import { asCalled, at, by, stateOf } from '../support/world.ts';
import { approveBoth, cases, granted, prepare, release, requisitionOf } from '../support/year.ts';

const { sol } = cases;
const october = at('2021-10-04');

/** SOL is requisitioned with this account, validated and prepared. */
async function preparedWith(account: { bankgiro?: string; plusgiro?: string }) {
  const world = await granted();
  const { bankgiro: _, ...contents } = requisitionOf('sol');
  const requisition = { ...contents, ...account } as ReturnType<typeof requisitionOf>;
  const submission = { year: 2021, kind: 'sol' as const, requisition, ...by('skr', october) };
  await startRequisition(submission, asCalled(world, 'api-requisitions'));
  await openCase({ case: sol, now: october }, asCalled(world, 'open-case'));
  await validateRequisition({ case: sol, now: october }, asCalled(world, 'validate-requisition'));
  await prepare(world, sol, october);
  return world;
}

const confirmed = requisitionOf('sol').bankgiro ?? '';

describe('The approvers of a requisition', () => {
  it('are told nothing when it names the account that two people have confirmed', async () => {
    const { proposal } = await stateOf(await preparedWith({ bankgiro: confirmed }), sol);
    expect(proposal?.proposed.warnings).toEqual([]);
  });

  it.each([
    [{ bankgiro: '5050-1055' }, 'bankgiro 5050-1055'],
    [{ plusgiro: '902004-1' }, 'plusgiro 902004-1'],
  ])('are told when it names another account: %o', async (account, named) => {
    const { proposal } = await stateOf(await preparedWith(account), sol);
    expect(proposal?.proposed.warnings).toEqual([
      `the requisition names ${named}; it is paid to the confirmed bankgiro ${confirmed}`,
    ]);
  });

  it('may approve it all the same, and it is paid to the confirmed account', async () => {
    const world = await preparedWith({ plusgiro: '902004-1' });
    await approveBoth(world, sol, at('2021-10-05'));
    await release(world, sol, at('2021-10-11', '06:00'));
    expect((await stateOf(world, sol)).released).toBeDefined();
    const [order] = await world.records.read({ partition: 'ORDER#2021', name: sol });
    expect(JSON.stringify(order?.event)).toContain(confirmed);
    expect(JSON.stringify(order?.event)).not.toContain('902004-1');
  });
});

it('Only a warning of credit lets a payment go into the credit', () => {
  expect(warnsOfCredit([creditTaken(2022, '5000', '120000')])).toBe(true);
  expect(warnsOfCredit([otherAccount('bankgiro 5050-1055', 'bankgiro 991-2346')])).toBe(false);
  expect(warnsOfCredit([])).toBe(false);
});
