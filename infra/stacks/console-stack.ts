import { Fn, Stack, type StackProps } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as deployment from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { CONSOLE_SCOPE } from '../../functions/contract/api/roles.ts';
import { consoleCacheControl } from '../../functions/contract/console-headers.ts';
import { API_STAGE } from '../constructs/api.ts';
import { logRetention } from '../constructs/log-retention.ts';
import type { GrantStack } from './grant-stack.ts';

export interface ConsoleStackProps extends StackProps {
  /** Folder that console/build.ts wrote. */
  readonly files: string;
  /** Deployed before this one; what the console is told of it comes by its exports. */
  readonly grant: GrantStack;
}

/**
 * The console's files, put into the bucket that the other stack serves them from, and what tells the console where it is.
 *
 * A stack of its own because the CDK copies files with a function that belongs to nobody's payment: whoever runs the other
 * stack's template on a laptop need neither build the console nor know that function.
 *
 * 1. What lies under assets/ is named by its content: kept by browsers for a year, and not removed, so that a page which
 *    somebody has open finds its parts after the next deployment too.
 * 2. The page and its configuration come after the assets that they name, and are asked for each time; so nothing needs to be
 *    called back from CloudFront.
 */
export class ConsoleStack extends Stack {
  constructor(scope: Construct, id: string, { files, grant, ...props }: ConsoleStackProps) {
    super(scope, id, { description: 'The files of the console', ...props });
    this.addStackDependency(grant);
    const told = (name: keyof GrantStack['exports']) => Fn.importValue(grant.exports[name]);

    const common = {
      destinationBucket: s3.Bucket.fromBucketName(this, 'Bucket', told('ConsoleBucket')),
      prune: false,
      memoryLimit: 512,
      logGroup: new logs.LogGroup(this, 'Logs', logRetention),
    };
    const source = deployment.Source.asset(files);
    const assets = new deployment.BucketDeployment(this, 'Assets', {
      ...common,
      sources: [source],
      exclude: ['*'],
      include: ['assets/*'],
      cacheControl: [deployment.CacheControl.fromString(consoleCacheControl('assets/'))],
    });
    const config = deployment.Source.jsonData('console-config.json', {
      issuer: told('Issuer'),
      clientId: told('ConsoleClient'),
      apiBase: `/${API_STAGE}`,
      scopes: CONSOLE_SCOPE,
    });
    const page = new deployment.BucketDeployment(this, 'Page', {
      ...common,
      sources: [source, config],
      exclude: ['assets/*'],
      cacheControl: [deployment.CacheControl.fromString(consoleCacheControl('index.html'))],
    });
    page.node.addDependency(assets);
  }
}
