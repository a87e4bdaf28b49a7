import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { functionLimits } from '../../functions/contract/function-limits.ts';
import {
  type FunctionName,
  functionNames,
  functions,
  type StateMachineName,
  stateMachines,
} from '../../functions/contract/functions.ts';
import { systemName } from '../context/system.ts';
import { logGroup } from './log-group.ts';
import { executionArns, stateMachineArn } from './workflows/state-machine-arn.ts';

/** The functions that the API's methods call. */
export type ApiHandlerName = Extract<FunctionName, `api-${string}`>;

/** The functions that state machines, schedules and the bank's files call. */
export type StepName = Exclude<FunctionName, ApiHandlerName | 'name-in-token'>;

export const stepNames = functionNames.filter(
  (name): name is StepName => !name.startsWith('api-') && name !== 'name-in-token',
);

export const apiHandlerNames = functionNames.filter((name): name is ApiHandlerName =>
  name.startsWith('api-'),
);

/** The functions of the API by their names. */
export type ApiHandlers = Readonly<Record<ApiHandlerName, lambda.IFunction>>;

/** The functions of the workflows by their names. */
export type Handlers = Readonly<Record<StepName, lambda.IFunction>>;

/** What every function is made with, wherever it is made. */
export interface HandlerSurroundings {
  /** Folder with one bundle per function. */
  readonly bundles: string;
  /** What functions are told of the record, and of its files. */
  readonly environment: Readonly<
    Record<
      'record' | 'paymentFiles' | 'bankReports' | 'documents' | 'anchors',
      Readonly<Record<string, string>>
    >
  >;
  readonly roles: Readonly<Record<FunctionName, iam.IRole>>;
  readonly logKey: kms.IKey;
}

export interface HandlerProps extends HandlerSurroundings {
  readonly name: FunctionName;
  /** Where an event goes that was not waited for and failed for good. */
  readonly deadLetters: sqs.IQueue;
  /** Where notices to people leave. */
  readonly notices: sns.ITopic;
  /** Whose tokens the functions of the API take. */
  readonly trust?: Trust;
}

/** Whose tokens count, as functions/api/ports.ts reads it. */
export interface Trust {
  readonly TOKEN_ISSUER: string;
  readonly CONSOLE_CLIENT_ID: string;
  readonly SKR_CLIENT_ID: string;
}

/**
 * One function, with a role and a log group of its own.
 *
 * It may do what the contract says of it, and nothing else. What it may do to the record and to the files is said beside those
 * (record-rights.ts, bank-files.ts); here is the rest:
 *
 * 1. Write its log and its traces, and leave an event that it failed on in the queue.
 * 2. Start executions: only with this right is it told the ARNs.
 * 3. Wake executions: it can answer their task tokens with success and nothing else; an answer carries no decision.
 * 4. Publish notices to people: only with this right is it told the topic's ARN.
 * 5. Watch executions: read how far those of the state machines are. List those that run, by their names.
 *
 * The functions of the API are told whose tokens to take, all of them the same, but for the one that takes none.
 */
export class Handler extends Construct {
  readonly function: lambda.Function;

  constructor(scope: Construct, id: string, props: HandlerProps) {
    super(scope, id);
    const { name, deadLetters, notices, trust } = props;
    const { reads, starts, notifies, watches, lists } = functions[name];
    const { putsFiles, readsFiles, takesReports, anchors } = functions[name];
    const { keepsDocuments, readsDocuments } = functions[name];
    const { memory, timeout, concurrency } = functionLimits[name];
    const role = props.roles[name];
    const logs = logGroup(this, 'Logs', props.logKey);
    this.function = new lambda.Function(this, 'Function', {
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(join(props.bundles, name)),
      memorySize: memory,
      timeout: Duration.seconds(timeout),
      reservedConcurrentExecutions: concurrency,
      role,
      logGroup: logs,
      tracing: lambda.Tracing.ACTIVE,
      deadLetterQueue: deadLetters,
      environment: {
        ...(reads ? props.environment.record : {}),
        ...(reads && name.startsWith('api-') ? trust : {}),
        POWERTOOLS_SERVICE_NAME: name,
        DEPLOYMENT: systemName(this),
        POWERTOOLS_LOG_LEVEL: 'INFO',
        ...(starts || watches || lists ? this.#stateMachines() : {}),
        ...(notifies ? { NOTICES_TOPIC_ARN: notices.topicArn } : {}),
        ...(putsFiles || readsFiles ? props.environment.paymentFiles : {}),
        ...(takesReports ? props.environment.bankReports : {}),
        ...(keepsDocuments || readsDocuments ? props.environment.documents : {}),
        ...(anchors ? props.environment.anchors : {}),
      },
    });
    const rights = new iam.ManagedPolicy(this, 'Rights', {
      description: `What ${name} may do besides the record`,
      roles: [role],
      statements: [
        allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logs.logGroupArn]),
        // Neither knows resources: traces are written to the account's region as such.
        allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ['*']),
        allow(['sqs:SendMessage'], [deadLetters.queueArn]),
        ...this.#workflowRights(name),
        ...(notifies ? [allow(['sns:Publish'], [notices.topicArn])] : []),
      ],
    });
    // Lambda refuses a dead-letter queue that the role may not yet send to.
    this.function.node.addDependency(rights);
  }

  #workflowRights(name: FunctionName): iam.PolicyStatement[] {
    const { starts, wakes, watches, lists } = functions[name];
    const machines = machineNames.map((machine) => stateMachineArn(this, machine));
    const executions = [executionArns(this)];
    return [
      ...(starts ? [allow(['states:StartExecution'], machines)] : []),
      ...(wakes ? [allow(['states:SendTaskSuccess'], machines)] : []),
      ...(lists ? [allow(['states:ListExecutions'], machines)] : []),
      ...(watches
        ? [allow(['states:DescribeExecution', 'states:GetExecutionHistory'], executions)]
        : []),
    ];
  }

  #stateMachines(): Record<string, string> {
    return Object.fromEntries(
      machineNames.map((name) => [stateMachines[name].environment, stateMachineArn(this, name)]),
    );
  }
}

const machineNames = Object.keys(stateMachines) as StateMachineName[];

function allow(actions: string[], resources: string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions, resources });
}
