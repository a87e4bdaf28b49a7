import { describe, expect, it } from 'vitest';
import { fold, standing, unopened } from '../../../core/payment/evolve.ts';
import { anna, bothApproved, happened, paidOut, said, sent, ulf } from './words.ts';

const { opened, submitted, accepted, refused, proposed, approved, rejected, withdrawn, voided } =
  happened;

describe('A case is what has happened in it', () => {
  it('and nothing before anything has', () => {
    expect(fold([])).toBe(unopened);
    expect(unopened).toEqual({
      accepted: false,
      needs: [],
      goingWithout: [],
      proposals: 0,
      deductions: new Map(),
      lines: new Map(),
    });
  });

  it('each event in its place', () => {
    const { released, reported, returned, resolved, settled, recorded, closed } = happened;
    const state = fold([
      opened,
      submitted,
      accepted,
      ...paidOut,
      reported(said('01', 'booked'), said('03', 'returned', 'AC04')),
      returned,
      resolved(),
      settled,
      recorded,
      closed('paid'),
    ]);
    expect(state).toMatchObject({
      opened,
      submitted,
      accepted: true,
      proposals: 1,
      released: released(),
      lines: new Map<string, unknown>([
        ['01', { ...sent[0], status: 'booked' }],
        [
          '03',
          {
            ...sent[1],
            status: 'returned',
            code: 'AC04',
            takenBack: 'payout-2022-02/return/03',
            resolved: resolved(),
          },
        ],
      ]),
      settled,
      recorded,
      closed: 'paid',
    });
    expect(fold([happened.decided, happened.closeRequested, refused])).toMatchObject({
      decided: happened.decided,
      closeRequested: happened.closeRequested,
      refused,
    });
  });
});

describe('A proposal', () => {
  it('begins with nobody’s word, whatever was said of the one before', () => {
    const state = fold([proposed('P1'), ...bothApproved('P1'), proposed('P2', 2)]);
    expect(state.proposal).toEqual({
      proposed: proposed('P2', 2),
      approvals: new Map(),
      withdrawn: new Map(),
    });
  });

  it('has the approvals that were given and not taken back', () => {
    const state = fold([proposed(), ...bothApproved(), withdrawn('attest', anna)]);
    expect([...(standing(state)?.approvals.keys() ?? [])]).toEqual(['order']);
    expect(standing(state)?.withdrawn.get('attest')).toEqual(withdrawn('attest', anna));
  });

  it.each([
    ['rejected', rejected('order', ulf)],
    ['voided', voided()],
  ])('stands no more when it is %s, and has no approvals left', (_, end) => {
    const state = fold([proposed(), approved('attest', anna), end]);
    expect(standing(state)).toBeUndefined();
    expect(state.proposal?.approvals.size).toBe(0);
  });

  it('is gone when it is to be prepared again, but its number is not used twice', () => {
    const state = fold([proposed(), rejected('order', ulf), happened.reopened]);
    expect(state.proposal).toBeUndefined();
    expect(state.proposals).toBe(1);
  });
});
