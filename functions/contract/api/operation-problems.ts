import type { ProblemName } from './problems.ts';
import { accepts } from './requests.ts';
import { type OperationId, type Route, routes } from './routes.ts';

/** What every operation can answer whatever is asked of it; some of it the gateway, which calls no function then. */
const always = [
  'malformed-request',
  'headers-too-large',
  'too-many-requests',
  'internal-error',
] as const;
/** Of a request with a token: who it is, and whether path and query can be read. */
const withToken = ['not-signed-in', 'role-not-allowed', 'invalid-request'] as const;
/** Of a POST: its key, its body, and that others were writing at once. */
const posted = [
  'idempotency-key-missing',
  'idempotency-key-reused',
  'unsupported-media-type',
  'content-too-large',
  'try-again',
] as const;

/** A case that can no longer be changed. */
const past = ['already-released', 'already-decided', 'case-closed'] as const;
const speaking = [
  'right-not-held',
  'right-not-of-this-case',
  'no-proposal',
  'stale-proposal',
] as const;
const approving = [
  ...past,
  ...speaking,
  'same-person',
  'already-approved',
  'own-input',
  'outdated-proposal',
] as const;
const registering = ['content-too-large'] as const;
const judgingInput = [
  'confirmation-not-needed',
  'same-person',
  'stale-input',
  'input-refused',
] as const;
const ownRegion = ['not-your-region'] as const;

/** What an operation refuses for reasons of its own. */
const own: { readonly [Id in OperationId]?: readonly ProblemName[] } = {
  approveProposal: approving,
  signReconciliation: approving,
  rejectProposal: [...past, ...speaking],
  withdrawApproval: [...past, 'nothing-to-withdraw'],
  goWithout: [...past, 'not-of-this-case', 'nothing-to-go-without'],
  prepareAgain: past,
  requestClose: past,
  reportBank: [
    'case-closed',
    'not-of-this-case',
    'not-released',
    'another-message',
    'already-reported',
    'not-paid',
  ],
  resolveReturn: [
    'case-closed',
    'not-of-this-case',
    'nothing-returned',
    'already-resolved',
    'movement-undecided',
    'no-next-month',
  ],
  takeBankReport: ['report-unreadable'],
  resolveBankItem: [
    'item-needs-nobody',
    'item-already-resolved',
    'item-choice',
    'case-closed',
    'nothing-returned',
    'already-resolved',
    'movement-carried',
    'movement-not-open',
    'movement-undone',
  ],
  readAnnex: [],
  printStatement: ownRegion,
  printAdvice: ownRegion,
  createRequisition: [
    'right-not-held',
    'no-agreement',
    'requisition-not-in-agreement',
    'requisition-other-party',
    'requisition-too-late',
    'requisition-other-amount',
    'requisition-other-currency',
    'requisition-no-bank-day',
    'requisition-pay-day-too-late',
    'already-requisitioned',
  ],
  registerInput: registering,
  tryInput: registering,
  signLocalDiscounts: ['no-agreement'],
  confirmInput: [...judgingInput, 'document-not-kept'],
  refuseInput: [...judgingInput, 'input-confirmed'],
  listRegions: [],
  readStatement: ownRegion,
  readMonthStatement: ownRegion,
  readStatementWorking: ownRegion,
  readForecast: ownRegion,
  readEvents: ['not-found'],
  stopReleases: ['already-stopped', 'right-not-held', 'reason-missing'],
  liftStop: ['not-stopped', 'same-person', 'right-not-held', 'reason-missing'],
};

/** Every problem that an operation can answer with, each once. */
export function problemsOf(id: OperationId): readonly ProblemName[] {
  const { method, path, roles }: Route = routes[id];
  return [
    ...new Set<ProblemName>([
      ...(roles === 'anyone' ? [] : withToken),
      ...(path.includes('{') ? (['not-found'] as const) : []),
      ...(method === 'POST' ? posted : []),
      ...(own[id] ?? []),
      ...always,
    ]),
  ];
}

/** Whether the operation takes a body with entries. */
export const takesBody = (id: OperationId): boolean => 'body' in (accepts[id as never] ?? {});
