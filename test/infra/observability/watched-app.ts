import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { functions, stateMachines } from '../../../functions/contract/functions.ts';
import { logKey } from '../../../infra/constructs/data/keys.ts';
import { mapRecord } from '../../../infra/map-record.ts';
import { ObservabilityStack } from '../../../infra/stacks/observability-stack.ts';

/** A system with everything that is watched, and nothing in it. */
function watchedApp() {
  const app = new App();
  const system = new Stack(app, 'System');
  const api = new apigateway.RestApi(system, 'Api');
  api.root.addMethod('GET');
  const watched = {
    deployment: 'Statsbidrag-test',
    stateMachines: mapRecord(
      stateMachines,
      (name) =>
        new sfn.StateMachine(system, name, {
          definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(system, `${name} passes`)),
        }),
    ),
    functions: mapRecord(
      functions,
      (name) =>
        new lambda.Function(system, `Function ${name}`, {
          runtime: lambda.Runtime.NODEJS_24_X,
          handler: 'index.handler',
          code: lambda.Code.fromInline('export const handler = () => {};'),
        }),
    ),
    deadLetters: {
      failed: new sqs.Queue(system, 'Failed'),
      reports: new sqs.Queue(system, 'Reports'),
    },
    table: new dynamodb.Table(system, 'Table', {
      partitionKey: { name: 'partition', type: dynamodb.AttributeType.STRING },
    }),
    api,
    recordKey: new kms.Key(system, 'RecordKey'),
  };
  const key = logKey(system, 'LogKey');
  new ObservabilityStack(app, 'Observability', { watched, logKey: key });
  const assembly = app.synth();
  const templateOf = (name: string) => assembly.getStackByName(name).template;
  return { observability: templateOf('Observability'), system: templateOf('System') };
}

/** A resource of a template, loosely typed: tests say what they expect of it. */
export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is asserted on, not programmed against.
  readonly Properties: any;
}

const templates = watchedApp();

export const ofType = (type: string): readonly Resource[] =>
  Object.values<Resource>(templates.observability.Resources).filter(({ Type }) => Type === type);

/** The resources that others of the system have been given. */
export const systemOfType = (type: string): readonly Resource[] =>
  Object.values<Resource>(templates.system.Resources).filter(({ Type }) => Type === type);

/** A text with what CloudFormation fills in left out: `…`. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const { 'Fn::Join': join } = value as { 'Fn::Join'?: [string, unknown[]] };
  return join ? join[1].map((part) => (typeof part === 'string' ? part : '…')).join(join[0]) : '…';
}
