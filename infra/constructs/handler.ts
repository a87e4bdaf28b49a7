import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import {
  type FunctionName,
  functions,
  type StateMachineName,
  stateMachines,
} from '../../functions/contract/functions.ts';
import { logRetention } from './log-retention.ts';

/** Every function of the product by its name. */
export type Handlers = Readonly<Record<FunctionName, lambda.IFunction>>;

export interface HandlerProps {
  readonly name: FunctionName;
  /** Folder with one bundle per function. */
  readonly bundles: string;
  readonly table: dynamodb.Table;
  /** Where notices to people leave. */
  readonly notices: sns.ITopic;
  /** What every function is told. */
  readonly environment: Readonly<Record<string, string>>;
  readonly stateMachineArns: Readonly<Record<StateMachineName, string>>;
}

/**
 * One function, with a role and a log group of its own.
 *
 * 1. It may read the record and append to it. Nobody may change or remove an item.
 * 2. Only a function that the contract says starts executions may start them, and only that one is told the ARNs.
 * 3. Only a function that the contract says wakes executions may answer their task tokens. It can say success and nothing
 *    else: an answer carries no decision.
 * 4. Only a function that the contract says notifies people may publish to the topic, and only that one is told its ARN.
 */
export class Handler extends Construct {
  readonly function: lambda.Function;

  constructor(scope: Construct, id: string, props: HandlerProps) {
    super(scope, id);
    const { starts, wakes, notifies } = functions[props.name];
    const stateMachineArns = Object.values(props.stateMachineArns);

    const logGroup = new logs.LogGroup(this, 'Logs', logRetention);
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${props.name} may do`,
    });
    logGroup.grantWrite(role);
    props.table.grant(
      role,
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:Query',
      'dynamodb:PutItem',
    );
    if (starts) allow(role, 'states:StartExecution', stateMachineArns);
    if (wakes) allow(role, 'states:SendTaskSuccess', stateMachineArns);
    if (notifies) allow(role, 'sns:Publish', [props.notices.topicArn]);

    this.function = new lambda.Function(this, 'Function', {
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(join(props.bundles, props.name)),
      memorySize: 512,
      timeout: Duration.seconds(30),
      role,
      logGroup,
      environment: {
        ...props.environment,
        POWERTOOLS_SERVICE_NAME: props.name,
        POWERTOOLS_LOG_LEVEL: 'INFO',
        ...(starts ? startEnvironment(props.stateMachineArns) : {}),
        ...(notifies ? { NOTICES_TOPIC_ARN: props.notices.topicArn } : {}),
      },
    });
  }
}

function allow(role: iam.Role, action: string, resources: string[]): void {
  role.addToPolicy(new iam.PolicyStatement({ actions: [action], resources }));
}

function startEnvironment(arns: HandlerProps['stateMachineArns']): Record<string, string> {
  const names = Object.keys(stateMachines) as StateMachineName[];
  return Object.fromEntries(names.map((name) => [stateMachines[name].environment, arns[name]]));
}
