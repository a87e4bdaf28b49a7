import { describe, expect, it } from 'vitest';
import {
  anna,
  ask,
  astrid,
  bo,
  bothApproved,
  eventsOf,
  hanna,
  happened,
  later,
  messageOf,
  outcome,
  paidOut,
  person,
  type Row,
  registeredBy,
  siv,
  ulf,
} from './words.ts';

const { proposed, computed, approved, rejected, withdrawn, voided, reopened, decided } = happened;
const annasInput = proposed('P1', 1, { restsOn: [registeredBy(anna)] });

describe('An approval', () => {
  it.each<Row>([
    ['counts', 'payout', [proposed()], ask.approve('attest', anna), ['approved']],
    [
      'of the payment order counts before the attest does',
      'payout',
      [proposed()],
      ask.approve('order', ulf),
      ['approved'],
    ],
    [
      'of the other right counts when another person gives it',
      'payout',
      [proposed(), approved('attest', anna)],
      ask.approve('order', ulf),
      ['approved'],
    ],
    [
      'that the same person has given already changes nothing',
      'payout',
      [proposed(), approved('attest', anna)],
      ask.approve('attest', anna),
      [],
    ],
    [
      'and the other one are never the same person’s',
      'payout',
      [proposed(), approved('attest', bo)],
      ask.approve('order', bo),
      'same-person',
    ],
    [
      'is told apart by the subject of the token, not by the name or the group',
      'payout',
      [proposed(), approved('attest', anna)],
      ask.approve('order', { ...ulf, sub: anna.sub }),
      'same-person',
    ],
    [
      'is given once: a second attestant has nothing to add',
      'payout',
      [proposed(), approved('attest', anna)],
      ask.approve('attest', astrid),
      'already-approved',
    ],
    ['needs the right', 'payout', [proposed()], ask.approve('order', anna), 'right-not-held'],
    [
      'needs a right at all',
      'payout',
      [proposed()],
      ask.approve('attest', hanna),
      'right-not-held',
    ],
    [
      'of a payment is no signature',
      'payout',
      [proposed()],
      ask.approve('sign-state', anna),
      'right-not-of-this-case',
    ],
    [
      'of the reconciliation is a signature, not an attest',
      'reconciliation',
      [computed()],
      ask.approve('attest', anna),
      'right-not-of-this-case',
    ],
    [
      'of the reconciliation by SKR is signed by SKR',
      'reconciliation',
      [computed(), approved('sign-state', anna)],
      ask.approve('sign-skr', siv),
      ['approved'],
    ],
    [
      'is of the proposal that stands and no other',
      'payout',
      [proposed('P1'), voided('P1'), proposed('P2', 2)],
      ask.approve('attest', anna, 'P1'),
      'stale-proposal',
    ],
    ['needs a proposal', 'payout', [], ask.approve('attest', anna), 'no-proposal'],
    [
      'comes too late when the proposal was rejected',
      'payout',
      [proposed(), rejected('order', ulf)],
      ask.approve('attest', anna),
      'no-proposal',
    ],
    [
      'comes too late when the proposal was voided',
      'payout',
      [proposed(), voided()],
      ask.approve('attest', anna),
      'no-proposal',
    ],
    [
      'is not for somebody whose own input the proposal rests on',
      'payout',
      [annasInput],
      ask.approve('attest', anna),
      'own-input',
    ],
    [
      'is for anybody else who holds the right',
      'payout',
      [annasInput],
      ask.approve('attest', astrid),
      ['approved'],
    ],
    [
      'that was taken back can be given again',
      'payout',
      [proposed(), approved('attest', anna), withdrawn('attest', anna)],
      ask.approve('attest', anna),
      ['approved'],
    ],
    [
      'that was taken back can be given by another person',
      'payout',
      [proposed(), approved('attest', anna), withdrawn('attest', anna)],
      ask.approve('attest', astrid),
      ['approved'],
    ],
    [
      'of a released payment that was given before changes nothing',
      'payout',
      paidOut,
      ask.approve('attest', anna),
      [],
    ],
    [
      'of a released payment by somebody else comes too late',
      'payout',
      paidOut,
      ask.approve('attest', astrid),
      'already-released',
    ],
    [
      'of what is decided comes too late',
      'opening',
      [computed(), ...bothApproved(), decided],
      ask.approve('attest', astrid),
      'already-decided',
    ],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('keeps who gave it, with the name, groups and sign-in time, and the hash it was given to', () => {
    expect(eventsOf('payout', [proposed()], ask.approve('attest', anna))).toEqual([
      { type: 'approved', at: later, right: 'attest', proposal: 'P1', by: anna },
    ]);
  });

  it('says which inputs stand in the way', () => {
    expect(messageOf('payout', [annasInput], ask.approve('attest', anna))).toBe(
      'Anna registered INPUT#2021/rebate-forecast version 1, on which the proposal rests.',
    );
  });
});

describe('A rejection', () => {
  it.each<Row>([
    ['ends the proposal', 'payout', [proposed()], ask.reject('attest', anna), ['rejected']],
    [
      'is possible although others have approved',
      'payout',
      [proposed(), ...bothApproved()],
      ask.reject('attest', astrid),
      ['rejected'],
    ],
    [
      'is possible although one has approved oneself',
      'payout',
      [proposed(), ...bothApproved()],
      ask.reject('attest', anna),
      ['rejected'],
    ],
    [
      'is possible although the proposal rests on an input of one’s own',
      'payout',
      [annasInput],
      ask.reject('attest', anna),
      ['rejected'],
    ],
    ['needs the right', 'payout', [proposed()], ask.reject('order', anna), 'right-not-held'],
    [
      'is of the proposal that stands',
      'payout',
      [proposed()],
      ask.reject('attest', anna, 'P0'),
      'stale-proposal',
    ],
    [
      'that the same person has given already changes nothing',
      'payout',
      [proposed(), rejected('attest', anna)],
      ask.reject('attest', anna),
      [],
    ],
    [
      'by a second person has nothing left to reject',
      'payout',
      [proposed(), rejected('attest', anna)],
      ask.reject('order', ulf),
      'no-proposal',
    ],
    ['needs a proposal', 'payout', [], ask.reject('attest', anna), 'no-proposal'],
    [
      'comes too late after the release',
      'payout',
      paidOut,
      ask.reject('order', ulf),
      'already-released',
    ],
    [
      'comes too late after the decision',
      'opening',
      [computed(), ...bothApproved(), decided],
      ask.reject('order', ulf),
      'already-decided',
    ],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('keeps who rejected, a code and a reason', () => {
    expect(eventsOf('payout', [proposed()], ask.reject('order', ulf))).toEqual([
      {
        type: 'rejected',
        at: later,
        right: 'order',
        proposal: 'P1',
        by: ulf,
        code: 'wrong',
        reason: 'wrong amount',
      },
    ]);
  });
});

describe('A withdrawal', () => {
  const once = [proposed(), approved('attest', anna)];
  it.each<Row>([
    ['takes one’s own approval back', 'payout', once, ask.withdraw('attest', anna), ['withdrawn']],
    [
      'is possible until the release, also when both have approved',
      'payout',
      [proposed(), ...bothApproved()],
      ask.withdraw('order', ulf),
      ['withdrawn'],
    ],
    [
      'that was made already changes nothing',
      'payout',
      [...once, withdrawn('attest', anna)],
      ask.withdraw('attest', anna),
      [],
    ],
    [
      'that was made already changes nothing either when another has approved since',
      'payout',
      [...once, withdrawn('attest', anna), approved('attest', astrid)],
      ask.withdraw('attest', anna),
      [],
    ],
    [
      'can be made again of an approval that was given again',
      'payout',
      [...once, withdrawn('attest', anna), approved('attest', anna)],
      ask.withdraw('attest', anna),
      ['withdrawn'],
    ],
    [
      'of somebody else’s approval is refused',
      'payout',
      once,
      ask.withdraw('attest', astrid),
      'nothing-to-withdraw',
    ],
    [
      'of somebody else’s withdrawn approval is refused',
      'payout',
      [...once, withdrawn('attest', anna)],
      ask.withdraw('attest', astrid),
      'nothing-to-withdraw',
    ],
    [
      'of an approval that was never given is refused',
      'payout',
      [proposed()],
      ask.withdraw('attest', anna),
      'nothing-to-withdraw',
    ],
    [
      'of an approval of another proposal is refused',
      'payout',
      [...once, voided('P1'), proposed('P2', 2)],
      ask.withdraw('attest', anna, 'P1'),
      'nothing-to-withdraw',
    ],
    ['needs a proposal', 'payout', [], ask.withdraw('attest', anna), 'nothing-to-withdraw'],
    [
      'comes too late after the release',
      'payout',
      paidOut,
      ask.withdraw('attest', anna),
      'already-released',
    ],
    [
      'comes too late after the decision',
      'opening',
      [computed(), ...bothApproved(), decided],
      ask.withdraw('attest', anna),
      'already-decided',
    ],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });
});

describe('A decision that moves no money', () => {
  const signed = [computed(), approved('sign-state', anna), approved('sign-skr', siv)];
  it.each<Row>([
    [
      'takes effect when both have approved',
      'opening',
      [computed(), ...bothApproved()],
      ask.conclude,
      ['decided'],
    ],
    [
      'takes effect when State and SKR have signed',
      'reconciliation',
      signed,
      ask.conclude,
      ['decided'],
    ],
    ['is made once', 'reconciliation', [...signed, decided], ask.conclude, []],
    [
      'waits for the second person',
      'reconciliation',
      signed.slice(0, 2),
      ask.conclude,
      'approvals-do-not-hold',
    ],
    ['waits for a proposal', 'reconciliation', [], ask.conclude, 'approvals-do-not-hold'],
    [
      'waits again when an approval is withdrawn',
      'reconciliation',
      [...signed, withdrawn('sign-skr', siv)],
      ask.conclude,
      'approvals-do-not-hold',
    ],
    [
      'is not made of a proposal that was voided',
      'opening',
      [computed(), ...bothApproved(), voided()],
      ask.conclude,
      'approvals-do-not-hold',
    ],
    [
      'is not made in a case that somebody has asked to close',
      'opening',
      [computed(), ...bothApproved(), happened.closeRequested],
      ask.conclude,
      'close-requested',
    ],
    [
      'is no way to pay',
      'payout',
      [proposed(), ...bothApproved()],
      ask.conclude,
      'not-of-this-case',
    ],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('is the proposal that was approved', () => {
    expect(eventsOf('reconciliation', signed, ask.conclude)).toEqual([
      { type: 'decided', at: later, proposal: 'P1' },
    ]);
  });

  it('takes two people even where one holds both rights', () => {
    const both = person('Ella', 'attestant', 'skr-firmatecknare');
    const given = [computed(), approved('sign-state', both)];
    expect(outcome('reconciliation', given, ask.approve('sign-skr', both))).toBe('same-person');
  });
});

describe('A proposal that is made again after a rejection', () => {
  it('begins with nobody’s word', () => {
    const given = [proposed(), approved('attest', anna), rejected('order', ulf), reopened];
    const again = [...given, proposed('P2', 2), approved('order', ulf, 'P2')];
    expect(outcome('payout', again, ask.release())).toBe('approvals-do-not-hold');
    expect(outcome('payout', again, ask.approve('attest', anna, 'P2'))).toEqual(['approved']);
  });
});
