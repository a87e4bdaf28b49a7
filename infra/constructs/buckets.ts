import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

const { BlockPublicAccess, BucketEncryption, ObjectOwnership } = s3;

/** What every bucket is: shut to the world, reached by TLS 1.2 at least, with what was there before, and outliving its stack. */
const common = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  versioned: true,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

export interface FileBucketProps {
  readonly encryptionKey: kms.IKey;
  /** Where it is logged who asked for what, under the bucket's own prefix, `bank-reports/`. */
  readonly accessLogs: s3.Bucket;
  readonly logPrefix: `${string}/`;
}

/** A bucket for files of ours: encrypted with a key of ours, asked for once in a while and not for each file. */
export function fileBucket(
  scope: Construct,
  id: string,
  { encryptionKey, accessLogs, logPrefix, ...more }: FileBucketProps & s3.BucketProps,
): s3.Bucket {
  return new s3.Bucket(scope, id, {
    ...common,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.KMS,
    encryptionKey,
    bucketKeyEnabled: true,
    serverAccessLogsBucket: accessLogs as s3.IBucket,
    serverAccessLogsPrefix: logPrefix,
    ...more,
  });
}

/**
 * A bucket for logs of who asked for which file, kept for 18 months as all logs are. Encrypted by S3's own key: the service that
 * writes such logs can use no other.
 */
export function accessLogBucket(
  scope: Construct,
  id: string,
  objectOwnership = ObjectOwnership.BUCKET_OWNER_ENFORCED,
): s3.Bucket {
  return new s3.Bucket(scope, id, {
    ...common,
    objectOwnership,
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [
      { expiration: Duration.days(545), noncurrentVersionExpiration: Duration.days(30) },
    ],
  });
}
