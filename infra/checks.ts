import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';
import { executionPattern } from './constructs/workflows/state-machine-arn.ts';

/** A rule of cdk-nag that does not fit, and why; the only ones, in any stack. At most ten: test/infra/checks.test.ts. */
interface Exception {
  readonly id: string;
  readonly reason: string;
}

/** The exceptions, for the app whose names they are about. */
export const exceptions = (app: App): readonly Exception[] => [
  {
    id: 'AwsSolutions-APIG2',
    reason:
      'Every request is parsed by the contract in the function that answers it (functions/api/parse-request.ts), which says in a problem document what was wrong. The gateway could say less, and not in both languages.',
  },
  {
    id: 'AwsSolutions-APIG4',
    reason:
      'Tokens are verified in the functions, by issuer, use, client and scope or group (ADR 11); the same code runs on a laptop. The other methods answer a constant.',
  },
  {
    id: 'AwsSolutions-COG4',
    reason:
      'As APIG4: the functions verify the pool’s tokens, and more of them than an authorizer would.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason:
      'X-Ray, the delivery of logs and the role by which API Gateway logs know no resources. What else may not end in a pattern is listed in test/infra/rights.test.ts.',
  },
  {
    id: `AwsSolutions-IAM5[Resource::${executionPattern(app)}]`,
    reason:
      'Executions are named after their cases, so they cannot be listed. The right is to read how far they are, without what they hold.',
  },
  {
    id: 'NIST.800.53.R5-APIGWCacheEnabledAndEncrypted',
    reason:
      'Answers depend on who asks and on the last event of the record; a kept one would be wrong or somebody else’s.',
  },
  {
    id: 'NIST.800.53.R5-LambdaInsideVPC',
    reason:
      'Functions call AWS only, over TLS, by roles that name tables, buckets and machines. A VPC would add endpoints and addresses to guard, and nothing that they protect.',
  },
  {
    id: 'NIST.800.53.R5-S3BucketReplicationEnabled',
    reason:
      'Payment files can be made again from the record to the byte, and the record has copies in a locked vault; reports lie with the bank too; the rest is made from the sources.',
  },
  {
    id: 'NIST.800.53.R5-S3DefaultEncryptionKMS',
    reason:
      'Two buckets of access logs, which S3 and CloudFront can write only with S3’s own key. All others have the system’s key.',
  },
  {
    id: 'Serverless-SQSRedrivePolicy',
    reason: 'Both queues are themselves where dead letters lie; nothing reads them by itself.',
  },
];

/**
 * Holds the rules of cdk-nag against the app when it is synthesized: AWS's own advice, NIST 800-53 revision 5, and what concerns
 * serverless systems. A finding that is no exception ends the synthesis.
 */
export function check(app: App): App {
  const given = exceptions(app);
  for (const exception of given) Validations.of(app).acknowledge(exception);
  const packs = [AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks];
  for (const Pack of packs) Validations.of(app).addPlugins(new Pack(app));
  return app;
}
