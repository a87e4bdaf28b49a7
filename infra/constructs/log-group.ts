import { RemovalPolicy } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/**
 * A log group, encrypted, kept for 18 months, because a grant year runs for 17, from its opening in January to the settlement in
 * May of the year after. Logs are for the engineer; the evidence is the record, which is kept for good.
 *
 * @param name where a service writes to a group by its name; without it CloudFormation gives one
 */
export function logGroup(
  scope: Construct,
  id: string,
  encryptionKey: kms.IKey,
  name?: string,
): logs.LogGroup {
  return new logs.LogGroup(scope, id, {
    encryptionKey,
    retention: logs.RetentionDays.EIGHTEEN_MONTHS,
    removalPolicy: RemovalPolicy.RETAIN,
    ...(name !== undefined && { logGroupName: name }),
  });
}
