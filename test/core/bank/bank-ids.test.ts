import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOfMessage, endToEndId, messageId, paymentOf } from '../../../core/bank/bank-ids.ts';
import { addMonths, parseMonth } from '../../../core/calendar/month.ts';
import {
  openingCase,
  parseCaseId,
  payoutCase,
  requisitionCase,
} from '../../../core/record/case-id.ts';
import { regionCodes } from '../../../core/regions.ts';
import { cases } from '../../helpers/cases.ts';

describe('The message id', () => {
  it.each([
    [payoutCase(parseMonth('2022-05')), 'STB-PAY-2022-05'],
    [requisitionCase(2021, 'sol'), 'STB-REQ-2021-SOL'],
    [requisitionCase(2021, 'ihsi'), 'STB-REQ-2021-IHSI'],
    [parseCaseId('reissue-2022-02-05-1'), 'STB-REI-2022-02-05-1'],
    [parseCaseId('reissue-2021-ihsi-skr-2'), 'STB-REI-2021-IHSI-SKR-2'],
  ])('of %s is %s, and leads back to it', (id, text) => {
    expect(messageId(id)).toBe(text);
    expect(caseOfMessage(text)).toBe(id);
  });

  it('is another for every case', () => {
    const months = Array.from({ length: 48 }, (_, n) => addMonths(parseMonth('2021-01'), n));
    const ids = [
      ...months.map(payoutCase),
      requisitionCase(2021, 'sol'),
      requisitionCase(2022, 'sol'),
    ];
    expect(new Set(ids.map(messageId)).size).toBe(ids.length);
  });

  it('is none of a case that pays nobody', () => {
    expect(() => messageId(openingCase(2021))).toThrow('opening-2021 pays nobody.');
  });
});

describe('The id of one payment', () => {
  it.each([
    ['STB-PAY-2022-02-05', 'payout-2022-02', '05'],
    ['STB-REQ-2021-SOL-SKR', 'requisition-2021-sol', 'SKR'],
    ['STB-REI-2022-02-05-1-05', 'reissue-2022-02-05-1', '05'],
    ['STB-REI-2021-SOL-SKR-1-SKR', 'reissue-2021-sol-skr-1', 'SKR'],
  ] as const)('%s leads to %s and %s', (text, id, payee) => {
    expect(paymentOf(text)).toEqual({ case: id, payee });
    expect(endToEndId(parseCaseId(id), payee)).toBe(text);
    expect(text.length).toBeLessThanOrEqual(35);
  });

  it.each([
    '',
    'STB',
    '-05',
    'STB-PAY-2022-02',
    'STB-PAY-2022-13-05',
    'STB-PAY-2022-02-02',
    'STB-PAY-2022-02-skr',
    'STB-PAY-2021-SOL-SKR',
    'STB-REQ-2021-sol-SKR',
    'STB-XXX-2022-02-05',
    'NOTPROVIDED',
    'stb-pay-2022-02-05',
  ])('%j leads nowhere', (text) => {
    expect(paymentOf(text)).toBeUndefined();
  });

  it('leads nowhere else, whatever the bank writes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const found = paymentOf(text);
        if (found) expect(endToEndId(found.case, found.payee)).toBe(text);
        const of = caseOfMessage(text);
        if (of) expect(messageId(of)).toBe(text);
      }),
      cases(1_000),
    );
  });

  it('is another for every payee', () => {
    const id = payoutCase(parseMonth('2022-05'));
    const all = [...regionCodes, 'SKR' as const].map((payee) => endToEndId(id, payee));
    expect(new Set(all).size).toBe(22);
  });
});
