import { describe, expect, it } from 'vitest';
import { deductionsUnderWay, isSigned, yearsDeducted } from '../../../core/payment/deduction.ts';
import type { CaseEvent } from '../../../core/payment/events.ts';
import { fold } from '../../../core/payment/evolve.ts';
import { parseCaseId } from '../../../core/record/case-id.ts';
import { anna, ask, eventsOf, happened, messageOf, outcome, siv, ulf } from './words.ts';

const february = parseCaseId('payout-2022-02');
const begun = (proposal = 'P1'): CaseEvent => happened.deductionBegun(proposal);
const signed = [happened.approved('sign-state', anna), happened.approved('sign-skr', siv)];

describe('A payment that pays these items', () => {
  it('deducts the forecast of the year that its key names, and of no other', () => {
    expect(
      yearsDeducted([
        'instalment/2021/2022-02',
        'rebate-forecast/2021/2022-02',
        'rebate-settlement/2020/2021-05',
      ]),
    ).toEqual([2021]);
  });
});

describe('A reconciliation of which a payout begins to release the deduction', () => {
  it('notes it, also before it is opened', () => {
    expect(outcome('reconciliation', [], ask.beginDeduction())).toEqual(['deduction-begun']);
  });

  it('lets go of what was to be signed, with the signature that it has', () => {
    const half = [happened.computed(), signed[0] as CaseEvent];
    const [voided] = eventsOf('reconciliation', half, ask.beginDeduction());
    expect(voided).toMatchObject({
      type: 'voided',
      because: 'payout-2022-02 deducts the forecast',
    });
    const after = [...half, ...eventsOf('reconciliation', half, ask.beginDeduction())];
    expect(outcome('reconciliation', after, ask.approve('sign-skr', siv))).toBe('no-proposal');
  });

  it('finds what it said before, also after a new proposal', () => {
    const again = [begun(), happened.computed()];
    expect(outcome('reconciliation', again, ask.beginDeduction())).toEqual([]);
    expect(outcome('reconciliation', again, ask.beginDeduction('P2'))).toEqual([
      'voided',
      'deduction-begun',
    ]);
  });

  it('refuses it once both have signed, and once that is decided', () => {
    const both = [happened.computed(), ...signed];
    expect(outcome('reconciliation', both, ask.beginDeduction())).toBe('already-decided');
    expect(messageOf('reconciliation', both, ask.beginDeduction())).toBe(
      'State and SKR have signed the reconciliation without it.',
    );
    const decided = [...both, happened.decided];
    expect(outcome('reconciliation', decided, ask.beginDeduction())).toBe('already-decided');
    const closed = [...decided, happened.closed('decided')];
    expect(outcome('reconciliation', closed, ask.beginDeduction())).toBe('case-closed');
  });

  it('stands in its way no more when it was closed without a decision', () => {
    const closed = [happened.closeRequested, happened.closed('without-payment')];
    expect(outcome('reconciliation', closed, ask.beginDeduction())).toEqual(['deduction-begun']);
  });

  it('is asked of no other kind of case', () => {
    expect(outcome('payout', [], ask.beginDeduction())).toBe('not-of-this-case');
  });
});

describe('The reconciliation is signed', () => {
  it.each([
    ['by both', [happened.computed(), ...signed], true],
    ['and decided', [happened.computed(), ...signed, happened.decided], true],
    ['by one', [happened.computed(), ...signed.slice(1)], false],
    [
      'by both, and about to be closed',
      [happened.computed(), ...signed, happened.closeRequested],
      false,
    ],
    ['by nobody', [], false],
  ] as const)('%s', (_, events, expected) => {
    expect(isSigned(fold(events))).toBe(expected);
  });
});

describe('A deduction that has begun', () => {
  const approvals = [happened.approved('attest', anna), happened.approved('order', ulf)];
  const standing = [happened.proposed(), ...approvals];

  it.each([
    ['is under way while its proposal stands', standing, [february]],
    [
      'is under way without an approval, which may be given again',
      [happened.proposed()],
      [february],
    ],
    ['is none of another proposal', [...standing, happened.proposed('P2', 2)], []],
    ['is over when it was released', [...standing, happened.released()], []],
    ['is over when its proposal was voided', [...standing, happened.voided()], []],
    ['is over when its proposal was rejected', [...standing, happened.rejected('order', ulf)], []],
    ['is over when somebody closes the payout', [...standing, happened.closeRequested], []],
    ['is over when the payout is closed', [happened.closed('without-payment')], []],
  ] as const)('%s', (_, events, expected) => {
    const payouts = new Map([[february, fold(events)]]);
    expect(deductionsUnderWay(fold([begun()]), payouts)).toEqual(expected);
  });

  it('is of the payout that began it', () => {
    const payouts = new Map([[parseCaseId('payout-2022-03'), fold(standing)]]);
    expect(deductionsUnderWay(fold([begun()]), payouts)).toEqual([]);
  });
});
