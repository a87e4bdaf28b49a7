import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/**
 * A role for a service, whose rights stand in one managed policy: what the CDK's constructs ask for when they are given the role
 * is added there and not to a policy inside the role, so that a reviewer finds it and IAM keeps its versions.
 *
 * The CDK lets who calls a function call all its versions too. There are none, so that half is left out.
 */
export class ManagedRole extends iam.Role {
  readonly #rights: iam.ManagedPolicy;

  constructor(
    scope: Construct,
    id: string,
    props: iam.RoleProps & { readonly description: string },
  ) {
    super(scope, id, props);
    // Inside the role, so that whoever waits for the role waits for its rights too: Step Functions looks at those to its log.
    this.#rights = new iam.ManagedPolicy(this, 'Rights', {
      description: props.description,
      roles: [this],
    });
  }

  override addToPrincipalPolicy(asked: iam.PolicyStatement): iam.AddToPrincipalPolicyResult {
    const isCall = asked.actions.every((action) => action === 'lambda:InvokeFunction');
    const statement = isCall
      ? asked.copy({ resources: asked.resources.filter((resource) => !resource.endsWith(':*')) })
      : asked;
    this.#rights.addStatements(statement);
    return { statementAdded: true, policyDependable: this.#rights };
  }
}
