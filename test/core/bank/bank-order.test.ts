import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../core/calendar/day.ts';
import { addMonths, parseMonth } from '../../../core/calendar/month.ts';
import { parseInstant } from '../../../core/calendar/stockholm.ts';
import { canonical } from '../../../core/canonical.ts';
import { bankOrder, messageId } from '../../../core/bank/bank-order.ts';
import { payoutCase, requisitionCase } from '../../../core/record/case-id.ts';
import { cases } from '../../helpers/cases.ts';
import { anyProposal, payment, proposal } from '../payment/payments.ts';

const at = parseInstant('2022-05-02T04:00:00.000Z');
const day = parseDay('2022-05-02');

describe('The message id', () => {
  it.each([
    [payoutCase(parseMonth('2022-05')), 'STB-PAY-2022-05'],
    [requisitionCase(2021, 'sol'), 'STB-REQ-2021-SOL'],
    [requisitionCase(2021, 'ihsi'), 'STB-REQ-2021-IHSI'],
  ])('of %s is %s', (id, text) => {
    expect(messageId(id)).toBe(text);
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
});

describe('The order to the bank', () => {
  const paid = proposal(
    payment('01', ['instalment', 100n], ['rebate-forecast', -30n]),
    payment('03', ['rebate-settlement', -5n], ['carried-forward', 5n]),
  );

  it('says who pays, when, and whom: nobody with nothing', () => {
    expect(bankOrder(paid, at, day)).toEqual({
      type: 'bank-order',
      messageId: 'STB-PAY-2022-05',
      case: 'payout-2022-05',
      createdAt: at,
      executionDay: day,
      debtor: { name: 'Kammarkollegiet', account: '5052-5060' },
      transactions: [
        {
          endToEndId: 'STB-PAY-2022-05-01',
          payee: 'Region 01',
          organisationNumber: '232100-0000',
          bankgiro: '123-4567',
          sek: '70',
          reference: 'Statsbidrag payout-2022-05',
        },
      ],
      numberOfTransactions: 1,
      controlSumSek: '70',
    });
  });

  it('has the count and sum of its transactions, ids of at most 35 characters, and nothing below one krona', () => {
    fc.assert(
      fc.property(anyProposal, (any) => {
        const {
          transactions,
          numberOfTransactions,
          controlSumSek,
          messageId: id,
        } = bankOrder(any, at, day);
        const sum = transactions.reduce((all, { sek }) => all + BigInt(sek), 0n);
        expect([numberOfTransactions, controlSumSek]).toEqual([transactions.length, `${sum}`]);
        expect(transactions.every(({ sek }) => BigInt(sek) > 0n)).toBe(true);
        for (const each of [id, ...transactions.map(({ endToEndId }) => endToEndId)])
          expect(each.length).toBeLessThanOrEqual(35);
      }),
      cases(500),
    );
  });

  it('is the same to the byte on every call', () => {
    fc.assert(
      fc.property(anyProposal, (any) => {
        const again = structuredClone(any);
        expect(canonical(bankOrder(again, at, day))).toBe(canonical(bankOrder(any, at, day)));
      }),
      cases(200),
    );
  });
});
