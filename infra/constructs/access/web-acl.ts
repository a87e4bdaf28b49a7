import { ArnFormat, Stack } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { logGroup } from '../log-group.ts';

export interface WebAclProps {
  /** CLOUDFRONT is made in us-east-1 and nowhere else. */
  readonly scope: 'REGIONAL' | 'CLOUDFRONT';
  readonly description: string;
  readonly logKey: kms.IKey;
}

/** Requests in five minutes from one address: far above what a person or SKR's machine sends. */
const mostFromOne = 2000;

/**
 * Refuses what is plainly an attack before it costs anything: a list of known bad requests, a list of common attacks, and more
 * requests from one address than anybody needs.
 *
 * 1. Two rules of the common list only count. They look at contents, and ours are files of inputs and of the bank's, larger than 8 kB
 *    and with angle brackets; what they say is read by functions that refuse what they do not know.
 * 2. Logged is what was refused, without the token; nothing of whoever got through.
 */
export class WebAcl extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { scope: where, description, logKey }: WebAclProps) {
    super(scope, id);
    const { stackName } = Stack.of(this);
    const acl = new wafv2.CfnWebACL(this, 'Acl', {
      description,
      scope: where,
      defaultAction: { allow: {} },
      visibilityConfig: visible(stackName),
      rules: [
        managed(0, 'AWSManagedRulesKnownBadInputsRuleSet'),
        managed(1, 'AWSManagedRulesCommonRuleSet', [
          'SizeRestrictions_BODY',
          'CrossSiteScripting_BODY',
        ]),
        {
          name: 'too-many-from-one-address',
          priority: 2,
          action: { block: {} },
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: mostFromOne } },
          visibilityConfig: visible('too-many-from-one-address'),
        },
      ],
    });
    this.arn = acl.attrArn;
    // The service writes to no group whose name begins otherwise, and wants the ARN without the pattern at its end.
    const resourceName = `aws-waf-logs-${stackName}`;
    const log = logGroup(this, 'Refused', logKey, resourceName);
    const arnFormat = ArnFormat.COLON_RESOURCE_NAME;
    const group = { service: 'logs', resource: 'log-group', resourceName, arnFormat };
    const logging = new wafv2.CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [Stack.of(this).formatArn(group)],
      redactedFields: [{ singleHeader: { Name: 'authorization' } }, { queryString: {} }],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: [{ ActionCondition: { Action: 'BLOCK' } }],
          },
        ],
      },
    });
    logging.node.addDependency(log);
  }
}

/** A list that AWS keeps, with the rules of it that only count. */
function managed(
  priority: number,
  name: string,
  counted: readonly string[] = [],
): wafv2.CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: visible(name),
  };
}

const visible = (metricName: string): wafv2.CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});
