import { Metrics as EmbeddedMetrics } from '@aws-lambda-powertools/metrics';
import type { Instant } from '../../core/calendar/stockholm.ts';
import {
  PAYMENT_FILE_IMPOSSIBLE,
  RECORD_CONTRADICTS,
  SUMS_DO_NOT_HOLD,
} from '../contract/errors.ts';
import { METRICS_NAMESPACE, type MetricName, metrics as units } from '../contract/metrics.ts';

/** Where handlers say what is counted; which names there are: functions/contract/metrics.ts. */
export interface Metrics {
  /** Says a number: `count('PaymentsReleased', 21)`. A number that is not finite and whole is refused with a RangeError. */
  count(name: CountName, number?: number): void;
  /** Says a moment: when something began that is still so. */
  since(name: MomentName, moment: Instant): void;
}

type NamesIn<Unit> = { [N in MetricName]: (typeof units)[N] extends Unit ? N : never }[MetricName];
export type CountName = NamesIn<'Count'>;
export type MomentName = NamesIn<'Seconds'>;

/** What an alarm is for, by the name of the error. Everything else that a state machine does not catch fails its execution. */
const alarming: ReadonlyMap<string, CountName> = new Map([
  [RECORD_CONTRADICTS, 'RecordContradicts'],
  ['FileDiffers', 'RecordContradicts'],
  [SUMS_DO_NOT_HOLD, 'SumsDoNotHold'],
  [PAYMENT_FILE_IMPOSSIBLE, 'PaymentFileImpossible'],
]);

/** Counts an error that a handler ends with, if it is one that says that the record, its sums or a payment do not hold. */
export function countError(error: unknown): void {
  const name = error instanceof Error ? alarming.get(error.name) : undefined;
  if (name) metrics.count(name);
}

let made: EmbeddedMetrics | undefined;

/**
 * One line of CloudWatch's embedded metric format on standard output for each number, at once: nothing is left to be flushed when a
 * handler throws. The log service makes metrics of the lines, so no right and no request is needed.
 *
 * The line's own time is the library's, as a log line's is: CloudWatch drops what is not of these days, so a replayed state must not
 * say when it was first entered. The values are of the record and of given times alone.
 */
export const metrics: Metrics = {
  count(name, number = 1) {
    if (!Number.isSafeInteger(number))
      throw new RangeError(`${name} is a whole number (given ${number}).`);
    say(name, number);
  },
  since: (name, moment) => say(name, Math.floor(Date.parse(moment) / 1000)),
};

function say(name: MetricName, value: number): void {
  // Nothing here may stop a payment: where no deployment is named, it is counted under that.
  made ??= new EmbeddedMetrics({
    namespace: METRICS_NAMESPACE,
    serviceName: process.env.DEPLOYMENT ?? 'unnamed',
  });
  made.singleMetric().addMetric(name, units[name], value);
}
