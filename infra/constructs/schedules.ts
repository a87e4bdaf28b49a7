import { Duration, TimeZone } from 'aws-cdk-lib';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as targets from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { WorkflowProps } from './case-state-machine.ts';

/** `TimeZone` has no constant for it, and a missing constant would silently mean UTC. */
const stockholm = TimeZone.of('Europe/Stockholm');

/**
 * What happens by itself, in Stockholm time.
 *
 * 1. Every weekday from Monday to Friday at six: starts every case that is due and not yet open. It looks in the record,
 *    so a morning that was missed is made up for by the next.
 * 2. Every weekday from Monday to Friday at eight: reminds those whose approval is missing shortly before a pay day.
 * 3. Every hour: answers again the task tokens whose answer was recorded but never delivered.
 *
 * Each may fire twice; all find their earlier work.
 */
export class Schedules extends Construct {
  constructor(scope: Construct, id: string, { handlers }: WorkflowProps) {
    super(scope, id);
    const scheduleGroup = new scheduler.ScheduleGroup(this, 'Group');

    new scheduler.Schedule(this, 'OpenDue', {
      scheduleGroup,
      scheduleName: 'open-due',
      description: 'Starts what is due',
      schedule: scheduler.ScheduleExpression.cron({
        minute: '0',
        hour: '6',
        weekDay: 'MON-FRI',
        timeZone: stockholm,
      }),
      target: new targets.LambdaInvoke(handlers['open-due'], {
        input: scheduler.ScheduleTargetInput.fromObject({
          scheduledTime: scheduler.ContextAttribute.scheduledTime,
        }),
        retryAttempts: 20,
        maxEventAge: Duration.hours(12),
      }),
    });

    new scheduler.Schedule(this, 'SendReminders', {
      scheduleGroup,
      scheduleName: 'send-reminders',
      description: 'Reminds those whose approval is missing before a pay day',
      schedule: scheduler.ScheduleExpression.cron({
        minute: '0',
        hour: '8',
        weekDay: 'MON-FRI',
        timeZone: stockholm,
      }),
      target: new targets.LambdaInvoke(handlers['send-reminders'], {
        input: scheduler.ScheduleTargetInput.fromObject({
          scheduledTime: scheduler.ContextAttribute.scheduledTime,
        }),
        retryAttempts: 20,
        maxEventAge: Duration.hours(12),
      }),
    });

    new scheduler.Schedule(this, 'RedeliverAnswers', {
      scheduleGroup,
      scheduleName: 'redeliver-answers',
      description: 'Wakes executions whose answer was recorded but not delivered',
      schedule: scheduler.ScheduleExpression.cron({ minute: '0', timeZone: stockholm }),
      target: new targets.LambdaInvoke(handlers['redeliver-answers'], {
        // No scheduled time: which hour it is makes no difference to what is found.
        input: scheduler.ScheduleTargetInput.fromObject({}),
        retryAttempts: 3,
        maxEventAge: Duration.hours(1),
      }),
    });
  }
}
