import { describe, expect, it } from 'vitest';
import type { ReportItem } from '../../../core/bank/report-events.ts';
import { parseMonth } from '../../../core/calendar/month.ts';
import type { BankWord } from '../../../core/payment/events.ts';
import { payoutCase } from '../../../core/record/case-id.ts';
import { isWordOf, reportOf } from '../../../core/record/contradictions/bank-words.ts';

const item = { outcome: 'taken', payee: '01', result: 'booked' } as ReportItem;
const word: BankWord = { payee: '01', result: 'booked' };
const place = { of: 'statement', id: 'S', entry: 1 } as const;

describe('An item of a report says a word of a case', () => {
  it.each<[string, object, object, boolean]>([
    ['of the same payment', {}, {}, true],
    ['by its reference', { bankReference: 'B' }, { reference: 'B' }, true],
    ['by the reference of its entry', { entryReference: 'E' }, { entryReference: 'E' }, true],
    ['at its place', { place }, { place }, true],
    ['without the place that it has', { place }, {}, false],
    ['at a place that it has not', {}, { place }, false],
    ['without the reference that it has', { bankReference: 'B' }, {}, false],
    ['by another reference of its entry', { entryReference: 'E' }, { entryReference: 'F' }, false],
    ['by a reference that it has not', {}, { reference: 'B' }, false],
    ['of another day', { day: '2021-03-01' }, { day: '2021-03-02' }, false],
    ['of another payee', {}, { payee: '03' }, false],
    ['with another result', {}, { result: 'returned' }, false],
    ['for another reason', { code: 'AC04' }, {}, false],
    ['that says more', {}, { more: '1' }, false],
  ])('%s', (_, ofItem, ofWord, says) => {
    const said = { ...word, ...ofWord } as BankWord;
    expect(isWordOf({ ...item, ...ofItem } as ReportItem, said)).toBe(says);
  });
});

it('What a case notes of a report in parts says which part it is', () => {
  const id = payoutCase(parseMonth('2021-03'));
  const reports = new Map([['a', { items: [{ ...item, case: id }] } as never]]);
  expect(reportOf(reports, id, { report: 'a', part: 2 }, [word])).toEqual({ report: 'a', part: 2 });
});
