import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { codeVersion } from './code-version.ts';
import { repository } from './repository.ts';
import { GrantStack } from './stacks/grant-stack.ts';

export interface GrantAppProps {
  /** Folder that `bundle` wrote. */
  readonly bundles: string;
  /** Where the cloud assembly goes; the CDK's own choice (`CDK_OUTDIR`) unless told otherwise. */
  readonly outdir?: string;
}

/**
 * The CDK app, ready to be synthesized.
 *
 * The context of cdk.json is read here and not only by the CDK's command, so that both ways of synthesizing make the same
 * resources; `--context` on the command line still wins.
 */
export function grantApp({ bundles, outdir }: GrantAppProps): App {
  const { context } = JSON.parse(readFileSync(join(repository, 'cdk.json'), 'utf8'));
  const app = new App({
    // Where in the code a construct was made would put this machine's paths into the assembly.
    context: { ...context, 'aws:cdk:disable-creation-stack-traces': true },
    analyticsReporting: false,
    stackTraces: false,
    treeMetadata: false,
    ...(outdir === undefined ? {} : { outdir }),
  });
  new GrantStack(app, 'Statsbidrag', { bundles, codeVersion: codeVersion() });
  return app;
}
