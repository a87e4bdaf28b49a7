import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { codeVersion } from './code-version.ts';
import { repository } from './repository.ts';
import { ConsoleStack } from './stacks/console-stack.ts';
import { GrantStack } from './stacks/grant-stack.ts';

export interface GrantAppProps {
  /** Folder that `bundle` wrote. */
  readonly bundles: string;
  /** Folder that console/build.ts wrote; without it there is no stack that deploys the console's files. */
  readonly console?: string;
  /** Whether CloudFormation's own rules are held against the templates: three seconds that a local run need not wait. */
  readonly validate?: boolean;
  /** Where the cloud assembly goes; the CDK's own choice (`CDK_OUTDIR`) unless told otherwise. */
  readonly outdir?: string;
}

/**
 * The CDK app, ready to be synthesized.
 *
 * The context of cdk.json is read here and not only by the CDK's command, so that both ways of synthesizing make the same
 * resources; `--context` on the command line still wins.
 */
export function grantApp({ bundles, console: files, validate = true, outdir }: GrantAppProps): App {
  const { context } = JSON.parse(readFileSync(join(repository, 'cdk.json'), 'utf8'));
  const app = new App({
    // Where in the code a construct was made would put this machine's paths into the assembly.
    context: { ...context, 'aws:cdk:disable-creation-stack-traces': true },
    analyticsReporting: false,
    stackTraces: false,
    treeMetadata: false,
    builtinCloudFormationValidation: validate,
    ...(outdir === undefined ? {} : { outdir }),
  });
  const grant = new GrantStack(app, 'Statsbidrag', { bundles, codeVersion: codeVersion() });
  if (files !== undefined) new ConsoleStack(app, 'StatsbidragConsole', { files, grant });
  return app;
}
