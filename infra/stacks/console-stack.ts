import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ConsoleSite } from '../constructs/console/console-site.ts';
import { consoleAddress } from '../context/console-address.ts';
import type { AccessStack } from './access-stack.ts';

export interface ConsoleStackProps extends StackProps {
  readonly access: AccessStack;
}

/**
 * Where people find the console. The stack makes the place; its files are put there by `npm run publish-console`, after each
 * deployment that changes them (ADR 17).
 */
export class ConsoleStack extends Stack {
  constructor(scope: Construct, id: string, props: ConsoleStackProps) {
    const { access, ...rest } = props;
    super(scope, id, { description: 'The console of the State grant', ...rest });
    const address = consoleAddress(this);
    const site = new ConsoleSite(this, 'Console', {
      api: access.api,
      connectTo: access.origins,
      address,
    });
    new CfnOutput(this, 'ConsoleAddress', { value: `https://${address.domain}` });
    new CfnOutput(this, 'ConsoleBucket', { value: site.bucket.bucketName });
    // What a DNS record of the console's name must point to.
    new CfnOutput(this, 'ConsoleTarget', { value: site.distribution.distributionDomainName });
  }
}
