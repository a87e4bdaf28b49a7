import { describe, expect, it } from 'vitest';
import type { BankWord, CaseEvent } from '../../../core/payment/events.ts';
import type { CaseKind } from '../../../core/record/case-id.ts';
import {
  ask,
  bothApproved,
  eventsOf,
  everythingBooked,
  happened,
  later,
  messageOf,
  outcome,
  paidOut,
  type Row,
  said,
} from './words.ts';

const { proposed, reported, returned, resolved, settled, closed } = happened;
const approvedPayment = [proposed(), ...bothApproved()];
const allBooked = [...paidOut, reported(...everythingBooked)];
const oneBack = [said('01', 'booked'), said('03', 'returned', 'AC04')];
const withReturn = [...paidOut, reported(...oneBack)];
const held = [...withReturn, returned];
const over = [...allBooked, settled, closed('paid')];
const inAFile = (...words: readonly BankWord[]) => ({
  ...ask.report(words),
  source: { report: 'R2' },
});
const lateReturn = said('03', 'returned', 'AC04');

describe('What the bank says', () => {
  it.each<Row>([
    ['is noted when everything is booked', 'payout', paidOut, ask.report(), ['bank-reported']],
    [
      'is noted when a payment came back',
      'payout',
      paidOut,
      ask.report(oneBack),
      ['bank-reported'],
    ],
    [
      'is noted bit by bit',
      'payout',
      [...paidOut, reported(said('01', 'booked'))],
      ask.report([said('03', 'booked')]),
      ['bank-reported'],
    ],
    ['is noted of a requisition', 'requisition', paidOut, ask.report(), ['bank-reported']],
    ['is noted of what is sent again', 'reissue', paidOut, ask.report(), ['bank-reported']],
    ['changes nothing when it was said before', 'payout', allBooked, ask.report(), []],
    [
      'changes nothing when it is a promise that was kept long ago',
      'payout',
      allBooked,
      ask.report([said('01', 'accepted')]),
      [],
    ],
    [
      'is noted when what was booked comes back',
      'payout',
      allBooked,
      ask.report([lateReturn]),
      ['bank-reported'],
    ],
    [
      'is noted when it comes back after the run was closed',
      'payout',
      over,
      inAFile(lateReturn),
      ['bank-reported'],
    ],
    [
      'is refused after the run was closed when it is only somebody who says so',
      'payout',
      over,
      ask.report([lateReturn]),
      'case-closed',
    ],
    [
      'is refused when it rejects what it has booked',
      'payout',
      allBooked,
      ask.report([said('03', 'rejected', 'AC04')]),
      'already-reported',
    ],
    [
      'is refused when it says two things at once that cannot both be',
      'payout',
      paidOut,
      ask.report([said('03', 'rejected', 'AC04'), said('03', 'booked')]),
      'already-reported',
    ],
    ['is refused of nothing sent', 'payout', approvedPayment, ask.report(), 'not-released'],
    [
      'is refused of somebody who was sent nothing',
      'payout',
      paidOut,
      ask.report([said('04', 'booked')]),
      'not-sent',
    ],
    [
      'is refused about another message',
      'payout',
      paidOut,
      ask.report([], 'STB-PAY-2022-03'),
      'another-message',
    ],
    [
      'is refused of a run that ended without payment',
      'payout',
      [...approvedPayment, closed('without-payment')],
      ask.report(),
      'case-closed',
    ],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('is refused in words that say what was sent', () => {
    expect(messageOf('payout', paidOut, ask.report([], 'X'))).toBe(
      'The report is about X; this payment was sent as STB-PAY-2022-02.',
    );
    expect(messageOf('payout', paidOut, ask.report([said('04', 'booked')]))).toBe(
      'Nothing was sent to 04.',
    );
    expect(messageOf('payout', allBooked, ask.report([said('03', 'rejected')]))).toBe(
      'The bank has said booked of the payment to 03; rejected was given.',
    );
  });

  it('is kept with where it comes from, and without what was known', () => {
    const given = [...paidOut, reported(said('01', 'booked'))];
    const { source } = ask.report();
    expect(eventsOf('payout', given, ask.report(oneBack))).toEqual([
      { ...reported(lateReturn), at: later, source },
    ]);
  });
});

describe('Payments that came back', () => {
  it.each<Row>([
    ['are taken back', 'payout', withReturn, ask.return, ['returned']],
    ['are taken back once', 'payout', held, ask.return, []],
    ['are none before the bank says so', 'payout', paidOut, ask.return, 'nothing-returned'],
    ['are none when everything is booked', 'payout', allBooked, ask.return, 'nothing-returned'],
    [
      'are taken back when the run is closed',
      'payout',
      [...over, reported(lateReturn)],
      ask.return,
      ['returned'],
    ],
    [
      'are paid with the next month when a person says so',
      'payout',
      held,
      ask.resolveReturn(),
      ['return-resolved'],
    ],
    [
      'are sent again when a person says so',
      'payout',
      held,
      ask.resolveReturn('reissue'),
      ['return-resolved'],
    ],
    [
      'are resolved also when the run is closed',
      'payout',
      [...over, reported(lateReturn), returned],
      ask.resolveReturn('reissue'),
      ['return-resolved'],
    ],
    ['are resolved once', 'payout', [...held, resolved()], ask.resolveReturn(), []],
    [
      'are not resolved in two ways',
      'payout',
      [...held, resolved()],
      ask.resolveReturn('reissue'),
      'already-resolved',
    ],
    [
      'are resolved after they are in the journal again',
      'payout',
      withReturn,
      ask.resolveReturn(),
      'nothing-returned',
    ],
    [
      'are resolved by name: who was paid has nothing to resolve',
      'payout',
      held,
      ask.resolveReturn('reissue', '01'),
      'nothing-returned',
    ],
    [
      'are resolved by name: who was sent nothing has nothing to resolve',
      'payout',
      held,
      ask.resolveReturn('reissue', '04'),
      'nothing-returned',
    ],
    ['keep the payment from being settled', 'payout', held, ask.settle, 'return-not-resolved'],
    [
      'keep it from being settled before they are in the journal, too',
      'payout',
      withReturn,
      ask.settle,
      'return-not-resolved',
    ],
    ['let the rest be settled then', 'payout', [...held, resolved()], ask.settle, ['settled']],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('are kept with payee, amount, the bank’s code and the key of their voucher', () => {
    expect(eventsOf('payout', withReturn, ask.return)).toEqual([{ ...returned, at: later }]);
    expect(eventsOf('payout', held, ask.resolveReturn())).toEqual([{ ...resolved(), at: later }]);
  });

  it('are taken back together, and what is in the journal already is left out', () => {
    const [first] = ask.return.payments;
    const second = { ...first, payee: '01', sek: '60', voucherKey: 'payout-2022-02/return/01' };
    const given = [...held, reported(said('01', 'returned', 'AC06'))];
    const both = { ...ask.return, payments: [first, second] } as unknown as typeof ask.return;
    expect(eventsOf('payout', given, both)).toEqual([
      { type: 'returned', at: later, payments: [second] },
    ]);
  });

  it('of SKR have no next month, and are sent again on their own', () => {
    const skr = { payee: 'SKR', endToEndId: 'STB-REQ-2021-SOL-SKR', sek: '40' } as const;
    const given = [
      proposed(),
      ...bothApproved(),
      { ...happened.released(), sent: [skr] },
      reported(said('SKR', 'returned', 'AC04')),
      { ...returned, payments: [{ payee: 'SKR', sek: '40', code: 'AC04', voucherKey: 'k' }] },
    ] as const;
    expect(outcome('requisition', given, ask.resolveReturn('next-month', 'SKR'))).toBe(
      'no-next-month',
    );
    expect(outcome('requisition', given, ask.resolveReturn('reissue', 'SKR'))).toEqual([
      'return-resolved',
    ]);
  });
});

describe('A payment is settled', () => {
  it.each<Row>([
    ['when the bank has booked it', 'payout', allBooked, ask.settle, ['settled']],
    ['once', 'payout', [...allBooked, settled], ask.settle, []],
    ['not before the bank has answered', 'payout', paidOut, ask.settle, 'not-reported'],
    [
      'not before the bank has answered about every payment',
      'payout',
      [...paidOut, reported(said('01', 'booked'), said('03', 'accepted'))],
      ask.settle,
      'not-reported',
    ],
    ['not before it was released', 'payout', approvedPayment, ask.settle, 'not-released'],
    [
      'at once when nobody was sent anything',
      'payout',
      [...approvedPayment, { ...happened.released(), sent: [] }],
      ask.settle,
      ['settled'],
    ],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('with its amount', () => {
    expect(eventsOf('payout', allBooked, ask.settle)).toEqual([
      { type: 'settled', at: later, totalSek: '100' },
    ]);
  });

  it('and until then it is said about whom the bank owes an answer', () => {
    expect(messageOf('payout', [...paidOut, reported(said('01', 'booked'))], ask.settle)).toBe(
      'The bank has not answered about 03 yet.',
    );
  });
});

it('What is sent again is owed, so it cannot be given up', () => {
  expect(outcome('reissue', approvedPayment, ask.requestClose)).toBe('not-of-this-case');
});

it.each<[string, CaseKind, readonly CaseEvent[], ReturnType<typeof outcome>]>([
  ['is ended, though two people have approved it', 'reissue', approvedPayment, ['close-requested']],
  ['is ended once', 'reissue', [...approvedPayment, happened.closeRequested], []],
  [
    'is found ended after it was closed',
    'reissue',
    [...approvedPayment, happened.closeRequested, happened.closed('without-payment')],
    [],
  ],
  ['is not ended once it has been released', 'reissue', paidOut, 'already-released'],
  [
    'is not ended once it has been paid',
    'reissue',
    [...paidOut, happened.settled, happened.closed('paid')],
    'case-closed',
  ],
  ['alone is ended so, and no payout', 'payout', approvedPayment, 'not-of-this-case'],
])('What the bank has carried out before it was sent again %s', (_what, kind, given, came) => {
  expect(outcome(kind, given, ask.endReissue)).toEqual(came);
});
