import { describe, expect, it } from 'vitest';
import { inputStream } from '../../../core/record/case-id.ts';
import { confirmInput } from '../../../functions/doors/confirm-input.ts';
import type { LocalPerson } from '../../../local/officials/people.ts';
import { actBefore } from '../../helpers/memory-records.ts';
import { asCalled, at, by, newWorld, refusalOf, stateOf, type World } from '../support/world.ts';
import {
  cases,
  confirm,
  granted,
  hashOfVersion,
  inputOf,
  prepare,
  register,
} from '../support/year.ts';

const now = at('2021-02-01', '09:00');
const payees = inputOf('payees');
const stream = inputStream(2021, 'payees');

const registered = async () => {
  const world = newWorld();
  await register(world, payees, at('2021-02-01'));
  return world;
};
const confirmBy = async (world: World, who: LocalPerson, version: number) =>
  confirmInput(
    {
      ...{ year: 2021, kind: 'payees', version, ...by(who, now) },
      hash: await hashOfVersion(world, payees, version),
    },
    asCalled(world, 'api-inputs'),
  );
const typesIn = async (world: World) =>
  (await world.records.read<{ type: string }>(stream)).map(({ event }) => event.type);

describe('Confirming an input', () => {
  it('is for a second person: who registered it is refused, and nothing is written', async () => {
    const world = await registered();
    expect(await refusalOf(confirmBy(world, 'registrar', 1))).toEqual({
      name: 'InputRejected',
      message: expect.stringMatching(/^same-person: Hanna Handläggare registered version 1/),
    });
    expect(await typesIn(world)).toEqual(['input-registered']);
  });

  it('is refused for a version that is not there', async () => {
    const world = await registered();
    expect(await refusalOf(confirmBy(world, 'checker', 2))).toEqual({
      name: 'InputRejected',
      message: 'not-found: INPUT#all/payees 2 does not exist.',
    });
  });

  it('lets it count: until then payments are made from the version before', async () => {
    const world = await granted();
    const versions = async () => {
      await prepare(world, cases.march, at('2021-02-22'));
      const { restsOn = [] } = (await stateOf(world, cases.march)).proposal?.proposed ?? {};
      return restsOn.filter((each) => each.stream === 'INPUT#all/payees').map((on) => on.version);
    };
    await register(world, { ...payees, documentHash: 'f'.repeat(64) }, now);
    expect(await versions()).toEqual([1]);
    await confirm(world, payees, 2, now);
    expect(await versions()).toEqual([2]);
  });

  it('by two at once is one confirmation', async () => {
    const world = await registered();
    world.records.interrupt(actBefore(2, () => confirmBy(world, 'attestant', 1)));
    await confirmBy(world, 'checker', 1);
    world.records.interrupt(undefined);
    expect(await typesIn(world)).toEqual(['input-registered', 'input-confirmed']);
  });

  it('beside somebody who registers a new version is refused: it is the new one that is to be read', async () => {
    const world = await registered();
    const other = { ...payees, documentHash: 'f'.repeat(64) };
    world.records.interrupt(actBefore(3, () => register(world, other, now)));
    const refusal = await refusalOf(confirmBy(world, 'checker', 1));
    world.records.interrupt(undefined);
    expect(refusal).toEqual({
      name: 'InputRejected',
      message: expect.stringMatching(/^stale-input: The latest version is version 2/),
    });
    expect(await typesIn(world)).toEqual(['input-registered', 'input-registered']);
  });
});
