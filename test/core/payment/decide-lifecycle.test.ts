import { describe, expect, it } from 'vitest';
import { fold } from '../../../core/payment/evolve.ts';
import {
  anna,
  ask,
  bothApproved,
  eventsOf,
  happened,
  later,
  messageOf,
  outcome,
  paidOut,
  type Row,
  requisition,
  siv,
} from './words.ts';

const { opened, submitted, accepted, refused, proposed, computed, settled, closed } = happened;
const closedWithout = [submitted, accepted, proposed(), closed('without-payment')];

describe('A case', () => {
  it.each<Row>([
    ['is opened', 'payout', [], ask.open, ['opened']],
    ['is opened once', 'payout', [opened], ask.open, []],
    ['that is closed is not opened again', 'payout', [opened, closed('paid')], ask.open, []],
    [
      'can be asked to close',
      'payout',
      [opened, proposed()],
      ask.requestClose,
      ['close-requested'],
    ],
    ['is asked to close once', 'payout', [happened.closeRequested], ask.requestClose, []],
    [
      'is not asked to close after its release',
      'payout',
      paidOut,
      ask.requestClose,
      'already-released',
    ],
    [
      'is not asked to close after its decision',
      'opening',
      [computed(), ...bothApproved(), happened.decided],
      ask.requestClose,
      'already-decided',
    ],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('keeps who asked to close it and why', () => {
    expect(eventsOf('payout', [opened], ask.requestClose)).toEqual([
      { ...happened.closeRequested, at: later },
    ]);
    expect(eventsOf('payout', [], ask.open)).toEqual([{ ...opened, at: later }]);
  });
});

describe('A case is closed', () => {
  const decided = [computed(), ...bothApproved(), happened.decided];
  it.each<Row>([
    [
      'as paid when the payment is settled',
      'payout',
      [...paidOut, settled],
      ask.close('paid'),
      ['closed'],
    ],
    [
      'not as paid before it is settled',
      'payout',
      paidOut,
      ask.close('paid'),
      'outcome-does-not-hold',
    ],
    ['as having nothing due', 'payout', [opened], ask.close('nothing-due'), ['closed']],
    ['without payment', 'payout', [opened, proposed()], ask.close('without-payment'), ['closed']],
    [
      'not without payment after the release',
      'payout',
      paidOut,
      ask.close('without-payment'),
      'outcome-does-not-hold',
    ],
    ['as decided when two have decided', 'opening', decided, ask.close('decided'), ['closed']],
    [
      'not as decided before',
      'opening',
      [computed()],
      ask.close('decided'),
      'outcome-does-not-hold',
    ],
    [
      'not without a decision after the decision',
      'opening',
      decided,
      ask.close('without-payment'),
      'outcome-does-not-hold',
    ],
    [
      'as refused when it was',
      'requisition',
      [submitted, refused],
      ask.close('refused'),
      ['closed'],
    ],
    [
      'not as refused when nobody refused it',
      'payout',
      [opened],
      ask.close('refused'),
      'outcome-does-not-hold',
    ],
    [
      'not as refused when it was submitted anew in the meantime',
      'requisition',
      [submitted, refused, submitted],
      ask.close('refused'),
      [],
    ],
    ['once', 'payout', [opened, closed('nothing-due')], ask.close('nothing-due'), []],
    [
      'for good: not otherwise a second time',
      'payout',
      [closed('nothing-due')],
      ask.close('paid'),
      [],
    ],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('with how it ended', () => {
    expect(eventsOf('payout', [opened], ask.close('nothing-due'))).toEqual([
      { type: 'closed', at: later, outcome: 'nothing-due' },
    ]);
    expect(messageOf('payout', [opened], ask.close('paid'))).toContain('as paid');
  });
});

describe('A requisition', () => {
  it.each<Row>([
    ['is submitted', 'requisition', [], ask.submit(), ['submitted']],
    ['that is sent again is the one that is there', 'requisition', [submitted], ask.submit(), []],
    [
      'of an amount that has been asked for is refused',
      'requisition',
      [submitted],
      ask.submit({ reference: 'another' }),
      'already-requisitioned',
    ],
    [
      'of an amount that has been paid is refused',
      'requisition',
      [submitted, accepted, ...paidOut, settled, closed('paid')],
      ask.submit({ reference: 'another' }),
      'already-requisitioned',
    ],
    [
      'that has been paid is not paid again when it is sent again',
      'requisition',
      [submitted, accepted, ...paidOut, settled, closed('paid')],
      ask.submit(),
      [],
    ],
    [
      'can be sent anew after a refusal',
      'requisition',
      [submitted, refused],
      ask.submit(),
      ['submitted'],
    ],
    [
      'can be sent anew when the refused one is closed',
      'requisition',
      [submitted, refused, closed('refused')],
      ask.submit({ reference: 'another' }),
      ['submitted'],
    ],
    [
      'can be sent anew when the one before was closed without payment',
      'requisition',
      closedWithout,
      ask.submit(),
      ['submitted'],
    ],
    [
      'that was sent anew after a refusal is there, when it is sent again',
      'requisition',
      [submitted, refused, closed('refused'), submitted],
      ask.submit(),
      [],
    ],
    ['is accepted', 'requisition', [submitted], ask.accept, ['accepted']],
    ['is accepted once', 'requisition', [submitted, accepted], ask.accept, []],
    ['is refused', 'requisition', [submitted], ask.refuse, ['refused']],
    ['is refused once', 'requisition', [submitted, refused], ask.refuse, []],
    [
      'that was refused is not accepted',
      'requisition',
      [submitted, refused],
      ask.accept,
      'already-answered',
    ],
    [
      'that was accepted is not refused',
      'requisition',
      [submitted, accepted],
      ask.refuse,
      'already-answered',
    ],
    ['is accepted when there is one', 'requisition', [], ask.accept, 'not-submitted'],
    ['is refused when there is one', 'requisition', [], ask.refuse, 'not-submitted'],
    ['is recorded when it was paid', 'requisition', paidOut, ask.record, ['recorded']],
    ['is recorded once', 'requisition', [...paidOut, happened.recorded], ask.record, []],
    ['is not recorded before it was paid', 'requisition', [submitted], ask.record, 'not-released'],
    ['is nothing for a month’s payout', 'payout', [], ask.submit(), 'not-of-this-case'],
    [
      'opens no payout again that is closed',
      'payout',
      [closed('paid')],
      ask.submit(),
      'not-of-this-case',
    ],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('keeps who sent it and what it says', () => {
    expect(eventsOf('requisition', [], ask.submit())).toEqual([
      { type: 'submitted', at: later, by: siv, requisition },
    ]);
  });

  it('keeps why it was refused, and where that is written', () => {
    expect(eventsOf('requisition', [submitted], ask.refuse)).toEqual([{ ...refused, at: later }]);
    expect(messageOf('requisition', [submitted, refused], ask.accept)).toBe(
      'The requisition has been refused.',
    );
  });

  it('keeps what was paid, for euros with rate and difference', () => {
    const euros = { ...ask.record, rate: '10.1342', differenceSek: '91084' };
    expect(eventsOf('requisition', paidOut, euros)).toEqual([
      { type: 'recorded', at: later, paidSek: '7000000', rate: '10.1342', differenceSek: '91084' },
    ]);
  });

  it('that is sent anew starts afresh: nothing said of the one before holds for it', () => {
    const before = [
      opened,
      submitted,
      accepted,
      proposed(),
      ...bothApproved(),
      happened.closeRequested,
      closed('without-payment'),
    ];
    const anew = [...before, { ...submitted, at: later }];
    expect(fold(anew)).toEqual({
      opened,
      submitted: { ...submitted, at: later },
      accepted: false,
      needs: [],
      goingWithout: [],
      proposals: 1,
      deductions: new Map(),
      lines: new Map(),
    });
    expect(outcome('requisition', [...anew, accepted], ask.release())).toBe(
      'approvals-do-not-hold',
    );
    const again = [...anew, accepted, proposed('P2', 2), ...bothApproved('P2')];
    expect(outcome('requisition', again, ask.release())).toEqual(['release-ordered']);
    expect(outcome('requisition', [...anew, proposed()], ask.approve('attest', anna))).toEqual([
      'approved',
    ]);
  });
});
