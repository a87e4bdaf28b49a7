import { reissueOf } from '../../../core/record/case-id.ts';
import { at, type World } from '../support/world.ts';
import {
  approveBoth,
  approvedBelowZero,
  cases,
  close,
  pay,
  prepare,
  release,
  report,
  resolve,
  returned,
  settle,
} from '../support/year.ts';

const { march } = cases;

/** The case that sends Uppsala's payment of March again. */
export const again = reissueOf(march, '03');

/** Uppsala's payment of March came back, and a case officer is to send it again on its own. */
export async function toBeReissued(): Promise<World> {
  const world = await returned();
  await settle(world, march, at('2021-03-02'));
  await resolve(world, march, at('2021-03-03'), 'reissue');
  await settle(world, march, at('2021-03-03'));
  await close(world, march, at('2021-03-03'));
  return world;
}

/** And has arrived. */
export async function reissued(): Promise<World> {
  const world = await toBeReissued();
  await pay(world, again, '2021-03-04');
  return world;
}

/** Or came back once more. */
export async function returnedTwice(): Promise<World> {
  const world = await toBeReissued();
  await prepare(world, again, at('2021-03-04', '06:00'));
  await approveBoth(world, again, at('2021-03-04', '07:00'));
  await release(world, again, at('2021-03-04', '08:00'));
  await report(world, again, at('2021-03-04', '09:00'), [{ payee: '03', code: 'AC04' }]);
  await settle(world, again, at('2021-03-04', '10:00'));
  return world;
}

/** May 2022 takes more from every region than it is due: nobody is paid, every krona is carried forward. */
export async function paidNothingInMay(): Promise<World> {
  const world = await approvedBelowZero();
  await release(world, cases.may, at('2022-05-02', '08:00'));
  return world;
}
