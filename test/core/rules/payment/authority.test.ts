import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../../core/calendar/day.ts';
import { parseMonth } from '../../../../core/calendar/month.ts';
import {
  type Authorisation,
  authorityFor,
  type ToBeAuthorised,
} from '../../../../core/rules/payment/authority.ts';
import { accepted, refusalOf } from '../../amounts.ts';

const decision = (
  name: string,
  kind: Authorisation['kind'],
  agreementYear: number,
  first: string,
  last: string,
): Authorisation => ({
  decision: name,
  decidedOn: parseDay(name.slice(3)),
  kind,
  agreementYear,
  firstMonth: parseMonth(first),
  lastMonth: parseMonth(last),
});

const spring = decision('rb-2021-02-18', 'agreement', 2021, '2021-03', '2021-12');
const interim = decision('rb-2022-02-17', 'interim', 2022, '2022-03', '2022-04');
const may = decision('rb-2022-04-21', 'agreement', 2021, '2022-05', '2022-05');
const all = [spring, interim, may];

const line = (kind: ToBeAuthorised['kind'], month: string, agreementYear = 2021) => ({
  kind,
  agreementYear,
  month: parseMonth(month),
});

describe('The authority for a line', () => {
  it.each([
    ['the first month that it covers', line('instalment', '2021-03')],
    ['the last', line('instalment', '2021-12')],
    ['a requisition of SOL money', line('sol', '2021-10')],
    ['a requisition of IHSI money', line('ihsi', '2021-06')],
  ])('is the decision of the agreement year for %s', (_, due) => {
    expect(accepted(authorityFor(due, all))).toBe(spring);
  });

  it('finds the settlement’s own decision in May', () => {
    expect(accepted(authorityFor(line('corridor-benefits', '2022-05'), all))).toBe(may);
  });

  it.each([
    ['the month before the decision', line('instalment', '2021-02')],
    ['the month after it', line('instalment', '2022-01')],
    ['another agreement year', line('instalment', '2021-05', 2020)],
    ['an instalment of the year under an interim decision', line('instalment', '2022-03', 2022)],
  ])('is lacking for %s', (_, due) => {
    expect(refusalOf(authorityFor(due, all))).toEqual({
      reason: 'no-authority',
      ...due,
      needs: ['agreement'],
      needsYear: due.agreementYear,
      cites: [{ source: 'agreement-2021', place: '6' }],
    });
  });

  it('of an interim instalment is an interim decision only', () => {
    expect(accepted(authorityFor(line('interim-instalment', '2022-04', 2022), all))).toBe(interim);
    expect(refusalOf(authorityFor(line('interim-instalment', '2021-04'), all)).needs).toEqual([
      'interim',
    ]);
  });

  it('of a local discount is that of the instalment it reduces, in wait of an agreement or under one', () => {
    const signed = decision('rb-2022-02-17', 'agreement', 2022, '2022-03', '2022-12');
    expect(accepted(authorityFor(line('local-discount', '2022-03'), all))).toBe(interim);
    expect(accepted(authorityFor(line('local-discount', '2022-03'), [signed]))).toBe(signed);
  });

  it('of a local discount is lacking while next year’s instalments are not decided', () => {
    // May's decision is of 2021; what the discount reduces is an instalment of 2022.
    expect(refusalOf(authorityFor(line('local-discount', '2022-05'), all))).toMatchObject({
      needs: ['agreement', 'interim'],
      needsYear: 2022,
    });
  });

  it('is not needed for what is carried forward', () => {
    expect(accepted(authorityFor(line('carried-forward', '2030-01'), []))).toBe('none-needed');
  });
});
