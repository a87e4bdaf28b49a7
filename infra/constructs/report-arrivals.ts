import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface ReportArrivalsProps {
  /** Where the bank's connection puts reports; it tells EventBridge of each. */
  readonly reports: s3.Bucket;
  /** Takes in what has arrived. Told of a report twice, it takes it in once. */
  readonly takeReport: lambda.IFunction;
}

/**
 * A report that the bank puts into its bucket is taken in at once, by a rule on "Object Created".
 *
 * There are two ways in which an event could be lost, and each has its tries and then leaves the event in the same queue, where it
 * lies for two weeks: EventBridge could not hand it over, or the function failed on it. The report itself stays in the bucket
 * whatever becomes of its event.
 */
export class ReportArrivals extends Construct {
  constructor(scope: Construct, id: string, { reports, takeReport }: ReportArrivalsProps) {
    super(scope, id);
    const untaken = new sqs.Queue(this, 'Untaken', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN,
    });
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
    new lambda.EventInvokeConfig(this, 'WhenItFails', {
      function: takeReport,
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: { bind: () => ({ destination: untaken.queueArn }) },
    });
    // Lambda writes to the queue by the function's own role.
    takeReport.grantPrincipal.addToPrincipalPolicy(
      new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [untaken.queueArn] }),
    );
  }
}
