import { beforeAll, describe, expect, it } from 'vitest';
import { added, type InputEdits, replaced } from '../fixtures/inputs-directory.ts';
import { caseEvents, onlyEvent, typesOf, vouchers, wrongIn } from '../helpers/record.ts';
import { type RanYear, ranYear } from '../helpers/year.ts';

const MARCH = 'payout-2021-03';

/** The Government decides on the payments from April on at once, and on March's more than a year later. */
const marchDecidedLate: InputEdits = {
  'authorisations.csv': (text) =>
    [
      replaced('agreement,2021,2021-03,2021-12', 'agreement,2021,2021-04,2021-12'),
      added('rb-2022-03-10,2022-03-10,agreement,2021,2021-03,2021-03,'),
    ].reduce((edited, edit) => edit(edited), text),
};

let year: RanYear;
beforeAll(async () => {
  year = await ranYear({ edits: marchDecidedLate, until: '2022-03' });
});

describe('A month without any authorisation', () => {
  it('waits for more than a year, longer than an execution can live, and is then paid', () => {
    const [waiting] = caseEvents(year.found, MARCH).filter(({ type }) => type === 'waiting');
    expect(waiting?.at.slice(0, 10)).toBe('2021-02-22');
    const { payDay, paidOn } = onlyEvent(year.found, MARCH, 'release-ordered');
    expect([payDay, paidOn]).toEqual(['2021-03-01', '2022-03-11']);
  });

  it('goes on in a new execution as the same run: once opened, once noted as waiting, once paid', () => {
    expect(typesOf(year.found, MARCH)).toEqual([
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
    expect(vouchers(year.found).filter(({ key }) => key === MARCH)).toHaveLength(1);
  });

  it('fails nowhere, and keeps nobody else from being paid', () => {
    expect([year.failed, year.waiting, wrongIn(year.found)]).toEqual([[], [], []]);
    expect(year.result.payments.map(({ month }) => month)).toContain('2021-04');
  });
});
