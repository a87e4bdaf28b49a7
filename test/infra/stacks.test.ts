import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { functionNames } from '../../functions/contract/functions.ts';
import { grantApp } from '../../infra/grant-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'stacks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const name of functionNames) {
  mkdirSync(join(folder, 'bundles', name), { recursive: true });
  writeFileSync(join(folder, 'bundles', name, 'index.mjs'), 'export const handler = 1;');
}

interface Artifact {
  readonly type: string;
  readonly environment?: string;
  readonly dependencies?: readonly string[];
  readonly properties: {
    readonly terminationProtection?: boolean;
    readonly tags?: Record<string, string>;
  };
}

interface Made {
  readonly texts: Readonly<Record<string, string>>;
  readonly stacks: Readonly<Record<string, Artifact>>;
}

let times = 0;
function synthesized(context: Record<string, string> = {}): Made {
  const outdir = join(folder, `cloud-${times++}`);
  const bundles = join(folder, 'bundles');
  grantApp({ bundles, outdir, validate: false, context }).synth();
  const { artifacts } = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8'));
  const stacks = Object.entries<Artifact>(artifacts).filter(
    ([, { type }]) => type === 'aws:cloudformation:stack',
  );
  const templates = readdirSync(outdir).filter((name) => name.endsWith('.template.json'));
  return {
    texts: Object.fromEntries(
      templates.map((name) => [
        name.replace('.template.json', ''),
        readFileSync(join(outdir, name), 'utf8'),
      ]),
    ),
    stacks: Object.fromEntries(stacks),
  };
}

const { texts, stacks } = synthesized();
const resourcesOf = (stack: string): { Type: string; DeletionPolicy?: string }[] =>
  Object.values(JSON.parse(texts[`Statsbidrag-test-${stack}`] ?? '').Resources);
const typesOf = (stack: string) =>
  [
    ...new Set(resourcesOf(stack).map(({ Type }) => Type.split('::').slice(0, 2).join('::'))),
  ].sort();

describe('the stacks', () => {
  it('are one for each lifetime, named after their stage', () => {
    expect(Object.keys(texts).sort()).toEqual([
      'Statsbidrag-test-access',
      'Statsbidrag-test-console',
      'Statsbidrag-test-data',
      'Statsbidrag-test-edge',
      'Statsbidrag-test-observability',
      'Statsbidrag-test-workflow',
    ]);
  });

  it('need each other in the order in which they are deployed, so none waits for a later one', () => {
    const needed = Object.fromEntries(
      Object.entries(stacks).map(([name, { dependencies = [] }]) => [
        name.replace('Statsbidrag-test-', ''),
        dependencies
          .filter((each) => each in stacks)
          .map((each) => each.replace('Statsbidrag-test-', ''))
          .toSorted(),
      ]),
    );
    expect(needed).toEqual({
      edge: [],
      data: [],
      workflow: ['data'],
      access: ['data', 'workflow'],
      console: ['access'],
      observability: ['access', 'data', 'workflow'],
    });
  });

  it('hold what lives as long: what is kept, what works, who comes in, what people see', () => {
    expect(typesOf('data')).toEqual([
      'AWS::Backup',
      'AWS::DynamoDB',
      'AWS::IAM',
      'AWS::KMS',
      'AWS::S3',
    ]);
    expect(typesOf('workflow')).toEqual([
      'AWS::Events',
      'AWS::IAM',
      'AWS::Lambda',
      'AWS::Logs',
      'AWS::SNS',
      'AWS::SQS',
      'AWS::Scheduler',
      'AWS::StepFunctions',
    ]);
    expect(typesOf('access')).toEqual([
      'AWS::ApiGateway',
      'AWS::Cognito',
      'AWS::IAM',
      'AWS::Lambda',
      'AWS::Logs',
      'AWS::WAFv2',
    ]);
    expect(typesOf('console')).toEqual(['AWS::CloudFront', 'AWS::KMS', 'AWS::S3']);
    expect(typesOf('observability')).toEqual(['AWS::CloudWatch', 'AWS::Events', 'AWS::SNS']);
    expect(typesOf('edge')).toEqual([
      'AWS::CertificateManager',
      'AWS::KMS',
      'AWS::Logs',
      'AWS::WAFv2',
    ]);
  });

  it('are each far from the 500 resources and the megabyte that CloudFormation takes', () => {
    for (const [name, text] of Object.entries(texts)) {
      expect([name, Object.keys(JSON.parse(text).Resources).length]).toEqual([
        name,
        expect.toSatisfy((count: number) => count <= 300),
      ]);
      expect(text.length).toBeLessThan(500_000);
    }
  });

  it('with what must not be lost cannot be deleted by one command', () => {
    const guarded = Object.entries(stacks)
      .filter(([, { properties }]) => properties.terminationProtection)
      .map(([name]) => name);
    expect(guarded.sort()).toEqual(['Statsbidrag-test-access', 'Statsbidrag-test-data']);
  });

  it('say of which system and stage they are, with all that they hold', () => {
    for (const { properties } of Object.values(stacks))
      expect(properties.tags).toEqual({ stage: 'test', system: 'statsbidrag' });
  });

  it('name no account, and no region but that from which CloudFront takes certificates', () => {
    for (const [name, { environment }] of Object.entries(stacks))
      expect([name, environment]).toEqual([
        name,
        name.endsWith('-edge')
          ? 'aws://unknown-account/us-east-1'
          : 'aws://unknown-account/unknown-region',
      ]);
    for (const [name, text] of Object.entries(texts)) {
      expect([name, text.match(/(?<![\w-])\d{12}(?![\w-])/g)]).toEqual([
        name,
        // The made-up number of the agreement with the bank; no account.
        /-(access|workflow)$/.test(name) ? expect.arrayContaining(['555555555555']) : null,
      ]);
      const regions = [...new Set(text.match(/\b(eu|us|ap|ca|sa)-[a-z]+-\d\b/g))];
      expect([name, regions]).toEqual([name, /-(console|edge)$/.test(name) ? ['us-east-1'] : []]);
    }
  });
});

describe('a stage', () => {
  const real = {
    stage: 'production',
    debtorAccount: 'SE3550000000054910000003',
    debtorBic: 'ESSESESS',
    debtorBankAgreement: '123456789012',
    bankConnectionRole: 'arn:aws:iam::111122223333:role/sftp',
    consoleDomain: 'statsbidrag.kammarkollegiet.se',
    consoleCertificate: 'arn:aws:acm:us-east-1:111122223333:certificate/1-2',
    consoleWebAcl: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/name/1-2',
  };

  it('is the context’s: production is another system beside test, with other names', () => {
    const { stacks: others, texts: made } = synthesized({ ...real, debtorBic: 'SWEDSESS' });
    expect(Object.keys(others)).toHaveLength(6);
    expect(Object.keys(others).every((name) => name.startsWith('Statsbidrag-production-'))).toBe(
      true,
    );
    expect(Object.values(made).join()).not.toContain('Statsbidrag-test');
  });

  it.each([
    'bankConnectionRole',
    'consoleCertificate',
    'debtorBankAgreement',
    'debtorBic',
  ] as const)('of production is not synthesized without %s: nothing made up pays', (left) => {
    const { [left]: _, ...context } = { ...real, debtorBic: 'SWEDSESS' };
    expect(() => synthesized(context)).toThrow(/The stage production needs it\.$/);
  });

  it('is one of two', () => {
    expect(() => synthesized({ stage: 'prod' })).toThrow(
      'Context stage is "prod"; allowed: test, production.',
    );
  });
});
