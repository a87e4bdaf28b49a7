import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as targets from 'aws-cdk-lib/aws-scheduler-targets';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Handlers, StepName } from '../handler.ts';
import { ManagedRole } from '../managed-role.ts';

export interface SchedulesProps {
  readonly handlers: Handlers;
  /** Where a firing goes that could not be handed over. */
  readonly deadLetters: sqs.IQueue;
}

/** `TimeZone` has no constant for it, and a missing constant would silently mean UTC. */
const stockholm = TimeZone.of('Europe/Stockholm');

/**
 * What happens by itself, in Stockholm time.
 *
 * 1. Every weekday from Monday to Friday at six: starts every case that is due and not yet open. It looks in the record,
 *    so a morning that was missed is made up for by the next.
 * 2. Every weekday from Monday to Friday at eight: reminds those whose approval is missing shortly before a pay day.
 * 3. Every hour: answers again the task tokens whose answer was recorded but never delivered.
 * 4. Every day at half past five, before anything is opened: verifies what is new beyond the last anchor. On Sundays at four: the
 *    whole record.
 *
 * Each may fire twice; all find their earlier work. A firing that the function could not be told of lies in the queue for two weeks.
 */
export class Schedules extends Construct {
  constructor(scope: Construct, id: string, { handlers, deadLetters }: SchedulesProps) {
    super(scope, id);
    const scheduleGroup = new scheduler.ScheduleGroup(this, 'Group');
    const { account } = Stack.of(this);
    const role = new ManagedRole(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
      description: 'Calls what is due by the clock',
    });
    for (const { name, description, when, tellsTime, tries = eagerly } of firings)
      new scheduler.Schedule(this, name, {
        scheduleGroup,
        scheduleName: name,
        description,
        schedule: scheduler.ScheduleExpression.cron({ ...when, timeZone: stockholm }),
        target: new targets.LambdaInvoke(handlers[name], {
          role,
          deadLetterQueue: deadLetters,
          input: scheduler.ScheduleTargetInput.fromObject(
            tellsTime ? { scheduledTime: scheduler.ContextAttribute.scheduledTime } : {},
          ),
          ...tries,
        }),
      });
  }
}

/** A function, and when it is called. */
interface Firing {
  readonly name: StepName;
  readonly description: string;
  readonly when: Omit<scheduler.CronOptionsWithTimezone, 'timeZone'>;
  /** Whether it is told the time for which it was set; without it, it does the same whenever it is called on the same record. */
  readonly tellsTime: boolean;
  readonly tries?: typeof eagerly;
}

/** For half a day, since the next firing is a day away or more. */
const eagerly = { retryAttempts: 20, maxEventAge: Duration.hours(12) };

const firings: readonly Firing[] = [
  {
    name: 'open-due',
    description: 'Starts what is due',
    when: { minute: '0', hour: '6', weekDay: 'MON-FRI' },
    tellsTime: true,
  },
  {
    name: 'send-reminders',
    description: 'Reminds those whose approval is missing before a pay day',
    when: { minute: '0', hour: '8', weekDay: 'MON-FRI' },
    tellsTime: true,
  },
  {
    name: 'redeliver-answers',
    description: 'Wakes executions whose answer was recorded but not delivered',
    when: { minute: '0' },
    tellsTime: false,
    tries: { retryAttempts: 3, maxEventAge: Duration.hours(1) },
  },
  {
    name: 'verify-events',
    description: 'Verifies what is new beyond the last anchor, and anchors it',
    when: { minute: '30', hour: '5' },
    tellsTime: false,
  },
  {
    name: 'verify-record',
    description: 'Verifies the whole record against the anchors, and anchors it',
    when: { minute: '0', hour: '4', weekDay: 'SUN' },
    tellsTime: true,
  },
];
