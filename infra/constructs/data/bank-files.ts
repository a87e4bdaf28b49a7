import { Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { functionNames, functions } from '../../../functions/contract/functions.ts';
import { fileBucket } from '../buckets.ts';
import type { FunctionRoles } from './function-roles.ts';

export interface BankFilesProps {
  readonly encryptionKey: kms.Key;
  /** Where it is logged who asked for what. */
  readonly accessLogs: s3.Bucket;
  /** Those that the contract names get their rights from the buckets' own policies. */
  readonly roles: FunctionRoles;
}

/** How long a payment file is locked: ten years with their leap days, 10 × 365 + 3. Ours to choose, longer at will (ADR 13). */
const locked = s3.ObjectLockRetention.governance(Duration.days(3653));

/**
 * What leaves for the bank, and what comes from it: a bucket each (ADR 13).
 *
 * 1. A payment file is written once. A put that does not ask that its name is free is refused by the bucket, whoever sends it, and
 *    what is stored is locked for ten years.
 * 2. A bank report is whatever the bank's connection puts. It is kept, all its versions too, and each that arrives is told to
 *    EventBridge.
 * 3. Nobody removes anything from either; only TLS is let in; both outlive the stack.
 * 4. Who may put or read files is said by the buckets, not by the functions' roles: one place to look, and no pattern of names. A
 *    function that reads may list the bucket too, because S3 says of a file that is not there that it is forbidden to whoever may not.
 */
export class BankFiles extends Construct {
  readonly payments: s3.Bucket;
  readonly reports: s3.Bucket;

  readonly #key: kms.Key;

  constructor(scope: Construct, id: string, { encryptionKey, accessLogs, roles }: BankFilesProps) {
    super(scope, id);
    this.#key = encryptionKey;
    const common = { encryptionKey, accessLogs };
    this.payments = fileBucket(this, 'Payments', {
      ...common,
      logPrefix: 'payment-files/',
      objectLockEnabled: true,
      objectLockDefaultRetention: locked,
    });
    denyOverwriting(this.payments);

    this.reports = fileBucket(this, 'Reports', { ...common, logPrefix: 'bank-reports/' });
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
    this.#allowFunctions(roles);
  }

  /** Lets the bank's connection fetch payment files and put reports, and nothing else. */
  connect(roleArn: string): void {
    const connection = new iam.ArnPrincipal(roleArn);
    allow(this.payments, connection, ['s3:GetObject'], ['s3:ListBucket']);
    allow(this.reports, connection, ['s3:PutObject']);
    // Of another account, perhaps: there the key's general rule does not hold.
    this.#key.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'TheBanksConnection',
        principals: [connection],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions: {
          StringEquals: {
            'kms:ViaService': `s3.${Stack.of(this).region}.${Stack.of(this).urlSuffix}`,
          },
        },
      }),
    );
  }

  #allowFunctions(roles: FunctionRoles): void {
    for (const name of functionNames) {
      const { putsFiles, readsFiles, takesReports } = functions[name];
      if (putsFiles) allow(this.payments, roles[name], ['s3:PutObject']);
      if (readsFiles) allow(this.payments, roles[name], ['s3:GetObject'], ['s3:ListBucket']);
      // Each event is about one version; the bank may have put another over it before we look.
      if (takesReports)
        allow(
          this.reports,
          roles[name],
          ['s3:GetObject', 's3:GetObjectVersion'],
          ['s3:ListBucket'],
        );
    }
  }
}

/** Allows actions on every object of a bucket, and others on the bucket itself. */
export function allow(
  bucket: s3.Bucket,
  principal: iam.IPrincipal,
  onObjects: string[],
  onBucket: string[] = [],
): void {
  const statement = (actions: string[], resource: string) =>
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({ principals: [principal], actions, resources: [resource] }),
    );
  statement(onObjects, bucket.arnForObjects('*'));
  if (onBucket.length > 0) statement(onBucket, bucket.bucketArn);
}

/** Refuses a put that does not ask that its name is free, and so a copy or an upload in parts: neither can ask it. */
export const denyOverwriting = (bucket: s3.Bucket): void =>
  deny(bucket, 's3:PutObject', { Null: { 's3:if-none-match': 'true' } });

/** Refuses an action on every object to everybody, whatever else allows it. */
export function deny(bucket: s3.Bucket, action: string, conditions?: Record<string, object>): void {
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
