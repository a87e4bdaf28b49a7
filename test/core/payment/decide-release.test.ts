import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../core/calendar/day.ts';
import {
  anna,
  ask,
  bo,
  bothApproved,
  eventsOf,
  happened,
  later,
  messageOf,
  outcome,
  paidOut,
  payDay,
  type Row,
  terms,
  ulf,
} from './words.ts';

const { proposed, approved, withdrawn, voided, reported, returned, resolved } = happened;
const approvedPayment = [proposed(), ...bothApproved()];
const rateOfTheDay = proposed('P1', 1, { payment: { ...terms, onlyOnPayDay: true } });
const cameBack = [{ payee: '03', code: 'AC04' }] as const;
const withReturn = [...paidOut, reported(...cameBack)];

describe('A release', () => {
  it.each<Row>([
    ['is ordered on the pay day', 'payout', approvedPayment, ask.release(), ['release-ordered']],
    [
      'is ordered after the pay day when approvals came late',
      'payout',
      approvedPayment,
      ask.release(parseDay('2022-02-02')),
      ['release-ordered'],
    ],
    [
      'is not ordered before the pay day',
      'payout',
      approvedPayment,
      ask.release(parseDay('2022-01-31')),
      'before-the-pay-day',
    ],
    ['is ordered once', 'payout', paidOut, ask.release(), []],
    ['needs a proposal', 'payout', [], ask.release(), 'approvals-do-not-hold'],
    ['needs approvals', 'payout', [proposed()], ask.release(), 'approvals-do-not-hold'],
    [
      'needs both',
      'payout',
      [proposed(), approved('attest', anna)],
      ask.release(),
      'approvals-do-not-hold',
    ],
    [
      'needs two people, whatever the record says',
      'payout',
      [proposed(), approved('attest', bo), approved('order', bo)],
      ask.release(),
      'approvals-do-not-hold',
    ],
    [
      'needs approvals of the very proposal that stands',
      'payout',
      [proposed(), approved('attest', anna, 'P0'), approved('order', ulf)],
      ask.release(),
      'approvals-do-not-hold',
    ],
    [
      'is off when one approval is withdrawn',
      'payout',
      [...approvedPayment, withdrawn('attest', anna)],
      ask.release(),
      'approvals-do-not-hold',
    ],
    [
      'is off when the proposal was voided',
      'payout',
      [...approvedPayment, voided()],
      ask.release(),
      'approvals-do-not-hold',
    ],
    [
      'is off when another proposal has taken its place',
      'payout',
      [...approvedPayment, voided(), proposed('P2', 2)],
      ask.release(),
      'approvals-do-not-hold',
    ],
    [
      'is off when somebody has asked to close the run',
      'payout',
      [...approvedPayment, happened.closeRequested],
      ask.release(),
      'close-requested',
    ],
    [
      'is off when the proposal proposes no payment',
      'payout',
      [happened.computed(), ...bothApproved()],
      ask.release(),
      'no-proposal',
    ],
    [
      'at the day’s rate is ordered on that day',
      'requisition',
      [rateOfTheDay, ...bothApproved()],
      ask.release(),
      ['release-ordered'],
    ],
    [
      'at the day’s rate is ordered on no other day',
      'requisition',
      [rateOfTheDay, ...bothApproved()],
      ask.release(parseDay('2022-02-02')),
      'another-day',
    ],
    [
      'is nothing for a case that moves no money',
      'opening',
      [happened.computed(), ...bothApproved()],
      ask.release(),
      'not-of-this-case',
    ],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('names what was approved, what is sent, both days and what it pays', () => {
    const today = parseDay('2022-02-02');
    expect(eventsOf('payout', approvedPayment, ask.release(today))).toEqual([
      {
        type: 'release-ordered',
        at: later,
        proposal: 'P1',
        voucherKey: 'payout-2022-02',
        messageId: 'STB-PAY-2022-02',
        fileHash: 'F1',
        payDay,
        paidOn: today,
        paid: ['instalment/2021/2022-02'],
        carried: [],
      },
    ]);
  });

  it.each([
    [
      'before it',
      approvedPayment,
      parseDay('2022-01-31'),
      'The pay day is 2022-02-01; today is 2022-01-31.',
    ],
    [
      'after it, at the day’s rate',
      [rateOfTheDay, ...bothApproved()],
      parseDay('2022-02-02'),
      'The proposal holds on 2022-02-01 only; today is 2022-02-02.',
    ],
  ])('names the pay day and the day it is: %s', (_, given, today, message) => {
    expect(messageOf('payout', given, ask.release(today))).toBe(message);
  });
});

describe('The bank’s report', () => {
  it.each<Row>([
    ['that everything is booked is noted', 'payout', paidOut, ask.report(), ['bank-reported']],
    [
      'that a payment came back is noted',
      'payout',
      paidOut,
      ask.report(cameBack),
      ['bank-reported'],
    ],
    ['that was noted before changes nothing', 'payout', [...paidOut, reported()], ask.report(), []],
    [
      'that says otherwise than before is refused',
      'payout',
      [...paidOut, reported()],
      ask.report(cameBack),
      'already-reported',
    ],
    ['of nothing sent is refused', 'payout', approvedPayment, ask.report(), 'not-released'],
    [
      'about another message is refused',
      'payout',
      paidOut,
      ask.report([], 'STB-PAY-2022-03'),
      'another-message',
    ],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('says which message was sent', () => {
    expect(messageOf('payout', paidOut, ask.report([], 'X'))).toBe(
      'The report is about X; this payment was sent as STB-PAY-2022-02.',
    );
  });

  it('keeps who typed it and why, and every returned payment with the bank’s code', () => {
    expect(eventsOf('payout', paidOut, ask.report(cameBack))).toEqual([
      { ...reported(...cameBack), at: later },
    ]);
  });
});

describe('Payments that came back', () => {
  it.each<Row>([
    ['are held', 'payout', withReturn, ask.return, ['returned']],
    ['are held once', 'payout', [...withReturn, returned], ask.return, []],
    ['are none before the bank says so', 'payout', paidOut, ask.return, 'not-reported'],
    [
      'are none when the bank says that everything is booked',
      'payout',
      [...paidOut, reported()],
      ask.return,
      'nothing-returned',
    ],
    [
      'are resolved by a person',
      'payout',
      [...withReturn, returned],
      ask.resolveReturn,
      ['return-resolved'],
    ],
    ['are resolved once', 'payout', [...withReturn, returned, resolved], ask.resolveReturn, []],
    [
      'can only be resolved when there are any',
      'payout',
      paidOut,
      ask.resolveReturn,
      'nothing-returned',
    ],
    [
      'keep the payment from being settled until then',
      'payout',
      [...withReturn, returned],
      ask.settle,
      'return-not-resolved',
    ],
    [
      'let the rest be settled then',
      'payout',
      [...withReturn, returned, resolved],
      ask.settle,
      ['settled'],
    ],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('are kept with payee, amount and the key of their voucher', () => {
    expect(eventsOf('payout', withReturn, ask.return)).toEqual([{ ...returned, at: later }]);
    expect(eventsOf('payout', [...withReturn, returned], ask.resolveReturn)).toEqual([
      { ...resolved, at: later },
    ]);
  });
});

describe('A payment is settled', () => {
  it.each<Row>([
    ['when the bank has booked it', 'payout', [...paidOut, reported()], ask.settle, ['settled']],
    ['once', 'payout', [...paidOut, reported(), happened.settled], ask.settle, []],
    ['not before the bank has answered', 'payout', paidOut, ask.settle, 'not-reported'],
    ['not before it was released', 'payout', approvedPayment, ask.settle, 'not-reported'],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('with its amount', () => {
    expect(eventsOf('payout', [...paidOut, reported()], ask.settle)).toEqual([
      { type: 'settled', at: later, totalSek: '100' },
    ]);
  });
});

it('Nothing of a released payment can be taken back', () => {
  const attempts = [
    ask.reject('attest', anna),
    ask.withdraw('attest', anna),
    ask.prepareAgain,
    ask.requestClose,
    ask.goWithout('rebate-forecast'),
    ask.close('without-payment'),
    ask.close('nothing-due'),
  ];
  expect(attempts.map((attempt) => outcome('payout', paidOut, attempt))).toEqual([
    'already-released',
    'already-released',
    'already-released',
    'already-released',
    'already-released',
    'outcome-does-not-hold',
    'outcome-does-not-hold',
  ]);
  const automatic = [ask.void, ask.wait('rate'), ask.propose('P2'), ask.release()];
  expect(automatic.map((each) => outcome('payout', paidOut, each))).toEqual([[], [], [], []]);
});
