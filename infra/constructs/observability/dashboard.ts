import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { MetricName } from '../../../functions/contract/metrics.ts';
import { counted, hoursSince } from './counted.ts';
import type { Watched } from './watched.ts';

export interface WatchBoardProps {
  readonly watched: Watched;
  readonly alarms: readonly cloudwatch.IAlarm[];
}

/** CloudWatch's grid has 24 columns; a row holds as many equal widgets as are given, all this high. */
const columns = 24;
const height = 6;
const day = Duration.days(1);

/**
 * One page to look at when something is wrong, or to see that nothing is: the alarms, then money, then evidence, then machinery. Each
 * widget answers the question that is its title.
 */
export class WatchBoard extends Construct {
  constructor(scope: Construct, id: string, { watched, alarms }: WatchBoardProps) {
    super(scope, id);
    new cloudwatch.Dashboard(this, 'Dashboard', {
      dashboardName: watched.deployment,
      defaultInterval: Duration.days(35), // From one pay day to the next.
      widgets: [
        [
          text(`# ${watched.deployment}
What each alarm means and what to do is in the runbook, **docs/runbook.md** in the repository of the code, under the heading that the alarm names. Kronor are not shown here: they are in the console, with their working.`),
        ],
        [
          new cloudwatch.AlarmStatusWidget({
            title: 'Is money or evidence blocked?',
            alarms: [...alarms],
            width: columns,
            height: 4,
          }),
        ],
        [text('## Money')],
        row(money(watched)),
        [text('## Evidence')],
        row(evidence(watched)),
        [text('## Machinery')],
        ...machinery(watched).map(row),
      ],
    });
  }
}

function money({ deployment, stateMachines }: Watched): readonly Shown[] {
  const machines = Object.entries(stateMachines);
  return [
    {
      title: 'How many runs wait, and how many stand still?',
      left: [
        counted(deployment, 'RunsWaiting', { ...highest, label: 'wait' }),
        counted(deployment, 'RunsStandingStill', { ...highest, label: 'stand still' }),
      ],
    },
    {
      title: 'For how many hours, the longest?',
      left: [
        hoursSince(deployment, 'OldestWaitSince', 'any wait'),
        hoursSince(deployment, 'BankSilentSince', 'for the bank'),
        hoursSince(
          deployment,
          'EarliestUnpaidPayDay',
          'since an unpaid pay day; below zero: to come',
        ),
      ],
    },
    {
      title: 'How many payments were released?',
      left: [counted(deployment, 'PaymentsReleased', { period: day, label: 'payments' })],
    },
    {
      title: 'Which runs were begun, and which ended?',
      left: machines.map(([name, machine]) =>
        machine.metricStarted({ statistic: 'Sum', period: day, label: `${name} begun` }),
      ),
      right: machines.map(([name, machine]) =>
        machine.metricSucceeded({ statistic: 'Sum', period: day, label: `${name} ended` }),
      ),
    },
  ];
}

function evidence({ deployment }: Watched): readonly Shown[] {
  const sums = (...names: readonly (readonly [MetricName, string])[]) =>
    names.map(([name, label]) => counted(deployment, name, { period: day, label }));
  return [
    {
      title: 'Was the record verified, and did it hold?',
      left: sums(['RecordVerified', 'held'], ['RecordNotVerified', 'did not hold']),
    },
    {
      title: 'Does anything contradict itself?',
      left: sums(
        ['RecordContradicts', 'record or file'],
        ['SumsDoNotHold', 'sums'],
        ['PaymentFileImpossible', 'payment file'],
        ['AnchoringFailed', 'anchoring failed'],
      ),
    },
    {
      title: 'How often did two write at once?',
      left: sums(['AppendsRefused', 'refused appends']),
    },
  ];
}

function machinery(watched: Watched): readonly (readonly Shown[])[] {
  const { functions, stateMachines, deadLetters, table, api } = watched;
  const each = <T>(
    of: Readonly<Record<string, T>>,
    show: (value: T, name: string) => cloudwatch.IMetric,
  ) => Object.entries(of).map(([name, value]) => show(value, name));
  return [
    [
      {
        title: 'Which functions failed?',
        left: each(functions, (one, label) => one.metricErrors({ label, period: day })),
      },
      {
        title: 'Which functions were throttled?',
        left: each(functions, (one, label) => one.metricThrottles({ label, period: day })),
      },
      {
        title: 'How long did they take, at worst? (they have 30 s)',
        left: each(functions, (one, label) =>
          one.metricDuration({ label, statistic: 'Maximum', period: day }),
        ),
      },
    ],
    [
      {
        title: 'Which runs failed or were aborted?',
        left: each(stateMachines, (one, name) =>
          one.metricFailed({ label: `${name} failed`, statistic: 'Sum', period: day }),
        ),
        right: each(stateMachines, (one, name) =>
          one.metricAborted({ label: `${name} aborted`, statistic: 'Sum', period: day }),
        ),
      },
      {
        title: 'Does anything lie that nobody could take?',
        left: each(deadLetters, (queue, label) =>
          queue.metricApproximateNumberOfMessagesVisible({ label, statistic: 'Maximum' }),
        ),
      },
      {
        title: 'How does the API answer?',
        left: [
          api.metricServerError({ label: '5xx', statistic: 'Sum' }),
          api.metricClientError({ label: '4xx', statistic: 'Sum' }),
        ],
        right: [api.metricLatency({ label: 'milliseconds, p95', statistic: 'p95' })],
      },
      {
        title: 'Does the table let everybody in?',
        left: ['PutItem', 'GetItem', 'Query', 'BatchGetItem'].flatMap((operation) =>
          ['ThrottledRequests', 'SystemErrors'].map((name) =>
            table.metric(name, {
              label: `${operation} ${name}`,
              statistic: 'Sum',
              dimensionsMap: { TableName: table.tableName, Operation: operation },
            }),
          ),
        ),
      },
    ],
  ];
}

/** A graph: a question, and what answers it. */
interface Shown {
  readonly title: string;
  readonly left: readonly cloudwatch.IMetric[];
  readonly right?: readonly cloudwatch.IMetric[];
}

const highest = { statistic: 'Maximum', period: Duration.hours(1) } as const;

const row = (shown: readonly Shown[]): cloudwatch.IWidget[] =>
  shown.map(
    ({ title, left, right }) =>
      new cloudwatch.GraphWidget({
        title,
        left: [...left],
        ...(right && { right: [...right] }),
        width: columns / shown.length,
        height,
      }),
  );

const text = (markdown: string): cloudwatch.IWidget =>
  new cloudwatch.TextWidget({
    markdown,
    width: columns,
    height: markdown.startsWith('##') ? 1 : 3,
  });
