import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';
import { WebAcl } from '../constructs/access/web-acl.ts';
import { logKey } from '../constructs/data/keys.ts';
import { consoleDomain } from '../context/console-address.ts';

/**
 * What CloudFront takes from us-east-1 only: the certificate of the console's name, and what refuses attacks before they reach it.
 * Deployed first and once; the two ARNs that it tells are given to the other stacks as context (docs/deploying.md).
 */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps = {}) {
    super(scope, id, {
      description: "What CloudFront needs for the console's name",
      env: { region: 'us-east-1' },
      ...props,
    });
    const certificate = new acm.Certificate(this, 'Certificate', {
      domainName: consoleDomain(this),
      validation: acm.CertificateValidation.fromDns(),
    });
    const acl = new WebAcl(this, 'EdgeAcl', {
      scope: 'CLOUDFRONT',
      description: 'What reaches the console',
      logKey: logKey(this, 'LogKey'),
    });
    new CfnOutput(this, 'ConsoleCertificate', { value: certificate.certificateArn });
    new CfnOutput(this, 'ConsoleWebAcl', { value: acl.arn });
  }
}
