import { parseInstant, plusMinutes } from '../../core/calendar/stockholm.ts';
import type { Right } from '../../core/payment/events.ts';
import { rightsFor } from '../../core/payment/rights.ts';
import { caseKind } from '../../core/record/case-id.ts';
import type { LocalCloud, OpenWait } from '../cloud/local-cloud.ts';
import { type Act, Answering } from './answering.ts';
import { askedIn } from './asked.ts';
import { approve } from './deeds.ts';
import type { LocalPerson } from './people.ts';

const holders: Record<Right, LocalPerson> = {
  attest: 'attestant',
  order: 'payer',
  'sign-state': 'attestant',
  'sign-skr': 'skrSignatory',
};

/** How long after being asked each person answers. */
const minutes = { first: 20, second: 40 } as const;

function approvals({ token, payload, since }: OpenWait): readonly Act[] {
  const { case: id, purpose, proposal } = askedIn(payload);
  if (purpose !== 'approval' || proposal === undefined) return [];
  return rightsFor(caseKind(id)).map((right, index) => ({
    id: `${token} ${right}`,
    at: plusMinutes(parseInstant(since), index === 0 ? minutes.first : minutes.second),
    do: (cloud) => approve(cloud, { who: holders[right], case: id, right, proposal, act: token }),
  }));
}

/**
 * Those who approve: two officials answer what waits for approval within the hour. They use the API that everybody uses, and name
 * the hash that they were shown.
 */
export class Approvers extends Answering {
  constructor(cloud: LocalCloud) {
    super(cloud, approvals);
  }
}
