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
  sent,
  terms,
  ulf,
} from './words.ts';

const { proposed, approved, withdrawn, voided } = happened;
const approvedPayment = [proposed(), ...bothApproved()];
const rateOfTheDay = proposed('P1', 1, { payment: { ...terms, onlyOnPayDay: true } });

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
        sent,
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
