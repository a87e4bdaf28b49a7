import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/** What both keys are: turned over each year by the service, and outliving the stack with all that they encrypt. */
const common = { enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN } as const;

/**
 * The two keys of the system, its own so that whoever loses a key's use loses what it encrypts, and CloudTrail tells who used it.
 *
 * 1. `record`: the table, the files and the backups. Used only through the services that keep them, by whoever may read or write
 *    there: so no role needs a right to the key besides its right to the data, and nobody can decrypt a copy elsewhere.
 * 2. `logs`: log groups, and the topic of alarms.
 */
export class Keys extends Construct {
  readonly record: kms.Key;
  readonly logs: kms.Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { account, region, urlSuffix } = Stack.of(this);
    this.record = new kms.Key(this, 'Record', {
      ...common,
      description: 'Encrypts the record, its files and its backups',
    });
    const through = ['dynamodb', 's3', 'backup'].map(
      (service) => `${service}.${region}.${urlSuffix}`,
    );
    this.record.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'UsedThroughWhatKeepsTheRecord',
        principals: [new iam.AnyPrincipal()],
        actions: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncrypt*',
          'kms:GenerateDataKey*',
          'kms:CreateGrant',
          'kms:DescribeKey',
        ],
        resources: ['*'], // In a key's policy: this key.
        conditions: {
          StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': through },
        },
      }),
    );

    this.logs = logKey(this, 'Logs');
  }
}

/** A key for log groups and alarms. There is one in each region that has a stack. */
export function logKey(scope: Construct, id: string): kms.Key {
  const { account, region, urlSuffix } = Stack.of(scope);
  const key = new kms.Key(scope, id, { ...common, description: 'Encrypts logs and alarms' });
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'LogGroupsOfThisAccount',
      principals: [new iam.ServicePrincipal(`logs.${region}.${urlSuffix}`)],
      actions: [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncrypt*',
        'kms:GenerateDataKey*',
        'kms:DescribeKey',
      ],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': Stack.of(scope).formatArn({
            service: 'logs',
            resource: 'log-group',
            resourceName: '*',
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        },
      },
    }),
  );
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'AlarmsOfThisAccount',
      principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  );
  return key;
}
