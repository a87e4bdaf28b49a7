import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { type FunctionName, functions } from '../../../functions/contract/functions.ts';
import { systemName } from '../../context/system.ts';
import { mapRecord } from '../../map-record.ts';

/** The role of each function, by the function's name. */
export type FunctionRoles = Readonly<Record<FunctionName, iam.IRole>>;

/**
 * A role per function, made beside the data and not beside the functions: the policies of the table and of the buckets name these
 * roles, so they must be there first.
 *
 * They come without any right, and nothing gives them one by the way: what each may do is written out in two policies, of the
 * record (record-rights.ts) and of the function (handler.ts).
 */
export function functionRoles(scope: Construct): FunctionRoles {
  return mapRecord(functions, (name) =>
    new iam.Role(scope, name, {
      roleName: `${systemName(scope)}-${name}`,
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${name} may do`,
    }).withoutPolicyUpdates(),
  );
}
