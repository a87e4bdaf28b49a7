import { expect, it } from 'vitest';
import { parseMonth } from '../../../core/calendar/month.ts';
import { verify } from '../../../core/record/verify.ts';
import type { InputRegistration } from '../../../local/inputs/registration.ts';
import { outside } from '../../forgery/every-forgery.ts';
import { streamsIn } from '../../functions/support/every-event.ts';
import { agreementComes, beforeInterim, payout } from '../../functions/support/interim-year.ts';
import { at, by, type World } from '../../functions/support/world.ts';
import {
  approveBoth,
  bring,
  close,
  inputOf,
  pay,
  prepare,
  release,
  report,
  resolve,
  say,
} from '../../functions/support/year.ts';
import { hashOf } from '../../helpers/forge.ts';
import { withMadeUp2022 } from '../agreement/made-up-2022.ts';

const found = async (world: World) =>
  verify(await streamsIn(world), hashOf, undefined, { ...outside, rulebooks: withMadeUp2022 })
    .findings;

/** The agreement comes, and May's interim decision ends before it began: May settles what was paid before. */
async function settleInMay(world: World): Promise<void> {
  await agreementComes(world, '2022-05', '2022-04-24');
  const input = inputOf(
    'authorisation',
    ({ content }) =>
      'kind' in content && content.kind === 'interim' && content.firstMonth === '2022-05',
  );
  const content = { ...input.content, lastMonth: parseMonth('2022-04') };
  await bring(world, { ...input, content } as InputRegistration, at('2022-04-25'));
  await pay(world, payout('2022-05'), '2022-05-02');
}

it('A year whose interim payments were settled, below zero for one region, is whole, and so is the month that takes that up', async () => {
  const world = await beforeInterim();
  for (const month of ['2022-03', '2022-04']) await pay(world, payout(month), '2022-04-23');
  await settleInMay(world);
  expect(await found(world)).toEqual([]);
  await pay(world, payout('2022-06'), '2022-06-01');
  expect(await found(world)).toEqual([]);
});

it('A payment that came back and went to the next month is whole before it is taken up and after', async () => {
  const world = await beforeInterim();
  const march = payout('2022-03');
  await prepare(world, march, at('2022-02-22'));
  await approveBoth(world, march, at('2022-02-23'));
  await release(world, march, at('2022-03-01'));
  await report(world, march, at('2022-03-02'), [{ payee: '03', code: 'AC04' }]);
  await resolve(world, march, at('2022-03-03'));
  expect(await found(world)).toEqual([]);
  await pay(world, payout('2022-04'), '2022-04-02');
  expect(await found(world)).toEqual([]);
});

it('A year that is settled when nothing had been paid before, and its discounts with it, is whole', async () => {
  const world = await beforeInterim();
  for (const month of ['2022-03', '2022-04']) {
    await prepare(world, payout(month), at('2022-04-23'));
    const asked = { kind: 'request-close', case: payout(month), reason: 'As agreed.' } as const;
    await say(world, { ...asked, ...by('registrar', at('2022-04-23', '12:00')) });
    await close(world, payout(month), at('2022-04-24'), 'without-payment');
  }
  await settleInMay(world);
  expect(await found(world)).toEqual([]);
});
