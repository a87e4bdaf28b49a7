import { RemovalPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';

/**
 * The record: one table of append-only streams, the only state there is.
 *
 * 1. The partition is a kind and a year, the sort key a stream and an event's number, so lists are queries and no index is
 *    needed.
 * 2. What was lost can be brought back to any second of the last 35 days, and the table outlives the stack.
 */
export class RecordTable extends Construct {
  readonly table: dynamodb.Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new dynamodb.Table(this, 'Table', {
      partitionKey: { name: 'partition', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'event', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
