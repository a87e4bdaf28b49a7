import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankOrder, sentBy } from '../../../core/bank/bank-order.ts';
import { parseDay } from '../../../core/calendar/day.ts';
import { parseInstant } from '../../../core/calendar/stockholm.ts';
import { canonical } from '../../../core/canonical.ts';
import { cases } from '../../helpers/cases.ts';
import { anyProposal, payment, proposal } from '../payment/payments.ts';

const at = parseInstant('2022-05-02T04:00:00.000Z');
const day = parseDay('2022-05-02');

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
      debtor: paid.debtor,
      transactions: [
        {
          endToEndId: 'STB-PAY-2022-05-01',
          payee: '01',
          name: 'Region 01',
          organisationNumber: '232100-0016',
          bankgiro: '990-1000',
          sek: '70',
          reference: 'Statsbidrag payout-2022-05',
        },
      ],
      numberOfTransactions: 1,
      controlSumSek: '70',
    });
  });

  it('says to the case who is sent what', () => {
    expect(sentBy(bankOrder(paid, at, day))).toEqual([
      { payee: '01', endToEndId: 'STB-PAY-2022-05-01', sek: '70' },
    ]);
  });

  it('pays to a plusgiro as well', () => {
    const { bankgiro: _bankgiro, ...rest } = payment('09', ['instalment', 5n]);
    const [first] = bankOrder(proposal({ ...rest, plusgiro: '902003-3' }), at, day).transactions;
    expect(first).toMatchObject({ payee: '09', plusgiro: '902003-3' });
    expect(first).not.toHaveProperty('bankgiro');
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
