import { describe, expect, it } from 'vitest';
import { ofType, resources, stackResources } from './assembled.ts';

describe('the record', () => {
  const tables = ofType('AWS::DynamoDB::Table');

  it('is one table of streams without an index, restorable and not removed with the stack', () => {
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(tables[0]?.Properties).toMatchObject({
      AttributeDefinitions: [
        { AttributeName: 'partition', AttributeType: 'S' },
        { AttributeName: 'event', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'partition', KeyType: 'HASH' },
        { AttributeName: 'event', KeyType: 'RANGE' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      TableClass: 'STANDARD_INFREQUENT_ACCESS',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
    for (const indexes of [
      'GlobalSecondaryIndexes',
      'LocalSecondaryIndexes',
      'StreamSpecification',
    ])
      expect(tables[0]?.Properties).not.toHaveProperty(indexes);
  });

  it('is encrypted with the system’s own key, which is turned over and kept', () => {
    const { SSEEnabled, KMSMasterKeyId } = tables[0]?.Properties.SSESpecification ?? {};
    const key = resources[KMSMasterKeyId['Fn::GetAtt'][0]];
    expect([SSEEnabled, key?.Type, key?.DeletionPolicy]).toEqual([true, 'AWS::KMS::Key', 'Retain']);
    expect(key?.Properties.EnableKeyRotation).toBe(true);
  });

  it('’s key decrypts only through the services that keep the record, for callers of this account', () => {
    const { KMSMasterKeyId } = tables[0]?.Properties.SSESpecification ?? {};
    const key = resources[KMSMasterKeyId['Fn::GetAtt'][0]];
    const [own, used, ...more] = key?.Properties.KeyPolicy.Statement ?? [];
    expect(more).toEqual([]);
    expect(JSON.stringify(own.Principal)).toMatch(/:iam::.*:root"/); // Whom IAM allows, as for any key.
    expect(used.Condition.StringEquals['kms:CallerAccount']).toEqual({ Ref: 'AWS::AccountId' });
    const through = used.Condition.StringEquals['kms:ViaService'];
    expect(through.map((each: unknown) => /"(\w+)\./.exec(JSON.stringify(each))?.[1])).toEqual([
      'dynamodb',
      's3',
      'backup',
    ]);
  });
});

describe('copies of the record', () => {
  const [selection] = ofType('AWS::Backup::BackupSelection');
  const [plan] = ofType('AWS::Backup::BackupPlan');
  const [vault] = ofType('AWS::Backup::BackupVault');

  it('are made of the table, every night and every month', () => {
    const table = Object.keys(resources).find(
      (id) => resources[id]?.Type === 'AWS::DynamoDB::Table',
    );
    expect(JSON.stringify(selection?.Properties.BackupSelection.Resources)).toContain(`"${table}"`);
    const rules = plan?.Properties.BackupPlan.BackupPlanRule;
    expect(
      rules.map((rule: { ScheduleExpression: string; Lifecycle: { DeleteAfterDays: number } }) => [
        rule.ScheduleExpression,
        rule.Lifecycle.DeleteAfterDays,
      ]),
    ).toEqual([
      ['cron(0 1 * * ? *)', 35],
      ['cron(0 2 2 * ? *)', 11 * 365 + 3],
    ]);
  });

  it('lie in a locked vault, in which nobody removes one before its time', () => {
    expect(vault?.DeletionPolicy).toBe('Retain');
    expect(vault?.Properties.LockConfiguration).toEqual({
      MinRetentionDays: 30,
      ChangeableForDays: 3,
    });
  });
});

describe('the stack of the data', () => {
  it('removes nothing with itself that is kept', () => {
    const keeps = /^AWS::(DynamoDB::Table|S3::Bucket|KMS::Key|Backup::BackupVault|Logs::LogGroup)$/;
    const kept = Object.entries(stackResources('data')).filter(([, { Type }]) => keeps.test(Type));
    expect(kept.length).toBeGreaterThan(5);
    for (const [id, { DeletionPolicy }] of kept)
      expect([id, DeletionPolicy]).toEqual([id, 'Retain']);
  });
});
