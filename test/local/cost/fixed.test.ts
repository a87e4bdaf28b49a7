import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { synthesize } from '../../../infra/synthesize.ts';
import { fixedItems, ResourceWithoutPrice } from '../../../local/cost/fixed.ts';
import { prices } from '../../../local/cost/prices.ts';
import { type DeployedResource, deployedResources } from '../../../local/cost/resources.ts';
import type { Json } from '../../../local/engine/json.ts';

const resource = (
  type: string,
  properties: { readonly [name: string]: Json } = {},
  id = 'It',
): DeployedResource => ({ stack: 'Statsbidrag', id, type, properties });

const facts = { metrics: 0, tableGb: new Decimal('0.5') };
const itemsOf = (...resources: readonly DeployedResource[]) =>
  fixedItems(resources, facts).map(({ price, quantity }) => [price, quantity.toFixed()]);

describe('What costs by being there, each month:', () => {
  it('a key and a secret, once each', () => {
    const two = [resource('AWS::KMS::Key', {}, 'A'), resource('AWS::KMS::Key', {}, 'B')];
    expect(itemsOf(...two, resource('AWS::SecretsManager::Secret'))).toEqual([
      ['kms.key', '2'],
      ['secrets.secret', '1'],
    ]);
  });

  it('an alarm, for each metric that it looks at and not for what it computes of them', () => {
    const stat = { Id: 'a', MetricStat: {} };
    const computed = { Id: 'sum', Expression: 'a + a' };
    expect(itemsOf(resource('AWS::CloudWatch::Alarm', { MetricName: 'Errors' }))).toEqual([
      ['cloudwatch.alarm', '1'],
    ]);
    const alarm = resource('AWS::CloudWatch::Alarm', { Metrics: [stat, stat, computed] });
    expect(itemsOf(alarm)).toEqual([['cloudwatch.alarm', '2']]);
  });

  it('a web ACL and each of its rules', () => {
    expect(itemsOf(resource('AWS::WAFv2::WebACL', { Rules: [{}, {}, {}] }))).toEqual([
      ['waf.acl', '1'],
      ['waf.rule', '3'],
    ]);
  });

  it('a client of machines, and none of people', () => {
    const client = (flow: string) =>
      resource('AWS::Cognito::UserPoolClient', { AllowedOAuthFlows: [flow] });
    expect(itemsOf(client('code'))).toEqual([]);
    expect(itemsOf(client('client_credentials'))).toEqual([['cognito.machine', '1']]);
  });

  it('backups, a whole table each: one for every day or month that a rule keeps them', () => {
    const rule = (cron: string, days?: number) => ({
      ScheduleExpression: cron,
      ...(days !== undefined && { Lifecycle: { DeleteAfterDays: days } }),
    });
    const plan = (...rules: ReturnType<typeof rule>[]) =>
      resource('AWS::Backup::BackupPlan', { BackupPlan: { BackupPlanRule: rules } });
    const nightly = rule('cron(0 1 * * ? *)', 35);
    expect(itemsOf(plan(nightly, rule('cron(0 2 2 * ? *)', 365)))).toEqual([
      ['backup.storage', '23.5'], // 0.5 GB × (35 days + 12 months).
    ]);
    expect(() => itemsOf(plan(rule('cron(0 1 * * ? *)')))).toThrow('keeps copies for ever');
    expect(() => itemsOf(plan(rule('rate(1 hour)', 2)))).toThrow('neither daily nor monthly');
  });

  it('metrics that functions report', () => {
    expect(fixedItems([], { ...facts, metrics: 4 })).toMatchObject([
      { price: 'cloudwatch.metric' },
    ]);
  });
});

describe('A resource of a type that nobody has looked up', () => {
  it('is refused by its name, with all others of the kind', () => {
    const unknown = [
      resource('AWS::IAM::Role'),
      resource('AWS::RDS::DBInstance', {}, 'Db'),
      resource('AWS::EC2::NatGateway', {}, 'Nat'),
    ];
    expect(() => fixedItems(unknown, facts)).toThrow(ResourceWithoutPrice);
    expect(() => fixedItems(unknown, facts)).toThrow(
      'No price is known of: AWS::EC2::NatGateway (Nat), AWS::RDS::DBInstance (Db).',
    );
  });

  it('so is an alarm of a dearer kind', () => {
    const alarm = resource('AWS::CloudWatch::Alarm', { ThresholdMetricId: 'band' });
    expect(() => fixedItems([alarm], facts)).toThrow('Alarm It detects anomalies');
  });

  it('is not in what is synthesized', async () => {
    const { assembly } = await synthesize();
    const resources = deployedResources(assembly);
    expect(resources.length).toBeGreaterThan(100);
    const found = fixedItems(resources, facts).map(({ price }) => price);
    expect(found).toEqual(expect.arrayContaining(['kms.key', 'cloudwatch.alarm', 'waf.acl']));
  });
});

describe('Every price', () => {
  it.each(Object.entries(prices))(
    '%s has an amount, a unit, and where it is from',
    (_id, price) => {
      expect(new Decimal(price.usd).isPositive()).toBe(true);
      expect(price.per).toBeGreaterThanOrEqual(1);
      expect(price.unit).not.toBe('');
      expect(price.source).toMatch(/^https:\/\//);
      expect(['found', 'general knowledge']).toContain(price.basis);
      expect(['eu-north-1', 'eu-west-1', 'us-east-1']).toContain(price.region);
    },
  );
});
