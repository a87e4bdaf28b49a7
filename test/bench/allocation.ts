/**
 * How long it takes to divide the pot of 2021 among N recipients and to split each share in twelve, beside a
 * straightforward decimal.js implementation of the same rules in the same run: `node test/bench/allocation.ts [N ...]`.
 *
 * Ours makes amounts when they are read. So both are timed twice: the operations, and the operations with every share
 * and every instalment read once. Both results are compared amount by amount, and their sums with the pot.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { allocateByWeight } from '../../core/money/allocate.ts';
import { Sek } from '../../core/money/sek.ts';
import { splitInstalments } from '../../core/money/split.ts';
import { allocateWithDecimals, decimal, splitWithDecimals } from './decimal-baseline.ts';

const POT = 33_432_900_840n;
const INSTALMENTS = 12;
const STEPS = ['allocate', 'read shares', 'split in 12', 'read instalments'] as const;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

type Step = (typeof STEPS)[number];
type Times = Record<Step, number>; // Milliseconds.
type Amounts<Amount> = ReadonlyMap<string, Amount>;

interface Contender<Amount> {
  allocate(): Amounts<Amount>;
  split(shares: Amounts<Amount>): Amounts<readonly Amount[]>;
}

interface Result<Amount> {
  readonly times: Times;
  readonly shares: Amounts<Amount>;
  readonly instalments: Amounts<readonly Amount[]>;
}

/** Makes a contender with its input, which is not timed. */
type Prepare<Amount> = () => Contender<Amount>;

function run<Amount>(prepare: Prepare<Amount>, tidyFirst: boolean): Result<Amount> {
  const contender = prepare();
  if (tidyFirst) collectGarbage();
  const start = performance.now();
  const shares = contender.allocate();
  const allocated = performance.now();
  readEvery(shares.values());
  const sharesRead = performance.now();
  const instalments = contender.split(shares);
  const split = performance.now();
  for (const list of instalments.values()) readEvery(list);
  const instalmentsRead = performance.now();
  const times = {
    allocate: allocated - start,
    'read shares': sharesRead - allocated,
    'split in 12': split - sharesRead,
    'read instalments': instalmentsRead - split,
  };
  return { times, shares, instalments };
}

function readEvery(amounts: Iterable<unknown>): void {
  for (const amount of amounts) if (amount === undefined) throw new Error('An amount is missing.');
}

/** Throws unless both give every recipient the same, and shares and instalments add up to the pot. */
function check(ours: Result<Sek>, theirs: Result<{ toFixed(): string }>): void {
  let shared = 0n;
  let paid = 0n;
  for (const [key, share] of ours.shares) {
    const instalments = ours.instalments.get(key) ?? [];
    const same =
      theirs.shares.get(key)?.toFixed() === share.toString() &&
      theirs.instalments.get(key)?.length === instalments.length &&
      theirs.instalments.get(key)?.every((one, i) => one.toFixed() === instalments[i]?.toString());
    if (!same) throw new Error(`The two implementations give ${key} different amounts.`);
    shared += share.kronor();
    for (const instalment of instalments) paid += instalment.kronor();
  }
  const counted = ours.shares.size === theirs.shares.size;
  if (!counted || shared !== POT || paid !== POT) {
    throw new Error(`Not conserved: ${shared} shared and ${paid} paid of ${POT}.`);
  }
}

/** Inhabitants from a few hundred to 2.5 million, the same in every run (Lehmer's generator). */
function inhabitants(count: number): { key: string; weight: bigint }[] {
  let state = 1;
  return Array.from({ length: count }, (_, index) => {
    state = (state * 48_271) % 2_147_483_647;
    return { key: String(index + 1).padStart(7, '0'), weight: BigInt(500 + (state % 2_500_000)) };
  });
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function medians(times: readonly Times[]): Times {
  const of = (step: Step): number => median(times.map((one) => one[step]));
  return Object.fromEntries(STEPS.map((step) => [step, of(step)])) as Times;
}

function bench(count: number): void {
  const ours: Prepare<Sek> = () => {
    const parts = inhabitants(count);
    return {
      allocate: () => allocateByWeight(Sek.whole(POT), parts),
      split: (shares) => splitInstalments(shares, INSTALMENTS),
    };
  };
  const theirs: Prepare<ReturnType<typeof decimal>> = () => {
    const parts = inhabitants(count).map(({ key, weight }) => ({ key, weight: decimal(weight) }));
    return {
      allocate: () => allocateWithDecimals(decimal(POT), parts),
      split: (shares) => splitWithDecimals(shares, INSTALMENTS),
    };
  };
  check(run(ours, false), run(theirs, false)); // Warms both up, too.
  const rounds = Math.max(3, Math.min(200, Math.round(300_000 / count)));
  // Large runs begin with an empty heap, so that none clears away what the other left. Small ones leave little, and
  // would feel that a full collection drops compiled code.
  const large = count > 100_000;
  // By turns, so that whatever else the machine does falls on both.
  const times = Array.from({ length: rounds }, () => {
    return [run(ours, large).times, run(theirs, large).times] as const;
  });
  report(count, medians(times.map(([mine]) => mine)), medians(times.map(([, other]) => other)));
}

function report(count: number, ours: Times, theirs: Times): void {
  const sum = (steps: readonly Step[], times: Times): number =>
    steps.reduce((total, step) => total + times[step], 0);
  const rows: [string, readonly Step[]][] = [
    ['allocate', ['allocate']],
    ['split in 12', ['split in 12']],
    ['both', ['allocate', 'split in 12']],
    ['both, every amount read', STEPS],
  ];
  console.log(`\nN = ${count.toLocaleString('en')}: same amounts in both, sums conserved`);
  for (const [name, steps] of rows) {
    const [mine, other] = [sum(steps, ours), sum(steps, theirs)];
    const figures = [
      `${mine.toFixed(2)} ms`,
      `${other.toFixed(2)} ms`,
      `${(other / mine).toFixed(1)} x`,
    ];
    console.log(`  ${name.padEnd(24)}${figures.map((figure) => figure.padStart(14)).join('')}`);
  }
}

console.log('Medians: ours, decimal.js, how many times faster ours is.');
const given = process.argv.slice(2).map(Number);
for (const count of given.length > 0 ? given : [21, 1_000, 100_000, 1_000_000]) bench(count);
