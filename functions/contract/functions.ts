/**
 * Every Lambda of the product: its name is its file (`functions/NAME.lambda.ts`), its service name in the logs, and what
 * others call it by. `starts` and `wakes` say whether it starts
 * executions or answers their tokens; whatever else it does is to read the record and append to it.
 */
export const functions = {
  // What schedules call.
  'open-due': { starts: true, wakes: false },
  'redeliver-answers': { starts: false, wakes: true },
  // Steps that several workflows share.
  'open-case': { starts: false, wakes: false },
  ask: { starts: false, wakes: true },
  'read-decision': { starts: false, wakes: false },
  'release-payment': { starts: false, wakes: false },
  'settle-payment': { starts: false, wakes: false },
  'conclude-case': { starts: false, wakes: true },
  'close-case': { starts: false, wakes: false },
  // Steps of one workflow.
  'compute-allocation': { starts: false, wakes: false },
  'prepare-payment': { starts: false, wakes: false },
  'validate-requisition': { starts: false, wakes: false },
  'prepare-requisition': { starts: false, wakes: false },
  'record-requisition': { starts: false, wakes: false },
  'collect-finals': { starts: false, wakes: false },
  'compute-settlement': { starts: false, wakes: false },
  // Doors: what people and SKR do.
  'register-input': { starts: false, wakes: true },
  'confirm-input': { starts: false, wakes: true },
  'answer-case': { starts: false, wakes: true },
  'submit-requisition': { starts: true, wakes: false },
  'report-payment': { starts: false, wakes: true },
  // The API: what people and SKR's machine do. Which operation is whose: api/routes.ts.
  'api-description': { starts: false, wakes: false },
  'api-read': { starts: false, wakes: false },
  'api-runs': { starts: false, wakes: true },
  'api-inputs': { starts: false, wakes: true },
  'api-requisitions': { starts: true, wakes: false },
  'api-switch': { starts: false, wakes: true },
} as const;

export type FunctionName = keyof typeof functions;

export const functionNames = Object.keys(functions) as readonly FunctionName[];

/** The four state machines; an execution is named after its case. */
export const stateMachines = {
  'monthly-payout': { environment: 'MONTHLY_PAYOUT_ARN' },
  requisition: { environment: 'REQUISITION_ARN' },
  reconciliation: { environment: 'RECONCILIATION_ARN' },
  'year-opening': { environment: 'YEAR_OPENING_ARN' },
} as const;

export type StateMachineName = keyof typeof stateMachines;
