import { describe, expect, it } from 'vitest';
import { monthsFrom, parseMonth } from '../../core/calendar/month.ts';
import { recordWords } from '../../functions/api/views/record-words.ts';
import { run as openDue } from '../../functions/open-due.lambda.ts';
import type { InputRegistration } from '../../local/inputs/registration.ts';
import {
  afterTwoInterims,
  agreementComes,
  beforeInterim,
  cells2022,
  kronorOf,
  linesIn,
  owedUpTo,
  payout,
  releasedProposal,
} from './support/interim-year.ts';
import { asCalled, at, refusalOf, stateOf, typesOf, type World } from './support/world.ts';
import {
  approveBoth,
  bring,
  close,
  confirm,
  inputOf,
  pay,
  prepare,
  register,
  release,
  report,
  resolve,
} from './support/year.ts';

const june = payout('2022-06');
const may = payout('2022-05');

const pay2022 = (world: World, month: string) => pay(world, payout(month), `${month}-03`);
const payMay = (world: World) => pay2022(world, '2022-05');

/** May is approved with its interim payment. */
async function approveMay(world: World) {
  await prepare(world, may, at('2022-04-22', '08:00'));
  await approveBoth(world, may, at('2022-04-23'));
}

const prepareJune = (world: World, day: string) => prepare(world, june, at(day));

/** What was paid in interim months, by region. */
const interimOf = (world: World, ...months: string[]) =>
  Promise.all(months.map((month) => kronorOf(world, month, 'interim-instalment')));

describe('After three interim months the agreement of 2022', () => {
  it('is paid once: what was paid is taken from June’s instalments, and July is an instalment again', async () => {
    const world = await afterTwoInterims();
    await payMay(world);
    await agreementComes(world, '2022-06', '2022-05-24');
    await pay2022(world, '2022-06');
    const interims = await interimOf(world, '2022-03', '2022-04', '2022-05');
    const trueUp = await kronorOf(world, '2022-06', 'instalment');
    expect(trueUp).toEqual(await owedUpTo(world, '2022-06', interims));
    expect(trueUp['09']).toBeLessThan(0n);
    const { paid, truesUp } = await releasedProposal(world, '2022-06');
    expect(paid.filter((key) => key.startsWith('instalment/'))).toEqual(
      ['03', '04', '05', '06'].map((month) => `instalment/2022/2022-${month}`),
    );
    expect(truesUp).toEqual([
      { agreementYear: 2022, releasedIn: ['payout-2022-03', 'payout-2022-04', 'payout-2022-05'] },
    ]);

    await pay2022(world, '2022-07');
    const cells = await cells2022(world);
    expect(await kronorOf(world, '2022-07', 'instalment')).toEqual(
      Object.fromEntries([...cells].map(([region, all]) => [region, all[4]])),
    );
  }, 60_000);

  it('comes to the krona to each region’s grant over the year, and what was paid too much is carried forward', async () => {
    const world = await afterTwoInterims();
    await agreementComes(world, '2022-05', '2022-04-24');
    // The decision on an interim payment in May ends before May.
    await endInterimOfMay(world, '2022-04-25');
    await payMay(world);
    const budget = inputOf('appropriation');
    const content = { ...budget.content, budgetYear: 2023, paidBeforeFirstRunSek: '0' };
    await bring(world, { ...budget, year: 2023, content } as typeof budget, at('2022-12-22'));
    const months = monthsFrom(parseMonth('2022-06'), parseMonth('2023-01'));
    for (const month of months) await pay2022(world, month);
    const all = [...monthsFrom(parseMonth('2022-03'), parseMonth('2022-05')), ...months];
    const cells = await cells2022(world);
    for (const [region, own] of cells) {
      let grant = 0n;
      let received = 0n;
      for (const month of all) {
        const proposal = await releasedProposal(world, month);
        for (const kind of ['instalment', 'interim-instalment'] as const)
          grant += linesIn(proposal, kind)[region] ?? 0n;
        received += linesIn(proposal, 'carried-forward')[region] ?? 0n;
      }
      // The last instalment is February's.
      expect([region, grant]).toEqual([region, own.slice(0, 11).reduce((a, b) => a + b, 0n)]);
      expect([region, received]).toEqual([region, 0n]);
    }
    expect((await kronorOf(world, '2022-05', 'carried-forward'))['09']).toBeGreaterThan(0n);
  }, 120_000);
});

/** A new version of May's interim decision ends before it began. */
const endInterimOfMay = async (world: World, day: string) => {
  const input = inputOf(
    'authorisation',
    ({ content }) =>
      'kind' in content && content.kind === 'interim' && content.firstMonth === '2022-05',
  );
  const content = { ...input.content, lastMonth: parseMonth('2022-04') };
  return bring(world, { ...input, content } as InputRegistration, at(day));
};

describe('While an interim decision and one under the agreement both cover May', () => {
  it('the payout is refused by name, until a new version of the interim decision ends earlier', async () => {
    const world = await afterTwoInterims();
    await agreementComes(world, '2022-05', '2022-04-24');
    const answer = await prepare(world, may, at('2022-05-03'));
    expect(answer).toMatchObject({
      outcome: 'waiting',
      needs: ['single-decision'],
      watch: { 'INPUT#2022/authorisation': 6 },
    });
    const { needs } = await stateOf(world, may);
    const because =
      'rb-agreement and the interim decision rb-2022-04-21 both cover 2022 in 2022-05, until a new version of rb-2022-04-21 ends earlier';
    expect(needs).toEqual([
      {
        need: 'single-decision',
        year: 2022,
        from: 'Regeringen',
        holds: ['instalment', 'interim-instalment'],
        because,
      },
    ]);
    expect(recordWords(because, 'sv')).toBe(
      'Både rb-agreement och rb-2022-04-21, som gäller i avvaktan på överenskommelse, omfattar 2022 i 2022-05; det löses av en ny version av rb-2022-04-21 som upphör tidigare',
    );
    await endInterimOfMay(world, '2022-05-03');
    expect(await prepare(world, may, at('2022-05-03', '09:00'))).toMatchObject({
      outcome: 'proposed',
    });
  }, 60_000);

  it('an interim payment that was approved before the agreement’s decision came is not released', async () => {
    const world = await afterTwoInterims();
    await approveMay(world);
    await agreementComes(world, '2022-05', '2022-04-24');
    expect(await refusalOf(release(world, may, at('2022-05-02', '06:00')))).toEqual({
      name: 'ApprovalsDoNotHold',
      message:
        "payout-2022-05: interim-instalment/2022/2022-05 is not this payout's to pay any more",
    });
    expect((await typesOf(world, may)).at(-1)).toBe('voided');
  }, 60_000);
});

describe('A payout that is still open when the agreement comes', () => {
  it('is waited for, and what it then pays is taken from the instalments', async () => {
    const world = await afterTwoInterims();
    await approveMay(world);
    await agreementComes(world, '2022-06', '2022-05-24');
    const waits = await prepareJune(world, '2022-05-25');
    expect(waits).toMatchObject({
      outcome: 'waiting',
      needs: ['earlier-payout'],
      watch: { 'RUN#2022/05': (await typesOf(world, may)).length },
    });
    const because = 'the payout of 2022-05 could still pay 2022 and is not released or closed';
    expect((await stateOf(world, june)).needs).toMatchObject([{ because, case: may }]);
    expect(recordWords(because, 'sv')).toBe(
      'Utbetalningen för 2022-05 kan ännu betala 2022 och är varken lämnad till banken eller avslutad',
    );
    await release(world, may, at('2022-05-26', '06:00'));
    expect(await prepareJune(world, '2022-05-27')).toMatchObject({ outcome: 'proposed' });
    await pay2022(world, '2022-06');
    const interims = await interimOf(world, '2022-03', '2022-04', '2022-05');
    expect(await kronorOf(world, '2022-06', 'instalment')).toEqual(
      await owedUpTo(world, '2022-06', interims),
    );
  }, 60_000);

  it('and is then closed without payment pays its interim payment never: it lapses', async () => {
    const world = await afterTwoInterims();
    await prepare(world, may, at('2022-04-25'));
    await agreementComes(world, '2022-06', '2022-05-24');
    await close(world, may, at('2022-05-25'), 'without-payment');
    await pay2022(world, '2022-06');
    const interims = await interimOf(world, '2022-03', '2022-04');
    const proposal = await releasedProposal(world, '2022-06');
    expect(linesIn(proposal, 'interim-instalment')).toEqual({});
    expect(linesIn(proposal, 'instalment')).toEqual(await owedUpTo(world, '2022-06', interims));
  }, 60_000);
});

describe('An agreement that comes late', () => {
  it('is waited for in the interim months: they pay the interim payment alone, shared by the grants of the year before', async () => {
    const world = await afterTwoInterims();
    const april = await kronorOf(world, '2022-04', 'interim-instalment');
    // The grants of 2022 are decided before May is paid, and its decision covers the months from June on.
    await agreementComes(world, '2022-06', '2022-04-24');
    await payMay(world);
    const proposal = await releasedProposal(world, '2022-05');
    expect(linesIn(proposal, 'instalment')).toEqual({});
    expect(linesIn(proposal, 'interim-instalment')).toEqual(april);
  }, 60_000);

  it('takes the months with it in which nothing could be paid, open or not', async () => {
    const world = await afterTwoInterims();
    await payMay(world);
    await prepareJune(world, '2022-05-25');
    expect((await stateOf(world, june)).needs).toMatchObject([
      { need: 'grants', year: 2022 },
      { need: 'authorisation', year: 2022 },
    ]);
    await agreementComes(world, '2022-07', '2022-06-20');
    await pay2022(world, '2022-07');
    const interims = await interimOf(world, '2022-03', '2022-04', '2022-05');
    expect(await kronorOf(world, '2022-07', 'instalment')).toEqual(
      await owedUpTo(world, '2022-07', interims),
    );
  }, 60_000);

  it('counts what came back from the bank as paid: it is settled as what came back', async () => {
    const world = await beforeInterim();
    const march = payout('2022-03');
    await prepare(world, march, at('2022-02-22'));
    await approveBoth(world, march, at('2022-02-23'));
    await release(world, march, at('2022-03-01'));
    await report(world, march, at('2022-03-02'), [{ payee: '03', code: 'AC04' }]);
    await resolve(world, march, at('2022-03-03'));
    await pay2022(world, '2022-04');
    await agreementComes(world, '2022-05', '2022-04-24');
    await endInterimOfMay(world, '2022-04-25');
    await payMay(world);
    const interims = await interimOf(world, '2022-03', '2022-04');
    expect(await kronorOf(world, '2022-05', 'instalment')).toEqual(
      await owedUpTo(world, '2022-05', interims),
    );
    expect((await kronorOf(world, '2022-04', 'carried-forward'))['03']).toBeGreaterThan(0n);
  }, 60_000);
});

describe('Local discounts of the year before', () => {
  it('are deducted once, from the payout that settles the interim months when nothing was paid before', async () => {
    const world = await beforeInterim();
    for (const month of ['2022-03', '2022-04']) {
      await prepare(world, payout(month), at(`${month}-01`));
      await close(world, payout(month), at(`${month}-02`), 'without-payment');
    }
    await agreementComes(world, '2022-05', '2022-04-24');
    await endInterimOfMay(world, '2022-04-25');
    await payMay(world);
    const proposal = await releasedProposal(world, '2022-05');
    expect(proposal.paid).toContain('local-discount/2021');
    expect(Object.keys(linesIn(proposal, 'local-discount')).length).toBeGreaterThan(0);
    expect(linesIn(proposal, 'instalment')).toEqual(await owedUpTo(world, '2022-05', []));
    await pay2022(world, '2022-06');
    expect((await releasedProposal(world, '2022-06')).paid).not.toContain('local-discount/2021');
  }, 60_000);
});

const yearEnded = {
  ...inputOf('authorisation'),
  kind: 'year-ended',
  content: { agreementYear: 2022, reason: 'The parties came to no agreement on 2022.' },
} as InputRegistration;

/** The same, when the year has no rulebook. */
async function withoutRulebook2022(world: World): Promise<World> {
  const { rulebooks } = world;
  return { ...world, rulebooks: { ...rulebooks, years: [2021] } };
}

describe('A year that is ended without an agreement', () => {
  it('takes two people, and keeps what was paid in the interim: nothing more is due of it', async () => {
    const world = await withoutRulebook2022(await afterTwoInterims());
    await approveMay(world);
    const { version } = await register(world, { ...yearEnded, year: 2022 }, at('2022-04-24'));
    expect((await stateOf(world, may)).proposal?.approvals.size).toBe(2);
    await confirm(world, { kind: 'year-ended', year: 2022 }, version, at('2022-04-25'));
    expect(await refusalOf(release(world, may, at('2022-05-02', '06:00')))).toMatchObject({
      name: 'ApprovalsDoNotHold',
      message:
        "payout-2022-05: interim-instalment/2022/2022-05 is not this payout's to pay any more",
    });
    // What is left of May settles 2021.
    await payMay(world);
    const { paid } = await releasedProposal(world, '2022-05');
    expect(paid.filter((key) => key.split('/')[1] === '2022')).toEqual([]);
  }, 60_000);

  it('is never trued up, though there be a rulebook of it one day', async () => {
    const before = await withoutRulebook2022(await afterTwoInterims());
    await bring(before, { ...yearEnded, year: 2022 }, at('2022-04-24'));
    const world = { ...before, rulebooks: (await afterTwoInterims()).rulebooks };
    // Its grants can be decided, but no decision on it is registered any more.
    expect(await refusalOf(agreementComes(world, '2022-06', '2022-05-24'))).toMatchObject({
      message: expect.stringContaining('2022 is ended without an agreement'),
    });
    expect(await prepareJune(world, '2022-05-25')).toMatchObject({ outcome: 'nothing-due' });
  }, 60_000);

  it('is none that has an agreement: that is refused at the door', async () => {
    const world = await afterTwoInterims();
    expect(
      await refusalOf(register(world, { ...yearEnded, year: 2022 }, at('2022-04-24'))),
    ).toMatchObject({ message: expect.stringContaining('a year without an agreement') });
  }, 60_000);
});

it('The months of an agreement that is given to the workflow are opened', async () => {
  const world = await afterTwoInterims();
  const { workflows } = world;
  await openDue({ scheduledTime: at('2022-06-24', '05:00') }, asCalled(world, 'open-due'));
  const started = workflows.started.map(({ name }) => name);
  expect(started).toContain('opening-2022');
  expect(started).toContain('payout-2022-06');
});
