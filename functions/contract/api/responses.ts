import * as z from 'zod/mini';
import type { OperationId } from './routes.ts';
import * as bank from './shapes/bank.ts';
import { FileAnswer } from './shapes/files.ts';
import * as inputs from './shapes/inputs.ts';
import * as people from './shapes/people.ts';
import * as proposals from './shapes/proposals.ts';
import * as record from './shapes/record.ts';
import * as regions from './shapes/regions.ts';
import * as requisitions from './shapes/requisitions.ts';
import * as runs from './shapes/runs.ts';

/**
 * What each operation answers when it does what was asked; the shapes lie in shapes/, status and media in answer-forms.ts. Amounts are
 * decimal text in kronor, days YYYY-MM-DD, moments RFC 3339 in UTC. Texts for people are in the language that was asked for; codes and
 * ids are the same in both.
 */
export const answers = {
  describeApi: z.looseObject({ openapi: z.string() }),
  whoAmI: people.Me,
  listTasks: people.Tasks,
  listNotices: people.Notices,
  readCalendar: runs.Calendar,
  listRuns: runs.Runs,
  readRun: runs.Run,
  readProposal: proposals.Proposal,
  readProposalChanges: proposals.ProposalChanges,
  readWorking: proposals.Working,
  readTimeline: runs.Timeline,
  approveProposal: runs.Done,
  rejectProposal: runs.Done,
  withdrawApproval: runs.Done,
  goWithout: runs.Done,
  prepareAgain: runs.Done,
  requestClose: runs.Done,
  reportBank: runs.Done,
  resolveReturn: runs.Done,
  listRequisitions: requisitions.Requisitions,
  createRequisition: requisitions.Requisition,
  readRequisition: requisitions.RequisitionInFull,
  listInputs: inputs.InputList,
  readInput: inputs.InputVersions,
  readInputVersion: inputs.InputVersionInFull,
  registerInput: inputs.InputRegistered,
  tryInput: inputs.DryRun,
  confirmInput: inputs.InputRegistered,
  refuseInput: inputs.InputRegistered,
  readInputDocument: FileAnswer,
  signLocalDiscounts: inputs.InputRegistered,
  readReconciliation: regions.Reconciliation,
  signReconciliation: runs.Done,
  listRegions: regions.Regions,
  readStatement: regions.Statement,
  readMonthStatement: regions.MonthStatement,
  readStatementWorking: proposals.Working,
  readForecast: regions.Forecast,
  readPaymentFile: FileAnswer,
  readAnnex: FileAnswer,
  printStatement: FileAnswer,
  printAdvice: FileAnswer,
  readBank: bank.Bank,
  takeBankReport: bank.BankReportTaken,
  resolveBankItem: bank.BankReport,
  readTally: bank.Tally,
  readAccounts: bank.Accounts,
  exportAccounts: FileAnswer,
  readSwitch: record.Switch,
  stopReleases: record.Switch,
  liftStop: record.Switch,
  verifyRecord: record.Verification,
  readEvents: record.Events,
} as const satisfies {
  readonly [Id in OperationId]: z.ZodMiniType;
};
