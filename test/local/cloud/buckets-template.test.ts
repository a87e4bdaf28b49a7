import { describe, expect, it } from 'vitest';
import { readBuckets } from '../../../local/cloud/buckets-template.ts';
import type { Resources } from '../../../local/cloud/intrinsics.ts';
import type { Json, JsonObject } from '../../../local/engine/json.ts';
import { bucket, createdIn, rule } from './bucket-mini.ts';

const environments = [
  { PAYMENT_FILES_BUCKET: 'Payments' },
  { PAYMENT_FILES_BUCKET: 'Payments', BANK_REPORTS_BUCKET: 'Reports' },
  { TABLE_NAME: 'Table', ANCHORS_BUCKET: 'Anchors' },
];
const take = 'arn:aws:lambda:eu-north-1:000000000000:function:Take';

const read = (more: JsonObject) =>
  readBuckets(
    {
      Payments: bucket(false),
      Reports: bucket(),
      Console: bucket(false),
      Anchors: bucket(false),
      Take: { Type: 'AWS::Lambda::Function' },
      ...more,
    } as unknown as Resources,
    environments,
  );

describe('The buckets of a template', () => {
  it('are those that functions are told of, by what they are for', () => {
    expect(read({})).toEqual([
      { use: 'payment files', name: 'Payments', told: [] },
      { use: 'bank reports', name: 'Reports', told: [] },
      { use: 'anchors', name: 'Anchors', told: [] },
    ]);
  });

  it('tell the function that a rule names of what is put into them', () => {
    const [payments, reports] = read({ Rule: rule('Take', createdIn('Reports')) });
    expect([payments?.told, reports?.told]).toEqual([[], [take]]);
  });

  it('tell nobody by a rule that is switched off', () => {
    const off = rule('Take', createdIn('Reports'), { State: 'DISABLED' });
    expect(read({ Rule: off }).flatMap(({ told }) => told)).toEqual([]);
  });
});

describe('A rule is refused by its name', () => {
  const pattern = createdIn('Reports');
  const detail = (given: Json): JsonObject => ({ ...pattern, detail: given });
  const plainly = 'followed here is "Object Created" of aws.s3 in one bucket';

  it.each<[string, JsonObject, string]>([
    [
      'on a time',
      rule('Take', pattern, { ScheduleExpression: 'rate(1 hour)' }),
      'ScheduleExpression',
    ],
    ['on a bus of its own', rule('Take', pattern, { EventBusName: 'bus' }), 'EventBusName'],
    ['on another service', rule('Take', { ...pattern, source: ['aws.ec2'] }), plainly],
    ['on another event', rule('Take', { ...pattern, 'detail-type': ['Object Deleted'] }), plainly],
    ['on one thing more', rule('Take', { ...pattern, account: ['1'] }), plainly],
    ['on every bucket', rule('Take', { ...pattern, detail: {} }), plainly],
    [
      'on two buckets',
      rule('Take', detail({ bucket: { name: [{ Ref: 'Reports' }, { Ref: 'Payments' }] } })),
      plainly,
    ],
    [
      'on some keys only',
      rule(
        'Take',
        detail({ bucket: { name: [{ Ref: 'Reports' }] }, object: { key: [{ prefix: 'camt' }] } }),
      ),
      plainly,
    ],
    [
      'on a bucket that tells EventBridge nothing',
      rule('Take', createdIn('Payments')),
      'the bucket Payments, which does not tell EventBridge',
    ],
    [
      'that gives less than the whole event',
      rule('Take', pattern, {
        Targets: [{ Arn: { 'Fn::GetAtt': ['Take', 'Arn'] }, InputPath: '$.detail' }],
      }),
      'InputPath',
    ],
  ])('%s', (_, given, words) => {
    expect(() => read({ Rule: given })).toThrow(words);
    expect(() => read({ Rule: given })).toThrow('Rule "Rule"');
  });

  it('on a bucket that no function is told of', () => {
    const given = { Other: bucket(), Rule: rule('Take', createdIn('Other')) };
    expect(() => read(given)).toThrow('the bucket Other, which no function is told of');
  });
});
