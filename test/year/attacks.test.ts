import { beforeAll, describe, expect, it } from 'vitest';
import type { BankOrder } from '../../core/bank/bank-order.ts';
import type { LocalCloud } from '../../local/cloud/local-cloud.ts';
import { callApi } from '../../local/officials/call-api.ts';
import { atInstant, whenWaiting } from '../helpers/actors.ts';
import { laterVersion, theOnly } from '../helpers/arrivals.ts';
import { answerOf, confirms, registers } from '../helpers/doors.ts';
import {
  caseEvents,
  eventsOf,
  onlyEvent,
  paymentsProposed,
  typesOf,
  vouchers,
  wrongIn,
} from '../helpers/record.ts';
import { type RanYear, ranYear, sampleArrivals } from '../helpers/year.ts';

const MARCH = 'payout-2021-03';
const GOTLAND = '09';
const reason = 'The account belongs to somebody else.';

/** What the bank was sent for March, and for Gotland in particular. */
const orders = ({ found }: RanYear) => eventsOf<BankOrder>(found, `ORDER#2021/${MARCH}`);
const paidToGotland = (year: RanYear) =>
  orders(year).flatMap(({ transactions }) =>
    transactions
      .filter(({ endToEndId }) => endToEndId.endsWith(`-${GOTLAND}`))
      .map(({ bankgiro }) => bankgiro),
  );

describe('A payee whose account is changed between attest and payment order', () => {
  const answers: string[] = [];
  let year: RanYear;
  beforeAll(async () => {
    const payees = theOnly(await sampleArrivals(), 'payees');
    const { name, organisationNumber } = payees.content[GOTLAND];
    const gotland = { name, organisationNumber, bankgiro: '991-2346' };
    const changed = laterVersion(payees, '2021-02-22', { ...payees.content, [GOTLAND]: gotland });
    year = await ranYear({
      until: '2021-03',
      acting: [
        // The attest is given after twenty minutes, the order would be after forty.
        whenWaiting({ case: MARCH, purpose: 'approval', minutes: 25 }, async (cloud, at) => {
          const confirmedBy = (by: 'registrar' | 'checker') =>
            answerOf(confirms(cloud, payees, 2, `${by} ${at}`, by));
          answers.push(await answerOf(registers(cloud, at, changed)));
          answers.push(await confirmedBy('registrar'));
          answers.push(await confirmedBy('checker'));
        }),
      ],
    });
  });

  it('counts when a second person has confirmed it, and not before', () => {
    expect(answers).toEqual([
      'done',
      expect.stringMatching(/^same-person: Hanna Handläggare /),
      'done',
    ]);
  });

  it('voids the attest: the new proposal, with the new account, is attested and ordered anew', () => {
    const told = caseEvents(year.found, MARCH).map((event) =>
      event.type === 'approved' ? event.right : event.type,
    );
    expect(told).toEqual([
      ...['opened', 'proposed', 'attest', 'voided', 'proposed', 'attest', 'order'],
      ...['release-ordered', 'bank-reported', 'bank-reported', 'settled', 'closed'],
    ]);
    const accounts = paymentsProposed(year.found, MARCH).map(
      ({ payments }) => payments.find(({ payee }) => payee === GOTLAND)?.bankgiro,
    );
    expect(accounts[1]).toBe('991-2346');
    expect(accounts[0]).not.toBe(accounts[1]);
  });

  it('is paid once, to the account that two people have seen', () => {
    expect(paidToGotland(year)).toEqual(['991-2346']);
    expect(vouchers(year.found)).toHaveLength(1);
    expect([year.failed, wrongIn(year.found)]).toEqual([[], []]);
  });
});

/** The attestant takes the attest of March's proposal back, through the API; says what came of it. */
async function withdraws(cloud: LocalCloud, proposal: string, act: string): Promise<string> {
  return answerOf(
    callApi(cloud, 'attestant', {
      operation: 'withdrawApproval',
      parameters: { run: MARCH },
      body: { right: 'attest', proposal, code: 'wrong-payee', reason },
      act,
    }),
  );
}

/** March, when the attestant takes the attest back at a moment. */
async function withdrawnAt(moment: string) {
  let proposal = '';
  let answer = '';
  const year = await ranYear({
    until: '2021-03',
    acting: [
      whenWaiting({ case: MARCH, purpose: 'approval', minutes: 1 }, async (_cloud, _at, asked) => {
        proposal = asked.proposal ?? '';
      }),
      atInstant(moment, async (cloud, at) => {
        answer = await withdraws(cloud, proposal, at);
      }),
    ],
  });
  const { at } = onlyEvent(year.found, MARCH, 'release-ordered');
  return { year, answer, releasedAt: at };
}

describe('An attest that is taken back as the payment leaves', () => {
  // Six o'clock on the pay day, in Stockholm, is when the payment is released.
  it.each([
    ['2021-03-01T04:59:00Z', 'a minute before'],
    ['2021-03-01T05:00:00Z', 'at the very same moment'],
    ['2021-03-01T05:01:00Z', 'a minute after'],
  ])('at %s, %s, is in time or refused, and there is one payment', async (moment) => {
    const { year, answer, releasedAt } = await withdrawnAt(moment);
    const types = typesOf(year.found, MARCH);
    const attests = types.indexOf('withdrawn');
    if (answer === 'done') {
      expect(attests).toBeGreaterThan(0);
      expect(attests).toBeLessThan(types.indexOf('release-ordered'));
      // Given anew, since the local attestant answers whenever they are asked.
      expect(types.slice(attests)).toContain('approved');
      expect(releasedAt > moment.replace('Z', '.000Z')).toBe(true);
    } else {
      expect(answer).toMatch(/^already-released: /);
      expect(attests).toBe(-1);
      expect(releasedAt).toBe('2021-03-01T05:00:00.000Z');
    }
    if (moment !== '2021-03-01T05:00:00Z')
      expect(answer === 'done').toBe(moment < '2021-03-01T05:00:00Z');
    expect([orders(year).length, vouchers(year.found).length]).toEqual([1, 1]);
    expect([year.failed, wrongIn(year.found)]).toEqual([[], []]);
  });
});
