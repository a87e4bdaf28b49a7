import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Resources, resolve } from '../../../local/cloud/intrinsics.ts';
import { readTemplate } from '../../../local/cloud/template.ts';
import type { Json, JsonObject } from '../../../local/engine/json.ts';
import { type MiniTemplate, writeAssembly } from './mini-assembly.ts';

const resources: Resources = {
  Fn: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'named' } },
  Machine: { Type: 'AWS::StepFunctions::StateMachine' },
  Records: { Type: 'AWS::DynamoDB::Table' },
  Key: { Type: 'AWS::KMS::Key' },
};
/** CloudFormation's placeholders look like JavaScript's; written with # here. */
const sub = (text: string) => text.replaceAll('#{', '$' + '{');
const read = (mini: MiniTemplate) =>
  readTemplate(writeAssembly(mkdtempSync(join(tmpdir(), 'statsbidrag-template-')), mini));
const code = 'export const handler = () => 1;';

describe('A reference in the template stands for', () => {
  it.each<[string, Json, Json]>([
    ['the name of a function', { Ref: 'Fn' }, 'named'],
    [
      'the ARN of a function',
      { 'Fn::GetAtt': ['Fn', 'Arn'] },
      'arn:aws:lambda:eu-north-1:000000000000:function:named',
    ],
    [
      'the ARN of a state machine',
      { Ref: 'Machine' },
      'arn:aws:states:eu-north-1:000000000000:stateMachine:Machine',
    ],
    ['the name of a state machine', { 'Fn::GetAtt': 'Machine.Name' }, 'Machine'],
    ['the name of a table', { Ref: 'Records' }, 'Records'],
    ['the region', { Ref: 'AWS::Region' }, 'eu-north-1'],
    ['a joined text', { 'Fn::Join': ['-', ['a', { Ref: 'Records' }]] }, 'a-Records'],
    [
      'a substituted text',
      { 'Fn::Sub': sub('arn:#{AWS::Partition}:#{Fn.Arn}:#{!kept}') },
      sub('arn:aws:arn:aws:lambda:eu-north-1:000000000000:function:named:#{kept}'),
    ],
    ['a part of a list', { 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    ['what is inside lists and objects', { a: [{ Ref: 'Fn' }] }, { a: ['named'] }],
  ])('%s', (_what, given, stands) => {
    expect(resolve(given, resources, 'here')).toEqual(stands);
  });
});

describe('The template is refused with the place of what is not known:', () => {
  it.each<[string, Json, string]>([
    [
      'a function of CloudFormation',
      { 'Fn::ImportValue': 'x' },
      'here: Fn::ImportValue is not resolved here; allowed: Ref',
    ],
    ['a missing resource', { Ref: 'Nobody' }, 'here: "Nobody" is neither a resource'],
    [
      'an attribute',
      { 'Fn::GetAtt': ['Records', 'StreamArn'] },
      'here: Fn::GetAtt Records.StreamArn is not resolved',
    ],
    [
      'the ARN of a resource that has none here',
      { 'Fn::GetAtt': ['Key', 'Arn'] },
      '"Key" is a AWS::KMS::Key',
    ],
    ['a choice beyond the list', { 'Fn::Select': [3, ['a']] }, 'here: Fn::Select 3 is beyond'],
  ])('%s', (_what, given, why) => {
    expect(() => resolve(given, resources, 'here')).toThrow(why);
  });

  it.each<[string, JsonObject, string]>([
    [
      'an express state machine',
      {
        M: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: { StateMachineType: 'EXPRESS' },
        },
      },
      '"M" is of type EXPRESS',
    ],
    [
      'a rule of EventBridge',
      { R: { Type: 'AWS::Events::Rule', Properties: {} } },
      'Rule "R" goes by null',
    ],
    [
      'an index',
      { T: { Type: 'AWS::DynamoDB::Table', Properties: { GlobalSecondaryIndexes: [{}] } } },
      '"T" has GlobalSecondaryIndexes',
    ],
    [
      'inline code',
      {
        F: {
          Type: 'AWS::Lambda::Function',
          Properties: { Handler: 'index.handler', Code: { ZipFile: '' } },
        },
      },
      'Function "F" has no asset',
    ],
    [
      'a flexible window',
      {
        S: {
          Type: 'AWS::Scheduler::Schedule',
          Properties: { FlexibleTimeWindow: { Mode: 'FLEXIBLE' } },
        },
      },
      'Schedule "S" has a flexible time window',
    ],
  ])('%s', (_what, more, why) => {
    expect(() => read({ more })).toThrow(why);
  });

  it('a directory that is no cloud assembly', () => {
    expect(() => readTemplate('/nowhere')).toThrow('is its directory a cloud assembly');
  });
});

describe('A function is called by', () => {
  it('its FunctionName, else its service name, else its logical id', () => {
    const { functions } = read({
      functions: { A: { code }, B: { code, environment: { POWERTOOLS_SERVICE_NAME: 'prepare' } } },
    });
    expect(functions.map((each) => [each.logicalId, each.stableName])).toEqual([
      ['A', 'A'],
      ['B', 'prepare'],
    ]);
  });
});

describe('The template gives', () => {
  it('functions, definitions, schedules and tables, with references resolved', () => {
    const template = read({
      functions: { F: { code, timeoutSeconds: 7, environment: { TABLE: { Ref: 'Records' } } } },
      machines: { M: { StartAt: 'A', arn: 'arn:of:F' } },
      schedules: { S: { expression: 'rate(1 hour)', target: 'F', input: '{"a":1}' } },
      tables: ['Records'],
    });
    const arn = 'arn:aws:lambda:eu-north-1:000000000000:function:F';
    expect(template.functions).toMatchObject([
      { arn, handler: 'index.handler', timeoutSeconds: 7, environment: { TABLE: 'Records' } },
    ]);
    expect(template.stateMachines).toMatchObject([
      { name: 'M', definition: { StartAt: 'A', arn } },
    ]);
    expect(template.schedules).toEqual([
      {
        name: 'S',
        expression: 'rate(1 hour)',
        timezone: 'Europe/Stockholm',
        targetArn: arn,
        input: '{"a":1}',
      },
    ]);
    expect(template.tables).toMatchObject([{ name: 'Records' }]);
  });
});
