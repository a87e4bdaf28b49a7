import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type MetricName, metrics } from '../../../functions/contract/metrics.ts';
import { ofType, systemOfType, textOf } from './watched-app.ts';

const alarms = ofType('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
const rules = ofType('AWS::Events::Rule').map(({ Properties }) => Properties);
const descriptions: readonly string[] = [
  ...alarms.map(({ AlarmDescription }) => textOf(AlarmDescription)),
  ...rules.map(({ Description }) => textOf(Description)),
];

const runbook = readFileSync('docs/runbook.md', 'utf8');
/** GitHub's anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
const underAlarms = /\n## Alarms\n(.*?)\n## /s.exec(runbook)?.[1] ?? '';
const sections = [...underAlarms.matchAll(/^### (.+)$/gm)].map(([, heading = '']) => heading);
const anchors = [...runbook.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

const named = (alarm: string) => alarms.find(({ AlarmName }) => textOf(AlarmName).endsWith(alarm));

describe('Every alarm', () => {
  it.each(descriptions)(
    'says in one sentence what is blocked, and where to read on: %s',
    (text) => {
      const [, sentence, anchor = ''] =
        /^([A-Z][^.]+\.) docs\/runbook\.md#([a-z0-9-]+)$/.exec(text) ?? [];
      expect(sentence, text).toBeTruthy();
      expect(sections.map(anchorOf)).toContain(anchor);
    },
  );

  it('is told when it begins and when it is over, to the engineer on call alone', () => {
    const topics = ofType('AWS::SNS::Topic');
    expect(topics).toHaveLength(1);
    for (const { AlarmActions, OKActions, ActionsEnabled } of alarms) {
      expect(AlarmActions).toEqual([{ Ref: expect.stringMatching(/^OnCallTopic/) }]);
      expect(OKActions).toEqual(AlarmActions);
      expect(ActionsEnabled ?? true).toBe(true);
    }
  });

  it('says what silence means: of what is said again and again it is an alarm', () => {
    const silent = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching');
    expect(silent.map(({ AlarmName }) => AlarmName)).toEqual([
      'Statsbidrag-test-opener-silent',
      'Statsbidrag-test-redelivery-silent',
      'Statsbidrag-test-verification-silent',
    ]);
    for (const { TreatMissingData } of alarms) expect(TreatMissingData).toMatch(/./);
  });

  it('has a name of its own, which begins with the system’s', () => {
    const names = alarms.map(({ AlarmName }) => AlarmName);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^Statsbidrag-test-[a-z-]+$/);
  });

  it('costs: together they look at no more metrics than so many', () => {
    const looked = alarms.map(
      ({ Metrics }) => Metrics?.filter((each: object) => 'MetricStat' in each).length ?? 1,
    );
    expect(looked.reduce((sum, each) => sum + each, 0)).toBe(20);
    expect(Math.max(...looked)).toBeLessThanOrEqual(10); // CloudWatch takes ten in one alarm.
  });
});

describe('The runbook', () => {
  it('has no section of an alarm that no alarm names', () => {
    const leading = descriptions.map((text) => text.slice(text.indexOf('#') + 1));
    expect(sections.length).toBeGreaterThan(10);
    expect(sections.map(anchorOf).filter((anchor) => !leading.includes(anchor))).toEqual([]);
  });

  it('says of every alarm what it means, what is at stake, what to look at, whom to call and when it is over', () => {
    for (const section of underAlarms.split(/^### /m).slice(1))
      for (const word of [
        '**Means**',
        '**At stake**',
        '**Look at first**',
        '**Do**',
        '**Call**',
        '**Over when**',
      ])
        expect(section, section.split('\n')[0]).toContain(word);
  });

  it('leads to sections that it has', () => {
    const links = [...runbook.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
    expect(links.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
  });

  it('names only metrics, functions and errors that there are, in its queries for the log', () => {
    const queries = [...runbook.matchAll(/```\n(fields [^`]+)```/g)].map(([, query = '']) => query);
    expect(queries.length).toBeGreaterThan(8);
    for (const query of queries) expect(query).toMatch(/\| filter /);
  });
});

describe('An alarm is raised', () => {
  const metricsOf = (name: string) => {
    const alarm = named(name);
    const single = alarm.MetricName === undefined ? [] : [alarm];
    return [...single, ...(alarm.Metrics ?? [])];
  };

  it('by one failed execution of any state machine', () => {
    const watched = metricsOf('run-failed').flatMap(({ MetricStat }) => MetricStat?.Metric ?? []);
    expect(watched.map(({ MetricName }) => MetricName)).toEqual(Array(5).fill('ExecutionsFailed'));
    expect(new Set(watched.map((each) => JSON.stringify(each.Dimensions))).size).toBe(5);
    expect(named('run-failed')).toMatchObject({ Threshold: 1, EvaluationPeriods: 1 });
  });

  it('ten hours into a pay day on which a payout still waits, by the moment that was said', () => {
    const { Metrics, Threshold, TreatMissingData } = named('pay-day-passed');
    const [math] = Metrics.filter((each: object) => 'Expression' in each);
    expect(math.Expression).toBe('(EPOCH(earliestUnpaidPayDay) - earliestUnpaidPayDay) / 3600');
    expect([Threshold, TreatMissingData]).toEqual([10, 'notBreaching']);
  });

  it.each([
    ['opener-silent', 4, 86_400],
    ['redelivery-silent', 3, 3_600],
    ['verification-silent', 2, 86_400],
  ])(
    'when nobody has said anything: %s, for %i periods of %i seconds',
    (name, periods, seconds) => {
      expect(named(name)).toMatchObject({
        EvaluationPeriods: periods,
        Period: seconds,
        Statistic: 'SampleCount',
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
      });
    },
  );

  it.each(['report-not-taken', 'event-failed'])(
    'by one event that lies in its queue: %s',
    (name) => {
      expect(named(name)).toMatchObject({
        MetricName: 'ApproximateNumberOfMessagesVisible',
        Threshold: 1,
      });
    },
  );

  it.each<[string, MetricName]>([
    ['record-contradicts', 'RecordContradicts'],
    ['sums-do-not-hold', 'SumsDoNotHold'],
    ['payment-file-impossible', 'PaymentFileImpossible'],
    ['record-not-verified', 'RecordNotVerified'],
    ['anchoring-failed', 'AnchoringFailed'],
  ])('by one that the functions count: %s by %s', (name, metric) => {
    expect(named(name)).toMatchObject({
      Namespace: 'Statsbidrag',
      MetricName: metric,
      Dimensions: [{ Name: 'service', Value: 'Statsbidrag-test' }],
      Threshold: 1,
      EvaluationPeriods: 1,
    });
  });

  it('by metrics that the functions say, under names that they have', () => {
    const ours = alarms
      .flatMap(({ Metrics, ...single }) => [
        single,
        ...(Metrics ?? []).flatMap(
          (each: { MetricStat?: { Metric: object } }) => each.MetricStat?.Metric ?? [],
        ),
      ])
      .filter(({ Namespace }) => Namespace === 'Statsbidrag');
    for (const { MetricName } of ours) expect(Object.keys(metrics)).toContain(MetricName);
  });
});

describe('What guards the record', () => {
  it('is watched: its key by id and ARN, its table by name and ARN', () => {
    expect(rules.map(({ EventPattern }) => EventPattern.source)).toEqual([
      ['aws.kms'],
      ['aws.dynamodb'],
    ]);
    const [key, table] = rules.map(({ EventPattern }) => EventPattern.detail);
    expect(key.eventName).toEqual(expect.arrayContaining(['DisableKey', 'ScheduleKeyDeletion']));
    expect(key.requestParameters.keyId).toHaveLength(2);
    expect(table.eventName).toEqual(
      expect.arrayContaining(['DeleteTable', 'UpdateContinuousBackups', 'DeleteResourcePolicy']),
    );
    expect(table.$or).toHaveLength(2);
  });

  it('is told of as a message that leads to the runbook', () => {
    for (const { Targets } of rules) {
      const [{ InputTransformer, DeadLetterConfig }] = Targets;
      expect(DeadLetterConfig.Arn).toBeTruthy();
      expect(InputTransformer.InputTemplate).toContain(
        'docs/runbook.md#a-guard-of-the-record-was-touched',
      );
    }
  });
});

describe('The topic of the engineer on call', () => {
  it('takes alarms and events of this account, by TLS, and nobody’s else', () => {
    const [policy] = ofType('AWS::SNS::TopicPolicy');
    const statements: Statement[] = policy?.Properties.PolicyDocument.Statement;
    const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
    for (const { Action } of allowed) expect(Action).toBe('sns:Publish');
    const services = allowed.flatMap(({ Principal }) => [Principal.Service].flat());
    expect(new Set(services)).toEqual(
      new Set(['cloudwatch.amazonaws.com', 'events.amazonaws.com']),
    );
    const denied = statements.filter(({ Effect }) => Effect === 'Deny');
    expect(denied).toMatchObject([{ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }]);
  });

  it('is encrypted with a key that both may use: else an alarm would tell nobody', () => {
    expect(ofType('AWS::SNS::Topic')[0]?.Properties.KmsMasterKeyId).toBeTruthy();
    const uses = systemOfType('AWS::KMS::Key').flatMap(({ Properties }) =>
      (Properties.KeyPolicy.Statement as Statement[]).filter(({ Principal }) =>
        /^(cloudwatch|events)\./.test(String(Principal.Service)),
      ),
    );
    const actions = ['kms:Decrypt', 'kms:GenerateDataKey*'];
    const ofThisAccount = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };
    expect(uses).toMatchObject([
      {
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        ...{ Action: actions, Condition: ofThisAccount },
      },
      // EventBridge says of no account that it publishes for it.
      { Principal: { Service: 'events.amazonaws.com' }, Action: actions },
    ]);
  });
});

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | string[];
  readonly Principal: { readonly Service?: string | string[] };
  readonly Condition?: unknown;
}
