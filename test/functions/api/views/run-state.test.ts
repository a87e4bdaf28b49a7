import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../../core/payment/events.ts';
import { fold } from '../../../../core/payment/evolve.ts';
import type { CaseKind } from '../../../../core/record/case-id.ts';
import { type RunState, runState } from '../../../../functions/api/views/run-state.ts';
import { runStates } from '../../../../functions/contract/api/shapes/run-words.ts';
import {
  anna,
  bothApproved,
  everythingBooked,
  happened,
  paidOut,
  said,
  siv,
  ulf,
} from '../../../core/payment/words.ts';

const { opened, submitted, accepted, refused, waiting, proposed, computed, voided } = happened;
const { approved, rejected, withdrawn, reported, returned, resolved, settled } = happened;
const back = [said('01', 'booked'), said('03', 'returned', 'AC04')];
const late = reported(said('03', 'returned', 'AC04'));

const rows: readonly (readonly [string, CaseKind, readonly CaseEvent[], RunState])[] = [
  ['nobody has opened it', 'payout', [], 'not-open'],
  ['it was opened', 'payout', [opened], 'preparing'],
  ['SKR has sent a requisition', 'requisition', [submitted], 'preparing'],
  ['an input is missing', 'payout', [opened, waiting('rebate-forecast')], 'waiting-for-inputs'],
  ['a proposal waits', 'payout', [opened, waiting('x'), proposed()], 'waiting-for-approval'],
  ['one has approved', 'payout', [opened, proposed(), approved('attest', anna)], 'half-approved'],
  ['two have approved', 'payout', [opened, proposed(), ...bothApproved()], 'approved'],
  [
    'the only approval was taken back',
    'payout',
    [opened, proposed(), approved('attest', anna), withdrawn('attest', anna)],
    'waiting-for-approval',
  ],
  ['it was rejected', 'payout', [opened, proposed(), rejected('order', ulf)], 'rejected'],
  [
    'it was rejected, and the next proposal lacks an input',
    'payout',
    [opened, proposed(), rejected('order', ulf), waiting('rebate-forecast')],
    'waiting-for-inputs',
  ],
  ['its proposal was voided', 'payout', [opened, proposed(), voided()], 'preparing'],
  [
    'its proposal was voided for want of an input',
    'payout',
    [opened, proposed(), voided(), waiting('rebate-forecast')],
    'waiting-for-inputs',
  ],
  ['the order has gone to the bank', 'payout', [opened, ...paidOut], 'released'],
  [
    'the bank has answered',
    'payout',
    [opened, ...paidOut, reported(...everythingBooked)],
    'released',
  ],
  ['some came back', 'payout', [opened, ...paidOut, reported(...back), returned], 'returned'],
  [
    'what came back was resolved',
    'payout',
    [opened, ...paidOut, reported(...back), returned, resolved()],
    'released',
  ],
  [
    'the rest of it is settled',
    'payout',
    [opened, ...paidOut, reported(...back), returned, resolved(), settled],
    'paid',
  ],
  ['it was closed as paid', 'payout', [...paidOut, settled, happened.closed('paid')], 'paid'],
  [
    'a payment came back after it was closed',
    'payout',
    [...paidOut, reported(...everythingBooked), settled, happened.closed('paid'), late, returned],
    'returned',
  ],
  ['the agreement refuses it', 'requisition', [submitted, refused], 'refused'],
  [
    'it was refused and sent anew',
    'requisition',
    [submitted, refused, happened.closed('refused'), submitted, accepted],
    'preparing',
  ],
  [
    'one party has signed',
    'reconciliation',
    [opened, computed(), approved('sign-skr', siv)],
    'half-approved',
  ],
  [
    'both parties have signed and it is frozen',
    'reconciliation',
    [opened, computed(), approved('sign-skr', siv), approved('sign-state', anna), happened.decided],
    'decided',
  ],
  ['it was closed as decided', 'opening', [opened, happened.closed('decided')], 'decided'],
  [
    'it was closed without payment',
    'payout',
    [opened, happened.closed('without-payment')],
    'closed-without-payment',
  ],
  ['nothing was due', 'payout', [opened, happened.closed('nothing-due')], 'nothing-due'],
];

describe('how far a run has come', () => {
  it.each(rows)('when %s', (_, kind, events, state) => {
    expect(runState(kind, fold(events))).toBe(state);
  });

  it('has a case in this table for every state that a run can be in', () => {
    expect(new Set(rows.map(([, , , state]) => state))).toEqual(new Set(runStates));
  });
});
