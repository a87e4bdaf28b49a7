import { Duration } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { functionNames, functions } from '../../../functions/contract/functions.ts';
import { fileBucket } from '../buckets.ts';
import { allow, deny, denyOverwriting } from './bank-files.ts';
import type { FunctionRoles } from './function-roles.ts';

export interface RecordAnchorsProps {
  readonly encryptionKey: kms.Key;
  /** Where it is logged who asked for what. */
  readonly accessLogs: s3.Bucket;
  /** Those that anchor get their rights from the bucket's own policy. */
  readonly roles: FunctionRoles;
}

/** How long an anchor is locked: ten years with their leap days, 10 × 365 + 3. As long as a payment file, and for all (ADR 16). */
const locked = s3.ObjectLockRetention.compliance(Duration.days(3653));

/**
 * Where the record's heads are noted, so that whoever can write to the record cannot write its history anew (ADR 16).
 *
 * 1. An anchor is written once: a put that does not ask that its name is free is refused, whoever sends it.
 * 2. It is locked for ten years in compliance mode: nobody removes it or shortens the lock, the account's owner included. It holds
 *    names of streams, numbers of events and hashes, and nothing of what they say.
 * 3. Nobody chooses another lock for what they put; only TLS is let in; the bucket outlives the stack.
 * 4. Those that anchor put, list and read, by the bucket's own policy; nobody else does.
 */
export class RecordAnchors extends Construct {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, props: RecordAnchorsProps) {
    super(scope, id);
    const { encryptionKey, accessLogs, roles } = props;
    this.bucket = fileBucket(this, 'Bucket', {
      ...{ encryptionKey, accessLogs },
      logPrefix: 'anchors/',
      objectLockEnabled: true,
      objectLockDefaultRetention: locked,
    });
    denyOverwriting(this.bucket);
    for (const action of ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:PutObjectRetention'])
      deny(this.bucket, action);
    for (const name of functionNames)
      if (functions[name].anchors)
        allow(this.bucket, roles[name], ['s3:PutObject', 's3:GetObject'], ['s3:ListBucket']);
  }
}
