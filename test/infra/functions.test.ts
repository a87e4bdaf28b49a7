import { describe, expect, it } from 'vitest';
import { functionLimits } from '../../functions/contract/function-limits.ts';
import { functionNames, functions, stateMachines } from '../../functions/contract/functions.ts';
import { ofType, resources } from './assembled.ts';

const lambdas = ofType('AWS::Lambda::Function').map(({ Properties }) => Properties);
const serviceName = (properties: (typeof lambdas)[number]): string =>
  properties.Environment.Variables.POWERTOOLS_SERVICE_NAME;

const debtor = [
  'DEBTOR_ACCOUNT',
  'DEBTOR_BANK_AGREEMENT',
  'DEBTOR_BIC',
  'DEBTOR_NAME',
  'DEBTOR_ORGANISATION_NUMBER',
  'PAYMENT_FILE_FORMAT',
];

describe('every function', () => {
  it('is deployed, each under its own name', () => {
    expect(lambdas.map(serviceName).sort()).toEqual([...functionNames].sort());
  });

  it.each(functionNames)('%s runs on Node 24, told what it needs and not more', (name) => {
    const properties = lambdas.find((candidate) => serviceName(candidate) === name);
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: functionLimits[name].memory,
      Timeout: functionLimits[name].timeout,
      ReservedConcurrentExecutions: functionLimits[name].concurrency,
      TracingConfig: { Mode: 'Active' },
    });
    const { reads, starts, notifies, watches, lists } = functions[name];
    const { putsFiles, readsFiles, takesReports, anchors } = functions[name];
    const { keepsDocuments, readsDocuments } = functions[name];
    const arns = Object.values(stateMachines).map(({ environment }) => environment);
    expect(Object.keys(properties?.Environment.Variables).sort()).toEqual(
      [
        'DEPLOYMENT',
        'POWERTOOLS_LOG_LEVEL',
        'POWERTOOLS_SERVICE_NAME',
        ...(reads ? ['CODE_VERSION', 'TABLE_NAME', ...debtor] : []),
        ...(starts || watches || lists ? arns : []),
        ...(notifies ? ['NOTICES_TOPIC_ARN'] : []),
        ...(putsFiles || readsFiles ? ['PAYMENT_FILES_BUCKET'] : []),
        ...(takesReports ? ['BANK_REPORTS_BUCKET'] : []),
        ...(keepsDocuments || readsDocuments ? ['DOCUMENTS_BUCKET'] : []),
        ...(anchors ? ['ANCHORS_BUCKET'] : []),
        ...(reads && name.startsWith('api-')
          ? ['CONSOLE_CLIENT_ID', 'SKR_CLIENT_ID', 'TOKEN_ISSUER']
          : []),
      ].sort(),
    );
    if (reads) {
      expect(properties?.Environment.Variables.CODE_VERSION).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it.each(functionNames)('%s leaves an event that it failed on where it is found', (name) => {
    const properties = lambdas.find((candidate) => serviceName(candidate) === name);
    const [queue] = properties?.DeadLetterConfig.TargetArn['Fn::GetAtt'] ?? [];
    expect(resources[queue]).toMatchObject({
      Type: 'AWS::SQS::Queue',
      DeletionPolicy: 'Retain',
      Properties: { MessageRetentionPeriod: 14 * 24 * 3600, SqsManagedSseEnabled: true },
    });
    expect(queue).toMatch(name === 'take-bank-report' ? /^UntakenReports/ : /^FailedEvents/);
    // Lambda refuses a queue that the role may not yet send to.
    const [id] = Object.entries(resources).find(([, each]) => each.Properties === properties) ?? [];
    const { DependsOn = [] } = (resources[id ?? ''] ?? {}) as { DependsOn?: string[] };
    expect(DependsOn.map((each) => resources[each]?.Type)).toContain('AWS::IAM::ManagedPolicy');
  });
});

describe('logs', () => {
  it('are encrypted, kept for 18 months, and longer than their stack lives', () => {
    const groups = ofType('AWS::Logs::LogGroup');
    for (const { Properties, DeletionPolicy } of groups) {
      expect([Properties.RetentionInDays, DeletionPolicy]).toEqual([545, 'Retain']);
      expect(resources[Properties.KmsKeyId['Fn::GetAtt'][0]]?.Type).toBe('AWS::KMS::Key');
    }
  });

  it('have a group for each function', () => {
    const used = lambdas.map((properties) => properties.LoggingConfig.LogGroup.Ref);
    expect(new Set(used).size).toBe(functionNames.length);
  });
});
