import type { Day } from './brands.ts';
import { addDays, dayOfWeek, parseDay } from './day.ts';

/** A moment as ISO 8601 text in UTC, such as '2021-03-01T05:00:00.000Z'. With milliseconds, moments compare as text. */
export type Instant = `${string}T${string}Z`;

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/;
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Reads a moment in UTC and writes it with milliseconds. Refuses other zones and moments that do not exist. */
export function parseInstant(text: string): Instant {
  return toInstant(toMillis(text));
}

/** The calendar day in Stockholm at that moment. Refuses years before 1996: summer time then followed other rules. */
export function dayInStockholm(instant: Instant): Day {
  const millis = toMillis(instant);
  return dayOf(toInstant(millis + offset(millis)));
}

/**
 * The moment when clocks in Stockholm show that time on that day. Refuses a time that summer time skips; of
 * a time that comes twice, when summer time ends, it is the first.
 */
export function instantInStockholm(day: Day, time: string): Instant {
  if (!TIME_OF_DAY.test(time)) {
    throw new RangeError(
      `Not a time of day: ${JSON.stringify(time)}. Allowed is HH:MM from 00:00 to 23:59.`,
    );
  }
  const asIfUtc = toMillis(`${parseDay(day)}T${time}:00Z`);
  // Summer time is the larger offset, so it gives the earlier moment.
  const millis = [asIfUtc - 2 * HOUR, asIfUtc - HOUR].find((at) => at + offset(at) === asIfUtc);
  if (millis === undefined) {
    throw new RangeError(`Clocks in Stockholm never show ${time} on ${day}: summer time begins.`);
  }
  return toInstant(millis);
}

/** The moment that many minutes later, or earlier if negative. Minutes are minutes, whatever clocks do. */
export function plusMinutes(instant: Instant, minutes: number): Instant {
  if (!Number.isInteger(minutes)) {
    throw new RangeError(`Minutes are a whole number (given ${minutes}).`);
  }
  return toInstant(toMillis(instant) + minutes * MINUTE);
}

/** A moment, or the latest of others that it follows, where it would lie before one of them. What is not known of others is left out. */
export const notBefore = (at: Instant, ...others: readonly (Instant | undefined)[]): Instant =>
  others.reduce<Instant>(
    (latest, each) => (each !== undefined && toMillis(each) > toMillis(latest) ? each : latest),
    at,
  );

/**
 * What Stockholm's clocks are ahead of UTC. Summer time lasts from the last Sunday in March to the last Sunday in October,
 * both at 01:00 UTC (Directive 2000/84/EC; in Sweden so since 1996).
 */
function offset(millis: number): number {
  const { begins, ends } = summerTime(Number(toInstant(millis).slice(0, 4)));
  return millis >= begins && millis < ends ? 2 * HOUR : HOUR;
}

interface SummerTime {
  readonly begins: number;
  readonly ends: number;
}

const summerTimes = new Map<number, SummerTime>();

function summerTime(year: number): SummerTime {
  const known = summerTimes.get(year);
  if (known) return known;
  if (year < 1996) {
    throw new RangeError(`Stockholm's time is known from the year 1996 on (given ${year}).`);
  }
  const times = { begins: lastSunday(year, '03'), ends: lastSunday(year, '10') };
  summerTimes.set(year, times);
  return times;
}

/** 01:00 UTC on the last Sunday of a month of 31 days. */
function lastSunday(year: number, month: '03' | '10'): number {
  const last = parseDay(`${year}-${month}-31`);
  return toMillis(`${addDays(last, -(dayOfWeek(last) % 7))}T01:00:00Z`);
}

function dayOf(instant: Instant): Day {
  return instant.slice(0, 10) as Day;
}

function toMillis(text: string): number {
  const [, day] = INSTANT.exec(text) ?? [];
  if (day === undefined) {
    throw new RangeError(
      `Not a moment: ${JSON.stringify(text)}. Allowed is ISO 8601 in UTC such as '2021-03-01T05:00:00.000Z'.`,
    );
  }
  parseDay(day); // Date.parse would take 30 February for 2 March.
  return Date.parse(text);
}

function toInstant(millis: number): Instant {
  return new Date(millis).toISOString() as Instant;
}
