import { Annotations, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { functions, stateMachines } from '../../functions/contract/functions.ts';
import { Handler, type Handlers } from '../constructs/handler.ts';
import { MonthlyPayout } from '../constructs/monthly-payout.ts';
import { Notices } from '../constructs/notices.ts';
import { Reconciliation } from '../constructs/reconciliation.ts';
import { RecordTable } from '../constructs/record-table.ts';
import { Requisition } from '../constructs/requisition.ts';
import { Schedules } from '../constructs/schedules.ts';
import { stateMachineArn } from '../constructs/state-machine-arn.ts';
import { YearOpening } from '../constructs/year-opening.ts';
import { mapRecord } from '../map-record.ts';

/**
 * Whose account the payments leave until the context says otherwise. MADE UP: this is the example account number of the
 * IBAN registry, nobody's account. `debtorName` and `debtorAccount` in cdk.json, or `--context`, set the real ones.
 */
const madeUpDebtor = { name: 'Kammarkollegiet', account: 'SE4550000000058398257466' } as const;

export interface GrantStackProps extends StackProps {
  /** Folder with one bundle per function. */
  readonly bundles: string;
  /** 64 hex digits: code-version.ts. */
  readonly codeVersion: string;
}

/**
 * Everything that pays the grant: the record, the steps, the workflows that call the steps, and what starts them.
 *
 * 1. A schedule calls "open-due", which starts an execution for every case that is due.
 * 2. The state machine of the case calls one function per state and waits for people by task token.
 * 3. Each function folds the record and appends to it; no other state exists.
 *
 * It looks nothing up and names neither account nor region, so it is synthesized anywhere, without credentials.
 */
export class GrantStack extends Stack {
  constructor(scope: Construct, id: string, props: GrantStackProps) {
    super(scope, id, {
      description: "Pays the State's grant to Sweden's regions for pharmaceutical benefits",
      ...props,
    });

    const { table } = new RecordTable(this, 'Record');
    const { topic: notices } = new Notices(this, 'Notices');
    const environment = {
      TABLE_NAME: table.tableName,
      CODE_VERSION: props.codeVersion,
      ...this.#debtor(),
    };
    const stateMachineArns = mapRecord(stateMachines, (name) => stateMachineArn(this, name));
    const { bundles } = props;
    const handlers: Handlers = mapRecord(functions, (name) => {
      const handlerProps = { name, bundles, table, notices, environment, stateMachineArns };
      return new Handler(this, name, handlerProps).function;
    });

    new MonthlyPayout(this, 'MonthlyPayout', { handlers });
    new Requisition(this, 'Requisition', { handlers });
    new Reconciliation(this, 'Reconciliation', { handlers });
    new YearOpening(this, 'YearOpening', { handlers });
    new Schedules(this, 'Schedules', { handlers });
  }

  #debtor(): Record<string, string> {
    const name = this.#contextText('debtorName', madeUpDebtor.name);
    const account = this.#contextText('debtorAccount', madeUpDebtor.account);
    if (account === madeUpDebtor.account) {
      Annotations.of(this).addWarningV2(
        'statsbidrag:made-up-debtor',
        `Payments would leave from the made-up account ${account}; give the real one as context debtorAccount.`,
      );
    }
    return { DEBTOR_NAME: name, DEBTOR_ACCOUNT: account };
  }

  #contextText(key: string, otherwise: string): string {
    const given: unknown = this.node.tryGetContext(key) ?? otherwise;
    if (typeof given === 'string' && given.trim() !== '') return given;
    throw new Error(
      `Context ${key} is ${JSON.stringify(given)}; a text that is not empty is allowed.`,
    );
  }
}
