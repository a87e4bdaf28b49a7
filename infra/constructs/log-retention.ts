import { RemovalPolicy } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';

/**
 * How long logs are kept: 18 months, because a grant year runs for 17, from its opening in January to the settlement in
 * May of the year after. They are for the engineer; the evidence is the record, which is kept for good.
 */
export const logRetention = {
  retention: logs.RetentionDays.EIGHTEEN_MONTHS,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;
