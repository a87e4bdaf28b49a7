import type { Json } from '../../../core/canonical.ts';
import type { Place, Recorded, Records, StreamId } from '../../../core/ports.ts';

/** A use of the record: of a stream, or of a whole partition, where no stream is named. */
interface Touch {
  readonly partition: string;
  readonly name?: string;
  readonly writes: boolean;
}

const overlap = (a: Touch, b: Touch): boolean =>
  a.partition === b.partition &&
  (a.name === undefined || b.name === undefined || a.name === b.name);

/** Whether the order of the two can matter to anybody: they touch one place, and one of them writes. */
const conflict = (a: Touch, b: Touch): boolean => (a.writes || b.writes) && overlap(a, b);

/** The record as one of several at work sees it: notes what it touches, and waits for its turn where `held` says so. */
class TurnTaking implements Records {
  readonly touched: Touch[] = [];
  /** What it would do next, the oldest first. */
  readonly waiting: { readonly touch: Touch; readonly go: () => void }[] = [];
  readonly #records: Records;
  readonly #held: (touch: Touch) => boolean;

  constructor(records: Records, held: (touch: Touch) => boolean) {
    this.#records = records;
    this.#held = held;
  }

  async read<E extends Json>(stream: StreamId): Promise<readonly Recorded<E>[]> {
    await this.#turn({ ...stream, writes: false });
    return this.#records.read<E>(stream);
  }

  async readPartition<E extends Json>(partition: string, prefix?: string) {
    await this.#turn({ partition, writes: false });
    return this.#records.readPartition<E>(partition, prefix);
  }

  async has(places: readonly Place[]): Promise<readonly boolean[]> {
    for (const { stream } of places) await this.#turn({ ...stream, writes: false });
    return this.#records.has(places);
  }

  async append<E extends Json>(stream: StreamId, last: Recorded | undefined, event: E) {
    await this.#turn({ ...stream, writes: true });
    return this.#records.append<E>(stream, last, event);
  }

  async #turn(touch: Touch): Promise<void> {
    this.touched.push(touch);
    if (this.#held(touch)) await new Promise<void>((go) => this.waiting.push({ touch, go }));
  }
}

/** Everything in memory has gone as far as it can without a turn. */
const atRest = () => new Promise((resolve) => setImmediate(resolve));

type Work<World> = (world: World, records: Records) => Promise<unknown>;

/** Whose turn it is, by what each that waits would do: by number. Undefined: this order need not be played to its end. */
type Choice = (next: ReadonlyMap<number, Touch>) => number | undefined;

/** Lets them work on one record to their end, each turn going to whom `choose` names. Gives what each touched. */
async function play<World extends { readonly records: Records }>(
  world: World,
  works: readonly Work<World>[],
  held: (touch: Touch) => boolean,
  choose: Choice,
): Promise<readonly (readonly Touch[])[] | undefined> {
  const takers = works.map(() => new TurnTaking(world.records, held));
  const ends = Promise.allSettled(works.map((work, of) => work(world, takers[of] as TurnTaking)));
  for (;;) {
    await atRest();
    const next = new Map(
      takers.flatMap(({ waiting: [first] }, of) => (first ? [[of, first.touch] as const] : [])),
    );
    if (next.size === 0) break;
    const goes = choose(next);
    if (goes === undefined) return undefined;
    takers[goes]?.waiting.shift()?.go();
  }
  for (const end of await ends) if (end.status === 'rejected') throw end.reason;
  return takers.map(({ touched }) => touched);
}

/** An order to be played: whose turn it is at first, and who need not be first after that. */
interface Opening {
  readonly turns: readonly number[];
  /** Who was let go first from here in another order, and has done nothing since that the others could see. */
  readonly asleep: ReadonlySet<number>;
}

/**
 * Lets some work on one record at the same time, in every order in which their uses of it can follow each other, and calls `check` after
 * each. Gives how many orders there were.
 *
 * Two orders are one where they differ only in uses that nobody can tell the order of: of different places, or of a place that both only
 * read (sleep sets; Godefroid, Partial-Order Methods for the Verification of Concurrent Systems, 1996). Which places are shared is learnt
 * as it goes: one that turns out to be takes turns from then on, and the search begins anew.
 */
export async function everyOrder<World extends { readonly records: Records }>(
  stage: () => Promise<World>,
  works: readonly Work<World>[],
  check: (world: World) => Promise<void>,
): Promise<number> {
  const shared: Touch[] = [];
  for (;;) {
    const found = await search(stage, works, check, (touch) =>
      shared.some((each) => overlap(each, touch)),
    );
    if (typeof found === 'number') return found;
    shared.push(found);
  }
}

/** The number of orders; or a place that is shared and did not take turns. */
async function search<World extends { readonly records: Records }>(
  stage: () => Promise<World>,
  works: readonly Work<World>[],
  check: (world: World) => Promise<void>,
  held: (touch: Touch) => boolean,
): Promise<number | Touch> {
  const open: Opening[] = [{ turns: [], asleep: new Set() }];
  let tried = 0;
  for (let opening = open.pop(); opening; opening = open.pop()) {
    const world = await stage();
    const touched = await play(world, works, held, follow(opening, open));
    if (!touched) continue;
    const missed = sharedUnheld(touched, held);
    if (missed) return missed;
    await check(world);
    tried++;
  }
  return tried;
}

/** Takes the turns of an opening, then goes on with whoever is awake; puts the others' orders among those that are open. */
function follow({ turns, asleep: first }: Opening, open: Opening[]): Choice {
  const went: number[] = [];
  let asleep = first;
  return (next) => {
    const given = turns[went.length];
    if (given !== undefined) {
      went.push(given);
      return given;
    }
    const awake = [...next.keys()].filter((of) => !asleep.has(of));
    const after = (of: number, besides: readonly number[]): ReadonlySet<number> =>
      new Set(
        [...asleep, ...besides].filter(
          (other) => !conflict(next.get(other) as Touch, next.get(of) as Touch),
        ),
      );
    for (const [index, of] of awake.entries())
      if (index > 0) open.push({ turns: [...went, of], asleep: after(of, awake.slice(0, index)) });
    const [goes] = awake;
    if (goes === undefined) return undefined;
    asleep = after(goes, []);
    went.push(goes);
    return goes;
  };
}

/** A place that two touched, of which one wrote, without taking turns. */
function sharedUnheld(
  touched: readonly (readonly Touch[])[],
  held: (touch: Touch) => boolean,
): Touch | undefined {
  return touched
    .flatMap((own, of) =>
      own.filter((touch) =>
        touched.some(
          (others, other) => other !== of && others.some((each) => conflict(touch, each)),
        ),
      ),
    )
    .find((touch) => !held(touch));
}
