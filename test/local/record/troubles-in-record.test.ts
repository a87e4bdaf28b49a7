import { describe, expect, it } from 'vitest';
import type { BankReportEvent, ItemOutcome } from '../../../core/bank/report-events.ts';
import { type Instant, parseInstant } from '../../../core/calendar/stockholm.ts';
import type { BankResult } from '../../../core/payment/bank-words.ts';
import type { CaseEvent, PayeeCode } from '../../../core/payment/events.ts';
import type { Voucher } from '../../../core/payment/voucher.ts';
import { parseCaseId } from '../../../core/record/case-id.ts';
import { type PayingCase, troublesIn } from '../../../local/record/troubles-in-record.ts';

const at = (day: string): Instant => parseInstant(`${day}T05:05:00.000Z`);

/** March was paid to three regions on 1 March; then the bank has said this and that. */
const march = (...after: readonly CaseEvent[]): PayingCase => ({
  id: parseCaseId('payout-2021-03'),
  events: [
    {
      type: 'release-ordered',
      paidOn: '2021-03-01',
      sent: ['05', '12', '20'].map((payee) => ({ payee, endToEndId: payee, sek: '100' })),
    } as unknown as CaseEvent,
    ...after,
  ],
});

type Word = readonly [PayeeCode, BankResult, string?];

const says = (day: string, ...words: readonly Word[]): CaseEvent => ({
  ...{ type: 'bank-reported', at: at(day), messageId: '', source: { report: '' } },
  words: words.map(([payee, result, code]) => ({ payee, result, ...(code && { code }) })),
});
const closed: CaseEvent = { type: 'closed', at: at('2021-03-01'), outcome: 'paid' };
const resolved = (payee: PayeeCode, choice: 'reissue' | 'next-month') =>
  ({ type: 'return-resolved', payee, choice }) as unknown as CaseEvent;

const kindsOf = (...after: readonly CaseEvent[]) =>
  troublesIn([march(...after)], [], [])?.troubles.map(({ payee, what }) => `${payee} ${what}`);

describe('What did not go smoothly with a payment', () => {
  const booked = says('2021-03-01', ['05', 'booked'], ['12', 'booked'], ['20', 'booked']);
  it.each<readonly [string, readonly CaseEvent[], readonly string[] | undefined]>([
    ['nothing, when all was booked on its day', [booked, closed], undefined],
    ['it was rejected', [says('2021-03-01', ['05', 'rejected', 'AC04'])], ['05 rejected']],
    [
      'its whole file was rejected',
      [
        says(
          '2021-03-01',
          ['05', 'rejected', 'FF01'],
          ['12', 'rejected', 'FF01'],
          ['20', 'rejected'],
        ),
      ],
      ['05 file-rejected', '12 file-rejected', '20 file-rejected'],
    ],
    [
      'all were rejected, each for its own account',
      [
        says(
          '2021-03-01',
          ['05', 'rejected', 'AC01'],
          ['12', 'rejected', 'AC04'],
          ['20', 'rejected', 'AC06'],
        ),
      ],
      ['05 rejected', '12 rejected', '20 rejected'],
    ],
    ['it came back', [booked, says('2021-03-03', ['12', 'returned', 'AC06'])], ['12 returned']],
    [
      'it came back when its run was closed',
      [booked, closed, says('2021-03-15', ['12', 'returned', 'AC06'])],
      ['12 returned-late'],
    ],
    ['it left late', [says('2021-03-02', ['20', 'booked'])], ['20 booked-late']],
  ])('%s', (_what, events, kinds) => expect(kindsOf(...events)).toEqual(kinds));

  it('is told with its day, its kronor, the reason, and what became of it', () => {
    const events = [
      says(
        '2021-03-03',
        ['12', 'returned', 'AC06'],
        ['20', 'returned', 'AC04'],
        ['05', 'returned'],
      ),
      resolved('12', 'reissue'),
      resolved('20', 'next-month'),
    ];
    const of = { on: '2021-03-03', what: 'returned', run: 'payout-2021-03', sek: '100' };
    expect(troublesIn([march(...events)], [], [])?.troubles).toEqual([
      { ...of, payee: '12', code: 'AC06', became: 'reissue-2021-03-12-1' },
      { ...of, payee: '20', code: 'AC04', became: 'next-month' },
      { ...of, payee: '05' },
    ]);
  });
});

describe('What did not go smoothly with a report of the bank’s', () => {
  const report = (...outcomes: readonly ItemOutcome[]) =>
    ({
      ...{ type: 'report-taken', at: at('2021-03-01'), file: 'a.xml' },
      items: outcomes.map((outcome) => ({ outcome })),
    }) as unknown as BankReportEvent;
  const refusedReport = {
    type: 'report-refused',
    at: at('2021-03-01'),
    file: 'a.xml',
    code: 'not-xml',
  };
  const of = { on: '2021-03-01', file: 'a.xml' };
  it.each<readonly [string, BankReportEvent, object | undefined]>([
    ['nothing, when it told of something new', report('taken', 'known'), undefined],
    ['nothing, when it told of nothing', report('noted'), undefined],
    ['it told again what was known', report('known', 'overtaken'), { ...of, what: 'told-again' }],
    ['it told of what was overtaken', report('overtaken'), { ...of, what: 'out-of-order' }],
    [
      'it leads nowhere',
      report('taken', 'unknown'),
      { ...of, what: 'leads-nowhere', code: 'unknown' },
    ],
    [
      'it contradicts',
      report('contradicts'),
      { ...of, what: 'leads-nowhere', code: 'contradicts' },
    ],
    [
      'it could not be read',
      refusedReport as unknown as BankReportEvent,
      { ...of, what: 'unreadable', code: 'not-xml' },
    ],
    [
      'nothing, when somebody looked into it',
      { type: 'item-resolved' } as unknown as BankReportEvent,
      undefined,
    ],
  ])('%s', (_what, event, trouble) => {
    expect(troublesIn([], [event], [])?.troubles).toEqual(trouble && [trouble]);
  });
});

describe('What a payee was paid, and what is held for it', () => {
  const back = says('2021-03-03', ['12', 'returned', 'AC06']);
  const taken: CaseEvent = {
    ...{ type: 'returned', at: at('2021-03-03') },
    payments: [{ payee: '12', sek: '100', code: 'AC06', voucherKey: 'k' }],
  };
  const reversal = {
    entries: [
      { account: 'balance-of-payee', counterpart: '12', sek: '-100' },
      { account: 'bank', counterpart: '', sek: '100' },
    ],
  } as unknown as Voucher;
  const balances = (events: readonly CaseEvent[], vouchers: readonly Voucher[], again = false) => {
    const reissue: PayingCase = {
      id: parseCaseId('reissue-2021-03-12-1'),
      events: [
        {
          ...{ type: 'release-ordered', paidOn: '2021-03-08' },
          sent: [{ payee: '12', endToEndId: 'again', sek: '100' }],
        } as unknown as CaseEvent,
      ],
    };
    const told = troublesIn([march(...events), ...(again ? [reissue] : [])], [], vouchers);
    const of = (payee: PayeeCode) => told?.payees.find((each) => each.payee === payee);
    return { of12: of('12'), of05: of('05'), reissues: told?.reissues };
  };

  it('is nothing paid and everything held, when it came back; also before that is booked', () => {
    const held = { payee: '12', paidSek: '0', heldSek: '100' };
    expect(balances([back], []).of12).toEqual(held);
    expect(balances([back, taken], [reversal]).of12).toEqual(held);
    expect(balances([back, taken], [reversal]).of05).toEqual({
      payee: '05',
      paidSek: '100',
      heldSek: '0',
    });
  });

  it('is paid, and nothing held, when it was sent again', () => {
    const payment = {
      entries: [{ account: 'balance-of-payee', counterpart: '12', sek: '100' }],
    } as unknown as Voucher;
    expect(balances([back, taken], [reversal, payment], true)).toMatchObject({
      of12: { paidSek: '100', heldSek: '0' },
      reissues: [{ run: 'reissue-2021-03-12-1', payee: '12', sek: '100', paidOn: '2021-03-08' }],
    });
  });
});
