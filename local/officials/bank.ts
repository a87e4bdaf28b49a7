import { parseInstant, plusMinutes } from '../../core/calendar/stockholm.ts';
import { messageId } from '../../core/bank/bank-ids.ts';
import type { LocalCloud, OpenWait } from '../cloud/local-cloud.ts';
import { type Act, Answering } from './answering.ts';
import { askedIn } from './asked.ts';
import { callApi } from './call-api.ts';

const minutes = 40;

/** What the bank does with a payment: it books everything, and a case officer types that in. */
export function bankReports({ token, payload, since }: OpenWait): readonly Act[] {
  const { case: id, purpose } = askedIn(payload);
  if (purpose !== 'bank') return [];
  return [
    {
      id: `${token} bank`,
      at: plusMinutes(parseInstant(since), minutes),
      do: (cloud) =>
        callApi(cloud, 'checker', {
          operation: 'reportBank',
          parameters: { run: id },
          body: {
            messageId: messageId(id),
            returned: [],
            reason: 'Banken har bokfört alla betalningar.',
          },
          act: token,
        }),
    },
  ];
}

/** The bank alone, where people approve for themselves. */
export class Bank extends Answering {
  constructor(cloud: LocalCloud) {
    super(cloud, bankReports);
  }
}
