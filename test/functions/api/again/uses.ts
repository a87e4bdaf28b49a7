import { Crash } from '../../../helpers/memory-records.ts';
import type { World } from '../../support/world.ts';

/** A use of anything outside the function: the record, the workflows, the notices, the files. From 1. */
export interface OutsideUse {
  readonly use: number;
  readonly moment: 'before' | 'after';
  /** `records.append`, `workflows.wake`. */
  readonly what: string;
}

export type Outside = (use: OutsideUse) => Promise<void> | void;

const ports = ['records', 'workflows', 'notifier', 'paymentFiles', 'documents'] as const;

/** The world with every use of what is outside told before and after it. What the listener throws reaches the code under test. */
export function watched(world: World, listener: Outside): World {
  let uses = 0;
  const told = <T extends object>(port: T, name: string): T =>
    new Proxy(port, {
      get(target, member) {
        const value: unknown = Reflect.get(target, member, target);
        if (typeof value !== 'function') return value;
        return async (...given: unknown[]) => {
          const use = ++uses;
          const what = `${name}.${String(member)}`;
          await listener({ use, moment: 'before', what });
          const answer: unknown = await Reflect.apply(value, target, given);
          await listener({ use, moment: 'after', what });
          return answer;
        };
      },
    });
  return { ...world, ...Object.fromEntries(ports.map((name) => [name, told(world[name], name)])) };
}

/** How often a request uses what is outside when nothing disturbs it. */
export async function usesOf<T>(world: World, act: (world: World) => Promise<T>) {
  let uses = 0;
  const answer = await act(
    watched(world, ({ use }) => {
      uses = Math.max(uses, use);
    }),
  );
  return { uses, answer };
}

/** Dies at a use, before or after it was done: from then on nothing outside is reached any more. */
export function diesAt(moment: OutsideUse['moment'], use: number): Outside {
  let dead = false;
  return (each) => {
    dead ||= each.use === use && each.moment === moment;
    if (dead) throw new Crash(`${moment} use ${use}: ${each.what}`);
  };
}

/** Lets others go first at every use, for a number of turns that follows from a seed. */
export function delayed(random: () => number): Outside {
  return async ({ moment }) => {
    if (moment === 'after') return;
    for (let turns = Math.floor(random() * 6); turns > 0; turns--)
      await new Promise((resolve) => setImmediate(resolve));
  };
}
