import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SwitchEvent } from '../../core/payment/stop-switch.ts';
import { liftStop } from '../../functions/doors/lift-stop.ts';
import { stopReleases } from '../../functions/doors/stop-releases.ts';
import type { NoticeEvent } from '../../functions/shared/notices.ts';
import type { PublishedNotice } from '../../local/cloud/notices-api.ts';
import { Approvers } from '../../local/officials/approvers.ts';
import { type LocalPerson, person } from '../../local/officials/people.ts';
import { atInstant, blindTo } from '../helpers/actors.ts';
import { answerOf } from '../helpers/doors.ts';
import { caseEvents, eventsOf, onlyEvent, typesOf, vouchers, wrongIn } from '../helpers/record.ts';
import { atTheDoor } from '../helpers/workflow-ports.ts';
import { type RanYear, ranYear } from '../helpers/year.ts';

const MARCH = 'payout-2021-03';
const reason = 'Two regions share one account.';

const said: string[] = [];
const door = (act: typeof stopReleases | typeof liftStop, who: LocalPerson, moment: string) =>
  atInstant(moment, async (cloud, at) => {
    const answer = atTheDoor(cloud, (ports) => act({ at, by: person(who, at), reason }, ports));
    said.push(
      `${moment.slice(8, 13)} ${(await answerOf(answer)).split(':').slice(0, 2).join(':')}`,
    );
  });
const stop = (moment: string, who: LocalPerson = 'registrar') => door(stopReleases, who, moment);
const lift = (moment: string, who: LocalPerson) => door(liftStop, who, moment);

const switchEvents = ({ found }: RanYear) =>
  eventsOf<SwitchEvent>(found, 'SWITCH#all/releases').map(({ type }) => type);
const noticesTo = ({ found }: RanYear, group: string) =>
  eventsOf<NoticeEvent>(found, `NOTICE#2021/${group}`);

describe('A stop before the pay day that two people lift after it', () => {
  let year: RanYear;
  beforeAll(async () => {
    said.length = 0;
    year = await ranYear({
      until: '2021-03',
      acting: [
        stop('2021-02-26T15:00:00Z'),
        lift('2021-03-01T10:00:00Z', 'attestant'),
        lift('2021-03-01T11:00:00Z', 'attestant'),
        lift('2021-03-01T12:00:00Z', 'registrar'),
        lift('2021-03-02T10:00:00Z', 'payer'),
      ],
    });
  });

  it('is not lifted by one person, who may not speak twice, nor by a case officer', () => {
    expect(said).toEqual([
      '26T15 done',
      '01T10 done',
      '01T11 InputRejected: same-person',
      '01T12 InputRejected: right-not-held',
      '02T10 done',
    ]);
    expect(switchEvents(year)).toEqual(['stopped', 'lift-approved', 'lifted']);
  });

  it('holds the payment, which goes out on the bank day after the lifting', () => {
    const { at, payDay, paidOn } = onlyEvent(year.found, MARCH, 'release-ordered');
    expect([at, payDay, paidOn]).toEqual(['2021-03-03T05:00:00.000Z', '2021-03-01', '2021-03-03']);
    expect(onlyEvent(year.found, MARCH, 'settled').at.slice(0, 10)).toBe('2021-03-03');
  });

  it('leaves the payment as it was: the same total, once, by the two approvals that it had', () => {
    expect(typesOf(year.found, MARCH)).toEqual([
      'opened',
      'proposed',
      'approved',
      'approved',
      'release-ordered',
      'bank-reported', // Accepted, and
      'bank-reported', // booked.
      'settled',
      'closed',
    ]);
    const approvals = caseEvents(year.found, MARCH).flatMap((event) =>
      event.type === 'approved' ? [[event.right, event.at.slice(0, 10)]] : [],
    );
    expect(approvals).toEqual([
      ['attest', '2021-02-22'],
      ['order', '2021-02-22'],
    ]);
    expect(year.result.payments.map(({ month, totalSek }) => [month, totalSek])).toEqual([
      ['2021-03', '2786075070'],
    ]);
    expect(vouchers(year.found)).toHaveLength(1);
  });

  it('leaves a record in which nothing is wrong, and no execution failed', () => {
    expect([year.failed, year.waiting, wrongIn(year.found)]).toEqual([[], [], []]);
  });

  it('was told to those whom it concerns, apart from the record', () => {
    const told = (group: string) =>
      noticesTo(year, group).flatMap((each) =>
        each.type === 'notice' ? [[each.kind, each.case].join(' ').trim()] : [],
      );
    expect(told('handläggare')).toEqual(['stopped', 'lifted']);
    for (const group of ['attestant', 'utanordnare'])
      expect(told(group)).toEqual([
        'asked opening-2021',
        'asked payout-2021-03',
        'stopped',
        'lift-asked',
        'lifted',
        'asked payout-2021-04',
      ]);
  });
});

describe('A stop that one person wants to lift', () => {
  it('holds the payment for as long as it takes', async () => {
    const year = await ranYear({
      until: '2021-03',
      acting: [stop('2021-02-26T15:00:00Z'), lift('2021-03-01T10:00:00Z', 'payer')],
    });
    expect(year.waiting).toMatchObject([{ what: MARCH, forWhat: 'releases are allowed' }]);
    expect(typesOf(year.found, MARCH)).not.toContain('release-ordered');
    expect([year.result.payments, vouchers(year.found)]).toEqual([[], []]);
    expect([year.failed, wrongIn(year.found)]).toEqual([[], []]);
  });
});

describe('A stop after a payment was ordered', () => {
  it('comes too late for it, and in time for the next', async () => {
    const year = await ranYear({
      until: '2021-04',
      acting: [stop('2021-03-01T05:10:00Z')], // Ordered at six in Stockholm; the bank reports forty minutes later.
    });
    expect(onlyEvent(year.found, MARCH, 'settled').at).toBe('2021-03-01T05:40:00.000Z');
    expect(year.waiting).toMatchObject([
      { what: 'payout-2021-04', forWhat: 'releases are allowed' },
    ]);
    expect(vouchers(year.found).map(({ key }) => key)).toEqual([MARCH]);
    expect([year.failed, wrongIn(year.found)]).toEqual([[], []]);
  });
});

describe('A payment that nobody approves', () => {
  it('is announced once and reminded of on the two bank days before its pay day', async () => {
    const year = await ranYear({
      until: '2021-03',
      approvers: blindTo(MARCH, (cloud) => new Approvers(cloud)),
    });
    const lines = readFileSync(join(year.records, 'notices.jsonl'), 'utf8').trimEnd().split('\n');
    const told = lines
      .map((line) => JSON.parse(line) as PublishedNotice)
      .filter(({ subject }) => subject === `Statsbidrag: ${MARCH}`)
      .map(({ at, attributes: { group, kind } }) => `${at.slice(0, 16)} ${kind} ${group}`);
    const both = (what: string) => [`${what} attestant`, `${what} utanordnare`];
    expect(told.sort()).toEqual([
      ...both('2021-02-22T05:00 asked'),
      ...both('2021-02-25T07:00 reminder'),
      ...both('2021-02-26T07:00 reminder'),
    ]);
    // Each is noted as sent: these three, and what the year's opening and April asked.
    for (const group of ['attestant', 'utanordnare'])
      expect(noticesTo(year, group).filter(({ type }) => type === 'sent')).toHaveLength(3 + 2);
    expect([year.failed, wrongIn(year.found)]).toEqual([[], []]);
  });
});
