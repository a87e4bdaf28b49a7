import { isObject, type Json } from '../../engine/json.ts';
import { arnOf, type Resource, type Resources, resolve } from '../intrinsics.ts';
import { type Context, concerns, readStatement, type Statement } from './statement.ts';

/** What somebody asks to do. */
export interface Asked {
  /** As IAM names it: `dynamodb:PutItem`. */
  readonly action: string;
  /** The ARN of what it is done to; without one any of the rights to the action will do. */
  readonly resource?: string;
  readonly context?: Context;
}

/** Requests on a private socket are taken for TLS: nobody else can hear them. */
const transport: Context = { 'aws:SecureTransport': ['true'], 's3:TlsVersion': ['1.3'] };

/**
 * What the functions' roles allow, read from the template: the managed policies of each role, and the policies that the table and the
 * buckets have of their own. Evaluated as IAM does within one account: a refusal wins, and what nobody allows is refused.
 */
export class Rights {
  readonly #roleOf: ReadonlyMap<string, string>;
  readonly #ofRoles: ReadonlyMap<string, readonly Statement[]>;
  readonly #ofResources: readonly Statement[];

  private constructor(
    roleOf: ReadonlyMap<string, string>,
    ofRoles: ReadonlyMap<string, readonly Statement[]>,
    ofResources: readonly Statement[],
  ) {
    this.#roleOf = roleOf;
    this.#ofRoles = ofRoles;
    this.#ofResources = ofResources;
  }

  /** Refused: a function whose role the template does not hold, and rights in a form that is not followed here. */
  static read(resources: Resources): Rights {
    const ofType = (type: string) =>
      Object.entries(resources).filter(([, { Type }]) => Type === type);
    const roleOf = new Map(
      ofType('AWS::Lambda::Function').map(([id, each]) => [
        arnOf(id, each),
        String(resolve(each.Properties?.Role ?? null, resources, `${id}.Role`)),
      ]),
    );
    const roles = new Set(roleOf.values());
    for (const [id, role] of ofType('AWS::IAM::Role'))
      if (roles.has(arnOf(id, role))) refuseRightsInside(id, role);
    const ofRoles = new Map<string, readonly Statement[]>();
    for (const [id, policy] of ofType('AWS::IAM::ManagedPolicy'))
      for (const role of rolesOf(policy, resources)) {
        if (!roles.has(role)) continue; // Of a service: it does nothing here.
        const statements = statementsIn(id, policy.Properties?.PolicyDocument, resources);
        ofRoles.set(role, [...(ofRoles.get(role) ?? []), ...statements]);
      }
    const ofResources = [
      ...ofType('AWS::DynamoDB::Table').flatMap(([id, table]) => tablePolicy(id, table, resources)),
      ...ofType('AWS::S3::BucketPolicy').flatMap(([id, policy]) =>
        statementsIn(id, policy.Properties?.PolicyDocument, resources),
      ),
    ];
    return new Rights(roleOf, ofRoles, ofResources);
  }

  /** Why a function may not do what it asks, in IAM's words; undefined when it may. */
  refusal(functionArn: string, { action, resource, context }: Asked): string | undefined {
    const role = this.#roleOf.get(functionArn);
    const said: Context = { ...transport, ...context, 'aws:PrincipalArn': role ? [role] : [] };
    const about = (statement: Statement) => concerns(statement, action, resource, said);
    const isMeant = ({ principals }: Statement) =>
      principals.includes('*') || (role !== undefined && principals.includes(role));
    const ofResource = this.#ofResources.filter((each) => isMeant(each) && about(each));
    const own = (this.#ofRoles.get(role ?? '') ?? []).filter(about);
    const all = [...own, ...ofResource];
    const denied = all.some(({ effect }) => effect === 'Deny');
    if (!denied && all.some(({ effect }) => effect === 'Allow')) return undefined;
    const why = denied
      ? 'with an explicit deny in a resource-based policy'
      : 'because no identity-based policy allows the action';
    const keys = said['dynamodb:LeadingKeys'];
    const of = keys === undefined ? '' : ` (${[...new Set(keys)].join(', ')})`;
    return `User: ${role ?? functionArn} is not authorized to perform: ${action} on resource: ${resource ?? '*'}${of} ${why}`;
  }
}

function refuseRightsInside(id: string, { Properties = {} }: Resource): void {
  for (const inside of ['Policies', 'ManagedPolicyArns'])
    if (inside in Properties)
      throw new Error(`"${id}" has ${inside}: only policies that name the role are read here.`);
}

function rolesOf(policy: Resource, resources: Resources): readonly string[] {
  const named = policy.Properties?.Roles;
  return (Array.isArray(named) ? named : []).flatMap((each) => {
    const id = isObject(each) && typeof each.Ref === 'string' ? each.Ref : '';
    const role = resources[id];
    return role === undefined ? [] : [arnOf(id, role)];
  });
}

function statementsIn(id: string, document: Json | undefined, resources: Resources): Statement[] {
  const given = isObject(document ?? null) ? (document as { Statement?: Json }).Statement : [];
  return (Array.isArray(given) ? given : []).flatMap((each, at) => {
    const place = `${id}, statement ${at + 1}`;
    // What a service may do in its own name has no part in what functions may.
    if (isObject(each) && isObject(each.Principal ?? null) && !hasRoles(each.Principal)) return [];
    return [readStatement(resolve(each, resources, place), place)];
  });
}

const hasRoles = (principal: Json | undefined): boolean =>
  isObject(principal ?? null) && 'AWS' in (principal as object);

/** A table's own policy calls the table `*`, whose ARN it cannot name. */
function tablePolicy(id: string, table: Resource, resources: Resources): Statement[] {
  const policy = table.Properties?.ResourcePolicy;
  const document = isObject(policy ?? null)
    ? (policy as { PolicyDocument?: Json }).PolicyDocument
    : undefined;
  return statementsIn(id, document, resources).map((each) => ({
    ...each,
    resources: [arnOf(id, table)],
  }));
}
