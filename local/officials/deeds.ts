import type { InputVersion } from '../../core/inputs/input-stream.ts';
import type { Right } from '../../core/payment/events.ts';
import { type CaseId, caseYear } from '../../core/record/case-id.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import type { InputRegistration, RequisitionRegistration } from '../inputs/registration.ts';
import { callApi } from './call-api.ts';
import type { LocalOfficial, LocalPerson } from './people.ts';

/** Somebody's word on a proposal, by its hash. */
export interface Approval {
  readonly who: LocalPerson | LocalOfficial;
  readonly case: CaseId;
  readonly right: Right;
  readonly proposal: string;
  /** What names the request for good. */
  readonly act: string;
}

/** Attests, orders payment, or signs the reconciliation: with the operation that the right belongs to. */
export function approve(
  cloud: LocalCloud,
  { who, case: id, right, proposal, act }: Approval,
): Promise<unknown> {
  if (right === 'sign-state' || right === 'sign-skr')
    return callApi(cloud, who, {
      operation: 'signReconciliation',
      parameters: { year: String(caseYear(id)) },
      body: { right, proposal },
      act,
    });
  return callApi(cloud, who, {
    operation: 'approveProposal',
    parameters: { run: id },
    body: { right, proposal },
    act,
  });
}

/** The payees are nobody's year; everything else has its own. */
const placeOf = ({ kind, year }: Pick<InputRegistration, 'kind' | 'year'>) => ({
  kind,
  year: kind === 'payees' ? 'all' : String(year),
});

/** A case officer registers a new version of an input. */
export const registerInput = (
  cloud: LocalCloud,
  registration: InputRegistration,
  act: string,
  who: LocalPerson | LocalOfficial = 'registrar',
): Promise<unknown> => {
  const { from, documentHash, content } = registration;
  return callApi(cloud, who, {
    operation: 'registerInput',
    parameters: placeOf(registration),
    body: { from, documentHash, content },
    act,
  });
};

/** A second case officer confirms a version, by the hash of what they have read. */
export const confirmInput = (
  cloud: LocalCloud,
  registration: Pick<InputRegistration, 'kind' | 'year'>,
  { version, hash }: Pick<InputVersion, 'version' | 'hash'>,
  act: string,
  who: LocalPerson | LocalOfficial = 'checker',
): Promise<unknown> =>
  callApi(cloud, who, {
    operation: 'confirmInput',
    parameters: { ...placeOf(registration), version: String(version) },
    body: { hash },
    act,
  });

const reported = (
  content: Readonly<Partial<Record<string, readonly string[]>>>,
): [string, string[]][] =>
  Object.entries(content).map(([region, discounts = []]) => [region, [...discounts]]);

/** Who signs for SKR sends its report of local discounts. */
export const signLocalDiscounts = (
  cloud: LocalCloud,
  { year, documentHash, content }: Extract<InputRegistration, { kind: 'local-discounts' }>,
  act: string,
): Promise<unknown> =>
  callApi(cloud, 'skrReporter', {
    operation: 'signLocalDiscounts',
    parameters: { year: String(year) },
    body: { documentHash, discounts: Object.fromEntries(reported(content)) },
    act,
  });

/** SKR's machine sends a requisition. */
export const submitRequisition = (
  cloud: LocalCloud,
  { year, requisition, content }: RequisitionRegistration,
  act: string,
): Promise<unknown> => {
  const { bankgiro, plusgiro, ...contents } = content;
  const account = bankgiro === undefined ? { plusgiro } : { bankgiro };
  return callApi(cloud, 'skr', {
    operation: 'createRequisition',
    parameters: {},
    body: { year, kind: requisition, ...contents, account },
    act,
  });
};
