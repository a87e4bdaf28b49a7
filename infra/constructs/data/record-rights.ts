import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { functionNames } from '../../../functions/contract/functions.ts';
import { type RecordKind, recordRights } from '../../../functions/contract/record-rights.ts';
import type { FunctionRoles } from './function-roles.ts';

/**
 * Gives each function's role what the contract says that it reads and appends: by the kinds of partition, since a partition's key
 * begins with its kind. A policy per role, none for who has nothing to do with the record.
 */
export function grantRecordRights(
  scope: Construct,
  table: dynamodb.Table,
  roles: FunctionRoles,
): void {
  for (const name of functionNames) {
    const { reads, appends } = recordRights[name];
    const statements = [
      ...(reads.length > 0 ? [inKinds(table, readActions, reads)] : []),
      ...(appends.length > 0 ? [inKinds(table, ['dynamodb:PutItem'], appends)] : []),
    ];
    if (statements.length === 0) continue;
    new iam.ManagedPolicy(scope, `${name}-record`, {
      description: `What ${name} may do to the record`,
      roles: [roles[name]],
      statements,
    });
  }
}

/** What the adapter of the record sends to read (functions/adapters/dynamodb-records.ts). */
const readActions = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];

function inKinds(
  table: dynamodb.Table,
  actions: readonly string[],
  kinds: readonly RecordKind[],
): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: [...actions],
    resources: [table.tableArn],
    conditions: {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': kinds.map((kind) => `${kind}#*`) },
      // A request that names no partition at all would satisfy any list.
      Null: { 'dynamodb:LeadingKeys': 'false' },
    },
  });
}
