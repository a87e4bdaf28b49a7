import { scheduleTimes } from '../cloud/schedule-times.ts';
import type { ScheduleResource } from '../cloud/template.ts';
import type { CallUsage } from './usage.ts';

/** A call, and whether the clock caused it or something that happened. */
export interface CausedCall extends CallUsage {
  readonly by: 'clock' | 'case';
}

/** What a year's calls are counted from. */
export interface CountedCalls {
  readonly calls: readonly CallUsage[];
  readonly schedules: readonly ScheduleResource[];
  /** The function that an ARN means. */
  readonly nameOf: (arn: string) => string;
  /** Simulated instants: from the first to the last. */
  readonly from: string;
  readonly to: string;
}

/**
 * Every call of the year as AWS would make it. The local cloud leaves out a firing that would be the same call on the same state as
 * the one before (ADR 6); here it is put back, and used what that one used.
 *
 * Refuses a schedule none of whose firings was delivered before one that was left out: then nobody knows what it uses.
 */
export function everyCall({ calls, schedules, nameOf, from, to }: CountedCalls): CausedCall[] {
  const scheduled = new Set(schedules.map(({ targetArn }) => nameOf(targetArn)));
  const byCase = calls
    .filter(({ functionName }) => !scheduled.has(functionName))
    .map((call) => ({ ...call, by: 'case' as const }));
  const byClock = schedules.flatMap((schedule) => {
    const name = nameOf(schedule.targetArn);
    const delivered = calls.filter(({ functionName }) => functionName === name);
    return firingsOf(schedule, from, to, delivered);
  });
  return [...byCase, ...byClock];
}

function firingsOf(
  { name, expression, timezone }: ScheduleResource,
  from: string,
  to: string,
  delivered: readonly CallUsage[],
): CausedCall[] {
  const times = scheduleTimes(expression, timezone, from);
  const all: CausedCall[] = [];
  let next = 0;
  for (let at = times.atOrAfter(from); at !== undefined && at <= to; ) {
    let isDelivered = false;
    // Delivered again when the first try failed, and then each try costs.
    for (
      let call = delivered[next];
      call !== undefined && call.at <= at;
      call = delivered[++next]
    ) {
      all.push({ ...call, by: 'clock' });
      isDelivered = true;
    }
    const last = all.at(-1);
    if (last === undefined)
      throw new Error(`Schedule "${name}" fired at ${at} and was never delivered before.`);
    if (!isDelivered) all.push({ ...last, at });
    at = times.atOrAfter(new Date(Date.parse(at) + 1).toISOString());
  }
  return all;
}
