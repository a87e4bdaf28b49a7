import { beforeAll, describe, expect, it } from 'vitest';
import { replaced } from '../fixtures/inputs-directory.ts';
import { corrected } from '../helpers/arrivals.ts';
import {
  caseEvents,
  onlyEvent,
  paymentReleased,
  paymentsProposed,
  typesOf,
  vouchers,
  wrongIn,
} from '../helpers/record.ts';
import { type RanYear, ranYear } from '../helpers/year.ts';

const APRIL = 'payout-2021-04';
const TWELFTH = '2786075070';

const paidIn = ({ result }: RanYear) =>
  result.payments.map(({ month, payDay, totalSek }) => [month, payDay, totalSek]);

describe('A month that no decision covers', () => {
  /** The decision of February covers March and from May on; April is covered by one of 10 May. */
  const edits = {
    'authorisations.csv': replaced(
      'rb-2021-02-18,2021-02-18,agreement,2021,2021-03,2021-12,',
      [
        'rb-2021-02-18,2021-02-18,agreement,2021,2021-03,2021-03,',
        'rb-2021-02-18,2021-02-18,agreement,2021,2021-05,2021-12,',
        'rb-2021-05-10,2021-05-10,agreement,2021,2021-04,2021-04,',
      ].join('\n'),
    ),
  };
  let waiting: RanYear;
  let paid: RanYear;
  beforeAll(async () => {
    waiting = await ranYear({ edits, until: '2021-04' });
    paid = await ranYear({ edits, records: waiting.records, until: '2021-05' });
  });

  it('waits for a decision of the Government, and is paid nothing of', () => {
    expect(waiting.waiting).toEqual([
      { what: APRIL, forWhat: 'authorisation', since: '2021-03-25' },
    ]);
    const [need] = onlyEvent(waiting.found, APRIL, 'waiting').needs;
    expect(need).toMatchObject({
      from: 'Regeringen',
      holds: ['instalment'],
      because: 'no decision covers instalment of 2021 in 2021-04',
    });
    expect(paidIn(waiting)).toEqual([['2021-03', '2021-03-01', TWELFTH]]);
  });

  it('does not hold up the months that are covered', () => {
    expect(paidIn(paid)).toContainEqual(['2021-05', '2021-05-03', TWELFTH]);
  });

  it('is proposed when a second person has confirmed the decision, and not when it is registered', () => {
    expect(onlyEvent(paid.found, APRIL, 'proposed').at).toBe('2021-05-10T06:30:00.000Z'); // 08:30 in Stockholm.
  });

  it('is paid in full on the next bank day, with both days in the record', () => {
    expect(paidIn(paid)).toEqual([
      ['2021-03', '2021-03-01', TWELFTH],
      ['2021-04', '2021-05-11', TWELFTH],
      ['2021-05', '2021-05-03', TWELFTH],
    ]);
    const { payDay, paidOn } = onlyEvent(paid.found, APRIL, 'release-ordered');
    expect([payDay, paidOn]).toEqual(['2021-04-01', '2021-05-11']);
    expect(paymentReleased(paid.found, APRIL).decisions).toEqual(['rb-2021-05-10']);
    expect([paid.failed, wrongIn(paid.found)]).toEqual([[], []]);
  });
});

describe('A month for which the appropriation and its credit have no room', () => {
  /** Room for 9 000 million: 4 000 were paid before, March takes 2 786, and April lacks 572. */
  const edits = {
    'appropriations.csv': replaced('2021,31705000000,792625000', '2021,8000000000,1000000000'),
  };
  /** From 12 April there is room for 10 000 million, a thousand of it credit. */
  const arriving = corrected(
    'appropriation',
    '2021-04-12',
    (before) => ({ ...before, appropriationSek: '9000000000' }),
    2021,
  );
  let held: RanYear;
  let paid: RanYear;
  beforeAll(async () => {
    held = await ranYear({ edits, arriving, until: '2021-03' });
    paid = await ranYear({ edits, arriving, records: held.records, until: '2021-04' });
  });

  it('is held with the kronor that are lacking, and is paid nothing of', () => {
    expect(held.waiting).toEqual([
      { what: APRIL, forWhat: 'room-in-appropriation', since: '2021-03-25' },
    ]);
    const [need] = onlyEvent(held.found, APRIL, 'waiting').needs;
    expect(need).toMatchObject({
      need: 'room-in-appropriation',
      year: 2021,
      from: 'Regeringen',
      // 4 000 000 000 + 2 × 2 786 075 070 − 9 000 000 000.
      because: 'the appropriation of 2021 and its credit lack 572150140 kronor',
    });
    expect(paymentsProposed(held.found, APRIL)).toEqual([]);
    expect(paidIn(held)).toEqual([['2021-03', '2021-03-01', TWELFTH]]);
  });

  it('goes on when a new version with room is confirmed, not when it is registered', () => {
    expect(onlyEvent(paid.found, APRIL, 'proposed').at).toBe('2021-04-12T06:30:00.000Z'); // 08:30 in Stockholm.
    expect(typesOf(paid.found, APRIL).filter((type) => type === 'waiting')).toHaveLength(1);
  });

  it('warns both approvers of the kronor that it takes of the credit', () => {
    const warnings = ['takes 572150140 kronor of the credit of 2021; 427849860 are left'];
    expect(onlyEvent(paid.found, APRIL, 'proposed').warnings).toEqual(warnings);
    expect(paymentReleased(paid.found, APRIL).warnings).toEqual(warnings);
    const approvals = caseEvents(paid.found, APRIL).filter(({ type }) => type === 'approved');
    expect(approvals).toHaveLength(2);
  });

  it('is paid in full on the next bank day', () => {
    expect(paidIn(paid)).toEqual([
      ['2021-03', '2021-03-01', TWELFTH],
      ['2021-04', '2021-04-13', TWELFTH],
    ]);
    expect(vouchers(paid.found).map(({ key, cashSek }) => [key, cashSek])).toEqual([
      ['payout-2021-03', TWELFTH],
      [APRIL, TWELFTH],
    ]);
    expect([paid.failed, wrongIn(paid.found)]).toEqual([[], []]);
  });
});
