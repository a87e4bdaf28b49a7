import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../core/calendar/day.ts';
import {
  dayInStockholm,
  type Instant,
  instantInStockholm,
  notBefore,
  parseInstant,
  plusMinutes,
} from '../../../core/calendar/stockholm.ts';
import { cases } from '../../helpers/cases.ts';

describe('a moment', () => {
  it('is no earlier than what it follows, of which some may tell none', () => {
    const at = '2021-03-01T05:00:00.000Z';
    const later = '2021-03-01T06:00:00.000Z';
    expect(notBefore(at)).toBe(at);
    expect(notBefore(at, later, undefined, at)).toBe(later);
    expect(notBefore(later, at)).toBe(later);
  });

  it.each([
    ['2021-03-01T05:00:00Z', '2021-03-01T05:00:00.000Z'],
    ['2021-03-01T05:00:00.5Z', '2021-03-01T05:00:00.500Z'],
    ['2021-12-31T23:59:59.999Z', '2021-12-31T23:59:59.999Z'],
  ])('%s is written %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    '2021-03-01',
    '2021-03-01T05:00Z',
    '2021-03-01T05:00:00',
    '2021-03-01T05:00:00+01:00',
    '2021-03-01 05:00:00Z',
    '2021-03-01T24:00:00Z',
    '2021-03-01T05:60:00Z',
    '2021-03-01T05:00:60Z',
    '2021-03-01T05:00:00.1234Z',
    '',
    'now',
    ' 2021-03-01T05:00:00Z',
    '2021-03-01T05:00:00Z ',
  ])('cannot be %j', (text) => {
    expect(() => parseInstant(text)).toThrow(
      new RangeError(
        `Not a moment: ${JSON.stringify(text)}. Allowed is ISO 8601 in UTC such as '2021-03-01T05:00:00.000Z'.`,
      ),
    );
  });

  it('cannot lie on a day that does not exist', () => {
    expect(() => parseInstant('2021-02-30T05:00:00Z')).toThrow('Not a day: "2021-02-30"');
  });

  it('can be moved by whole minutes, whatever clocks do', () => {
    expect(plusMinutes('2021-03-27T23:30:00.000Z', 120)).toBe('2021-03-28T01:30:00.000Z');
    expect(plusMinutes('2021-03-01T00:00:00.000Z', -60)).toBe('2021-02-28T23:00:00.000Z');
    expect(() => plusMinutes('2021-03-01T00:00:00.000Z', 0.5)).toThrow(
      new RangeError('Minutes are a whole number (given 0.5).'),
    );
  });
});

describe('the day in Stockholm', () => {
  it.each<[Instant, string, string]>([
    ['2021-12-01T22:59:59.999Z', '2021-12-01', 'the last moment of 1 December, winter time'],
    ['2021-12-01T23:00:00.000Z', '2021-12-02', 'midnight in winter'],
    ['2021-06-30T21:59:59.999Z', '2021-06-30', 'the last moment of June, summer time'],
    ['2021-06-30T22:00:00.000Z', '2021-07-01', 'midnight in summer'],
    ['2021-12-31T23:00:00.000Z', '2022-01-01', 'New Year'],
    ['2021-03-28T22:00:00.000Z', '2021-03-29', 'the evening after summer time began'],
    ['2021-03-27T22:30:00.000Z', '2021-03-27', 'the evening before summer time began'],
    ['2021-10-31T22:30:00.000Z', '2021-10-31', 'the evening after summer time ended'],
    ['2021-10-30T22:30:00.000Z', '2021-10-31', 'the evening before summer time ended'],
  ])('at %s is %s: %s', (instant, day) => {
    expect(dayInStockholm(instant)).toBe(day);
  });

  it('is refused before 1996, when summer time followed other rules', () => {
    expect(() => dayInStockholm('1995-12-31T00:00:00.000Z')).toThrow(
      new RangeError("Stockholm's time is known from the year 1996 on (given 1995)."),
    );
    expect(dayInStockholm('1996-01-01T00:00:00.000Z')).toBe('1996-01-01');
  });

  it('is what the time zone database says, at any moment from 1996 to 2037', () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });
    const [from, to] = [Date.UTC(1996, 0, 1), Date.UTC(2038, 0, 1)];
    fc.assert(
      fc.property(fc.integer({ min: from, max: to - 1 }), (millis) => {
        const instant = new Date(millis).toISOString() as Instant;
        expect(dayInStockholm(instant)).toBe(format.format(millis));
      }),
      cases(5_000),
    );
  });
});

describe('a time of day in Stockholm', () => {
  it.each([
    ['2021-03-01', '06:00', '2021-03-01T05:00:00.000Z'],
    ['2021-07-01', '06:00', '2021-07-01T04:00:00.000Z'],
    ['2021-01-01', '00:30', '2020-12-31T23:30:00.000Z'],
    ['2021-03-28', '01:59', '2021-03-28T00:59:00.000Z'],
    ['2021-03-28', '03:00', '2021-03-28T01:00:00.000Z'],
    ['2021-10-31', '01:59', '2021-10-30T23:59:00.000Z'],
    ['2021-10-31', '02:30', '2021-10-31T00:30:00.000Z'],
    ['2021-10-31', '03:00', '2021-10-31T02:00:00.000Z'],
    ['2021-12-01', '23:59', '2021-12-01T22:59:00.000Z'],
    ['2024-03-31', '03:00', '2024-03-31T01:00:00.000Z'],
    ['2023-10-29', '12:00', '2023-10-29T11:00:00.000Z'],
  ])('%s %s is %s', (day, time, instant) => {
    expect(instantInStockholm(parseDay(day), time)).toBe(instant);
  });

  it.each(['02:00', '02:59'])('does not exist at %s when summer time begins', (time) => {
    expect(() => instantInStockholm(parseDay('2021-03-28'), time)).toThrow(
      new RangeError(`Clocks in Stockholm never show ${time} on 2021-03-28: summer time begins.`),
    );
  });

  it.each(['24:00', '6:00', '06:60', '06', '06:00:00', ' 06:00', '06:00 ', ''])(
    'cannot be %j',
    (time) => {
      expect(() => instantInStockholm(parseDay('2021-03-01'), time)).toThrow(
        new RangeError(
          `Not a time of day: ${JSON.stringify(time)}. Allowed is HH:MM from 00:00 to 23:59.`,
        ),
      );
    },
  );

  it('lies on that day, on any day', () => {
    const day = fc
      .integer({ min: Date.UTC(1996, 0, 2), max: Date.UTC(2099, 11, 30) })
      .map((millis) => parseDay(new Date(millis).toISOString().slice(0, 10)));
    fc.assert(
      fc.property(day, fc.constantFrom('00:00', '01:59', '03:00', '06:00', '23:59'), (on, time) => {
        expect(dayInStockholm(instantInStockholm(on, time))).toBe(on);
      }),
      cases(2_000),
    );
  });
});
