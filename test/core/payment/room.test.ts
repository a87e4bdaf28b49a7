import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sek } from '../../../core/money/sek.ts';
import { fold } from '../../../core/payment/evolve.ts';
import {
  decideTaking,
  foldRoom,
  type RoomEvent,
  type RoomTaken,
  roomFreedBy,
  usedRoom,
} from '../../../core/payment/room.ts';
import { type CaseId, parseCaseId } from '../../../core/record/case-id.ts';
import { at, bothApproved, happened, later, paidOut } from './words.ts';

const february = parseCaseId('payout-2022-02');
const march = parseCaseId('payout-2022-03');

const taken = (
  id: CaseId,
  number: number,
  sek: string,
  proposal = `P${number}`,
  holds: readonly string[] = [],
): RoomTaken => ({
  type: 'room-taken',
  at,
  case: id,
  proposal,
  number,
  sek,
  holds,
});
const back = (id: CaseId, proposal: string): RoomEvent => ({
  type: 'room-given-back',
  at: later,
  case: id,
  proposal,
  because: 'another-proposal',
});
const roomAfter = (...events: readonly RoomEvent[]) => foldRoom(events.map((event) => ({ event })));
const usedAfter = (...events: readonly RoomEvent[]) =>
  usedRoom(roomAfter(...events), []).toString();

describe('The room taken in a budget year', () => {
  it.each([
    ['nothing', [], '0'],
    ['the sum of every case', [taken(february, 1, '60'), taken(march, 1, '40')], '100'],
    [
      'of a case’s two proposals the later alone',
      [taken(february, 1, '60'), taken(february, 2, '50')],
      '50',
    ],
    [
      'the later also when an execution that was left behind takes for the earlier after it',
      [taken(february, 2, '50'), taken(february, 1, '60')],
      '50',
    ],
    ['nothing of what was given back', [taken(february, 1, '60'), back(february, 'P1')], '0'],
    [
      'what stands when the one before it is given back late',
      [taken(february, 1, '60'), taken(february, 2, '50'), back(february, 'P1')],
      '50',
    ],
    [
      'nothing less when what nobody holds is given back',
      [taken(march, 1, '40'), back(february, 'P1')],
      '40',
    ],
  ])('is %s', (_, events, sek) => {
    expect(usedAfter(...events)).toBe(sek);
  });
});

describe('What is used of a budget year', () => {
  const voucher = (key: string, cashSek: string) => ({ key, case: february, cashSek });
  const room = roomAfter(taken(february, 1, '60'), taken(march, 1, '40'));

  it.each([
    ['what is ordered, booked or not, and once', [voucher(february, '60')], '100'],
    ['less what came back', [voucher(`${february}/return/05`, '-25')], '75'],
    [
      'and what the bank booked anew',
      [voucher(`${february}/return/05`, '-25'), voucher(`${february}/anew/05`, '25')],
      '100',
    ],
  ])('is %s', (_, vouchers, sek) => {
    expect(usedRoom(room, vouchers).toString()).toBe(sek);
  });

  it('is a payment’s own voucher where no room was taken for it', () => {
    expect(usedRoom(roomAfter(), [voucher(february, '60')]).toString()).toBe('60');
  });

  it('is not, for the case that asks, what it has taken itself', () => {
    expect(usedRoom(room, [], february).toString()).toBe('40');
  });
});

describe('Room is taken', () => {
  const nothing = { paid: [], payments: [], balancesFrom: [] };
  const asked = { case: february, number: 2, totalSek: '50', proposal: 'P2', ...nothing };
  const within = { kind: 'within', left: Sek.of('10') } as const;
  const credit = { kind: 'into-credit', by: Sek.of('1'), creditLeft: Sek.of('9') } as const;
  const beyond = { kind: 'beyond', by: Sek.of('1') } as const;
  const own = taken(february, 2, '50');
  const yes = { ok: true, value: [own] };

  it.each([
    ['within the appropriation', [], within, false, yes],
    ['into the credit, when both approvers were warned', [], credit, true, yes],
    [
      'in place of what was taken for an earlier proposal',
      [taken(february, 1, '60')],
      within,
      false,
      yes,
    ],
    ['once: who has taken it finds it', [own], within, false, { ok: true, value: [] }],
    [
      'and found also when there would be none any more',
      [own],
      beyond,
      false,
      { ok: true, value: [] },
    ],
    ['not beyond the credit', [], beyond, true, { ok: false, refusal: 'no-room' }],
    [
      'not from an appropriation that nobody knows',
      [],
      undefined,
      true,
      { ok: false, refusal: 'no-room' },
    ],
    ['not from the credit unwarned', [], credit, false, { ok: false, refusal: 'credit-unwarned' }],
    [
      'not when a later proposal has taken its own',
      [taken(february, 3, '40')],
      within,
      false,
      { ok: false, refusal: 'another-proposal' },
    ],
  ] as const)('%s', (_, events, check, warned, answer) => {
    expect(decideTaking(roomAfter(...events), at, asked, check, warned)).toEqual(answer);
  });

  it('by one of two that pay the same item, or take up the same balances', () => {
    const carrying = {
      payee: '01' as const,
      ...{ name: 'n', organisationNumber: 'o', payeeVersion: 1, totalSek: '50' },
      ...{ bankgiro: '1' },
      lines: [{ kind: 'carried-forward' as const, sek: '50', working: 'w' }],
    };
    const january = parseCaseId('payout-2022-01');
    const both = { paid: ['a'], payments: [carrying], balancesFrom: [january] };
    const first = decideTaking(roomAfter(), at, { ...asked, ...both }, within, false);
    expect(first).toMatchObject({ value: [{ holds: ['a', 'balances/payout-2022-01'] }] });
    const room = roomAfter(taken(february, 2, '50', 'P2', ['a', 'balances/payout-2022-01']));
    const other = { ...asked, case: march };
    const no = { ok: false, refusal: 'held-by-another' };
    expect(decideTaking(room, at, { ...other, paid: ['a', 'b'] }, within, false)).toEqual(no);
    expect(decideTaking(room, at, { ...other, ...both, paid: [] }, within, false)).toEqual(no);
    expect(decideTaking(room, at, { ...other, paid: ['b'] }, within, false).ok).toBe(true);
    // What was carried concerns only whoever takes it up.
    const unused = { ...other, balancesFrom: [january] };
    expect(decideTaking(room, at, unused, within, false).ok).toBe(true);
  });

  it('by one of two that take up a balance, though the other has seen one more: it has not seen what the first left', () => {
    const carrying = {
      payee: '01' as const,
      ...{ name: 'n', organisationNumber: 'o', payeeVersion: 1, totalSek: '0' },
      ...{ bankgiro: '1' },
      lines: [{ kind: 'carried-forward' as const, sek: '0', working: 'w' }],
    };
    const january = parseCaseId('payout-2022-01');
    const room = roomAfter(taken(february, 2, '50', 'P2', ['a', 'balances/payout-2022-01']));
    const ask = (balancesFrom: readonly string[], paid: readonly string[] = []) =>
      decideTaking(
        room,
        at,
        { ...asked, case: march, totalSek: '0', payments: [carrying], balancesFrom, paid },
        undefined,
        false,
      );
    expect(ask([january, 'reversal of 03'])).toEqual({ ok: false, refusal: 'held-by-another' });
    // Whoever begins from what February left takes up what is left of January's; an item is paid once all the same.
    expect(ask([january, february]).ok).toBe(true);
    expect(ask([january, february], ['a'])).toEqual({ ok: false, refusal: 'held-by-another' });
  });

  it('by what comes to nothing: no kronor, also of a frame that nobody has registered, but its place', () =>
    expect(
      decideTaking(roomAfter(), at, { ...asked, totalSek: '0' }, undefined, false),
    ).toMatchObject({
      value: [{ type: 'room-taken', sek: '0' }],
    }));

  it('never beyond what there is, by however many, in whatever order', () => {
    const payment = fc.record({
      month: fc.integer({ min: 1, max: 6 }),
      number: fc.integer({ min: 1, max: 3 }),
      sek: fc.bigInt(1n, 60n),
    });
    fc.assert(
      fc.property(fc.array(payment), fc.bigInt(1n, 120n), (payments, frame) => {
        const events: RoomEvent[] = [];
        for (const { month, number, sek } of payments) {
          const id = parseCaseId(`payout-2022-0${month}`);
          const room = roomAfter(...events);
          const left = Sek.whole(frame)
            .minus(usedRoom(room, [], id))
            .minus(Sek.whole(sek));
          const check = left.isNegative()
            ? { kind: 'beyond' as const, by: left.negated() }
            : { kind: 'within' as const, left };
          const one = { case: id, number, totalSek: `${sek}`, proposal: `P${number}`, ...nothing };
          const decision = decideTaking(room, at, one, check, false);
          if (decision.ok) events.push(...decision.value);
          expect(Sek.whole(frame).isLessThan(usedRoom(roomAfter(...events), []))).toBe(false);
        }
      }),
    );
  });
});

describe('An order for which room was taken', () => {
  const { opened, proposed, voided, rejected, reopened, closed, closeRequested } = happened;
  const one = { proposal: 'P1', number: 1 };

  it.each([
    [
      'can still come while its proposal stands',
      [opened, proposed(), ...bothApproved()],
      undefined,
    ],
    ['stays when it has come', [opened, ...paidOut], undefined],
    [
      'stays when the case has ended with it',
      [opened, ...paidOut, happened.settled, closed('paid')],
      undefined,
    ],
    ['is not given up when its proposal is voided', [opened, proposed(), voided()], undefined],
    [
      'nor when somebody rejects it',
      [opened, proposed(), rejected('attest', happened.reopened.by)],
      undefined,
    ],
    [
      'nor when it is to be prepared again',
      [opened, proposed(), rejected('attest', happened.reopened.by), reopened],
      undefined,
    ],
    ['nor when somebody asks to close', [opened, proposed(), closeRequested], undefined],
    [
      'can never come when another proposal stands',
      [opened, proposed(), voided(), proposed('P2', 2)],
      'another-proposal',
    ],
    [
      'nor when another proposal was released',
      [
        opened,
        proposed(),
        voided(),
        proposed('P2', 2),
        ...bothApproved('P2'),
        happened.released('P2'),
      ],
      'another-proposal',
    ],
    [
      'nor when the case has ended',
      [opened, proposed(), voided(), closed('without-payment')],
      'closed',
    ],
  ] as const)('%s', (_, events, because) => {
    expect(roomFreedBy(one, fold(events))).toBe(because);
  });
});
