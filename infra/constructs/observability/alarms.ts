import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { alarmList } from './alarm-list.ts';
import { runbookAt } from './runbook.ts';
import type { Watched } from './watched.ts';

export interface AlarmsProps {
  readonly watched: Watched;
  /** Where the engineer on call is told. */
  readonly topic: sns.ITopic;
}

/** The alarms of alarm-list.ts. Each tells when it is raised and when it is over, in words that lead to the runbook. */
export class Alarms extends Construct {
  readonly alarms: readonly cloudwatch.Alarm[];

  constructor(scope: Construct, id: string, { watched, topic }: AlarmsProps) {
    super(scope, id);
    const action = new SnsAction(topic);
    this.alarms = alarmList(watched).map(({ name, blocks, section, when }) => {
      const alarm = new cloudwatch.Alarm(this, name, {
        alarmName: `${watched.deployment}-${name}`,
        alarmDescription: `${blocks} ${runbookAt(section)}`,
        ...when,
      });
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
      return alarm;
    });
  }
}
