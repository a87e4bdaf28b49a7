import { isObject, type Json } from '../engine/json.ts';
import { nameOf, type Resource, type Resources, resolve } from './intrinsics.ts';

/** What a bucket is for; its folder here has the same name with hyphens. */
export type BucketUse = 'payment files' | 'bank reports' | 'documents' | 'anchors';

/** The variable by which functions are told of the bucket. */
const variables: Readonly<Record<BucketUse, string>> = {
  'payment files': 'PAYMENT_FILES_BUCKET',
  'bank reports': 'BANK_REPORTS_BUCKET',
  documents: 'DOCUMENTS_BUCKET',
  anchors: 'ANCHORS_BUCKET',
};

/** A bucket of S3 that functions are told of, as far as it runs here. */
export interface BucketResource {
  readonly use: BucketUse;
  readonly name: string;
  /** ARNs of the functions that are told of each object that is put, by rules of EventBridge. */
  readonly told: readonly string[];
}

/**
 * Reads the buckets of a stack and the rules on what is put into them. A bucket that no function is told of is left out: it holds
 * the console's files, and so is a rule that calls no function: it tells people. Refused by name is a rule of any other kind, since
 * it would act in the cloud and nothing here would.
 *
 * @param environments what each function is told
 */
export function readBuckets(
  resources: Resources,
  environments: readonly { readonly [name: string]: string }[],
): readonly BucketResource[] {
  const rules = ofType(resources, 'AWS::Events::Rule').flatMap(([id, rule]) =>
    ruleOf(id, rule, resources),
  );
  const buckets = Object.entries(variables).flatMap(([use, variable]) => {
    const named = new Set(environments.flatMap((each) => each[variable] ?? []));
    return [...named].map((name): BucketResource => {
      const told = rules.filter(({ bucket }) => bucket === name).map(({ target }) => target);
      return { use: use as BucketUse, name, told };
    });
  });
  for (const { id, bucket } of rules)
    if (!buckets.some(({ name }) => name === bucket))
      throw new Error(`Rule "${id}" is about the bucket ${bucket}, which no function is told of.`);
  return buckets;
}

interface Rule {
  readonly id: string;
  readonly bucket: string;
  readonly target: string;
}

/** None for a rule that is switched off. */
function ruleOf(id: string, rule: Resource, resources: Resources): readonly Rule[] {
  const value = (name: string): Json => {
    const given = rule.Properties?.[name];
    return given === undefined ? null : resolve(given, resources, `${id}.${name}`);
  };
  if ((value('State') ?? 'ENABLED') !== 'ENABLED') return [];
  // Its queue for what nobody took is not resolved: here a function that fails ends the run.
  const given = rule.Properties?.Targets;
  const targets = (Array.isArray(given) ? given : []).map((target) => {
    const { Arn, ...others } = isObject(target) ? target : {};
    return { arn: String(resolve(Arn ?? null, resources, `${id}.Targets`)), others };
  });
  const called = targets.filter(({ arn }) => arn.startsWith('arn:aws:lambda:'));
  // It tells people in the cloud and sets nothing off in ours.
  if (called.length === 0 && targets.length > 0) return [];
  for (const name of ['ScheduleExpression', 'EventBusName'])
    if (value(name) !== null)
      throw new Error(`Rule "${id}" has ${name}; only what S3 tells of is followed here.`);
  const bucket = bucketIn(id, value('EventPattern'), resources);
  return called.map(({ arn, others }) => {
    for (const name of ['Input', 'InputPath', 'InputTransformer'])
      if (name in others) throw new Error(`Rule "${id}" has ${name}; events are given whole here.`);
    return { id, bucket, target: arn };
  });
}

/** The one bucket of a pattern that takes every object that is created in it. */
function bucketIn(id: string, pattern: Json, resources: Resources): string {
  const { detail, ...rest } = isObject(pattern) ? pattern : {};
  const { bucket, ...others } = isObject(detail ?? null)
    ? (detail as { [name: string]: Json })
    : {};
  const names = isObject(bucket ?? null) ? (bucket as { [name: string]: Json }).name : undefined;
  const [name, ...more] = Array.isArray(names) ? names : [];
  const isPlain =
    JSON.stringify(rest) === '{"source":["aws.s3"],"detail-type":["Object Created"]}' ||
    JSON.stringify(rest) === '{"detail-type":["Object Created"],"source":["aws.s3"]}';
  if (!isPlain || Object.keys(others).length > 0 || typeof name !== 'string' || more.length > 0)
    throw new Error(
      `Rule "${id}" goes by ${JSON.stringify(pattern)}; followed here is "Object Created" of aws.s3 in one bucket.`,
    );
  const [, resource] =
    ofType(resources, 'AWS::S3::Bucket').find(([each, of]) => nameOf(each, of) === name) ?? [];
  if (!tellsEventBridge(resource))
    throw new Error(`Rule "${id}" is about the bucket ${name}, which does not tell EventBridge.`);
  return name;
}

function tellsEventBridge(bucket: Resource | undefined): boolean {
  const told = bucket?.Properties?.NotificationConfiguration;
  const { EventBridgeConfiguration: given } = isObject(told ?? null)
    ? (told as { [name: string]: Json })
    : {};
  return isObject(given ?? null) && (given as { [name: string]: Json }).EventBridgeEnabled === true;
}

const ofType = (resources: Resources, type: string): [string, Resource][] =>
  Object.entries(resources).filter(([, each]) => each.Type === type);
