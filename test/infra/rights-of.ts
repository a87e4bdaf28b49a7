import { type FunctionName, functionNames } from '../../functions/contract/functions.ts';
import { ofType, type Resource, resources } from './assembled.ts';

/** A statement of a policy, with its principals where the policy is a resource's. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Principal?: unknown;
  readonly Condition?: Readonly<Record<string, Record<string, unknown>>>;
}

/** One thing that a role may do, and to what. */
export interface Right {
  readonly action: string;
  readonly resource: unknown;
  readonly condition?: Statement['Condition'];
}

/** A statement for each action of each statement. */
export const byAction = (statements: readonly Statement[]) =>
  statements.flatMap((each) => [each.Action].flat().map((Action) => ({ ...each, Action })));

const managed = ofType('AWS::IAM::ManagedPolicy').map(({ Properties }) => Properties);

/** The policies that buckets have of their own. */
export const bucketStatements: readonly Statement[] = ofType('AWS::S3::BucketPolicy').flatMap(
  ({ Properties }) => Properties.PolicyDocument.Statement,
);

/** The id of a function's role. */
export function roleOf(name: FunctionName): string {
  const found = Object.entries(resources).filter(
    ([, { Type, Properties }]) =>
      Type === 'AWS::IAM::Role' && Properties.RoleName === `Statsbidrag-test-${name}`,
  );
  if (found.length !== 1) throw new Error(`${found.length} roles of ${name}`);
  return found[0]?.[0] ?? '';
}

/** Everything that a role is allowed, by its own policies and by those of buckets. */
export function rightsOfRole(id: string): readonly Right[] {
  const own: Statement[] = managed
    .filter(({ Roles }) => Roles.some(({ Ref }: { Ref: string }) => Ref === id))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  const arn = JSON.stringify({ 'Fn::GetAtt': [id, 'Arn'] });
  const byBuckets = bucketStatements.filter(({ Principal }) =>
    principals(Principal).some((each) => JSON.stringify(each) === arn),
  );
  return byAction([...own, ...byBuckets])
    .filter(({ Effect }) => Effect === 'Allow')
    .map(({ Action, Resource, Condition }) => ({
      action: Action,
      resource: Resource,
      ...(Condition && { condition: Condition }),
    }));
}

function principals(principal: unknown): readonly unknown[] {
  const { AWS: named = [] } = (principal ?? {}) as { AWS?: unknown };
  return [named].flat();
}

export const rightsOf = (name: FunctionName): readonly Right[] => rightsOfRole(roleOf(name));

/** The functions that may do something to a resource. */
export function whoMay(action: string, resource: unknown): readonly FunctionName[] {
  const wanted = JSON.stringify(resource);
  return functionNames
    .filter((name) =>
      rightsOf(name).some(
        (right) =>
          right.action === action &&
          [right.resource].flat().some((each) => JSON.stringify(each) === wanted),
      ),
    )
    .toSorted();
}

/** The kinds of partition that a function may do something to: the keys that a condition of its rights names. */
export function kindsFor(name: FunctionName, action: string): readonly string[] {
  return rightsOf(name)
    .filter((right) => right.action === action)
    .flatMap(({ condition }) => keysOf(condition))
    .map((key) => key.replace(/#\*$/, ''));
}

function keysOf(condition: Statement['Condition']): readonly string[] {
  const keys = condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
  return Array.isArray(keys) ? keys : [];
}

/** Every role, with its id. */
export const allRoles: readonly (readonly [string, Resource])[] = Object.entries(resources).filter(
  ([, { Type }]) => Type === 'AWS::IAM::Role',
);
