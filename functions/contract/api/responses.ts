import * as z from 'zod/mini';
import type { OperationId } from './routes.ts';
import * as bank from './shapes/bank.ts';
import { CSV, FileAnswer, PDF, SIE, XLSX, XML } from './shapes/files.ts';
import * as inputs from './shapes/inputs.ts';
import * as people from './shapes/people.ts';
import * as proposals from './shapes/proposals.ts';
import * as record from './shapes/record.ts';
import * as regions from './shapes/regions.ts';
import * as requisitions from './shapes/requisitions.ts';
import * as runs from './shapes/runs.ts';

/**
 * What each operation answers when it does what was asked, and with which status; the shapes lie in shapes/. Amounts are decimal
 * text in kronor, days YYYY-MM-DD, moments RFC 3339 in UTC. Texts for people are in the language that was asked for; codes and
 * ids are the same in both.
 */
export const answers = {
  describeApi: { status: 200, body: z.looseObject({ openapi: z.string() }) },
  whoAmI: { status: 200, body: people.Me },
  listTasks: { status: 200, body: people.Tasks },
  listNotices: { status: 200, body: people.Notices },
  readCalendar: { status: 200, body: runs.Calendar },
  listRuns: { status: 200, body: runs.Runs },
  readRun: { status: 200, body: runs.Run },
  readProposal: { status: 200, body: proposals.Proposal },
  readProposalChanges: { status: 200, body: proposals.ProposalChanges },
  readWorking: { status: 200, body: proposals.Working },
  readTimeline: { status: 200, body: runs.Timeline },
  approveProposal: { status: 200, body: runs.Done },
  rejectProposal: { status: 200, body: runs.Done },
  withdrawApproval: { status: 200, body: runs.Done },
  goWithout: { status: 200, body: runs.Done },
  prepareAgain: { status: 200, body: runs.Done },
  requestClose: { status: 200, body: runs.Done },
  reportBank: { status: 200, body: runs.Done },
  resolveReturn: { status: 200, body: runs.Done },
  listRequisitions: { status: 200, body: requisitions.Requisitions },
  createRequisition: { status: 201, body: requisitions.Requisition },
  readRequisition: { status: 200, body: requisitions.RequisitionInFull },
  listInputs: { status: 200, body: inputs.InputList },
  readInput: { status: 200, body: inputs.InputVersions },
  readInputVersion: { status: 200, body: inputs.InputVersionInFull },
  registerInput: { status: 201, body: inputs.InputRegistered },
  tryInput: { status: 200, body: inputs.DryRun },
  confirmInput: { status: 200, body: inputs.InputRegistered },
  refuseInput: { status: 200, body: inputs.InputRegistered },
  readInputDocument: { status: 200, body: FileAnswer, media: [PDF, XLSX] },
  signLocalDiscounts: { status: 201, body: inputs.InputRegistered },
  readReconciliation: { status: 200, body: regions.Reconciliation },
  signReconciliation: { status: 200, body: runs.Done },
  listRegions: { status: 200, body: regions.Regions },
  readStatement: { status: 200, body: regions.Statement },
  readMonthStatement: { status: 200, body: regions.MonthStatement },
  readStatementWorking: { status: 200, body: proposals.Working },
  readForecast: { status: 200, body: regions.Forecast },
  readPaymentFile: { status: 200, body: FileAnswer, media: [XML] },
  readAnnex: { status: 200, body: FileAnswer, media: [XLSX, CSV] },
  printStatement: { status: 200, body: FileAnswer, media: [PDF] },
  printAdvice: { status: 200, body: FileAnswer, media: [PDF] },
  readBank: { status: 200, body: bank.Bank },
  takeBankReport: { status: 200, body: bank.BankReportTaken },
  resolveBankItem: { status: 200, body: bank.BankReport },
  readTally: { status: 200, body: bank.Tally },
  readAccounts: { status: 200, body: bank.Accounts },
  exportAccounts: { status: 200, body: FileAnswer, media: [SIE, CSV] },
  readSwitch: { status: 200, body: record.Switch },
  stopReleases: { status: 200, body: record.Switch },
  liftStop: { status: 200, body: record.Switch },
  verifyRecord: { status: 200, body: record.Verification },
  readEvents: { status: 200, body: record.Events },
} as const satisfies {
  readonly [Id in OperationId]: {
    readonly status: number;
    readonly body: z.ZodMiniType;
    /** Of a document: the media types that its bytes may be in. Everything else is JSON. */
    readonly media?: readonly string[];
  };
};
