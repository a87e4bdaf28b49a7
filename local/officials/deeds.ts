import type { Right } from '../../core/payment/events.ts';
import { type CaseId, caseYear } from '../../core/record/case-id.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import { callApi } from './call-api.ts';
import type { LocalPerson } from './people.ts';

/** Somebody's word on a proposal, by its hash. */
export interface Approval {
  readonly who: LocalPerson;
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
