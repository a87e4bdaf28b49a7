import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Tags } from 'aws-cdk-lib';
import { codeVersion } from './code-version.ts';
import { debtorEnvironment } from './context/debtor.ts';
import { stageOf, systemName } from './context/system.ts';
import { repository } from './repository.ts';
import { AccessStack } from './stacks/access-stack.ts';
import { ConsoleStack } from './stacks/console-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EdgeStack } from './stacks/edge-stack.ts';
import { ObservabilityStack } from './stacks/observability-stack.ts';
import { WorkflowStack } from './stacks/workflow-stack.ts';

export interface GrantAppProps {
  /** Folder that `bundle` wrote. */
  readonly bundles: string;
  /** Whether CloudFormation's own rules are held against the templates: three seconds that a local run need not wait. */
  readonly validate?: boolean;
  /** Where the cloud assembly goes; the CDK's own choice (`CDK_OUTDIR`) unless told otherwise. */
  readonly outdir?: string;
  /** Added to the context of cdk.json, as `--context` would be. */
  readonly context?: Readonly<Record<string, string>>;
}

/**
 * The CDK app, ready to be synthesized: a stack for each lifetime (ADR 17).
 *
 * 1. The names of the stacks begin with the system's, `Statsbidrag-test-`, and tags say the rest.
 * 2. Nothing is looked up, and neither account nor region is named, but for the edge, which is in us-east-1; so it is synthesized
 *    anywhere, without credentials.
 * 3. The context of cdk.json is read here and not only by the CDK's command, so that both ways of synthesizing make the same
 *    resources; `--context` on the command line still wins.
 */
export function grantApp(props: GrantAppProps): App {
  const { bundles, validate = true, outdir, context: added } = props;
  const { context } = JSON.parse(readFileSync(join(repository, 'cdk.json'), 'utf8'));
  const app = new App({
    // Where in the code a construct was made would put this machine's paths into the assembly.
    context: { ...context, ...added, 'aws:cdk:disable-creation-stack-traces': true },
    analyticsReporting: false,
    stackTraces: false,
    treeMetadata: false,
    builtinCloudFormationValidation: validate,
    ...(outdir === undefined ? {} : { outdir }),
  });
  const name = (part: string) => `${systemName(app)}-${part}`;
  new EdgeStack(app, name('edge'));
  const data = new DataStack(app, name('data'));
  const surroundings = {
    bundles,
    roles: data.roles,
    logKey: data.keys.logs,
    environment: {
      record: {
        TABLE_NAME: data.table.tableName,
        CODE_VERSION: codeVersion(),
        ...debtorEnvironment(data),
      },
      paymentFiles: { PAYMENT_FILES_BUCKET: data.files.payments.bucketName },
      bankReports: { BANK_REPORTS_BUCKET: data.files.reports.bucketName },
      documents: { DOCUMENTS_BUCKET: data.documents.bucketName },
      anchors: { ANCHORS_BUCKET: data.anchors.bucketName },
    },
  };
  const workflow = new WorkflowStack(app, name('workflow'), { surroundings, data });
  const access = new AccessStack(app, name('access'), { surroundings, workflow });
  new ConsoleStack(app, name('console'), { access });
  new ObservabilityStack(app, name('observability'), {
    watched: {
      deployment: systemName(app),
      stateMachines: workflow.stateMachines,
      functions: { ...workflow.handlers, ...access.handlers },
      deadLetters: workflow.deadLetters,
      table: data.table,
      api: access.api,
      recordKey: data.keys.record,
    },
    logKey: data.keys.logs,
  });
  Tags.of(app).add('system', 'statsbidrag');
  Tags.of(app).add('stage', stageOf(app));
  return app;
}
