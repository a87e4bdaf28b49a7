import type { FunctionName } from '../functions.ts';
import type { Role } from './roles.ts';

/** Kammarkollegiet's people who handle payments. */
const officials = ['handläggare', 'attestant', 'utanordnare'] as const;
/** Whoever may see every payment. */
const readers = [...officials, 'revisor'] as const;
/** Whoever signs in as a person. */
const people = [...readers, 'skr-firmatecknare', 'region'] as const;

export type ApiFunction = Extract<FunctionName, `api-${string}`>;

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
  readonly function: ApiFunction;
  /** Who may call it; 'anyone' needs no token. */
  readonly roles: readonly Role[] | 'anyone';
}

/**
 * Every operation of the API: where it is, which function answers, who may call it. The gateway's routes, the server's check of
 * roles, the table in docs/roles.md, the OpenAPI description and the console's client are all made from this.
 *
 * A `run` is a case by its id: `payout-2022-02`, `requisition-2021-sol`, `opening-2021`, `reconciliation-2021`,
 * `reissue-2022-02-05-1`.
 */
export const routes = {
  describeApi: {
    method: 'GET',
    path: '/openapi.json',
    function: 'api-description',
    roles: 'anyone',
  },
  whoAmI: { method: 'GET', path: '/me', function: 'api-read', roles: [...people, 'skr'] },
  listTasks: {
    method: 'GET',
    path: '/tasks',
    function: 'api-read',
    roles: [...readers, 'skr-firmatecknare'],
  },
  listNotices: {
    method: 'GET',
    path: '/notices',
    function: 'api-read',
    roles: [...readers, 'skr-firmatecknare'],
  },
  readCalendar: {
    method: 'GET',
    path: '/calendars/{year}',
    function: 'api-read',
    roles: readers,
  },

  listRuns: { method: 'GET', path: '/runs', function: 'api-read', roles: readers },
  readRun: {
    method: 'GET',
    path: '/runs/{run}',
    function: 'api-read',
    roles: readers,
  },
  readProposal: {
    method: 'GET',
    path: '/runs/{run}/proposals/{proposal}',
    function: 'api-read',
    roles: readers,
  },
  readProposalChanges: {
    method: 'GET',
    path: '/runs/{run}/proposals/{proposal}/since/{before}',
    function: 'api-read',
    roles: [...readers, 'skr-firmatecknare'],
  },
  readWorking: {
    method: 'GET',
    path: '/runs/{run}/workings/{working}',
    function: 'api-read',
    roles: [...readers, 'skr-firmatecknare'],
  },
  readTimeline: {
    method: 'GET',
    path: '/runs/{run}/timeline',
    function: 'api-read',
    roles: readers,
  },
  approveProposal: {
    method: 'POST',
    path: '/runs/{run}/approvals',
    function: 'api-runs',
    roles: ['attestant', 'utanordnare'],
  },
  rejectProposal: {
    method: 'POST',
    path: '/runs/{run}/rejections',
    function: 'api-runs',
    roles: ['attestant', 'utanordnare', 'skr-firmatecknare'],
  },
  withdrawApproval: {
    method: 'POST',
    path: '/runs/{run}/withdrawals',
    function: 'api-runs',
    roles: ['attestant', 'utanordnare', 'skr-firmatecknare'],
  },
  goWithout: {
    method: 'POST',
    path: '/runs/{run}/lines-left-out',
    function: 'api-runs',
    roles: ['handläggare'],
  },
  prepareAgain: {
    method: 'POST',
    path: '/runs/{run}/preparations',
    function: 'api-runs',
    roles: ['handläggare'],
  },
  requestClose: {
    method: 'POST',
    path: '/runs/{run}/closings',
    function: 'api-runs',
    roles: ['handläggare'],
  },
  reportBank: {
    method: 'POST',
    path: '/runs/{run}/bank-reports',
    function: 'api-bank',
    roles: ['handläggare'],
  },
  resolveReturn: {
    method: 'POST',
    path: '/runs/{run}/return-resolutions',
    function: 'api-bank',
    roles: ['handläggare'],
  },
  readPaymentFile: {
    method: 'GET',
    path: '/runs/{run}/payment-file',
    function: 'api-bank',
    roles: readers,
  },
  readAnnex: {
    method: 'GET',
    path: '/runs/{run}/annex/{format}',
    function: 'api-documents',
    roles: readers,
  },

  readBank: { method: 'GET', path: '/bank/{year}', function: 'api-read', roles: readers },
  takeBankReport: {
    method: 'POST',
    path: '/bank/reports',
    function: 'api-bank',
    roles: ['handläggare'],
  },
  resolveBankItem: {
    method: 'POST',
    path: '/bank/reports/{report}/items/{item}/resolutions',
    function: 'api-bank',
    roles: ['handläggare'],
  },
  readTally: { method: 'GET', path: '/tallies/{year}', function: 'api-bank', roles: readers },
  readAccounts: { method: 'GET', path: '/accounts/{year}', function: 'api-read', roles: readers },
  exportAccounts: {
    method: 'GET',
    path: '/accounts/{year}/{format}',
    function: 'api-documents',
    roles: readers,
  },

  listRequisitions: {
    method: 'GET',
    path: '/requisitions',
    function: 'api-requisitions',
    roles: [...readers, 'skr', 'skr-firmatecknare'],
  },
  createRequisition: {
    method: 'POST',
    path: '/requisitions',
    function: 'api-requisitions',
    roles: ['skr'],
  },
  readRequisition: {
    method: 'GET',
    path: '/requisitions/{requisition}',
    function: 'api-requisitions',
    roles: [...readers, 'skr', 'skr-firmatecknare'],
  },

  listInputs: { method: 'GET', path: '/inputs/{year}', function: 'api-read', roles: readers },
  readInput: {
    method: 'GET',
    path: '/inputs/{year}/{kind}/versions',
    function: 'api-read',
    roles: readers,
  },
  readInputVersion: {
    method: 'GET',
    path: '/inputs/{year}/{kind}/versions/{version}',
    function: 'api-read',
    roles: readers,
  },
  registerInput: {
    method: 'POST',
    path: '/inputs/{year}/{kind}/versions',
    function: 'api-inputs',
    roles: ['handläggare'],
  },
  tryInput: {
    method: 'POST',
    path: '/inputs/{year}/{kind}/dry-runs',
    function: 'api-inputs',
    roles: ['handläggare'],
  },
  confirmInput: {
    method: 'POST',
    path: '/inputs/{year}/{kind}/versions/{version}/confirmations',
    function: 'api-inputs',
    roles: ['handläggare'],
  },
  refuseInput: {
    method: 'POST',
    path: '/inputs/{year}/{kind}/versions/{version}/refusals',
    function: 'api-inputs',
    roles: ['handläggare'],
  },
  readInputDocument: {
    method: 'GET',
    path: '/inputs/{year}/{kind}/versions/{version}/document',
    function: 'api-inputs',
    roles: readers,
  },
  signLocalDiscounts: {
    method: 'POST',
    path: '/local-discount-reports/{year}',
    function: 'api-inputs',
    roles: ['skr-firmatecknare'],
  },

  readReconciliation: {
    method: 'GET',
    path: '/reconciliations/{year}',
    function: 'api-read',
    roles: [...readers, 'skr-firmatecknare'],
  },
  signReconciliation: {
    method: 'POST',
    path: '/reconciliations/{year}/signatures',
    function: 'api-runs',
    roles: ['attestant', 'skr-firmatecknare'],
  },

  listRegions: {
    method: 'GET',
    path: '/regions',
    function: 'api-read',
    roles: [...readers, 'region'],
  },
  readStatement: {
    method: 'GET',
    path: '/regions/{region}/statements/{year}',
    function: 'api-read',
    roles: [...readers, 'region'],
  },
  readMonthStatement: {
    method: 'GET',
    path: '/regions/{region}/statements/{year}/{month}',
    function: 'api-read',
    roles: [...readers, 'region'],
  },
  readStatementWorking: {
    method: 'GET',
    path: '/regions/{region}/statements/{year}/{month}/workings/{working}',
    function: 'api-read',
    roles: [...readers, 'region'],
  },
  readForecast: {
    method: 'GET',
    path: '/regions/{region}/forecasts/{year}',
    function: 'api-read',
    roles: [...readers, 'region'],
  },
  printStatement: {
    method: 'GET',
    path: '/regions/{region}/documents/{year}',
    function: 'api-prints',
    roles: [...readers, 'region'],
  },
  printAdvice: {
    method: 'GET',
    path: '/regions/{region}/documents/{year}/{month}',
    function: 'api-prints',
    roles: [...readers, 'region'],
  },

  readSwitch: { method: 'GET', path: '/switch', function: 'api-read', roles: readers },
  stopReleases: {
    method: 'POST',
    path: '/switch/stops',
    function: 'api-switch',
    roles: officials,
  },
  liftStop: {
    method: 'POST',
    path: '/switch/lifts',
    function: 'api-switch',
    roles: ['attestant', 'utanordnare'],
  },

  verifyRecord: {
    method: 'GET',
    path: '/audit/verification',
    function: 'api-audit',
    roles: readers,
  },
  readEvents: {
    method: 'GET',
    path: '/audit/events',
    function: 'api-audit',
    roles: ['handläggare', 'revisor'],
  },
} as const satisfies Record<string, Route>;

export type OperationId = keyof typeof routes;

export const operationIds = Object.keys(routes) as readonly OperationId[];
