import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import { describe, expect, it } from 'vitest';
import { functionNames, functions } from '../../functions/contract/functions.ts';
import { accessLogBucket } from '../../infra/constructs/buckets.ts';
import { BankFiles } from '../../infra/constructs/data/bank-files.ts';
import { functionRoles } from '../../infra/constructs/data/function-roles.ts';
import { bankConnectionRole } from '../../infra/context/bank-connection.ts';
import { functionName, ofType, resources } from './assembled.ts';
import { bucketOf, itself, objectsOf, policyOf, shutBucket } from './buckets.ts';
import { type Statement, whoMay } from './rights-of.ts';

const payments = bucketOf('PAYMENT_FILES_BUCKET');
const reports = bucketOf('BANK_REPORTS_BUCKET');
const both = [
  ['payment files', payments],
  ['bank reports', reports],
] as const;

const named = (right: 'putsFiles' | 'readsFiles' | 'takesReports') =>
  functionNames.filter((name) => functions[name][right]).sort();

describe.each(both)('the bucket of %s', (what, bucket) => {
  const resource = resources[bucket];

  it('is shut to the world, encrypted, keeps every version and outlives the stack', () => {
    expect(resource).toMatchObject({
      ...shutBucket,
      Properties: {
        ...shutBucket.Properties,
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              BucketKeyEnabled: true,
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: { 'Fn::GetAtt': [expect.stringMatching(/^KeysRecord/), 'Arn'] },
              },
            },
          ],
        },
      },
    });
    expect(resource?.Properties.LifecycleConfiguration).toBeUndefined();
    expect(resource?.Properties.WebsiteConfiguration).toBeUndefined();
  });

  it('is reached over TLS 1.2 at least', () => {
    const demanded = policyOf(bucket).filter(({ Action }) => Action === 's3:*');
    expect(demanded.map(({ Effect, Condition }) => [Effect, Condition])).toEqual([
      ['Deny', { Bool: { 'aws:SecureTransport': 'false' } }],
      ['Deny', { NumericLessThan: { 's3:TlsVersion': 1.2 } }],
    ]);
  });

  it.each(['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'])(
    'refuses %s to everybody, and nobody is allowed it',
    (action) => {
      expect(policyOf(bucket).filter(({ Action }) => Action === action)).toEqual([
        { Effect: 'Deny', Action: action, Principal: { AWS: '*' }, Resource: objectsOf(bucket) },
      ]);
      expect(whoMay(action, objectsOf(bucket))).toEqual([]);
    },
  );

  it('logs who asked for what, in another bucket', () => {
    const { DestinationBucketName, LogFilePrefix } =
      resource?.Properties.LoggingConfiguration ?? {};
    expect([DestinationBucketName.Ref, LogFilePrefix]).toEqual([
      expect.stringMatching(/^AccessLogs/),
      `${what.replaceAll(' ', '-')}/`,
    ]);
  });
});

describe('payment files', () => {
  it('are put and read by those that the contract names, and by nobody else', () => {
    expect(whoMay('s3:PutObject', objectsOf(payments))).toEqual(named('putsFiles'));
    expect(whoMay('s3:GetObject', objectsOf(payments))).toEqual(named('readsFiles'));
    expect(whoMay('s3:ListBucket', itself(payments))).toEqual(named('readsFiles'));
    expect(named('putsFiles')).toEqual(['release-payment']);
  });

  it('are written once: a put that does not ask that the name is free is refused, whoever sends it', () => {
    const refused = policyOf(payments).filter(({ Effect }) => Effect === 'Deny');
    expect(refused.filter(({ Action }) => Action === 's3:PutObject')).toEqual([
      {
        Effect: 'Deny',
        Action: 's3:PutObject',
        Principal: { AWS: '*' },
        Resource: objectsOf(payments),
        Condition: { Null: { 's3:if-none-match': 'true' } },
      },
    ]);
  });

  it('are locked for ten years', () => {
    expect(resources[payments]?.Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 10 * 365 + 3 } },
      },
    });
  });

  it('set off nothing: the record says what left', () => {
    expect(resources[payments]?.Properties.NotificationConfiguration).toBeUndefined();
  });
});

describe('bank reports', () => {
  const [rule, ...others] = ofType('AWS::Events::Rule').filter(({ Properties }) =>
    Properties.EventPattern.source.includes('aws.s3'),
  );
  const [queue] = Object.keys(resources).filter((id) => /^UntakenReports[0-9A-F]+$/.test(id));
  const queueArn = { 'Fn::GetAtt': [queue, 'Arn'] };

  it('are read by those that the contract names, and put by none of ours', () => {
    expect(whoMay('s3:GetObject', objectsOf(reports))).toEqual(named('takesReports'));
    expect(whoMay('s3:GetObjectVersion', objectsOf(reports))).toEqual(named('takesReports'));
    expect(whoMay('s3:ListBucket', itself(reports))).toEqual(named('takesReports'));
    expect(whoMay('s3:PutObject', objectsOf(reports))).toEqual([]);
    expect(named('takesReports')).toEqual(['take-bank-report', 'verify-record']);
  });

  it('are told of by the bucket itself, without a function of the CDK that may change every bucket', () => {
    expect(resources[reports]?.Properties.NotificationConfiguration).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
    expect(Object.values(resources).filter(({ Type }) => /^Custom::/.test(Type))).toEqual([]);
  });

  it('that arrive in that bucket call "take-bank-report", again and again for twelve hours', () => {
    expect(others).toEqual([]);
    expect(rule?.Properties).toMatchObject({
      State: 'ENABLED',
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: [{ Ref: reports }] } },
      },
    });
    const [target, ...more] = rule?.Properties.Targets ?? [];
    expect(more).toEqual([]);
    expect(functionName(target.Arn['Fn::GetAtt'][0])).toBe('take-bank-report');
    expect(target.RetryPolicy).toEqual({
      MaximumEventAgeInSeconds: 12 * 3600,
      MaximumRetryAttempts: 20,
    });
  });

  it('whose event could not be handed over, or was failed on, leave it in one queue', () => {
    expect(resources[queue ?? '']).toMatchObject({
      Type: 'AWS::SQS::Queue',
      DeletionPolicy: 'Retain',
      Properties: { MessageRetentionPeriod: 14 * 24 * 3600, SqsManagedSseEnabled: true },
    });
    expect(rule?.Properties.Targets[0].DeadLetterConfig).toEqual({ Arn: queueArn });
    expect(whoMay('sqs:SendMessage', queueArn)).toEqual(['take-bank-report']);
  });
});

const account = 'arn:aws:iam::111122223333';
const role = `${account}:role/sftp`;

const stackWith = (context: Record<string, string>): Stack =>
  new Stack(
    new App({
      context: { ...context, '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true },
      analyticsReporting: false,
    }),
    'Given',
  );

describe("the role of the bank's connection", () => {
  it('fetches payment files and brings reports, and does nothing else', () => {
    const stack = stackWith({ bankConnectionRole: role });
    const encryptionKey = new kms.Key(stack, 'Key');
    const accessLogs = accessLogBucket(stack, 'Logs');
    const roles = functionRoles(stack);
    new BankFiles(stack, 'Files', { encryptionKey, accessLogs, roles }).connect(
      bankConnectionRole(stack) ?? '',
    );
    const policies = Template.fromStack(stack).findResources('AWS::S3::BucketPolicy');
    const statements: Statement[] = Object.values(policies).flatMap(
      ({ Properties }) => Properties.PolicyDocument.Statement,
    );
    const allowed = statements
      .filter(({ Principal }) => JSON.stringify(Principal).includes(role))
      .map(({ Principal, Action, Resource }) => [Principal, Action, JSON.stringify(Resource)]);
    const principal = { AWS: role };
    expect(allowed).toEqual([
      [principal, 's3:GetObject', expect.stringMatching(/Payments.*\/\*/)],
      [principal, 's3:ListBucket', expect.stringMatching(/Payments[^*]*$/)],
      [principal, 's3:PutObject', expect.stringMatching(/Reports.*\/\*/)],
    ]);
  });

  it('uses the key through S3 only', () => {
    const stack = stackWith({ bankConnectionRole: role });
    const encryptionKey = new kms.Key(stack, 'Key');
    const accessLogs = accessLogBucket(stack, 'Logs');
    const roles = functionRoles(stack);
    new BankFiles(stack, 'Files', { encryptionKey, accessLogs, roles }).connect(role);
    const [key] = Object.values(Template.fromStack(stack).findResources('AWS::KMS::Key'));
    const statements: Statement[] = key?.Properties.KeyPolicy.Statement;
    const used = statements.filter(({ Principal }) => JSON.stringify(Principal).includes(role));
    expect(used).toHaveLength(1);
    expect(used[0]?.Action).toEqual(['kms:Decrypt', 'kms:GenerateDataKey*']);
    expect(JSON.stringify(used[0]?.Condition)).toMatch(
      /"kms:ViaService":\{"Fn::Join":\["",\["s3\./,
    );
  });

  it('is asked for while nobody fetches the files', () => {
    const warned = (context: Record<string, string>) => {
      const stack = stackWith(context);
      bankConnectionRole(stack);
      return Annotations.fromStack(stack).findWarning('*', Match.anyValue()).length;
    };
    expect([warned({}), warned({ bankConnectionRole: role })]).toEqual([1, 0]);
  });

  it.each(['', '*', `${account}:user/sftp`, `${account}:role/`, 'arn:aws:iam::1:role/sftp'])(
    'is refused as "%s"',
    (given) => {
      const read = () => bankConnectionRole(stackWith({ bankConnectionRole: given }));
      expect(read).toThrow('Context bankConnectionRole is');
    },
  );
});
