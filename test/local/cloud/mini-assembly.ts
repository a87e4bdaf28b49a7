import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, JsonObject } from '../../../local/engine/json.ts';

/** A function of a mini template: the text of its index.mjs, and what its properties say. */
export interface MiniFunction {
  readonly code: string;
  readonly timeoutSeconds?: number;
  readonly environment?: { readonly [name: string]: Json };
}

export interface MiniTemplate {
  readonly functions?: { readonly [logicalId: string]: MiniFunction };
  /** Definitions as objects; `arn:of:X` in them stands for the ARN of the function X. */
  readonly machines?: { readonly [logicalId: string]: JsonObject };
  readonly schedules?: {
    readonly [logicalId: string]: {
      readonly expression: string;
      readonly target: string;
      readonly input?: string;
    };
  };
  readonly tables?: readonly string[];
  readonly more?: JsonObject;
}

/** Writes a cloud assembly by hand, in the form that `cdk synth` gives it, and gives its path. */
export function writeAssembly(directory: string, mini: MiniTemplate): string {
  const files: Record<string, Json> = {};
  const resources: Record<string, Json> = { ...mayEverything, ...mini.more };
  for (const [id, each] of Object.entries(mini.functions ?? {})) {
    const asset = join(directory, `asset.${id}`);
    mkdirSync(asset, { recursive: true });
    writeFileSync(join(asset, 'index.mjs'), each.code);
    files[id] = { source: { path: `asset.${id}`, packaging: 'zip' }, destinations: {} };
    resources[id] = {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { S3Bucket: 'assets', S3Key: `${id}.zip` },
        Handler: 'index.handler',
        Timeout: each.timeoutSeconds ?? 10,
        Environment: { Variables: each.environment ?? {} },
        Role: { 'Fn::GetAtt': ['SomeRole', 'Arn'] },
      },
    };
  }
  for (const [id, definition] of Object.entries(mini.machines ?? {})) {
    resources[id] = {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: { StateMachineType: 'STANDARD', DefinitionString: joined(definition) },
    };
  }
  for (const [id, schedule] of Object.entries(mini.schedules ?? {})) {
    resources[id] = {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        Name: id,
        ScheduleExpression: schedule.expression,
        ScheduleExpressionTimezone: 'Europe/Stockholm',
        State: 'ENABLED',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: {
          Arn: { 'Fn::GetAtt': [schedule.target, 'Arn'] },
          RoleArn: { 'Fn::GetAtt': ['SomeRole', 'Arn'] },
          ...(schedule.input === undefined ? {} : { Input: schedule.input }),
        },
      },
    };
  }
  for (const name of mini.tables ?? []) resources[name] = table(name);
  const stack = {
    type: 'aws:cloudformation:stack',
    properties: { templateFile: 'S.template.json' },
  };
  mkdirSync(directory, { recursive: true });
  write(directory, 'manifest.json', { version: '55.0.0', artifacts: { S: stack } });
  write(directory, 'S.template.json', { Resources: resources });
  write(directory, 'S.assets.json', { version: '55.0.0', files });
  return directory;
}

/** The role of all functions of a mini template, which is about other things than rights. */
const mayEverything: JsonObject = {
  SomeRole: { Type: 'AWS::IAM::Role' },
  SomeRights: {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: {
      Roles: [{ Ref: 'SomeRole' }],
      PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
    },
  },
};

function table(name: string): Json {
  const attribute = (key: string) => ({ AttributeName: key, AttributeType: 'S' });
  return {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: name,
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [attribute('pk'), attribute('sk')],
    },
  };
}

/** The definition as the CDK writes it: one Fn::Join of text and references. */
function joined(definition: JsonObject): Json {
  const parts = JSON.stringify(definition).split(/arn:of:(\w+)/);
  const pieces = parts.map((part, at) => (at % 2 === 0 ? part : { 'Fn::GetAtt': [part, 'Arn'] }));
  return { 'Fn::Join': ['', pieces] };
}

function write(directory: string, file: string, content: Json): void {
  writeFileSync(join(directory, file), JSON.stringify(content));
}
