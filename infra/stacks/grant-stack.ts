import { Annotations, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type FunctionName, functions, stateMachines } from '../../functions/contract/functions.ts';
import { bankConnectionRole } from '../bank-connection.ts';
import { Api } from '../constructs/api.ts';
import { BankFiles } from '../constructs/bank-files.ts';
import { type ConsoleDomain, ConsoleSite } from '../constructs/console-site.ts';
import { Handler, type Handlers, type Trust } from '../constructs/handler.ts';
import { MonthlyPayout } from '../constructs/monthly-payout.ts';
import { Notices } from '../constructs/notices.ts';
import { Reconciliation } from '../constructs/reconciliation.ts';
import { RecordTable } from '../constructs/record-table.ts';
import { Reissue } from '../constructs/reissue.ts';
import { ReportArrivals } from '../constructs/report-arrivals.ts';
import { Requisition } from '../constructs/requisition.ts';
import { Schedules } from '../constructs/schedules.ts';
import { SignIn } from '../constructs/sign-in.ts';
import { stateMachineArn } from '../constructs/state-machine-arn.ts';
import { YearOpening } from '../constructs/year-opening.ts';
import { contextText } from '../context-text.ts';
import { debtorEnvironment } from '../debtor.ts';
import { mapRecord } from '../map-record.ts';

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
 * 4. Payment files and the bank's reports lie in two buckets; a report that arrives calls a function.
 * 5. People and SKR's machine reach it through one API, with tokens of one user pool; people through the console, whose files
 *    another stack brings.
 *
 * It looks nothing up and names neither account nor region, so it is synthesized anywhere, without credentials.
 */
export class GrantStack extends Stack {
  /** What others are told of this stack: the names under which it exports the values. */
  readonly exports: Readonly<
    Record<'ConsoleAddress' | 'ConsoleBucket' | 'ConsoleClient' | 'SkrClient' | 'Issuer', string>
  >;

  constructor(scope: Construct, id: string, props: GrantStackProps) {
    super(scope, id, {
      description: "Pays the State's grant to Sweden's regions for pharmaceutical benefits",
      ...props,
    });

    const { table } = new RecordTable(this, 'Record');
    const { topic: notices } = new Notices(this, 'Notices');
    const files = new BankFiles(this, 'BankFiles');
    const connection = bankConnectionRole(this);
    if (connection !== undefined) files.connect(connection);
    const environment = {
      TABLE_NAME: table.tableName,
      CODE_VERSION: props.codeVersion,
      ...debtorEnvironment(this),
    };
    const stateMachineArns = mapRecord(stateMachines, (name) => stateMachineArn(this, name));
    const { bundles } = props;
    const common = { bundles, table, files, notices, environment, stateMachineArns };
    const make = (name: FunctionName, trust?: Trust) =>
      new Handler(this, name, { name, ...common, ...(trust && { trust }) }).function;

    // In this order, because each is told of the one before: pool, API, site, the pool's clients, functions, the API's methods.
    const nameInToken = make('name-in-token');
    const domainPrefix = contextText(this, 'signInPrefix', 'statsbidrag');
    const signIn = new SignIn(this, 'SignIn', { domainPrefix, nameInToken });
    const api = new Api(this, 'Api');
    const site = new ConsoleSite(this, 'Console', {
      api: api.api,
      connectTo: signIn.origins,
      ...this.#consoleDomain(),
    });
    const trust = signIn.addClients(site.origin);
    const handlers: Handlers = mapRecord(functions, (name) =>
      name === 'name-in-token' ? nameInToken : make(name, trust),
    );
    api.addOperations(handlers);

    this.exports = {
      ConsoleAddress: this.#export('ConsoleAddress', site.origin),
      ConsoleBucket: this.#export('ConsoleBucket', site.bucket.bucketName),
      ConsoleClient: this.#export('ConsoleClient', trust.CONSOLE_CLIENT_ID),
      SkrClient: this.#export('SkrClient', trust.SKR_CLIENT_ID),
      Issuer: this.#export('Issuer', trust.TOKEN_ISSUER),
    };

    new MonthlyPayout(this, 'MonthlyPayout', { handlers });
    new Requisition(this, 'Requisition', { handlers });
    new Reconciliation(this, 'Reconciliation', { handlers });
    new YearOpening(this, 'YearOpening', { handlers });
    new Reissue(this, 'Reissue', { handlers });
    const takeReport = handlers['take-bank-report'];
    new ReportArrivals(this, 'ReportArrivals', { reports: files.reports, takeReport });
    new Schedules(this, 'Schedules', { handlers });
  }

  /**
   * Exports a value by a name, always: the template must not depend on whether another stack that reads it is made beside this one.
   */
  #export(id: string, value: string): string {
    const exportName = `${this.stackName}-${id}`;
    new CfnOutput(this, id, { value, exportName });
    return exportName;
  }

  /** Both or neither: a name without its certificate could not be served. */
  #consoleDomain(): { domain?: ConsoleDomain } {
    const keys = ['consoleDomain', 'consoleCertificate'] as const;
    const given = keys.filter((key) => this.node.tryGetContext(key) !== undefined);
    if (given.length === 0) {
      Annotations.of(this).addWarningV2(
        'statsbidrag:console-without-a-name',
        'CloudFront takes TLS 1.0 at the name that it gives; give one as context consoleDomain, with consoleCertificate.',
      );
      return {};
    }
    const [name, certificateArn] = keys.map((key) => contextText(this, key, '')) as [
      string,
      string,
    ];
    return { domain: { name, certificateArn } };
  }
}
