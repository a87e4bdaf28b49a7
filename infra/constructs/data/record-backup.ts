import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { ManagedRole } from '../managed-role.ts';

export interface RecordBackupProps {
  readonly table: dynamodb.Table;
  readonly encryptionKey: kms.IKey;
}

/**
 * Copies of the record besides what the table itself can be brought back to: one a night, kept for 35 days, and one a month, kept
 * for ten years and the rest of the eleventh, as accounts are.
 *
 * 1. Nobody removes a copy before its time, administrators among them: the vault is locked, and can be opened for three days after
 *    it was made, no longer.
 * 2. The role may copy this table and nothing else. It needs the account to be set to AWS Backup's own way of copying tables,
 *    which docs/deploying.md does first; so it needs no right to copies of the other kind, named by a pattern.
 */
export class RecordBackup extends Construct {
  constructor(scope: Construct, id: string, { table, encryptionKey }: RecordBackupProps) {
    super(scope, id);
    const backupVault = new backup.BackupVault(this, 'Vault', {
      encryptionKey,
      lockConfiguration: { minRetention: Duration.days(30), changeableFor: Duration.days(3) },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const plan = new backup.BackupPlan(this, 'Plan', {
      backupVault,
      backupPlanRules: [
        new backup.BackupPlanRule({
          ruleName: 'nightly',
          scheduleExpression: events.Schedule.cron({ hour: '1', minute: '0' }),
          deleteAfter: Duration.days(35),
        }),
        new backup.BackupPlanRule({
          ruleName: 'monthly',
          scheduleExpression: events.Schedule.cron({ day: '2', hour: '2', minute: '0' }),
          deleteAfter: Duration.days(4018),
        }),
      ],
    });
    const role = new ManagedRole(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('backup.amazonaws.com'),
      description: 'Copies the record into the vault',
    });
    role.addToPrincipalPolicy(
      new iam.PolicyStatement({
        actions: [
          'dynamodb:DescribeTable',
          'dynamodb:ListTagsOfResource',
          'dynamodb:StartAwsBackupJob',
        ],
        resources: [table.tableArn],
      }),
    );
    role.addToPrincipalPolicy(
      new iam.PolicyStatement({
        actions: ['backup:DescribeBackupVault', 'backup:CopyIntoBackupVault'],
        resources: [backupVault.backupVaultArn],
      }),
    );
    new backup.BackupSelection(this, 'Record', {
      backupPlan: plan,
      resources: [backup.BackupResource.fromDynamoDbTable(table as dynamodb.ITable)],
      role,
      disableDefaultBackupPolicy: true,
    });
  }
}
