import { describe, expect, it } from 'vitest';
import { agreements } from '../../core/agreement/rulebook.ts';
import { parseDay } from '../../core/calendar/day.ts';
import { parseMonth } from '../../core/calendar/month.ts';
import { run as openDue } from '../../functions/open-due.lambda.ts';
import type { InputRegistration } from '../../local/inputs/registration.ts';
import { readerOf } from './api/reading.ts';
import { afterTwoInterims, linesIn, payout, releasedProposal } from './support/interim-year.ts';
import {
  asCalled,
  at,
  by,
  copyOf,
  newWorld,
  refusalOf,
  stateOf,
  type World,
} from './support/world.ts';
import {
  approveBoth,
  bring,
  bringAll,
  cases,
  close,
  confirm,
  decideCase,
  inputOf,
  pay,
  prepare,
  register,
  release,
  say,
} from './support/year.ts';

const march = payout('2022-03');
const nextMarch = payout('2023-03');
const april = payout('2022-04');

const reason = 'The parties came to no agreement.';
const end = (year: number, why = reason): InputRegistration =>
  ({
    ...inputOf('authorisation'),
    ...{ kind: 'year-ended', year },
    content: { agreementYear: year, reason: why },
  }) as InputRegistration;

const decisionOn = (year: number, kind: 'interim' | 'agreement', month: string) =>
  ({
    ...inputOf('authorisation'),
    ...{ year, documentHash: 'd'.repeat(64) },
    content: {
      ...{ decision: `rb-${kind}-${month}`, decidedOn: parseDay('2022-04-24'), kind },
      ...{ agreementYear: year, firstMonth: parseMonth(month), lastMonth: parseMonth(month) },
      ...(kind === 'interim' && { monthlyTotalSek: '2860000000' }),
    },
  }) as InputRegistration;

/** The interim payments of March and April 2022 have been paid, and no agreement of 2022 is signed. */
const paidInInterim = async (): Promise<World> => ({
  ...(await afterTwoInterims()),
  rulebooks: agreements,
});

let undeducted: World | undefined;

/** March 2022 was paid in the interim without the local discounts of 2021, which nobody had reported; then 2022 was ended. */
async function endedWithoutDeducting(): Promise<World> {
  if (!undeducted) {
    const world = newWorld();
    await bringAll(world, '2022-04-21', ({ kind }) => kind === 'local-discounts');
    await decideCase(world, cases.opening, '2021-02-18');
    await prepare(world, march, at('2022-02-22'));
    await say(world, {
      ...{ kind: 'go-without', case: march, needs: ['local-discounts'], reason },
      ...by('attestant', at('2022-02-22', '09:00')),
    });
    await prepare(world, march, at('2022-02-22', '10:00'));
    await approveBoth(world, march, at('2022-02-23'));
    await release(world, march, at('2022-03-01', '06:00'));
    await prepare(world, april, at('2022-03-25'));
    await close(world, april, at('2022-04-20'), 'without-payment');
    await bring(world, end(2022), at('2022-04-24'));
    await bring(world, inputOf('local-discounts'), at('2022-04-25'));
    undeducted = world;
  }
  return copyOf(undeducted);
}

async function roomIn2023(world: World): Promise<void> {
  const known = inputOf('appropriation');
  const content = { ...known.content, budgetYear: 2023, paidBeforeFirstRunSek: '0' };
  await bring(world, { ...known, year: 2023, content } as InputRegistration, at('2023-01-02'));
}

describe('Local discounts that were not deducted when the year after was ended', () => {
  it('are deducted from the first interim payment of the following grant year', async () => {
    const world = await endedWithoutDeducting();
    await roomIn2023(world);
    await bring(world, decisionOn(2023, 'interim', '2023-03'), at('2023-02-01'));
    await pay(world, nextMarch, '2023-03-01');
    const proposal = await releasedProposal(world, '2023-03');
    expect(proposal.paid).toEqual(['interim-instalment/2023/2023-03', 'local-discount/2021']);
    expect(proposal.decisions).toEqual(['rb-interim-2023-03']);
    expect(linesIn(proposal, 'local-discount')).toEqual({ '12': -1_250_000n });
  });

  it('are due in no payout until then, and no payout is opened for them', async () => {
    const world = await endedWithoutDeducting();
    world.workflows.started.length = 0;
    await openDue({ scheduledTime: at('2022-06-24', '05:00') }, asCalled(world, 'open-due'));
    expect(world.workflows.started.map(({ name }) => name)).not.toContain('payout-2022-07');
  });

  it('are shown to the region as still to be deducted, in the first month in which they can be', async () => {
    const world = await endedWithoutDeducting();
    const { items } = await readerOf(world).read('readForecast', {
      parameters: { region: '12', year: '2021' },
      as: ['region-12'],
    });
    const discount = items.find(({ kind }) => kind === 'local-discount');
    expect(discount).toMatchObject({ month: '2023-03' });
    expect(discount?.fromSek).toBe('-1250000');
  });
});

const refused = (pattern: string) => ({
  name: 'InputRejected',
  message: expect.stringContaining(pattern),
});

describe('Of a year that is ended', () => {
  it.each(['interim', 'agreement'] as const)(
    'no decision is registered, %s neither: the door says that it is ended',
    async (kind) => {
      const world = await paidInInterim();
      await bring(world, end(2022), at('2022-04-24'));
      const before = world.records.dump('INPUT#');
      expect(
        await refusalOf(register(world, decisionOn(2022, kind, '2022-06'), at('2022-04-25'))),
      ).toEqual(
        refused(
          '#/content/agreementYear: a year that is not ended; 2022 is ended without an agreement, and nothing more of it is paid',
        ),
      );
      expect(world.records.dump('INPUT#')).toEqual(before);
    },
  );

  it('no decision is confirmed that was registered before', async () => {
    const world = await paidInInterim();
    const decision = decisionOn(2022, 'interim', '2022-06');
    const { version } = await register(world, decision, at('2022-04-23'));
    await bring(world, end(2022), at('2022-04-24'));
    expect(await refusalOf(confirm(world, decision, version, at('2022-04-25')))).toEqual(
      refused('2022 is ended without an agreement'),
    );
  });

  it('the ending is said once: the same again is the same, another is refused and opens nothing', async () => {
    const world = await paidInInterim();
    await bring(world, end(2022), at('2022-04-24'));
    expect((await register(world, end(2022), at('2022-04-25'))).version).toBe(1);
    expect(
      await refusalOf(register(world, end(2022, 'Withdrawn: they agree.'), at('2022-04-26'))),
    ).toEqual(refused(`2022 is ended with the reason "${reason}" and is not opened again`));
  });

  it('the reason can be put right as long as nobody has confirmed it', async () => {
    const world = await paidInInterim();
    await register(world, end(2022, 'The partys came to no agreement.'), at('2022-04-24'));
    expect(await bring(world, end(2022), at('2022-04-25'))).toBe(2);
  });
});

describe('A year is not ended', () => {
  it.each([2022, 2023, 2030])(
    '%i, when nothing was paid of it in wait of an agreement',
    async (year) => {
      const world = newWorld();
      await bringAll(world, '2022-02-17');
      expect(await refusalOf(register(world, end(year), at('2022-02-18')))).toEqual(
        refused(`a year of which an interim payment has been released; of ${year} none has`),
      );
    },
  );

  it('when a decision under an agreement on it is in force, by the decision’s name', async () => {
    const world = await paidInInterim();
    await bring(world, decisionOn(2022, 'agreement', '2022-06'), at('2022-04-23'));
    expect(await refusalOf(register(world, end(2022), at('2022-04-24')))).toEqual(
      refused('rb-agreement-2022-06 was decided under one for 2022'),
    );
  });

  it('by a confirmation that comes after the agreement’s decision', async () => {
    const world = await paidInInterim();
    const { version } = await register(world, end(2022), at('2022-04-22'));
    await bring(world, decisionOn(2022, 'agreement', '2022-06'), at('2022-04-23'));
    expect(await refusalOf(confirm(world, end(2022), version, at('2022-04-24')))).toEqual(
      refused('rb-agreement-2022-06 was decided under one for 2022'),
    );
    await prepare(world, payout('2022-05'), at('2022-04-25'));
    expect((await stateOf(world, payout('2022-05'))).needs).toEqual([]);
  });
});
