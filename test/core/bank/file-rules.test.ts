import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BankOrder, bankOrder } from '../../../core/bank/bank-order.ts';
import { fileFaults } from '../../../core/bank/file-rules.ts';
import { parseDay } from '../../../core/calendar/day.ts';
import { giroOf } from '../../../core/inputs/giro.ts';
import { reissueOf } from '../../../core/record/case-id.ts';
import { regions } from '../../../core/regions.ts';
import { cases } from '../../helpers/cases.ts';
import { anyProposal } from '../payment/payments.ts';
import { anyOrder, byBankgiro, byPlusgiro, createdAt, order, orderWith, payDay } from './orders.ts';

/** What is said to be wrong, as `place: given`. */
const told = (given: BankOrder) =>
  fileFaults(given).map(({ place, given: what }) => `${place}: ${what}`);

const MESSAGE = 'STB-PAY-2022-05';

describe('An order to the bank', () => {
  it('has no fault when it pays regions by bankgiro of seven or eight digits and by plusgiro', () => {
    expect(fileFaults(order())).toEqual([]);
  });

  it.each(Object.values(regions))('may pay %s by that name', (name) => {
    expect(fileFaults(orderWith('05', () => ({ name })))).toEqual([]);
  });

  it('may pay SKR by its name', () => {
    expect(fileFaults(orderWith('05', () => ({ name: 'Sveriges Kommuner och Regioner' })))).toEqual(
      [],
    );
  });

  it('has the ids of a payment that is sent again', () => {
    const again = reissueOf(order().case, '05');
    const reissue = order(({ transactions }) => ({
      case: again,
      messageId: 'STB-REI-2022-05-05-1',
      transactions: transactions
        .filter(({ payee }) => payee === '05')
        .map((each) => ({ ...each, endToEndId: 'STB-REI-2022-05-05-1-05' })),
      numberOfTransactions: 1,
      controlSumSek: '70',
    }));
    expect(fileFaults(reissue)).toEqual([]);
  });

  describe('is faulty in its head', () => {
    it.each<[string, Partial<BankOrder>, string[]]>([
      [
        'when its id is that of another case',
        { messageId: 'STB-PAY-2022-04' },
        ['messageId: STB-PAY-2022-04'],
      ],
      ['when its id is no id', { messageId: 'Maj 2022' }, ['messageId: Maj 2022']],
      [
        'when it is to be executed before it was made',
        { executionDay: parseDay('2022-05-01') },
        ['executionDay: 2022-05-01'],
      ],
      [
        'when it counts another number of payments than it has',
        { numberOfTransactions: 4 },
        ['numberOfTransactions: 4'],
      ],
      [
        'when its sum is a krona more than its payments',
        { controlSumSek: '610972988' },
        ['controlSumSek: 610972988'],
      ],
      [
        'when it pays nobody',
        { transactions: [], numberOfTransactions: 0, controlSumSek: '0' },
        ['transactions: 0'],
      ],
    ])('%s', (_, change, faults) => {
      expect(told(order(() => change))).toEqual(faults);
    });

    it('when its debtor is: the debtor’s faults are among its own', () => {
      const faulty = order(({ debtor }) => ({ debtor: { ...debtor, bic: 'BIC', account: '' } }));
      expect(told(faulty)).toEqual(['debtor/account: ', 'debtor/bic: BIC']);
    });

    it('when its debtor has an address without a town', () => {
      const half = order(({ debtor }) => ({ debtor: { ...debtor, town: '' } }));
      expect(told(half)).toEqual(['debtor/town: ']);
    });

    it('but not when it is executed on the day it was made by Stockholm’s clocks', () => {
      // 2022-05-01T22:30Z is half past midnight of 2 May.
      const late = '2022-05-01T22:30:00.000Z' as BankOrder['createdAt'];
      expect(told(order(() => ({ createdAt: late })))).toEqual([]);
      expect(
        told(order(() => ({ createdAt: late, executionDay: parseDay('2022-05-01') }))),
      ).toEqual(['executionDay: 2022-05-01']);
    });
  });

  describe('is faulty in a payment', () => {
    it.each<[string, object, string[]]>([
      ['without a name', { name: '' }, ['05/name: ']],
      ['with a name of 71 characters', { name: 'N'.repeat(71) }, [`05/name: ${'N'.repeat(71)}`]],
      ['with a blank before the name', { name: ' Region' }, ['05/name:  Region']],
      ['with a letter that Swedish banks do not take', { name: 'Région' }, ['05/name: Région']],
      ['with a line break in the name', { name: 'A\nB' }, ['05/name: A\nB']],
      [
        'with an organisation number whose check digit does not hold',
        { organisationNumber: '232100-0041' },
        ['05/organisationNumber: 232100-0041'],
      ],
      [
        'with a bankgiro number whose check digit does not hold',
        { bankgiro: '5050-1056' },
        ['05/bankgiro: 5050-1056'],
      ],
      ['with a bankgiro number of six digits', { bankgiro: '50-1055' }, ['05/bankgiro: 50-1055']],
      ['without a hyphen', { bankgiro: '50501055' }, ['05/bankgiro: 50501055']],
      [
        'with a plusgiro number as its bankgiro number',
        { bankgiro: '902003-3' },
        ['05/bankgiro: 902003-3'],
      ],
      [
        'with both a bankgiro and a plusgiro',
        { plusgiro: '13-3' },
        ['05/bankgiro: 5050-1055 and 13-3'],
      ],
      ['with neither', { bankgiro: undefined }, ['05/plusgiro: ']],
      [
        'with the id of a payment to another',
        { endToEndId: `${MESSAGE}-06` },
        [`05/endToEndId: ${MESSAGE}-06`],
      ],
      [
        'with the id of a payment of another month',
        { endToEndId: 'STB-PAY-2022-04-05' },
        ['05/endToEndId: STB-PAY-2022-04-05'],
      ],
      ['without a reference', { reference: '' }, ['05/reference: ']],
      [
        'with a reference of 141 characters',
        { reference: 'r'.repeat(141) },
        [`05/reference: ${'r'.repeat(141)}`],
      ],
    ])('%s', (_, change, faults) => {
      expect(told(orderWith('05', () => change))).toEqual(faults);
    });

    it.each([
      ['of nothing', '0'],
      ['below zero', '-1'],
      ['of öre', '70.50'],
      ['of twelve digits', '100000000000'],
      ['of zeros before a number', '070'],
      ['that is no number', 'seventy'],
    ])('%s', (_, sek) => {
      const rest = order().transactions.filter(({ payee }) => payee !== '05');
      const sum = rest.reduce((all, each) => all + BigInt(each.sek), 0n);
      const faulty = { ...orderWith('05', () => ({ sek })), controlSumSek: `${sum}` };
      expect(told(faulty)).toEqual([`05/sek: ${sek}`]);
    });

    it('but not of eleven digits', () => {
      const most = orderWith('05', () => ({ sek: '99999999999' }));
      expect(told({ ...most, controlSumSek: `${610972912n + 99999999999n + 5n}` })).toEqual([]);
    });
  });

  describe('is faulty when two payments', () => {
    const twice = (change: (of: BankOrder['transactions'][number]) => object) =>
      told(orderWith('05', () => change(order().transactions[0] as never)));

    it('have one id', () => {
      expect(twice(({ endToEndId }) => ({ endToEndId }))).toEqual([
        `05/endToEndId: ${MESSAGE}-01`,
        `05/endToEndId: ${MESSAGE}-01`,
      ]);
    });

    it('are to one payee', () => {
      expect(
        twice(({ payee, endToEndId }) => ({ payee, endToEndId })).filter((each) =>
          each.startsWith('01/'),
        ),
      ).toEqual(['01/payee: 01', `01/endToEndId: ${MESSAGE}-01`]);
    });

    it('are to one bankgiro, or to one plusgiro', () => {
      expect(twice(giroOf)).toEqual(['05/account: bankgiro 990-1000']);
      const same = order(({ transactions }) => ({
        transactions: transactions.map((each) => byPlusgiro(each, '902003-3')),
      }));
      expect(told(same)).toEqual([
        '05/account: plusgiro 902003-3',
        '09/account: plusgiro 902003-3',
      ]);
    });
  });

  it('says of each fault what is allowed', () => {
    expect(fileFaults(orderWith('05', (each) => byBankgiro(each, '1'))).at(0)?.allowed).toMatch(
      /^a bankgiro number NNN-NNNN or NNNN-NNNN, or a plusgiro number /,
    );
    expect(fileFaults(order(() => ({ controlSumSek: '1' })))).toEqual([
      { place: 'controlSumSek', given: '1', allowed: '610972987, the sum of the payments' },
    ]);
    expect(fileFaults(order(() => ({ executionDay: parseDay('2022-04-29') })))).toEqual([
      {
        place: 'executionDay',
        given: '2022-04-29',
        allowed: '2022-05-02, when it was made, or later',
      },
    ]);
  });

  it('has no fault when it is of any proposal that pays somebody', () => {
    const paying = anyProposal.filter(({ totalSek }) => totalSek !== '0');
    fc.assert(
      fc.property(paying, (any) => {
        expect(fileFaults(bankOrder(any, createdAt, payDay))).toEqual([]);
      }),
      cases(300),
    );
    fc.assert(
      fc.property(anyOrder, (any) => {
        expect(fileFaults(any)).toEqual([]);
      }),
      cases(300),
    );
  });

  it('has a fault when any of its amounts is another, or any payment is left out', () => {
    fc.assert(
      fc.property(anyOrder, fc.nat(), (any, which) => {
        const index = which % any.transactions.length;
        const another = any.transactions.map((each, i) =>
          i === index ? { ...each, sek: `${BigInt(each.sek) + 1n}` } : each,
        );
        const left = any.transactions.filter((_, i) => i !== index);
        expect(fileFaults({ ...any, transactions: another })).not.toEqual([]);
        expect(fileFaults({ ...any, transactions: left })).not.toEqual([]);
      }),
      cases(200),
    );
  });
});
