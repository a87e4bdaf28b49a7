import { beforeAll, describe, expect, it } from 'vitest';
import { parseDay } from '../../core/calendar/day.ts';
import { dayInStockholm } from '../../core/calendar/stockholm.ts';
import type { Right } from '../../core/payment/events.ts';
import { parseCaseId } from '../../core/record/case-id.ts';
import type { LocalCloud } from '../../local/cloud/local-cloud.ts';
import type { Registration } from '../../local/inputs/registration.ts';
import { Approvers } from '../../local/officials/approvers.ts';
import { askedIn } from '../../local/officials/asked.ts';
import { approve, submitRequisition } from '../../local/officials/deeds.ts';
import { type InputEdits, replaced } from '../fixtures/inputs-directory.ts';
import { atInstant, blindTo } from '../helpers/actors.ts';
import { theOnly } from '../helpers/arrivals.ts';
import { answerOf } from '../helpers/doors.ts';
import { caseEvents, onlyEvent, paymentsProposed, vouchers, wrongIn } from '../helpers/record.ts';
import { type RanYear, ranYear, sampleArrivals } from '../helpers/year.ts';

const IHSI = 'requisition-2021-ihsi';
const SOL = 'requisition-2021-sol';

/** IHSI is requisitioned on 2 March for 9 March, SOL on 4 March for 11 March: so a short run shows both. */
const edits: InputEdits = {
  'outcome.json': (text) =>
    [
      replaced('"ihsiRequisitionedOn": "2021-06-08"', '"ihsiRequisitionedOn": "2021-03-02"'),
      replaced('"ihsiPaymentDay": "2021-06-15"', '"ihsiPaymentDay": "2021-03-09"'),
      replaced('"solRequisitionedOn": "2021-10-04"', '"solRequisitionedOn": "2021-03-04"'),
      replaced('"solPaymentDay": "2021-10-11"', '"solPaymentDay": "2021-03-11"'),
    ].reduce((edited, edit) => edit(edited), text),
};

/** The rate of a day, registered on that day. */
const rateOf = (rate: Registration, day: string, sekPerEuro: string): Registration =>
  ({ ...rate, day: parseDay(day), content: { day: parseDay(day), sekPerEuro } }) as Registration;

/** Both people approve what a case asks at that moment. */
const approvedBy = (id: string, moment: string) =>
  atInstant(moment, async (cloud: LocalCloud, at) => {
    const wait = cloud.waits().find(({ payload }) => askedIn(payload).case === id);
    const { proposal } = askedIn(wait?.payload);
    const rights: readonly [Right, 'attestant' | 'payer'][] = [
      ['attest', 'attestant'],
      ['order', 'payer'],
    ];
    for (const [right, who] of rights) {
      const act = `${right} ${at}`;
      await approve(cloud, { who, case: parseCaseId(id), right, proposal: proposal ?? '', act });
    }
  });

const orderOf = (year: RanYear) =>
  year.result.requisitions.map(({ kind, sek, paidOn }) => [kind, sek, paidOn]);

describe('IHSI, when the rate of its payment day is not known that day', () => {
  let year: RanYear;
  beforeAll(async () => {
    year = await ranYear({
      edits,
      until: '2021-03',
      arriving: (all) => {
        const rate = theOnly(all, 'rate');
        return all.map((each) => (each === rate ? rateOf(rate, '2021-03-11', '10.2000') : each));
      },
    });
  });

  it('waits for the rate, by name, and takes no other instead', () => {
    expect(onlyEvent(year.found, IHSI, 'waiting')).toMatchObject({
      at: '2021-03-08T23:00:00.000Z', // Midnight in Stockholm.
      needs: [{ need: 'rate', from: 'Riksbanken', because: 'no rate of 2021-03-09 is known' }],
    });
  });

  it('is proposed, approved and paid on the first day whose rate is registered, at that rate', () => {
    // 395 500 × 10.2 = 4 034 100.
    expect(orderOf(year)).toEqual([
      ['sol', '7000000', '2021-03-11'],
      ['ihsi', '4034100', '2021-03-11'],
    ]);
    expect(onlyEvent(year.found, IHSI, 'recorded')).toMatchObject({
      rate: '10.2000',
      differenceSek: '65060', // 4 099 160 − 4 034 100.
    });
    expect([year.failed, year.waiting, wrongIn(year.found)]).toEqual([[], [], []]);
  });
});

describe('IHSI, when it is approved on the day after its payment day', () => {
  let year: RanYear;
  beforeAll(async () => {
    const rate = theOnly(await sampleArrivals(), 'rate');
    year = await ranYear({
      edits,
      until: '2021-03',
      arriving: (all) => [...all, rateOf(rate, '2021-03-12', '10.3000')],
      approvers: blindTo(IHSI, (cloud) => new Approvers(cloud)),
      acting: [approvedBy(IHSI, '2021-03-10T09:00:00Z'), approvedBy(IHSI, '2021-03-12T12:00:00Z')],
    });
  });

  it('is not paid at the rate of a day that is over, though two people approved it', () => {
    const told = caseEvents(year.found, IHSI).map(
      ({ type, at }) => `${dayInStockholm(at)} ${type}`,
    );
    expect(told.slice(3)).toEqual([
      '2021-03-09 waiting',
      '2021-03-09 proposed',
      '2021-03-10 approved',
      '2021-03-10 approved',
      '2021-03-10 voided',
      '2021-03-10 waiting',
      '2021-03-12 proposed',
      '2021-03-12 approved',
      '2021-03-12 approved',
      '2021-03-12 release-ordered',
      '2021-03-12 bank-reported', // Accepted, and
      '2021-03-12 bank-reported', // booked.
      '2021-03-12 settled',
      '2021-03-12 recorded',
      '2021-03-12 closed',
    ]);
  });

  it('is a new proposal with the rate of the new day, and that is what leaves', () => {
    expect(
      paymentsProposed(year.found, IHSI).map(({ payDay, totalSek }) => [payDay, totalSek]),
    ).toEqual([
      ['2021-03-09', '4008076'], // 395 500 × 10.1342 = 4 008 076.1.
      ['2021-03-12', '4073650'], // 395 500 × 10.3.
    ]);
    expect(vouchers(year.found).find(({ case: of }) => of === IHSI)?.cashSek).toBe('4073650');
    expect([year.failed, wrongIn(year.found)]).toEqual([[], []]);
  });
});

describe('A requisition of the wrong amount', () => {
  let year: RanYear;
  let answer = '';
  beforeAll(async () => {
    const right = (await sampleArrivals()).find(
      (each) => each.kind === 'requisition' && each.requisition === 'sol',
    );
    if (right?.kind !== 'requisition') throw new Error('The sample requisitions no SOL.');
    const amount = { currency: 'SEK', value: '7000001' } as const;
    const wrong = { ...right, content: { ...right.content, amount } };
    year = await ranYear({
      edits,
      until: '2021-03',
      acting: [
        atInstant('2021-03-01T09:00:00Z', async (cloud) => {
          answer = await answerOf(submitRequisition(cloud, wrong, 'a krona too much'));
        }),
      ],
    });
  });

  it('is refused with what was asked and what is agreed, and nothing of it is kept', () => {
    expect(answer).toMatch(/^requisition-other-amount: .*7000000.*7000001/);
    expect(onlyEvent(year.found, SOL, 'submitted').at).toBe('2021-03-04T07:00:00.000Z');
  });

  it('can be sent anew with the right amount, and is then paid, once', () => {
    expect(orderOf(year)[0]).toEqual(['sol', '7000000', '2021-03-11']);
    expect(vouchers(year.found).filter(({ case: of }) => of === SOL)).toHaveLength(1);
    expect([year.failed, year.waiting, wrongIn(year.found)]).toEqual([[], [], []]);
  });
});
