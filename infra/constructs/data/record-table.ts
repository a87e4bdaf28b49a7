import { RemovalPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

export interface RecordTableProps {
  readonly encryptionKey: kms.IKey;
  /** The only ones who append; the table refuses everybody else, whatever other policies say. */
  readonly appenders: readonly iam.IRole[];
}

/** Whatever changes or removes an item, or writes many at once: nothing that is recorded is overwritten. */
const overwriting = [
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:PartiQLInsert',
  'dynamodb:PartiQLUpdate',
  'dynamodb:PartiQLDelete',
  'dynamodb:PartiQLSelect',
] as const;

/**
 * The record: one table of append-only streams, the only state there is.
 *
 * 1. The partition is a kind and a year, the sort key a stream and an event's number, so lists are queries and no index is
 *    needed.
 * 2. What was lost can be brought back to any second of the last 35 days, and the table outlives the stack.
 * 3. The table's own policy refuses to everybody what would overwrite, and PutItem to all but the appenders. IAM cannot demand a
 *    condition of a put, so an appender that overwrites is not refused here: the chain finds it (docs/records.md).
 */
export class RecordTable extends Construct {
  readonly table: dynamodb.Table;

  constructor(scope: Construct, id: string, { encryptionKey, appenders }: RecordTableProps) {
    super(scope, id);
    this.table = new dynamodb.Table(this, 'Table', {
      partitionKey: { name: 'partition', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'event', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      // Kept for ever and read in the weeks around a payment: keeping it costs more than using it (docs/cost.md).
      tableClass: dynamodb.TableClass.STANDARD_INFREQUENT_ACCESS,
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      resourcePolicy: new iam.PolicyDocument({
        statements: [
          refuse('NothingIsOverwritten', overwriting),
          refuse('OnlyAppendersAppend', ['dynamodb:PutItem'], {
            ArnNotEquals: { 'aws:PrincipalArn': appenders.map(({ roleArn }) => roleArn) },
          }),
        ],
      }),
    });
  }
}

/** To everybody, also to the account's own administrators, as long as the policy stands. */
function refuse(
  sid: string,
  actions: readonly string[],
  conditions?: Record<string, object>,
): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid,
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions: [...actions],
    resources: ['*'], // In a table's policy: this table, whose ARN it cannot name before it exists.
    ...(conditions && { conditions }),
  });
}
