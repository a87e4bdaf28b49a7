import { describe, expect, it } from 'vitest';
import { functionNames, functions } from '../../functions/contract/functions.ts';
import { ofType, resources } from './assembled.ts';
import { bucketOf, itself, objectsOf, policyOf, shutBucket } from './buckets.ts';
import { whoMay } from './rights-of.ts';

const named = functionNames.filter((name) => functions[name].readsDocuments).sort();
const lambdas = ofType('AWS::Lambda::Function').map(({ Properties }) => Properties);
const told = lambdas.filter(({ Environment }) => Environment.Variables.DOCUMENTS_BUCKET);
const bucket = bucketOf('DOCUMENTS_BUCKET');
const objects = objectsOf(bucket);

const policy = policyOf(bucket);
const refused = policy.filter(({ Effect }) => Effect === 'Deny');

describe('the bucket of documents', () => {
  it('is told to who takes inputs and who verifies the record, and to nobody else', () => {
    expect(named).toEqual(['api-inputs', 'verify-record']);
    expect(
      told.map(({ Environment }) => Environment.Variables.POWERTOOLS_SERVICE_NAME).sort(),
    ).toEqual(named);
  });

  it('is shut to the world, encrypted, keeps every version and outlives the stack', () => {
    expect(resources[bucket]).toMatchObject(shutBucket);
    expect(JSON.stringify(resources[bucket]?.Properties.BucketEncryption)).toContain('"aws:kms"');
    expect(resources[bucket]?.Properties.LoggingConfiguration.LogFilePrefix).toBe('documents/');
    expect(resources[bucket]?.Properties.LifecycleConfiguration).toBeUndefined();
  });

  it('locks for ten years', () => {
    expect(resources[bucket]?.Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 10 * 365 + 3 } },
      },
    });
  });

  it('is reached over TLS 1.2 at least', () => {
    const demanded = refused.filter(({ Action }) => Action === 's3:*');
    expect(demanded.map(({ Effect, Condition }) => [Effect, Condition])).toEqual([
      ['Deny', { Bool: { 'aws:SecureTransport': 'false' } }],
      ['Deny', { NumericLessThan: { 's3:TlsVersion': 1.2 } }],
    ]);
  });

  it.each(['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'])(
    'refuses %s to everybody, and nobody is allowed it',
    (action) => {
      expect(refused.filter(({ Action }) => Action === action)).toEqual([
        { Effect: 'Deny', Action: action, Principal: { AWS: '*' }, Resource: objects },
      ]);
      expect(whoMay(action, objects)).toEqual([]);
    },
  );

  it('refuses a put that does not ask that its name is free, whoever sends it', () => {
    expect(refused.filter(({ Action }) => Action === 's3:PutObject')).toEqual([
      {
        Effect: 'Deny',
        Action: 's3:PutObject',
        Principal: { AWS: '*' },
        Resource: objects,
        Condition: { Null: { 's3:if-none-match': 'true' } },
      },
    ]);
  });

  it('is put into by who takes inputs alone; the bank’s connection has no part in it', () => {
    expect(whoMay('s3:PutObject', objects)).toEqual(['api-inputs']);
    expect(whoMay('s3:GetObject', objects)).toEqual(named);
    expect(whoMay('s3:ListBucket', itself(bucket))).toEqual(named);
  });
});
