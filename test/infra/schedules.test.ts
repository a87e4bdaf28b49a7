import { describe, expect, it } from 'vitest';
import { functionName, ofType, resources } from './assembled.ts';

const schedules = ofType('AWS::Scheduler::Schedule').map(({ Properties }) => Properties);
const schedule = (name: string) => schedules.find((candidate) => candidate.Name === name);

describe('the schedules', () => {
  it('are five, all in Stockholm time and in a group of their own', () => {
    expect(schedules.map(({ Name }) => Name).sort()).toEqual([
      'open-due',
      'redeliver-answers',
      'send-reminders',
      'verify-events',
      'verify-record',
    ]);
    for (const { ScheduleExpressionTimezone, GroupName, State } of schedules) {
      expect([ScheduleExpressionTimezone, State]).toEqual(['Europe/Stockholm', 'ENABLED']);
      expect(GroupName).toBe(ofType('AWS::Scheduler::ScheduleGroup')[0]?.Properties.Name);
    }
  });

  it('open what is due from Monday to Friday at six, told the time they were set for', () => {
    const { ScheduleExpression, Target } = schedule('open-due');
    expect(ScheduleExpression).toBe('cron(0 6 ? * MON-FRI *)');
    expect(JSON.parse(Target.Input)).toEqual({ scheduledTime: '<aws.scheduler.scheduled-time>' });
  });

  it('remind from Monday to Friday at eight, told the time they were set for', () => {
    const { ScheduleExpression, Target } = schedule('send-reminders');
    expect(ScheduleExpression).toBe('cron(0 8 ? * MON-FRI *)');
    expect(JSON.parse(Target.Input)).toEqual({ scheduledTime: '<aws.scheduler.scheduled-time>' });
  });

  it('deliver answers again every hour, told nothing', () => {
    const { ScheduleExpression, Target } = schedule('redeliver-answers');
    expect(ScheduleExpression).toBe('cron(0 * * * ? *)');
    expect(Target.Input).toBe('{}');
  });

  it('verify what is new every day at half past five, told nothing', () => {
    const { ScheduleExpression, Target } = schedule('verify-events');
    expect(ScheduleExpression).toBe('cron(30 5 * * ? *)');
    expect(Target.Input).toBe('{}');
  });

  it('verify the whole record once a week, on Sundays', () => {
    const { ScheduleExpression, Target } = schedule('verify-record');
    expect(ScheduleExpression).toBe('cron(0 4 ? * SUN *)');
    expect(JSON.parse(Target.Input)).toEqual({ scheduledTime: '<aws.scheduler.scheduled-time>' });
  });

  it('call the function of their name, and again when the call fails', () => {
    for (const { Name, Target } of schedules) {
      expect(functionName(Target.Arn['Fn::GetAtt'][0])).toBe(Name);
      expect(Target.RetryPolicy.MaximumRetryAttempts).toBeGreaterThan(0);
    }
  });

  it('leave a firing that could not be handed over where it is found', () => {
    for (const { Target } of schedules) {
      const [queue] = Target.DeadLetterConfig.Arn['Fn::GetAtt'];
      expect([queue, resources[queue]?.Type]).toEqual([
        expect.stringMatching(/^FailedEvents/),
        'AWS::SQS::Queue',
      ]);
    }
  });
});
