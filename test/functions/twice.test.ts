import { describe, expect, it } from 'vitest';
import { functionNames } from '../../functions/contract/functions.ts';
import { Crash, crashAt } from '../helpers/memory-records.ts';
import { doorNames, handlerCalls } from './support/handler-calls.ts';
import { newWorld, type World } from './support/world.ts';

/** How many events a call appends when nothing disturbs it. */
async function appendsOf(world: World, call: (world: World) => Promise<unknown>) {
  let appends = 0;
  world.records.interrupt(({ append, moment }) => {
    if (moment === 'after') appends = Math.max(appends, append);
  });
  const answer = await call(world);
  world.records.interrupt(undefined);
  return { appends, answer };
}

describe.each(handlerCalls.map((each) => [`${each.of} ${each.what}`, each] as const))(
  '%s',
  (_, { stage, call, ...rest }) => {
    it('called twice with the same input changes nothing and answers the same', async () => {
      const world = await stage();
      const answer = await call(world);
      const once = world.records.dump();
      const again = await call(world);
      expect(world.records.dump()).toEqual(once);
      expect(again).toEqual('second' in rest ? rest.second : answer);
    });

    it('killed before or after any append and called again leaves the same bytes', async () => {
      const whole = await stage();
      const { appends, answer } = await appendsOf(whole, call);
      expect(appends > 0).toBe(!('looks' in rest));
      for (const moment of ['before', 'after'] as const)
        for (let append = 1; append <= appends; append++) {
          const world = await stage();
          world.records.interrupt(crashAt(moment, append));
          await expect(call(world)).rejects.toBeInstanceOf(Crash);
          world.records.interrupt(undefined);
          const restarted = newWorld(world.records, world.paymentFiles, world.anchors);
          const again = await call(restarted);
          if (!('second' in rest)) expect(again).toEqual(answer);
          expect(world.records.dump()).toEqual(whole.records.dump());
        }
    });
  },
);

describe('The table of handlers called twice', () => {
  it('holds every step and every door', () => {
    const called = new Set(handlerCalls.map((each) => each.of));
    const steps = functionNames.filter(
      (name) => !name.startsWith('api-') && name !== 'name-in-token',
    );
    expect([...called].sort()).toEqual([...steps, ...doorNames].sort());
  });
});
