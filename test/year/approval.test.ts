import { beforeAll, describe, expect, it } from 'vitest';
import type { Right } from '../../core/payment/events.ts';
import { Approvers } from '../../local/officials/approvers.ts';
import { approve } from '../../local/officials/deeds.ts';
import type { LocalOfficial } from '../../local/officials/people.ts';
import { atInstant, blindTo, type Deed, whenWaiting } from '../helpers/actors.ts';
import { laterVersion, theOnly } from '../helpers/arrivals.ts';
import { answerOf, confirms, registers, says } from '../helpers/doors.ts';
import { caseEvents, onlyEvent, typesOf, vouchers, wrongIn } from '../helpers/record.ts';
import { endExecution, forgeAnswer, goOn } from '../helpers/step-functions.ts';
import { type RanYear, ranYear, sampleArrivals } from '../helpers/year.ts';

const MARCH = 'payout-2021-03';

const paidIn = ({ result }: RanYear) =>
  result.payments.map(({ month, payDay, totalSek }) => [month, payDay, totalSek]);

describe('An answer to a task token from somebody who forges it', () => {
  const answers: string[] = [];
  /** Answers the token itself, past every door, and claims what would have to be true for a payment. */
  const forges: Deed = async (cloud, _at, { token }) => {
    await forgeAnswer(cloud, token, {
      case: MARCH,
      decision: 'approved',
      payAt: '2021-02-22T05:00:00.000Z',
      state: 'settled',
      proposal: 'f'.repeat(64),
    });
    answers.push(token);
  };
  let year: RanYear;
  beforeAll(async () => {
    const nth = [1, 2, 3, 4];
    year = await ranYear({
      until: '2021-03',
      // Nobody who has a right to it ever approves March.
      approvers: blindTo(MARCH, (cloud) => new Approvers(cloud)),
      acting: nth.map((each) =>
        whenWaiting({ case: MARCH, purpose: 'approval', nth: each, minutes: 2000 * each }, forges),
      ),
    });
  });

  it('is taken by the state machine, which asks again every time', () => {
    expect(answers).toHaveLength(4);
    expect(new Set(answers).size).toBe(4);
    expect(year.waiting).toMatchObject([{ what: MARCH, forWhat: 'attest and payment order' }]);
  });

  it('pays nothing: the next state reads the record, which holds no approval', () => {
    expect(typesOf(year.found, MARCH)).toEqual(['opened', 'proposed']);
    expect(vouchers(year.found)).toEqual([]);
    expect(year.result.payments).toEqual([]);
    expect([year.failed, wrongIn(year.found)]).toEqual([[], []]);
  });
});

describe('The bank, when somebody forges its answer', () => {
  it('has still to be asked: the payment is settled by a report and not before', async () => {
    const forges: Deed = (cloud, _at, { token }) =>
      forgeAnswer(cloud, token, { case: MARCH, state: 'settled' });
    const { found, waiting, failed } = await ranYear({
      until: '2021-03',
      acting: [whenWaiting({ case: MARCH, purpose: 'bank', minutes: 30 }, forges)],
    });
    // Released at 06:00 in Stockholm, taken by the bank, forged at 06:30, asked anew, and booked ten minutes after that.
    const told = caseEvents(found, MARCH).flatMap((event) =>
      event.type === 'bank-reported' ? [[event.at.slice(11, 16), event.words[0]?.result]] : [],
    );
    expect(told).toEqual([
      ['05:05', 'accepted'],
      ['05:40', 'booked'],
    ]);
    expect(onlyEvent(found, MARCH, 'settled').at).toBe('2021-03-01T05:40:00.000Z');
    expect(vouchers(found)).toHaveLength(1);
    expect([failed, waiting]).toEqual([[], []]);
  });
});

/** Somebody whose token names these groups. */
const holding = (sub: string, name: string, ...groups: readonly string[]): LocalOfficial => ({
  ...{ as: sub, sub, name, groups },
  title: { sv: '', en: '' },
});

describe('Whoever approves a payment', () => {
  const said = new Map<string, string>();
  /** Somebody who holds both rights tries everything that one person may not do. */
  const both = holding('local-attestant', 'Astrid', 'attestant', 'utanordnare');
  const tries: Deed = async (cloud, at, { case: id, proposal = '' }) => {
    let tried = 0;
    const says = (right: Right, who: LocalOfficial | 'payer', hash = proposal) =>
      answerOf(approve(cloud, { who, case: id, right, proposal: hash, act: `${at} ${++tried}` }));
    said.set('own input', await says('attest', holding('local-registrar', 'Hanna', 'attestant')));
    said.set('no right', await says('attest', 'payer'));
    said.set('another proposal', await says('attest', both, 'a'.repeat(64)));
    said.set('first', await says('attest', both));
    said.set('again', await says('attest', both));
    said.set('same person', await says('order', both));
  };
  let year: RanYear;
  beforeAll(async () => {
    year = await ranYear({
      until: '2021-03',
      acting: [whenWaiting({ case: MARCH, purpose: 'approval', minutes: 10 }, tries)],
    });
  });

  it.each([
    ['own input', /^own-input: Hanna registered /],
    ['no right', /^right-not-held: .*attestant.*Ulf Utanordnare/],
    ['another proposal', /^stale-proposal: /],
    ['first', /^done$/],
    ['again', /^done$/],
    ['same person', /^same-person: Astrid /],
  ])('is answered by the door (%s)', (what, answer) => {
    expect(said.get(what)).toMatch(answer);
  });

  it('is one of two people, and the payment waits for the other', () => {
    const approvals = caseEvents(year.found, MARCH).flatMap((event) =>
      event.type === 'approved' ? [[event.right, event.by.sub, event.at.slice(11, 16)]] : [],
    );
    expect(approvals).toEqual([
      ['attest', 'local-attestant', '05:10'],
      ['order', 'local-utanordnare', '05:40'],
    ]);
    expect(paidIn(year)).toEqual([['2021-03', '2021-03-01', '2786075070']]);
    expect([year.failed, wrongIn(year.found)]).toEqual([[], []]);
  });
});

describe('An appropriation that one person registers and confirms', () => {
  it('does not count', async () => {
    const first = theOnly(await sampleArrivals(), 'appropriation', 2021);
    const content = { ...first.content, appropriationSek: '99000000000' };
    let answer = '';
    await ranYear({
      until: '2021-02',
      acting: [
        atInstant('2021-02-03T10:00:00Z', async (cloud, at) => {
          await registers(cloud, at, laterVersion(first, '2021-02-03', content));
          answer = await answerOf(confirms(cloud, first, 2, 'both at once', 'registrar'));
        }),
      ],
    });
    expect(answer).toMatch(/^same-person: Hanna Handläggare /);
  });
});

describe('A run that is closed without payment', () => {
  let year: RanYear;
  beforeAll(async () => {
    year = await ranYear({
      until: '2021-04',
      acting: [
        whenWaiting(
          { case: MARCH, purpose: 'approval', minutes: 10 },
          says('request-close', 'The regions have asked for April instead.'),
        ),
      ],
    });
  });

  it('pays nothing', () => {
    expect(onlyEvent(year.found, MARCH, 'closed').outcome).toBe('without-payment');
    expect(vouchers(year.found).map(({ key }) => key)).toEqual(['payout-2021-04']);
  });

  it('leaves its lines due: April pays both instalments, on one line for each region', () => {
    expect(paidIn(year)).toEqual([['2021-04', '2021-04-01', '5572150140']]); // 2 × 2 786 075 070.
    const [april] = year.result.payments;
    expect(april?.regions.map(({ lines }) => lines.map(({ kind }) => kind))).toEqual(
      Array(21).fill(['instalment']),
    );
    expect(onlyEvent(year.found, 'payout-2021-04', 'release-ordered').paid).toEqual([
      'instalment/2021/2021-03',
      'instalment/2021/2021-04',
    ]);
    expect([year.failed, wrongIn(year.found)]).toEqual([[], []]);
  });
});

describe('An execution that cannot go on', () => {
  it('is followed by another for the same run, which keeps the attest that was given', async () => {
    const answers: unknown[] = [];
    const year = await ranYear({
      until: '2021-03',
      acting: [
        // The attest is given after an hour, the order would be after two.
        whenWaiting({ case: MARCH, purpose: 'approval', minutes: 30 }, async (cloud) => {
          answers.push(await goOn(cloud, MARCH)); // It runs: nothing is started.
          await endExecution(cloud, MARCH);
          answers.push(await goOn(cloud, MARCH));
          answers.push(await goOn(cloud, MARCH)); // Asked twice, started once.
        }),
      ],
    });
    expect(answers).toEqual([
      { execution: MARCH },
      { execution: `${MARCH}.2` },
      { execution: `${MARCH}.2` },
    ]);
    expect(year.failed.map(({ name }) => name)).toEqual([MARCH]);
    const told = caseEvents(year.found, MARCH).map((event) =>
      event.type === 'approved' ? `${event.right} ${event.at.slice(11, 16)}` : event.type,
    );
    expect(told).toEqual([
      'opened',
      'proposed',
      'attest 05:20',
      'order 06:10', // Two hours after the second execution asked.
      'release-ordered',
      'bank-reported', // Accepted, and
      'bank-reported', // booked.
      'settled',
      'closed',
    ]);
    expect(paidIn(year)).toEqual([['2021-03', '2021-03-01', '2786075070']]);
    expect([year.waiting, wrongIn(year.found)]).toEqual([[], []]);
  });
});
