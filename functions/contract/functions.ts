/** What most functions may do: read the record and append to it. */
const usual = {
  reads: true,
  appends: true,
  starts: false,
  wakes: false,
  notifies: false,
  watches: false,
  lists: false,
  putsFiles: false,
  readsFiles: false,
  takesReports: false,
  keepsDocuments: false,
  readsDocuments: false,
  anchors: false,
} as const;

/**
 * Every Lambda of the product: its name is its file (`functions/NAME.lambda.ts`), its service name in the logs, and what
 * others call it by. And what it may do to the world outside, each a right of its own:
 *
 * - `reads` the record; one that does not is not told where it is. `appends` to it.
 * - `starts` executions, `wakes` them by their task tokens, `watches` how far they are, `lists` those that run.
 * - `notifies` people.
 * - `putsFiles`: stores payment files for the bank; `readsFiles`: reads them. `takesReports`: reads what the bank has sent.
 * - `keepsDocuments`: stores the documents that inputs were read from; `readsDocuments`: reads them.
 * - `anchors`: stores the record's heads where nobody can change them, and reads those that were stored.
 */
export const functions = {
  // What schedules call.
  'open-due': { ...usual, starts: true, wakes: true, watches: true },
  'send-reminders': { ...usual, notifies: true },
  'redeliver-answers': { ...usual, wakes: true, lists: true },
  'verify-events': { ...usual, appends: false, anchors: true },
  'verify-record': {
    ...{ ...usual, appends: false, anchors: true },
    ...{ readsFiles: true, takesReports: true, readsDocuments: true },
  },
  // Steps that several workflows share.
  'open-case': usual,
  ask: { ...usual, wakes: true, notifies: true },
  'read-decision': usual,
  'release-payment': { ...usual, putsFiles: true, readsFiles: true },
  'anchor-record': { ...usual, appends: false, anchors: true },
  'settle-payment': { ...usual, wakes: true, readsFiles: true },
  'conclude-case': { ...usual, wakes: true },
  'close-case': { ...usual, wakes: true },
  // Steps of one workflow.
  'compute-allocation': usual,
  'prepare-payment': { ...usual, wakes: true },
  'validate-requisition': usual,
  'prepare-requisition': { ...usual, wakes: true },
  'record-requisition': usual,
  'prepare-reissue': { ...usual, wakes: true },
  'collect-finals': usual,
  'compute-settlement': usual,
  // What the bank's files set off.
  'take-bank-report': { ...usual, wakes: true, readsFiles: true, takesReports: true },
  // The API: what people and SKR's machine do. Which operation is whose: api/routes.ts.
  'api-description': { ...usual, reads: false, appends: false },
  'api-read': { ...usual, appends: false, watches: true },
  'api-audit': { ...usual, appends: false },
  'api-runs': { ...usual, wakes: true },
  'api-bank': { ...usual, wakes: true, starts: true, readsFiles: true },
  'api-documents': { ...usual, appends: false },
  'api-prints': { ...usual, appends: false },
  'api-inputs': { ...usual, wakes: true, keepsDocuments: true, readsDocuments: true },
  'api-requisitions': { ...usual, starts: true },
  'api-switch': { ...usual, wakes: true, notifies: true },
  // What the user pool calls before it gives a token.
  'name-in-token': { ...usual, reads: false, appends: false },
} as const;

export type FunctionName = keyof typeof functions;

export const functionNames = Object.keys(functions) as readonly FunctionName[];

/** The five state machines; an execution is named after its case. */
export const stateMachines = {
  'monthly-payout': { environment: 'MONTHLY_PAYOUT_ARN' },
  requisition: { environment: 'REQUISITION_ARN' },
  reconciliation: { environment: 'RECONCILIATION_ARN' },
  'year-opening': { environment: 'YEAR_OPENING_ARN' },
  reissue: { environment: 'REISSUE_ARN' },
} as const;

export type StateMachineName = keyof typeof stateMachines;
