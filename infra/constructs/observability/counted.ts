import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import {
  METRICS_NAMESPACE,
  type MetricName,
  type metrics,
} from '../../../functions/contract/metrics.ts';

type Options = Pick<cloudwatch.MetricOptions, 'statistic' | 'period' | 'label'>;

/** What the functions count, as CloudWatch has it: functions/contract/metrics.ts says what each means. */
export const counted = (
  deployment: string,
  metricName: MetricName,
  { statistic = 'Sum', period = Duration.minutes(5), label }: Options = {},
): cloudwatch.Metric =>
  new cloudwatch.Metric({
    namespace: METRICS_NAMESPACE,
    metricName,
    dimensionsMap: { service: deployment },
    statistic,
    period,
    ...(label !== undefined && { label }),
  });

/** The metrics that say a moment. */
type MomentName = {
  [N in MetricName]: (typeof metrics)[N] extends 'Seconds' ? N : never;
}[MetricName];

/**
 * How many hours ago it is what a metric says the moment of; below zero while it is to come. Reckoned by CloudWatch from the time of
 * the data point, an hour at a time, so it is up to an hour behind.
 */
export const hoursSince = (
  deployment: string,
  metricName: MomentName,
  label?: string,
): cloudwatch.MathExpression => {
  const moment = `${metricName.charAt(0).toLowerCase()}${metricName.slice(1)}`; // One graph may show several.
  const period = Duration.hours(1);
  return new cloudwatch.MathExpression({
    expression: `(EPOCH(${moment}) - ${moment}) / 3600`,
    usingMetrics: { [moment]: counted(deployment, metricName, { statistic: 'Minimum', period }) },
    period,
    ...(label !== undefined && { label }),
  });
};
