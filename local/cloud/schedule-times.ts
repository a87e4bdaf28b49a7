import { Cron } from 'croner';

/** When a schedule fires. Instants are ISO 8601 in UTC with milliseconds. */
export interface ScheduleTimes {
  /** The first firing at or after an instant, if there is any. */
  atOrAfter(instant: string): string | undefined;
}

const UNIT_MS: { readonly [unit: string]: number } = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/**
 * Reads a schedule expression of EventBridge Scheduler: `rate(n minutes|hours|days)` or
 * `cron(minutes hours day-of-month month day-of-week year)` in a time zone.
 *
 * A local time that does not exist on a day when the clocks go forward is skipped, and one that
 * comes twice when they go back fires once (EventBridge Scheduler User Guide, "Daylight savings
 * time").
 *
 * @param begin the instant of a rate's first firing
 */
export function scheduleTimes(expression: string, timezone: string, begin: string): ScheduleTimes {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate !== null) return rateTimes(Number(rate[1]) * (UNIT_MS[rate[2] ?? ''] ?? 0), begin);
  const cron = /^cron\(([^()]*)\)$/.exec(expression);
  if (cron !== null) return cronTimes(cron[1] ?? '', timezone, expression);
  throw new Error(
    `Schedule expression "${expression}" is not run here; allowed: rate(…) and cron(…).`,
  );
}

function rateTimes(everyMs: number, begin: string): ScheduleTimes {
  if (everyMs === 0) throw new Error('A rate of 0 never fires; at least 1 is needed.');
  const from = Date.parse(begin);
  return {
    atOrAfter(instant) {
      const passed = Math.max(0, Math.ceil((Date.parse(instant) - from) / everyMs));
      return new Date(from + passed * everyMs).toISOString();
    },
  };
}

function cronTimes(fields: string, timezone: string, expression: string): ScheduleTimes {
  if (fields.trim().split(/\s+/).length !== 6) {
    throw new Error(`"${expression}" needs six fields: minutes, hours, day, month, weekday, year.`);
  }
  // Croner takes seconds first; AWS's weekdays begin with 1 for Sunday.
  const options = { timezone, alternativeWeekdays: true, paused: true };
  const cron = new Cron(`0 ${fields.trim()}`, options);
  return {
    atOrAfter(instant) {
      let next = cron.nextRun(new Date(Date.parse(instant) - 1));
      // Inside the gap in spring croner gives the time after it, which does not match.
      while (next !== null && !cron.match(next)) next = cron.nextRun(next);
      return next?.toISOString();
    },
  };
}
