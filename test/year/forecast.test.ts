import { beforeAll, describe, expect, it } from 'vitest';
import type { InputContents } from '../../core/inputs/contents.ts';
import type { MonthPayment } from '../../local/report/year-result.ts';
import { added, inputsDirectory, replaced } from '../fixtures/inputs-directory.ts';
import { whenWaiting } from '../helpers/actors.ts';
import { corrected, late, laterVersion, theOnly } from '../helpers/arrivals.ts';
import { goesWithout, registers, rejects } from '../helpers/doors.ts';
import { copyOf } from '../helpers/folders.ts';
import {
  caseEvents,
  onlyEvent,
  paymentReleased,
  paymentsProposed,
  typesOf,
  wrongIn,
} from '../helpers/record.ts';
import { monthsOf, nationalSum, simulated } from '../helpers/simulated.ts';
import { type RanYear, ranYear, sampleArrivals } from '../helpers/year.ts';

const FEBRUARY = 'payout-2022-02';

/** The sample until the end of November 2021: no forecast has arrived, and every test goes on from a copy. */
let november: RanYear;
beforeAll(async () => {
  november = await ranYear({ until: '2021-11' });
});

const monthOf = ({ result }: RanYear, month: string) =>
  result.payments.find((each) => each.month === month);

/** Ten million more for Region Stockholm, of which 40 per cent, four million, are deducted. */
const more = (forecast: InputContents['rebate-forecast']): InputContents['rebate-forecast'] => ({
  ...forecast,
  '01': String(BigInt(forecast['01']) + 10_000_000n),
});
const moreInFile = inputsDirectory({
  'rebates.csv': replaced('01,575460624,', '01,585460624,'),
});
const februaryOf = (inputs: string) =>
  monthsOf(simulated(inputs)).find(({ month }) => month === '2022-02');

describe('A rebate forecast that has not arrived when February is prepared', () => {
  let waiting: RanYear;
  let paid: RanYear;
  beforeAll(async () => {
    const records = copyOf(november.records);
    const arriving = late('rebate-forecast', '2022-02-03');
    waiting = await ranYear({ records, arriving, until: '2022-01' });
    paid = await ranYear({ records, arriving, until: '2022-02' });
  });

  it('makes the payout wait, and is named with its supplier and the line that it holds', () => {
    expect(waiting.waiting).toEqual([
      { what: FEBRUARY, forWhat: 'rebate-forecast', since: '2022-01-25' },
    ]);
    expect(onlyEvent(waiting.found, FEBRUARY, 'waiting').needs).toEqual([
      {
        need: 'rebate-forecast',
        year: 2021,
        from: 'TLV',
        holds: ['rebate-forecast'],
        because: 'no rebate-forecast of 2021 is known',
      },
    ]);
  });

  it('is no zero: nothing is proposed, and nothing is paid on the pay day', () => {
    expect(typesOf(waiting.found, FEBRUARY)).toEqual(['opened', 'waiting']);
    const { payDay, paidOn, at } = onlyEvent(paid.found, FEBRUARY, 'release-ordered');
    expect({ payDay, paidOn, at }).toEqual({
      payDay: '2022-02-01',
      paidOn: '2022-02-04',
      at: '2022-02-04T05:00:00.000Z',
    });
  });

  it('lets the payout go on when it is registered, and be paid in full on the next bank day', () => {
    expect(typesOf(paid.found, FEBRUARY)).toEqual([
      'opened',
      'waiting',
      'proposed',
      'approved',
      'approved',
      'release-ordered',
      'bank-reported', // Accepted, and
      'bank-reported', // booked.
      'settled',
      'closed',
    ]);
    expect(monthOf(paid, '2022-02')).toEqual({
      ...februaryOf('local/sample-2021'),
      payDay: '2022-02-04',
    });
    expect(paid.checks.filter(({ held }) => !held)).toEqual([]);
    expect([paid.failed, wrongIn(paid.found)]).toEqual([[], []]);
  });
});

describe('February, when it goes without the forecast', () => {
  let year: RanYear;
  beforeAll(async () => {
    const decision = 'rb-2022-02-17,2022-02-17,agreement,2021,2022-03,2022-03,';
    year = await ranYear({
      records: copyOf(november.records),
      edits: { 'authorisations.csv': added(decision) },
      arriving: late('rebate-forecast', '2022-02-10'),
      until: '2022-03',
      acting: [
        whenWaiting(
          { case: FEBRUARY, purpose: 'inputs', minutes: 30 },
          goesWithout('TLV gives its forecast in two weeks.'),
        ),
      ],
    });
  });

  it('is paid on its pay day without that line, and says so to both approvers', () => {
    expect(monthOf(year, '2022-02')).toMatchObject({
      payDay: '2022-02-01',
      totalSek: '2786166154', // 2 786 075 070 + 91 084.
    });
    expect(nationalSum(year.result, '2022-02', 'rebate-forecast')).toBe('0');
    expect(paymentReleased(year.found, FEBRUARY).without).toEqual([
      {
        needs: ['rebate-forecast'],
        reason: 'TLV gives its forecast in two weeks.',
        by: 'local-registrar',
      },
    ]);
  });

  it('leaves the line due: March deducts it, to the krona', () => {
    const lines = (of: MonthPayment | undefined) =>
      of?.regions.map(({ code, lines: all }) => [
        code,
        all.find(({ kind }) => kind === 'rebate-forecast')?.sek,
      ]);
    expect(nationalSum(year.result, '2022-03', 'rebate-forecast')).toBe('-1060000000');
    expect(lines(monthOf(year, '2022-03'))).toEqual(lines(februaryOf('local/sample-2021')));
    // 2 860 000 000 − 1 250 000 − 1 060 000 000.
    expect(monthOf(year, '2022-03')?.totalSek).toBe('1798750000');
    expect([year.failed, wrongIn(year.found)]).toEqual([[], []]);
  });
});

describe('A forecast that is corrected between attest and payment order', () => {
  let year: RanYear;
  beforeAll(async () => {
    const forecast = theOnly(await sampleArrivals(), 'rebate-forecast');
    const correction = laterVersion(forecast, '2022-01-25', more(forecast.content));
    year = await ranYear({
      records: copyOf(november.records),
      until: '2022-02',
      acting: [
        whenWaiting({ case: FEBRUARY, purpose: 'approval', minutes: 30 }, (cloud, at) =>
          registers(cloud, at, correction),
        ),
      ],
    });
  });

  it('voids the proposal with its attest, and both people approve the new one', () => {
    const told = caseEvents(year.found, FEBRUARY).map((event) =>
      event.type === 'approved' ? `${event.type} ${event.right}` : event.type,
    );
    expect(told).toEqual([
      'opened',
      'proposed',
      'approved attest',
      'voided',
      'proposed',
      'approved attest',
      'approved order',
      'release-ordered',
      'bank-reported', // Accepted, and
      'bank-reported', // booked.
      'settled',
      'closed',
    ]);
    expect(onlyEvent(year.found, FEBRUARY, 'voided').because).toBe(
      'INPUT#2021/rebate-forecast has a new version',
    );
  });

  it('pays the new amounts, on the pay day', () => {
    expect(monthOf(year, '2022-02')).toEqual(februaryOf(moreInFile));
    expect(monthOf(year, '2022-02')?.totalSek).toBe('1722166154'); // Four million less.
  });

  it('leaves the first proposal in the record, resting on the version that it was made from', () => {
    const versions = paymentsProposed(year.found, FEBRUARY).map(({ number, totalSek, restsOn }) => [
      number,
      totalSek,
      restsOn.find(({ stream }) => stream === 'INPUT#2021/rebate-forecast')?.version,
    ]);
    expect(versions).toEqual([
      [1, '1726166154', 1],
      [2, '1722166154', 2],
    ]);
  });
});

describe('A proposal that the attestant rejects because of the forecast', () => {
  let waiting: RanYear;
  let paid: RanYear;
  beforeAll(async () => {
    const run = {
      records: copyOf(november.records),
      arriving: corrected('rebate-forecast', '2022-02-02', more),
      acting: [
        whenWaiting(
          { case: FEBRUARY, purpose: 'approval', minutes: 10 },
          rejects("Stockholm's forecast is ten million too low."),
        ),
      ],
    };
    waiting = await ranYear({ ...run, until: '2022-01' });
    paid = await ranYear({ ...run, until: '2022-02' });
  });

  it('is paid nothing of while nothing changes', () => {
    expect(waiting.waiting).toEqual([
      { what: FEBRUARY, forWhat: 'something changes', since: '2022-01-25' },
    ]);
    expect(typesOf(waiting.found, FEBRUARY)).toEqual(['opened', 'proposed', 'rejected']);
    expect(onlyEvent(waiting.found, FEBRUARY, 'rejected').reason).toBe(
      "Stockholm's forecast is ten million too low.",
    );
  });

  it('is made anew when a corrected forecast is registered, approved anew and paid', () => {
    expect(monthOf(paid, '2022-02')).toEqual({ ...februaryOf(moreInFile), payDay: '2022-02-03' });
    expect(onlyEvent(paid.found, FEBRUARY, 'release-ordered').payDay).toBe('2022-02-01');
    expect([paid.failed, wrongIn(paid.found)]).toEqual([[], []]);
  });
});
