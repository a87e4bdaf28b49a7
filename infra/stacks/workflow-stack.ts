import { Stack, type StackProps } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { StateMachineName } from '../../functions/contract/functions.ts';
import { deadLetterQueue } from '../constructs/dead-letters.ts';
import {
  Handler,
  type HandlerSurroundings,
  type StepName,
  stepNames,
} from '../constructs/handler.ts';
import { Notices } from '../constructs/notices.ts';
import { MonthlyPayout } from '../constructs/workflows/monthly-payout.ts';
import { Reconciliation } from '../constructs/workflows/reconciliation.ts';
import { Reissue } from '../constructs/workflows/reissue.ts';
import { ReportArrivals } from '../constructs/workflows/report-arrivals.ts';
import { Requisition } from '../constructs/workflows/requisition.ts';
import { Schedules } from '../constructs/workflows/schedules.ts';
import { YearOpening } from '../constructs/workflows/year-opening.ts';
import { mapRecord } from '../map-record.ts';
import type { DataStack } from './data-stack.ts';

export interface WorkflowStackProps extends StackProps {
  readonly surroundings: HandlerSurroundings;
  readonly data: DataStack;
}

/**
 * What pays the grant: the steps, the workflows that call the steps, and what starts them. Nothing is kept here, so it can be taken
 * down and put up again between two months.
 *
 * 1. A schedule calls "open-due", which starts an execution for every case that is due.
 * 2. The state machine of the case calls one function per state and waits for people by task token.
 * 3. Each function folds the record and appends to it; no other state exists.
 * 4. A report that the bank puts into its bucket calls a function.
 */
export class WorkflowStack extends Stack {
  readonly notices: sns.Topic;
  readonly handlers: Readonly<Record<StepName, lambda.Function>>;
  readonly stateMachines: Readonly<Record<StateMachineName, sfn.StateMachine>>;
  /** Where events lie that nobody could take: `reports` those of the bank's files, `failed` all others. */
  readonly deadLetters: Readonly<Record<'failed' | 'reports', sqs.Queue>>;

  constructor(scope: Construct, id: string, props: WorkflowStackProps) {
    const { surroundings, data, ...rest } = props;
    super(scope, id, { description: 'The workflows that pay the State grant', ...rest });
    this.notices = new Notices(this, 'Notices').topic;
    this.deadLetters = {
      failed: deadLetterQueue(this, 'FailedEvents'),
      reports: deadLetterQueue(this, 'UntakenReports'),
    };
    this.handlers = mapRecord(stepNames, (name) => {
      const deadLetters = this.deadLetters[name === 'take-bank-report' ? 'reports' : 'failed'];
      const { notices } = this;
      return new Handler(this, name, { name, ...surroundings, deadLetters, notices }).function;
    });

    const workflow = { handlers: this.handlers, logKey: surroundings.logKey };
    this.stateMachines = {
      'monthly-payout': new MonthlyPayout(this, 'MonthlyPayout', workflow).stateMachine,
      requisition: new Requisition(this, 'Requisition', workflow).stateMachine,
      reconciliation: new Reconciliation(this, 'Reconciliation', workflow).stateMachine,
      'year-opening': new YearOpening(this, 'YearOpening', workflow).stateMachine,
      reissue: new Reissue(this, 'Reissue', workflow).stateMachine,
    };
    new ReportArrivals(this, 'ReportArrivals', {
      reports: data.files.reports,
      takeReport: this.handlers['take-bank-report'],
      untaken: this.deadLetters.reports,
    });
    new Schedules(this, 'Schedules', {
      handlers: this.handlers,
      deadLetters: this.deadLetters.failed,
    });
  }
}
