import { Duration } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { functionNames, functions } from '../../../functions/contract/functions.ts';
import { fileBucket } from '../buckets.ts';
import { allow, deny, denyOverwriting } from './bank-files.ts';
import type { FunctionRoles } from './function-roles.ts';

export interface DocumentsProps {
  readonly encryptionKey: kms.Key;
  /** Where it is logged who asked for what. */
  readonly accessLogs: s3.Bucket;
  /** Those that the contract names get their rights from the bucket's own policy. */
  readonly roles: FunctionRoles;
}

/** How long a document is locked: ten years with their leap days, 10 × 365 + 3, as the payment that it led to (ADR 31). */
const locked = s3.ObjectLockRetention.governance(Duration.days(3653));

/**
 * The documents that inputs were read from, by their hashes, so that a second person compares an input with what came in (ADR 31).
 *
 * 1. A document is written once: a put that does not ask that its name is free is refused, whoever sends it, and what is stored is locked.
 * 2. Nobody removes anything; only TLS is let in; the bucket outlives the stack.
 * 3. It is a bucket of its own: the bank's connection reads payment files, and has no business with these.
 */
export class Documents extends Construct {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, props: DocumentsProps) {
    super(scope, id);
    const { encryptionKey, accessLogs, roles } = props;
    this.bucket = fileBucket(this, 'Bucket', {
      ...{ encryptionKey, accessLogs },
      logPrefix: 'documents/',
      objectLockEnabled: true,
      objectLockDefaultRetention: locked,
    });
    denyOverwriting(this.bucket);
    for (const action of [
      's3:DeleteObject',
      's3:DeleteObjectVersion',
      's3:BypassGovernanceRetention',
    ])
      deny(this.bucket, action);
    for (const name of functionNames) {
      const { keepsDocuments, readsDocuments } = functions[name];
      if (keepsDocuments) allow(this.bucket, roles[name], ['s3:PutObject']);
      if (readsDocuments) allow(this.bucket, roles[name], ['s3:GetObject'], ['s3:ListBucket']);
    }
  }
}
