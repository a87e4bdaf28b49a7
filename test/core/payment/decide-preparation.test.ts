import { describe, expect, it } from 'vitest';
import { fold, standing } from '../../../core/payment/evolve.ts';
import {
  ask,
  bothApproved,
  eventsOf,
  factsOf,
  hanna,
  happened,
  later,
  messageOf,
  outcome,
  paidOut,
  type Row,
  terms,
  ulf,
} from './words.ts';

const { proposed, computed, rejected, voided, waiting, goingWithout, submitted, accepted } =
  happened;
const decided = [computed(), ...bothApproved(), happened.decided];
const forecast = 'rebate-forecast';

describe('A case that lacks something', () => {
  it.each<Row>([
    ['says so', 'payout', [], ask.wait(forecast), ['waiting']],
    ['says so once', 'payout', [waiting(forecast)], ask.wait(forecast), []],
    [
      'says so again when it lacks something else',
      'payout',
      [waiting(forecast)],
      ask.wait('rate'),
      ['waiting'],
    ],
    [
      'lets go of the proposal that stood',
      'payout',
      [proposed(), ...bothApproved()],
      ask.wait(forecast),
      ['voided', 'waiting'],
    ],
    [
      'lets go of the proposal although it lacked the same before',
      'payout',
      [waiting(forecast), proposed()],
      ask.wait(forecast),
      ['voided', 'waiting'],
    ],
    ['changes nothing after the release', 'payout', paidOut, ask.wait(forecast), []],
    ['changes nothing after the decision', 'opening', decided, ask.wait('population'), []],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('lets go of the proposal even where it has said what it lacks since', () => {
    const state = [proposed(), waiting(forecast)];
    expect(outcome('payout', state, ask.wait(forecast))).toEqual(['voided']);
  });

  it('names what is missing, from whom, and what it holds', () => {
    const [gone, event] = eventsOf('payout', [proposed()], ask.wait(forecast, 'authorisation'));
    expect(gone).toEqual({
      type: 'voided',
      at: later,
      proposal: 'P1',
      because: 'lacks rebate-forecast, authorisation',
    });
    expect(event).toMatchObject({
      type: 'waiting',
      needs: [{ need: forecast, from: 'TLV', year: 2021, holds: [forecast] }, {}],
    });
  });
});

describe('Going without a line', () => {
  const open = [waiting(forecast, 'authorisation', 'grants')];
  it.each<Row>([
    ['is possible for a forecast', 'payout', open, ask.goWithout(forecast), ['going-without']],
    [
      'is possible for several at once',
      'payout',
      open,
      ask.goWithout(forecast, 'authorisation'),
      ['going-without'],
    ],
    ['is said once', 'payout', [...open, goingWithout(forecast)], ask.goWithout(forecast), []],
    [
      'can be said of one more',
      'payout',
      [...open, goingWithout(forecast), waiting('authorisation')],
      ask.goWithout(forecast, 'authorisation'),
      ['going-without'],
    ],
    [
      'is not possible where no payment can be made without it',
      'payout',
      open,
      ask.goWithout('grants'),
      'nothing-to-go-without',
    ],
    [
      'is only possible for what the case waits for',
      'payout',
      open,
      ask.goWithout('local-discounts'),
      'nothing-to-go-without',
    ],
    [
      'is not possible when it waits for nothing',
      'payout',
      [],
      ask.goWithout(forecast),
      'nothing-to-go-without',
    ],
    [
      'comes too late after the release',
      'payout',
      paidOut,
      ask.goWithout(forecast),
      'already-released',
    ],
    [
      'is for a month’s payout: the reconciliation needs everything',
      'reconciliation',
      [waiting(forecast)],
      ask.goWithout(forecast),
      'not-of-this-case',
    ],
    [
      'is for a month’s payout: a requisition is paid with authority or not at all',
      'requisition',
      [waiting('authorisation')],
      ask.goWithout('authorisation'),
      'not-of-this-case',
    ],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('keeps who said so and why', () => {
    expect(eventsOf('payout', open, ask.goWithout(forecast))).toEqual([
      { ...goingWithout(forecast), at: later },
    ]);
    const { goingWithout: kept } = fold([...open, goingWithout(forecast)]);
    expect(kept).toEqual([{ needs: [forecast], reason: 'TLV is late', by: hanna.sub }]);
  });

  it.each([
    [
      open,
      'local-discounts',
      'The case does not wait for local-discounts; it waits for rebate-forecast, authorisation, grants.',
    ],
    [[], forecast, 'The case does not wait for rebate-forecast; it waits for nothing.'],
    [open, 'grants', 'No payment can be made without grants.'],
  ])('says what it can be said of', (given, need, message) => {
    expect(messageOf('payout', given, ask.goWithout(need))).toBe(message);
  });

  it.each([
    [open, 'local-discounts', `${forecast}, authorisation`],
    [open, 'grants', `${forecast}, authorisation`],
    [[waiting('grants')], 'grants', '–'],
    [[], forecast, '–'],
  ])('says what it can go without instead', (given, need, allowed) => {
    expect(factsOf('payout', given, ask.goWithout(need))).toEqual({ given: need, allowed });
  });
});

describe('A proposal', () => {
  it.each<Row>([
    ['is put before people', 'payout', [], ask.propose('P1'), ['proposed']],
    ['that stands already is left standing', 'payout', [proposed()], ask.propose('P1'), []],
    [
      'that says something else takes its place',
      'payout',
      [proposed()],
      ask.propose('P2'),
      ['voided', 'proposed'],
    ],
    [
      'can follow one that was rejected',
      'payout',
      [proposed(), rejected('order', ulf)],
      ask.propose('P2'),
      ['proposed'],
    ],
    [
      'can follow one that was voided',
      'payout',
      [proposed(), voided()],
      ask.propose('P2'),
      ['proposed'],
    ],
    ['comes too late after the release', 'payout', paidOut, ask.propose('P2'), []],
    ['comes too late after the decision', 'opening', decided, ask.propose('P2'), []],
    [
      'of a requisition needs that it was accepted',
      'requisition',
      [submitted],
      ask.propose('P1'),
      'not-accepted',
    ],
    [
      'of an accepted requisition is put before people',
      'requisition',
      [submitted, accepted],
      ask.propose('P1'),
      ['proposed'],
    ],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('takes the next number, and says what it replaces', () => {
    const restsOn = [
      { stream: 'INPUT#2021/rate', version: 1, event: 1, hash: 'h', registeredBy: 'x' },
    ];
    const warnings = ['takes 5 kronor of the credit of 2022'];
    const when = ask.propose('P2', { restsOn, warnings });
    expect(eventsOf('payout', [proposed()], when)).toEqual([
      { type: 'voided', at: later, proposal: 'P1', because: 'replaced by proposal 2' },
      { type: 'proposed', at: later, number: 2, proposal: 'P2', payment: terms, restsOn, warnings },
    ]);
  });

  it('ends the wait', () => {
    expect(fold([waiting(forecast), proposed()]).needs).toEqual([]);
  });
});

describe('A change', () => {
  it.each<Row>([
    [
      'voids the proposal that stands',
      'payout',
      [proposed(), ...bothApproved()],
      ask.void,
      ['voided'],
    ],
    ['voids it once', 'payout', [proposed(), voided()], ask.void, []],
    ['voids nothing where no proposal stands', 'payout', [], ask.void, []],
    ['voids nothing that was released', 'payout', paidOut, ask.void, []],
    ['voids nothing that was decided', 'opening', decided, ask.void, []],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('voids the approvals with it', () => {
    const before = fold([proposed(), ...bothApproved()]);
    expect(standing(before)?.approvals.size).toBe(2);
    const after = fold([proposed(), ...bothApproved(), voided()]);
    expect(standing(after)).toBeUndefined();
    expect(after.proposal?.approvals.size).toBe(0);
    expect(eventsOf('payout', [proposed()], ask.void)).toEqual([
      { type: 'voided', at: later, proposal: 'P1', because: 'the forecast has a new version' },
    ]);
  });
});

describe('Preparing again', () => {
  const no = [proposed(), rejected('order', ulf)];
  it.each<Row>([
    ['follows a rejection', 'payout', no, ask.prepareAgain, ['reopened']],
    ['is asked for once', 'payout', [...no, happened.reopened], ask.prepareAgain, []],
    ['has no effect on a proposal that stands', 'payout', [proposed()], ask.prepareAgain, []],
    ['comes too late after the release', 'payout', paidOut, ask.prepareAgain, 'already-released'],
    ['comes too late after the decision', 'opening', decided, ask.prepareAgain, 'already-decided'],
  ])('%s', (_, kind, given, when, then) => {
    expect(outcome(kind, given, when)).toEqual(then);
  });

  it('keeps who asked for it and why', () => {
    expect(eventsOf('payout', no, ask.prepareAgain)).toEqual([
      { type: 'reopened', at: later, by: hanna, reason: 'put right' },
    ]);
  });
});
