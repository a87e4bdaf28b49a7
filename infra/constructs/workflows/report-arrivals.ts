import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface ReportArrivalsProps {
  /** Where the bank's connection puts reports; it tells EventBridge of each. */
  readonly reports: s3.Bucket;
  /** Takes in what has arrived; told of a report twice, it takes it in once. Its own dead letters lie in `untaken` too. */
  readonly takeReport: lambda.IFunction;
  /** Where the event of a report lies that nobody took. */
  readonly untaken: sqs.IQueue;
}

/**
 * A report that the bank puts into its bucket is taken in at once, by a rule on "Object Created".
 *
 * There are two ways in which an event could be lost, and each has its tries and then leaves the event in the same queue, where it
 * lies for two weeks: EventBridge could not hand it over, or the function failed on it three times. The report itself stays in the
 * bucket whatever becomes of its event.
 */
export class ReportArrivals extends Construct {
  constructor(scope: Construct, id: string, { reports, takeReport, untaken }: ReportArrivalsProps) {
    super(scope, id);
    new events.Rule(this, 'Arrived', {
      description: 'Takes in what the bank has put',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [reports.bucketName] } },
      },
      targets: [
        new targets.LambdaFunction(takeReport, {
          retryAttempts: 20,
          maxEventAge: Duration.hours(12),
          deadLetterQueue: untaken,
        }),
      ],
    });
  }
}
