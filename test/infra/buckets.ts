import { expect } from 'vitest';
import { ofType } from './assembled.ts';
import { byAction, type Statement } from './rights-of.ts';

/** The id of a bucket by the variable that tells functions of it. */
export function bucketOf(variable: string): string {
  const told = ofType('AWS::Lambda::Function').flatMap(
    ({ Properties }) => Properties.Environment.Variables[variable]?.Ref ?? [],
  );
  expect(new Set(told).size).toBe(1);
  return told[0];
}

export const itself = (bucket: string) => ({ 'Fn::GetAtt': [bucket, 'Arn'] });
export const objectsOf = (bucket: string) => ({ 'Fn::Join': ['', [itself(bucket), '/*']] });

/** The bucket's own policy: a statement per action, those that demand TLS apart. */
export function policyOf(bucket: string): (Statement & { Action: string })[] {
  const found = ofType('AWS::S3::BucketPolicy').filter(
    ({ Properties }) => Properties.Bucket.Ref === bucket,
  );
  expect(found).toHaveLength(1);
  return byAction(found[0]?.Properties.PolicyDocument.Statement);
}

/** What a bucket of files is, whatever lies in it: shut to the world, keeping every version, outliving its stack. */
export const shutBucket = {
  Type: 'AWS::S3::Bucket',
  DeletionPolicy: 'Retain',
  UpdateReplacePolicy: 'Retain',
  Properties: {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    VersioningConfiguration: { Status: 'Enabled' },
  },
} as const;
