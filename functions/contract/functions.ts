/**
 * Every Lambda of the product: its name is its file (`functions/NAME.lambda.ts`), its service name in the logs, and what
 * others call it by. `starts`, `wakes` and `notifies` say whether it starts
 * executions, answers their tokens or sends notices to people; whatever else it does is to read the record and append to it.
 */
export const functions = {
  // What schedules call.
  'open-due': { starts: true, wakes: false, notifies: false },
  'send-reminders': { starts: false, wakes: false, notifies: true },
  'redeliver-answers': { starts: false, wakes: true, notifies: false },
  // Steps that several workflows share.
  'open-case': { starts: false, wakes: false, notifies: false },
  ask: { starts: false, wakes: true, notifies: true },
  'read-decision': { starts: false, wakes: false, notifies: false },
  'release-payment': { starts: false, wakes: false, notifies: false },
  'settle-payment': { starts: false, wakes: false, notifies: false },
  'conclude-case': { starts: false, wakes: true, notifies: false },
  'close-case': { starts: false, wakes: false, notifies: false },
  // Steps of one workflow.
  'compute-allocation': { starts: false, wakes: false, notifies: false },
  'prepare-payment': { starts: false, wakes: false, notifies: false },
  'validate-requisition': { starts: false, wakes: false, notifies: false },
  'prepare-requisition': { starts: false, wakes: false, notifies: false },
  'record-requisition': { starts: false, wakes: false, notifies: false },
  'collect-finals': { starts: false, wakes: false, notifies: false },
  'compute-settlement': { starts: false, wakes: false, notifies: false },
  // Doors: what people and SKR do.
  'register-input': { starts: false, wakes: true, notifies: false },
  'confirm-input': { starts: false, wakes: true, notifies: false },
  'answer-case': { starts: false, wakes: true, notifies: false },
  'submit-requisition': { starts: true, wakes: false, notifies: false },
  'report-payment': { starts: false, wakes: true, notifies: false },
  // The API: what people and SKR's machine do. Which operation is whose: api/routes.ts.
  'api-description': { starts: false, wakes: false, notifies: false },
  'api-read': { starts: false, wakes: false, notifies: false },
  'api-runs': { starts: false, wakes: true, notifies: false },
  'api-inputs': { starts: false, wakes: true, notifies: false },
  'api-requisitions': { starts: true, wakes: false, notifies: false },
  'api-switch': { starts: false, wakes: true, notifies: true },
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
