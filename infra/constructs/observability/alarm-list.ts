import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { MetricName } from '../../../functions/contract/metrics.ts';
import { counted, hoursSince } from './counted.ts';
import type { Watched } from './watched.ts';

/** One alarm: when it is raised, what is blocked until it is over, and where docs/runbook.md says what to do. */
export interface AlarmSpec {
  readonly name: string;
  /** One sentence, for whoever is woken by it: which money or evidence is blocked. */
  readonly blocks: string;
  /** The heading in docs/runbook.md. */
  readonly section: string;
  readonly when: Pick<
    cloudwatch.AlarmProps,
    'metric' | 'threshold' | 'comparisonOperator' | 'evaluationPeriods' | 'treatMissingData'
  >;
}

const { IGNORE, BREACHING, NOT_BREACHING } = cloudwatch.TreatMissingData;

/** At once, by one data point of at least that much; where nothing is said nothing is wrong. */
const atLeast = (metric: cloudwatch.IMetric, threshold: number) => ({
  metric,
  threshold,
  comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  evaluationPeriods: 1,
  treatMissingData: NOT_BREACHING,
});

/** When a metric that is said again and again has not been said for so many periods. */
const silentFor = (metric: cloudwatch.IMetric, periods: number) => ({
  metric,
  threshold: 1,
  comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
  evaluationPeriods: periods,
  treatMissingData: BREACHING,
});

/**
 * Every alarm: only what blocks money or evidence, so that whoever is woken has something to do.
 *
 * What only might come to block something has none. A wait is no alarm, for people and SKR may take weeks; it is one when it has
 * outlasted a pay day. Throttles, timeouts and errors of a function are tried again, for hours where a run needs it: when they go on for
 * one hour that is an alarm, and so is what they end in: the execution fails, the event lies in a queue or the API answers 5xx. An aborted execution was aborted by somebody; if nobody goes on
 * with it, it stands still.
 */
export const alarmList = (watched: Watched): readonly AlarmSpec[] => [
  ...blockedMoney(watched),
  ...blockedEvidence(watched),
];

function blockedMoney(watched: Watched): readonly AlarmSpec[] {
  const { deployment, deadLetters, api } = watched;
  const say = (name: MetricName) => counted(deployment, name);
  return [
    {
      name: 'run-failed',
      blocks: 'A run has failed and pays or decides nothing until somebody goes on with it.',
      section: 'A run has failed',
      when: atLeast(executionsFailed(watched), 1),
    },
    {
      name: 'step-keeps-failing',
      blocks: 'A function has failed again and again for an hour: the runs that need it stand.',
      section: 'A step keeps failing',
      // A step that fails is tried again within ten minutes, so in each quarter of an hour it fails at least once.
      when: {
        ...atLeast(functionErrors, 1),
        evaluationPeriods: 4,
      },
    },
    {
      name: 'run-stands-still',
      blocks: 'A run that is due has no execution that runs: it pays or decides nothing.',
      section: 'A run stands still',
      // Said on weekdays; in between the alarm stays as it was.
      when: {
        ...atLeast(
          counted(deployment, 'RunsStandingStill', {
            statistic: 'Maximum',
            period: Duration.days(1),
          }),
          1,
        ),
        treatMissingData: IGNORE,
      },
    },
    {
      name: 'opener-silent',
      blocks: 'Nothing that is due has been opened for four days, and a payout has a week at most.',
      section: 'Nothing is opened',
      // Friday to Monday is three days without.
      when: silentFor(
        counted(deployment, 'RunsStandingStill', {
          statistic: 'SampleCount',
          period: Duration.days(1),
        }),
        4,
      ),
    },
    {
      name: 'pay-day-passed',
      blocks: "A month's payout is not released at ten on its pay day: it waits for somebody.",
      section: 'The pay day has come and the payout waits',
      when: atLeast(hoursSince(deployment, 'EarliestUnpaidPayDay'), 10),
    },
    {
      name: 'bank-silent',
      blocks: 'The bank has had a payment file for five days and not said what became of it.',
      section: 'The bank is silent',
      // Easter: released on Maundy Thursday, booked on Tuesday.
      when: atLeast(hoursSince(deployment, 'BankSilentSince'), 5 * 24),
    },
    {
      name: 'report-not-taken',
      blocks: "A report of the bank's was not taken in: payments stay unanswered, returns unseen.",
      section: 'A report of the bank is not taken in',
      when: atLeast(visibleIn(deadLetters.reports), 1),
    },
    {
      name: 'event-failed',
      blocks: 'A schedule or an event could not be carried out: opening, reminding or waking.',
      section: 'A schedule or an event has failed',
      when: atLeast(visibleIn(deadLetters.failed), 1),
    },
    {
      name: 'redelivery-silent',
      blocks: 'Nobody has looked for three hours whether a recorded answer reached its run.',
      section: 'Nobody looks after the waits',
      when: silentFor(
        counted(deployment, 'RunsWaiting', {
          statistic: 'SampleCount',
          period: Duration.hours(1),
        }),
        3,
      ),
    },
    {
      name: 'payment-file-impossible',
      blocks: 'An approved payment cannot be made a payment file of: it is not released.',
      section: 'A payment file is impossible',
      when: atLeast(say('PaymentFileImpossible'), 1),
    },
    {
      name: 'api-fails',
      blocks: 'The API answers with 5xx: nobody may be able to approve, requisition or stop.',
      section: 'The API fails',
      // One alone may be a moment's; two of three periods are not.
      when: {
        ...atLeast(api.metricServerError({ statistic: 'Sum', period: Duration.minutes(5) }), 1),
        evaluationPeriods: 2,
      },
    },
  ];
}

function blockedEvidence({ deployment }: Watched): readonly AlarmSpec[] {
  const say = (name: MetricName) => counted(deployment, name);
  return [
    {
      name: 'record-contradicts',
      blocks: 'The record or a stored file contradicts itself: what rests on it is not paid.',
      section: 'The record contradicts itself',
      when: atLeast(say('RecordContradicts'), 1),
    },
    {
      name: 'sums-do-not-hold',
      blocks: 'Sums that must be equal are not: the payment is not made, or not closed.',
      section: 'Sums do not hold',
      when: atLeast(say('SumsDoNotHold'), 1),
    },
    {
      name: 'record-not-verified',
      blocks: 'The record is not what its anchor says: something was cut, changed or lost.',
      section: 'The record does not verify',
      when: atLeast(say('RecordNotVerified'), 1),
    },
    {
      name: 'verification-silent',
      blocks: 'The record has not been held against its anchors for two days: nobody would know.',
      section: 'The record is not verified',
      when: silentFor(
        counted(deployment, 'RecordVerified', {
          statistic: 'SampleCount',
          period: Duration.days(1),
        }),
        2,
      ),
    },
    {
      name: 'anchoring-failed',
      blocks: 'What was recorded last is not anchored: if it were cut, nobody could prove it.',
      section: 'The record is not anchored',
      when: atLeast(say('AnchoringFailed'), 1),
    },
  ];
}

/** Of all state machines together: which it was, is asked of Step Functions. Aborts are somebody's act, and nothing times out. */
function executionsFailed({ stateMachines }: Watched): cloudwatch.MathExpression {
  const failed = Object.values(stateMachines).map(
    (machine, index) =>
      [
        `m${index}`,
        machine.metricFailed({ statistic: 'Sum', period: Duration.minutes(5) }),
      ] as const,
  );
  return new cloudwatch.MathExpression({
    expression: failed.map(([id]) => `FILL(${id}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(failed),
    period: Duration.minutes(5),
  });
}

/** Of all functions of the account together: which it was, the logs say. One metric, where one for each function would cost as many. */
const functionErrors = new cloudwatch.Metric({
  namespace: 'AWS/Lambda',
  metricName: 'Errors',
  statistic: 'Sum',
  period: Duration.minutes(15),
});

const visibleIn = (queue: Watched['deadLetters']['failed']) =>
  queue.metricApproximateNumberOfMessagesVisible({
    statistic: 'Maximum',
    period: Duration.minutes(5),
  });
