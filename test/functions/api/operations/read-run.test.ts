import { describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../core/record/case-id.ts';
import { readRun } from '../../../../functions/api/operations/read-run.ts';
import { stopReleases } from '../../../../functions/doors/stop-releases.ts';
import type { LocalPerson } from '../../../../local/officials/people.ts';
import { asCalled, at, by, refusalOf, stateOf, type World } from '../../support/world.ts';
import {
  approve,
  approved,
  cases,
  changeAccount,
  granted,
  inputOf,
  prepare,
  proposed,
  register,
  released,
  requisition,
  returned,
  say,
  settle,
} from '../../support/year.ts';
import { readAs } from '../read-as.ts';

const now = '2021-02-24T08:00:00Z';

const run = (
  world: World,
  id: CaseId,
  as: LocalPerson = 'attestant',
  language: 'sv' | 'en' = 'sv',
) => readAs('readRun', readRun, world, { at: now, as, language, parameters: { run: id } });

const actionOf = async (world: World, as: LocalPerson, action: string, id: CaseId = cases.march) =>
  (await run(world, id, as)).actions.find((each) => each.action === action);

describe('a run before the two who approve', () => {
  it('shows its proposal, its total and its pay day', async () =>
    expect(await run(await proposed(), cases.march)).toMatchObject({
      run: 'payout-2021-03',
      kind: 'payout',
      month: '2021-03',
      state: 'waiting-for-approval',
      payDay: '2021-03-01',
      totalSek: '2786075070',
      rights: ['attest', 'order'],
      approvals: [],
      proposals: [{ number: 1, state: 'standing', totalSek: '2786075070' }],
      stopped: false,
    }));

  it.each([
    ['attestant', 'attest', undefined],
    ['attestant', 'order', 'right-not-held'],
    ['payer', 'order', undefined],
    ['payer', 'reject', undefined],
    ['payer', 'withdraw', 'nothing-to-withdraw'],
    ['registrar', 'attest', 'role-not-allowed'],
    ['registrar', 'request-close', undefined],
    ['registrar', 'prepare-again', 'nothing-rejected'],
    ['registrar', 'go-without', 'nothing-missing'],
    ['registrar', 'report-bank', 'not-released'],
    ['registrar', 'resolve-return', 'nothing-returned'],
    ['auditor', 'reject', 'role-not-allowed'],
  ] as const)('lets %s %s, or says why not: %s', async (who, action, code) => {
    const found = await actionOf(await proposed(), who, action);
    expect([found?.allowed, found?.why?.code]).toEqual([code === undefined, code]);
    if (code) expect(found?.why?.text).not.toMatch(/\{|undefined/);
  });

  it('refuses the second word of one person, in their language', async () => {
    const world = await proposed();
    await approve(world, cases.march, 0, at('2021-02-23'));
    expect(await actionOf(world, 'attestant', 'attest')).toMatchObject({
      allowed: false,
      why: { code: 'done-already' },
    });
    expect(await actionOf(world, 'attestant2', 'attest')).toMatchObject({
      why: { code: 'already-approved' },
    });
    expect((await actionOf(world, 'attestant', 'withdraw'))?.allowed).toBe(true);
    const english = await run(world, cases.march, 'attestant', 'en');
    expect(english.approvals).toMatchObject([
      { right: 'attest', by: { name: 'Astrid Attestant' } },
    ]);
    expect(english.history.at(-1)?.text).toBe('Astrid Attestant attested the proposal.');
  });
});

describe('a run that lacks something', () => {
  it('says what, from whom, since when and which lines it holds', async () => {
    const world = await granted();
    await prepare(world, cases.february, at('2022-01-25'));
    const { state, missing, history, needs } = await run(world, cases.february);
    expect(state).toBe('waiting-for-inputs');
    expect(missing).toContainEqual({
      need: 'rebate-forecast',
      year: 2021,
      from: 'TLV',
      holds: ['rebate-forecast'],
      because: 'Återbäring, prognos för 2021 saknas',
      since: '2022-01-25T07:00:00.000Z',
    });
    expect(needs).toContain('rebate-forecast');
    expect(history.at(-1)?.text).toMatch(/^Väntar på .*återbäring, prognos 2021/);
    expect((await actionOf(world, 'registrar', 'go-without', cases.february))?.allowed).toBe(true);
  });

  it('keeps the day since which something is missing when something else is found or lost', async () => {
    const world = await granted();
    await prepare(world, cases.february, at('2022-01-25'));
    await register(world, inputOf('rebate-forecast'), at('2022-01-26'));
    await prepare(world, cases.february, at('2022-01-27'));
    const { missing } = await run(world, cases.february);
    expect(missing.map(({ need, since }) => [need, since])).toEqual([
      ['authorisation', '2022-01-25T07:00:00.000Z'],
    ]);
  });
});

describe('a run’s history is told in sentences', () => {
  it('of a rejection, with its code and its reason', async () => {
    const world = await proposed();
    const proposal = (await stateOf(world, cases.march)).proposal?.proposed.proposal ?? '';
    await say(world, {
      ...{ kind: 'reject', case: cases.march, right: 'attest', proposal },
      ...{ code: 'wrong-amount', reason: 'Gotland ser fel ut.' },
      ...by('attestant', at('2021-02-23')),
    });
    const shown = await run(world, cases.march, 'registrar');
    expect(shown.state).toBe('rejected');
    expect(shown.proposals).toMatchObject([{ state: 'rejected', because: 'Gotland ser fel ut.' }]);
    expect(shown.history.at(-1)).toMatchObject({
      event: 'rejected',
      text: 'Astrid Attestant avvisade förslaget: fel belopp.',
      code: 'wrong-amount',
      reason: 'Gotland ser fel ut.',
    });
    expect((await actionOf(world, 'registrar', 'prepare-again'))?.allowed).toBe(true);
  });

  it('of a release and a payment that came back', async () => {
    const world = await returned();
    await settle(world, cases.march, at('2021-03-02'));
    const shown = await run(world, cases.march, 'registrar');
    expect(shown.state).toBe('returned');
    expect(shown.release).toMatchObject({ payDay: '2021-03-01', paidOn: '2021-03-01', voucher: 1 });
    expect(shown.sent.filter(({ status }) => status !== 'booked')).toEqual([
      {
        ...{ payee: '03', name: 'Region Uppsala', endToEndId: 'STB-PAY-2021-03-03' },
        ...{ status: 'returned', code: 'AC04', codeText: 'Kontot är avslutat', held: true },
        sek: expect.stringMatching(/^[0-9]+$/),
      },
    ]);
    expect(shown.sent).toHaveLength(21);
    expect(shown.history.map(({ event }) => event)).toEqual([
      'opened',
      'proposed',
      'approved',
      'approved',
      'release-ordered',
      'bank-reported',
      'returned',
    ]);
    expect(shown.history.at(-1)?.text).toMatch(
      /^Kom tillbaka: Region Uppsala 98\u00a0897\u00a0438/,
    );
    expect((await actionOf(world, 'registrar', 'resolve-return'))?.allowed).toBe(true);
    expect(await actionOf(world, 'payer', 'reject')).toMatchObject({
      why: { code: 'already-released' },
    });
  });

  it('of a requisition that was refused, with the paragraph', async () => {
    const world = await granted();
    await requisition(world, 'sol', at('2021-12-02'));
    const shown = await run(world, cases.sol);
    expect(shown.state).toBe('refused');
    expect(shown.history.at(-1)).toMatchObject({
      event: 'refused',
      code: 'too-late',
      reason: 'Inkom 2021-12-02; sista dag var 2021-12-01',
    });
  });
});

it('a stop of releases is seen on every run', async () => {
  const world = await approved();
  const { by: who, at: when } = by('registrar', at('2021-02-24'));
  await stopReleases(
    { at: when, by: who, reason: 'En prövning pågår.' },
    asCalled(world, 'api-switch'),
  );
  expect((await run(world, cases.march)).stopped).toBe(true);
});

it('a run of which nothing is recorded is not found', async () => {
  const refusal = await refusalOf(run(await released(), cases.april));
  expect(refusal?.message).toMatch(/^not-found/);
});

describe('what became of an approval', () => {
  it('stands on the proposal that it was of, also when that is void', async () => {
    const world = await proposed();
    await approve(world, cases.march, 0, at('2021-02-23'));
    await changeAccount(world, at('2021-02-23', '09:00'));
    await prepare(world, cases.march, at('2021-02-23', '10:00'));
    const shown = await run(world, cases.march);
    expect(shown.approvals).toEqual([]);
    expect(shown.proposals).toMatchObject([
      { state: 'voided', approvals: [{ right: 'attest', by: { name: 'Astrid Attestant' } }] },
      { state: 'standing', approvals: [] },
    ]);
  });

  it('does not stand once it was taken back; who rejected is named', async () => {
    const world = await proposed();
    const said = await approve(world, cases.march, 0, at('2021-02-23'));
    const { proposal } = said as { proposal: string };
    const now = by('attestant', at('2021-02-23', '10:00'));
    const reason = { code: 'other', reason: 'Fel underlag.' } as const;
    await say(world, {
      kind: 'withdraw',
      case: cases.march,
      right: 'attest',
      proposal,
      ...reason,
      ...now,
    });
    expect((await run(world, cases.march)).proposals).toMatchObject([{ approvals: [] }]);
    await say(world, {
      kind: 'reject',
      case: cases.march,
      right: 'attest',
      proposal,
      ...reason,
      ...now,
    });
    expect((await run(world, cases.march)).proposals).toMatchObject([
      { state: 'rejected', because: 'Fel underlag.', by: { name: 'Astrid Attestant' } },
    ]);
  });
});
