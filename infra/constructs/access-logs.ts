import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/**
 * A bucket for logs of who asked for which file, kept for 18 months as all logs are. Encrypted by S3's own key: the service that
 * writes such logs can use no other.
 */
export function accessLogBucket(
  scope: Construct,
  id: string,
  objectOwnership = s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
): s3.Bucket {
  return new s3.Bucket(scope, id, {
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    objectOwnership,
    encryption: s3.BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    lifecycleRules: [
      { expiration: Duration.days(545), noncurrentVersionExpiration: Duration.days(30) },
    ],
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
