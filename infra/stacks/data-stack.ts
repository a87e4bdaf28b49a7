import { Stack, type StackProps } from 'aws-cdk-lib';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { functionNames } from '../../functions/contract/functions.ts';
import { recordRights } from '../../functions/contract/record-rights.ts';
import { accessLogBucket } from '../constructs/buckets.ts';
import { BankFiles } from '../constructs/data/bank-files.ts';
import { Documents } from '../constructs/data/documents.ts';
import { type FunctionRoles, functionRoles } from '../constructs/data/function-roles.ts';
import { Keys } from '../constructs/data/keys.ts';
import { RecordAnchors } from '../constructs/data/record-anchors.ts';
import { RecordBackup } from '../constructs/data/record-backup.ts';
import { grantRecordRights } from '../constructs/data/record-rights.ts';
import { RecordTable } from '../constructs/data/record-table.ts';
import { bankConnectionRole } from '../context/bank-connection.ts';

/**
 * What must never be lost: the record and its anchors, the files to and from the bank, the documents of inputs, the keys that they are encrypted with, their copies; and who
 * may do what to them. It outlives every other stack, and nothing in it is removed with it.
 */
export class DataStack extends Stack {
  readonly table: dynamodb.Table;
  readonly files: BankFiles;
  readonly documents: s3.Bucket;
  readonly anchors: s3.Bucket;
  readonly roles: FunctionRoles;
  readonly keys: Readonly<Record<'record' | 'logs', kms.Key>>;

  constructor(scope: Construct, id: string, props: StackProps = {}) {
    super(scope, id, {
      description: 'The record of the State grant, its files, keys and copies',
      terminationProtection: true,
      ...props,
    });
    this.keys = new Keys(this, 'Keys');
    const encryptionKey = this.keys.record;
    this.roles = functionRoles(this);
    this.table = new RecordTable(this, 'Record', {
      encryptionKey,
      appenders: functionNames
        .filter((name) => recordRights[name].appends.length > 0)
        .map((name) => this.roles[name]),
    }).table;
    grantRecordRights(this, this.table, this.roles);
    const accessLogs = accessLogBucket(this, 'AccessLogs');
    this.files = new BankFiles(this, 'BankFiles', { encryptionKey, accessLogs, roles: this.roles });
    const evidence = { encryptionKey, accessLogs, roles: this.roles };
    this.anchors = new RecordAnchors(this, 'Anchors', evidence).bucket;
    this.documents = new Documents(this, 'Documents', evidence).bucket;
    const connection = bankConnectionRole(this);
    if (connection !== undefined) this.files.connect(connection);
    new RecordBackup(this, 'Backup', { table: this.table, encryptionKey });
  }
}
