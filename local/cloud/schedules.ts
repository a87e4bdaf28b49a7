import type { Journal } from '../engine/journal.ts';
import type { JournalLine } from '../engine/journal-line.ts';
import type { Json } from '../engine/json.ts';
import { type ScheduleTimes, scheduleTimes } from './schedule-times.ts';
import type { SimulatedClock } from './simulated-clock.ts';
import type { ScheduleResource } from './template.ts';

const SCHEDULED_TIME = '<aws.scheduler.scheduled-time>';
/** Lambda tries an event that nobody waits for three times. */
const DELIVERIES = 3;

export interface SchedulesOptions {
  readonly schedules: readonly ScheduleResource[];
  readonly journal: Journal;
  readonly clock: SimulatedClock;
  /** Calls the target; throws what it throws. */
  readonly invoke: (functionArn: string, event: Json) => Promise<Json>;
  readonly skipIdenticalFirings: boolean;
  readonly fireTwice: boolean;
}

interface Schedule {
  readonly resource: ScheduleResource;
  readonly times: ScheduleTimes;
  /** The input says when it fired, so no two firings are the same. */
  readonly saysWhen: boolean;
  /** The first firing at or after the instant at which this was last asked for. */
  upcoming?: string | undefined;
  /** The last firing that was delivered or skipped. */
  handled?: string;
  delivered: number;
  /** How much had happened when the last delivered firing began, and the one under way. */
  seen?: number | undefined;
  seenNow?: number | undefined;
}

/**
 * Delivers what the template's schedules fire, in the order of their names.
 *
 * A firing whose input holds no time, with nothing written and no execution moved since the last
 * one began, would be the same call on the same state: it is skipped and counted (ADR 6). What was
 * delivered is read from the journal, so a new process decides as the old one would have.
 */
export class Schedules {
  readonly #options: SchedulesOptions;
  readonly #schedules: readonly Schedule[];
  #read = 0;
  #moves = 0;

  constructor(options: SchedulesOptions) {
    this.#options = options;
    const begin = options.clock.startedAt;
    this.#schedules = options.schedules
      .map((resource) => ({
        resource,
        times: scheduleTimes(resource.expression, resource.timezone, begin),
        saysWhen: checkedInput(resource).includes(SCHEDULED_TIME),
        delivered: 0,
      }))
      .sort((a, b) => (a.resource.name < b.resource.name ? -1 : 1));
    this.#catchUp();
  }

  /** The next instant at which a firing must be delivered; one that would be skipped is none. */
  nextAt(): string | undefined {
    this.#catchUp();
    const now = this.#options.clock.now();
    let next: string | undefined;
    for (const schedule of this.#schedules) {
      if (this.#isIdentical(schedule)) continue;
      const from = schedule.handled === now ? new Date(Date.parse(now) + 1).toISOString() : now;
      const at = atOrAfter(schedule, from);
      if (at !== undefined && (next === undefined || at < next)) next = at;
    }
    return next;
  }

  /** Delivers every firing of this instant that was not delivered yet, and runs `after` each. */
  async fireDue(after: () => Promise<void>): Promise<void> {
    for (const schedule of this.#schedules) {
      if (await this.#fire(schedule)) await after();
    }
  }

  /** Delivers one schedule's firing of this instant again, if a kill interrupted it. */
  async resume(name: string): Promise<void> {
    const schedule = this.#schedules.find((each) => each.resource.name === name);
    if (schedule !== undefined) await this.#fire(schedule);
  }

  /** Firings that were delivered and skipped since the clock began. Counting takes a while. */
  counts(): { delivered: number; skipped: number } {
    this.#catchUp();
    const now = this.#options.clock.now();
    let delivered = 0;
    let all = 0;
    for (const schedule of this.#schedules) {
      delivered += schedule.delivered;
      let at = schedule.times.atOrAfter(this.#options.clock.startedAt);
      while (at !== undefined && at <= now) {
        all++;
        at = schedule.times.atOrAfter(new Date(Date.parse(at) + 1).toISOString());
      }
    }
    return { delivered, skipped: all - delivered };
  }

  /** True when something was delivered. */
  async #fire(schedule: Schedule): Promise<boolean> {
    const { journal, clock, fireTwice } = this.#options;
    const now = clock.now();
    this.#catchUp();
    if (schedule.handled === now || atOrAfter(schedule, now) !== now) return false;
    const { name } = schedule.resource;
    if (schedule.seenNow === undefined && this.#isIdentical(schedule)) {
      journal.append({ kind: 'skipped', schedule: name, at: now });
      return false;
    }
    journal.append({ kind: 'turn', of: `schedule ${name}` });
    await this.#deliver(schedule.resource, now);
    if (fireTwice) await this.#deliver(schedule.resource, now);
    journal.append({ kind: 'fired', schedule: name, at: now });
    return true;
  }

  async #deliver(schedule: ScheduleResource, now: string): Promise<void> {
    const time = now.replace(/\.\d+Z$/, 'Z');
    const event = JSON.parse(schedule.input.replaceAll(SCHEDULED_TIME, time));
    for (let delivery = 1; ; delivery++) {
      try {
        await this.#options.invoke(schedule.targetArn, event);
        return;
      } catch (error) {
        if (delivery < DELIVERIES) continue;
        const message = `Schedule "${schedule.name}" failed ${DELIVERIES} times at ${now}: ${error}`;
        throw new Error(message, { cause: error });
      }
    }
  }

  #isIdentical(schedule: Schedule): boolean {
    if (!this.#options.skipIdenticalFirings || schedule.saysWhen) return false;
    return schedule.seen === this.#moves;
  }

  /** Reads on in the journal, which holds the lines of this process and of those before it. */
  #catchUp(): void {
    const { lines } = this.#options.journal;
    for (; this.#read < lines.length; this.#read++) this.#see(lines[this.#read] as JournalLine);
  }

  #see(line: JournalLine): void {
    if (isMove(line)) this.#moves++;
    if (line.kind === 'turn' && line.of.startsWith('schedule ')) {
      const schedule = this.#named(line.of.slice('schedule '.length));
      // The first delivery counts: one that is repeated after a kill finds its own writes.
      if (schedule !== undefined) schedule.seenNow ??= this.#moves;
    }
    if (line.kind !== 'fired' && line.kind !== 'skipped') return;
    const schedule = this.#named(line.schedule);
    if (schedule === undefined) return;
    schedule.handled = line.at;
    if (line.kind === 'skipped') return;
    schedule.delivered++;
    schedule.seen = schedule.seenNow;
    schedule.seenNow = undefined;
  }

  #named(name: string): Schedule | undefined {
    return this.#schedules.find((each) => each.resource.name === name);
  }
}

/** Whether the state that a function can see may be another after this line. */
function isMove(line: JournalLine): boolean {
  if (line.kind === 'turn') return line.of.startsWith('arn:');
  return ['wrote', 'start', 'answer', 'heartbeat', 'end', 'once'].includes(line.kind);
}

function atOrAfter(schedule: Schedule, instant: string): string | undefined {
  if (schedule.upcoming === undefined || schedule.upcoming < instant) {
    schedule.upcoming = schedule.times.atOrAfter(instant);
  }
  return schedule.upcoming;
}

/** The input, if it is JSON and holds no word of Scheduler's that is not replaced here. */
function checkedInput({ name, input }: ScheduleResource): string {
  const [unknown] = input.replaceAll(SCHEDULED_TIME, '').match(/<aws\.scheduler\.[^>]*>/) ?? [];
  if (unknown !== undefined) {
    throw new Error(`Schedule "${name}" uses ${unknown}; only ${SCHEDULED_TIME} is allowed.`);
  }
  try {
    JSON.parse(input);
  } catch {
    throw new Error(`The input of schedule "${name}" is no JSON: ${input}`);
  }
  return input;
}
