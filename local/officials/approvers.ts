import { type Instant, parseInstant, plusMinutes } from '../../core/calendar/stockholm.ts';
import { messageId } from '../../core/payment/bank-order.ts';
import type { Right } from '../../core/payment/events.ts';
import { rightsFor } from '../../core/payment/rights.ts';
import { caseKind } from '../../core/record/case-id.ts';
import type { Actor, LocalCloud, OpenWait } from '../cloud/local-cloud.ts';
import { type Asked, askedIn } from './asked.ts';
import { type LocalPerson, person } from './people.ts';

interface Act {
  readonly id: string;
  readonly at: Instant;
  readonly do: (cloud: LocalCloud, at: Instant) => Promise<unknown>;
}

const holders: Record<Right, LocalPerson> = {
  attest: 'attestant',
  order: 'payer',
  'sign-state': 'attestant',
  'sign-skr': 'skrSignatory',
};

/** How long after being asked each person answers. */
const minutes = { first: 20, second: 40, bank: 40 } as const;

/**
 * Those who approve: two officials answer what waits for approval within the hour, and one types in that the bank has booked
 * a payment. They use the handlers that everybody uses, and name the hash that they were shown.
 */
export class Approvers implements Actor {
  readonly #cloud: LocalCloud;

  constructor(cloud: LocalCloud) {
    this.#cloud = cloud;
  }

  nextAt(waits: readonly OpenWait[]): Instant | undefined {
    return this.#acts(waits)[0]?.at;
  }

  async act(now: string, cloud: LocalCloud): Promise<void> {
    for (const each of this.#acts(cloud.waits()).filter(({ at }) => at <= now))
      await cloud.once(each.id, async () => void (await each.do(cloud, parseInstant(now))));
  }

  #acts(waits: readonly OpenWait[]): readonly Act[] {
    return waits
      .flatMap(actsFor)
      .filter(({ id }) => !this.#cloud.done(id))
      .sort((a, b) => (a.at < b.at ? -1 : 1));
  }
}

function actsFor({ token, payload, since }: OpenWait): readonly Act[] {
  const asked = askedIn(payload);
  const from = parseInstant(since);
  if (asked.purpose === 'bank') return [bankReport(asked, token, plusMinutes(from, minutes.bank))];
  if (asked.purpose !== 'approval' || asked.proposal === undefined) return [];
  const { proposal } = asked;
  return rightsFor(caseKind(asked.case)).map((right, index) => ({
    id: `${token} ${right}`,
    at: plusMinutes(from, index === 0 ? minutes.first : minutes.second),
    do: (cloud, at) =>
      cloud.invoke('answer-case', {
        kind: 'approve',
        case: asked.case,
        at,
        by: person(holders[right], at),
        right,
        proposal,
      }),
  }));
}

const bankReport = ({ case: id }: Asked, token: string, at: Instant): Act => ({
  id: `${token} bank`,
  at,
  do: (cloud, when) =>
    cloud.invoke('report-payment', {
      case: id,
      at: when,
      by: person('checker', when),
      messageId: messageId(id),
      returned: [],
      reason: 'The bank has booked every payment.',
    }),
});
