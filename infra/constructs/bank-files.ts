import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

const { BlockPublicAccess, BucketEncryption, ObjectLockRetention, ObjectOwnership } = s3;

/** What both buckets are. */
const common = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  versioned: true,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

/** How long a payment file is locked: ten years with their leap days, 10 × 365 + 3. Ours to choose, longer at will (ADR 13). */
const locked = ObjectLockRetention.governance(Duration.days(3653));

/**
 * What leaves for the bank, and what comes from it: a bucket each (ADR 13).
 *
 * 1. A payment file is written once. A put that does not ask that its name is free is refused by the bucket, whoever sends it, and
 *    what is stored is locked for ten years.
 * 2. A bank report is whatever the bank's connection puts. It is kept, all its versions too, and each that arrives is told to
 *    EventBridge.
 * 3. Nobody removes anything from either; only TLS is let in; both outlive the stack.
 */
export class BankFiles extends Construct {
  readonly payments: s3.Bucket;
  readonly reports: s3.Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.payments = new s3.Bucket(this, 'Payments', {
      ...common,
      objectLockEnabled: true,
      objectLockDefaultRetention: locked,
    });
    // Nor a copy or an upload in parts: neither can ask that the name is free.
    deny(this.payments, 's3:PutObject', { Null: { 's3:if-none-match': 'true' } });

    this.reports = new s3.Bucket(this, 'Reports', common);
    const { defaultChild } = this.reports.node;
    // Said to the bucket itself: the CDK's own way is a function that may change every bucket of the account.
    if (defaultChild instanceof s3.CfnBucket)
      defaultChild.notificationConfiguration = {
        eventBridgeConfiguration: { eventBridgeEnabled: true },
      };

    for (const bucket of [this.payments, this.reports])
      for (const action of [
        's3:DeleteObject',
        's3:DeleteObjectVersion',
        's3:BypassGovernanceRetention',
      ])
        deny(bucket, action);
  }

  /** Lets the bank's connection fetch payment files and put reports, and nothing else. */
  connect(roleArn: string): void {
    const principals = [new iam.ArnPrincipal(roleArn)];
    const allow = (bucket: s3.Bucket, action: string, resource: string) =>
      bucket.addToResourcePolicy(
        new iam.PolicyStatement({ principals, actions: [action], resources: [resource] }),
      );
    allow(this.payments, 's3:GetObject', this.payments.arnForObjects('*'));
    allow(this.payments, 's3:ListBucket', this.payments.bucketArn);
    allow(this.reports, 's3:PutObject', this.reports.arnForObjects('*'));
  }
}

/** Refuses an action on every object to everybody, whatever else allows it. */
function deny(bucket: s3.Bucket, action: string, conditions?: Record<string, object>): void {
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: [action],
      resources: [bucket.arnForObjects('*')],
      ...(conditions && { conditions }),
    }),
  );
}
