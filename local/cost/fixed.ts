import { Decimal } from 'decimal.js';
import { isObject, type Json } from '../engine/json.ts';
import { PEOPLE_PER_MONTH } from './assumptions.ts';
import { type PriceId, unpriced } from './prices.ts';
import type { DeployedResource } from './resources.ts';

/** A part of the monthly bill that nobody's use changes. */
export interface FixedItem {
  readonly price: PriceId;
  /** Units a month. */
  readonly quantity: Decimal;
  /** What it is for: the resources by their ids. */
  readonly of: readonly string[];
}

/** What the monthly costs depend on besides the templates. */
export interface FixedFacts {
  /** Custom metrics that the functions report in a month. */
  readonly metrics: number;
  /** Gigabytes in the table. */
  readonly tableGb: Decimal;
}

type Counted = readonly [price: PriceId, quantity: number | Decimal];

/** Types of resources that cost something by being there, and how much of what. */
const priced: Readonly<
  Record<string, (resource: DeployedResource, facts: FixedFacts) => readonly Counted[]>
> = {
  'AWS::KMS::Key': () => [['kms.key', 1]],
  'AWS::CloudWatch::Alarm': (resource) => [['cloudwatch.alarm', metricsOfAlarm(resource)]],
  'AWS::CloudWatch::CompositeAlarm': () => [['cloudwatch.compositeAlarm', 1]],
  'AWS::CloudWatch::Dashboard': () => [['cloudwatch.dashboard', 1]],
  'AWS::Logs::MetricFilter': ({ properties }) => [
    ['cloudwatch.metric', list(properties.MetricTransformations).length],
  ],
  'AWS::WAFv2::WebACL': ({ properties }) => [
    ['waf.acl', 1],
    ['waf.rule', list(properties.Rules).length],
  ],
  'AWS::SecretsManager::Secret': () => [['secrets.secret', 1]],
  'AWS::Cognito::UserPool': () => [['cognito.person', PEOPLE_PER_MONTH]],
  'AWS::Cognito::UserPoolClient': ({ properties }) =>
    list(properties.AllowedOAuthFlows).includes('client_credentials')
      ? [['cognito.machine', 1]]
      : [],
  'AWS::Backup::BackupPlan': (resource, { tableGb }) => [
    ['backup.storage', tableGb.times(copiesKept(resource))],
  ],
};

type Props = { readonly [name: string]: Json };

const DAYS_PER_MONTH = 30;

/** How many copies a plan keeps in the end, when each rule has run for as long as it keeps what it makes: days kept, or months. */
function copiesKept({ id, properties }: DeployedResource): number {
  const plan = (properties.BackupPlan ?? {}) as Props;
  return list(plan.BackupPlanRule).reduce((sum: number, rule) => {
    const { Lifecycle: cycle, ScheduleExpression: when } = rule as Props;
    const days = cycle !== undefined && isObject(cycle) ? cycle.DeleteAfterDays : undefined;
    const [, dayOfMonth] = /^cron\(\S+ \S+ (\S+) \* \? \*\)$/.exec(String(when)) ?? [];
    if (typeof days !== 'number' || dayOfMonth === undefined)
      throw new ResourceWithoutPrice(
        `Backup plan ${id} keeps copies for ever, or makes them neither daily nor monthly; that is not priced here.`,
      );
    return sum + Math.floor(dayOfMonth === '*' ? days : days / DAYS_PER_MONTH);
  }, 0);
}

/** A resource's type is in no price list. Nothing is printed: a cost that nobody looked up must not look like none. */
export class ResourceWithoutPrice extends Error {
  override readonly name = 'ResourceWithoutPrice';
  readonly exitCode = 2;
}

/**
 * What the templates cost by the month, whether anything is paid or not, one item for each price.
 *
 * Refuses types of resources that neither this list nor the price table knows, all of them by name.
 */
export function fixedItems(
  resources: readonly DeployedResource[],
  facts: FixedFacts,
): readonly FixedItem[] {
  const unknown = resources.filter(({ type }) => !(type in priced) && !(type in unpriced));
  if (unknown.length > 0) {
    const types = [...new Set(unknown.map(({ type, id }) => `${type} (${id})`))].sort();
    throw new ResourceWithoutPrice(
      `No price is known of: ${types.join(', ')}. Say in local/cost/fixed.ts what it costs by the month, or in the price table why it costs nothing.`,
    );
  }
  const items = new Map<PriceId, { quantity: Decimal; of: string[] }>();
  const add = (price: PriceId, quantity: Decimal.Value, of: string): void => {
    const item = items.get(price) ?? { quantity: new Decimal(0), of: [] };
    items.set(price, { quantity: item.quantity.plus(quantity), of: [...item.of, of] });
  };
  for (const resource of resources)
    for (const [price, quantity] of priced[resource.type]?.(resource, facts) ?? [])
      add(price, quantity, resource.id);
  if (facts.metrics > 0) add('cloudwatch.metric', facts.metrics, 'what functions log as metrics');
  return [...items]
    .filter(([, { quantity }]) => !quantity.isZero())
    .map(([price, item]) => ({ price, ...item }));
}

/** An alarm costs once for each metric that it looks at; what it computes from them is free. */
function metricsOfAlarm({ id, properties }: DeployedResource): number {
  if (properties.ThresholdMetricId !== undefined || Number(properties.Period ?? 60) < 60)
    throw new ResourceWithoutPrice(
      `Alarm ${id} detects anomalies or looks more often than once a minute; only standard alarms are priced here.`,
    );
  const metrics = list(properties.Metrics);
  if (metrics.length === 0) return 1;
  return metrics.filter((metric) => isObject(metric) && metric.MetricStat !== undefined).length;
}

const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
