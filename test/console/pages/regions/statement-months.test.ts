import { describe, expect, it } from 'vitest';
import { statementMonths } from '../../../../console/pages/regions/statement-months.ts';

const drawn = statementMonths(
  [{ month: '2022-01', totalSek: '100', lines: [{ kind: 'instalment', sek: '120' }] }],
  [
    { month: '2022-02', kind: 'instalment', fromSek: '100', toSek: '100' },
    { month: '2022-02', kind: 'rebate-forecast', fromSek: '-40', toSek: '-40' },
    { month: '2022-05', kind: 'corridor-benefits', fromSek: '-20', toSek: '20' },
    { month: '2022-05', kind: 'corridor-hepatitis-c', fromSek: '-3', toSek: '3' },
    { month: '2022-05', kind: 'rebate-settlement' },
  ],
);

describe('the picture of a region’s year', () => {
  it('has every month, also the ones in which nothing moves', () => {
    expect(drawn.map(({ month }) => month)).toEqual([
      '2022-01',
      '2022-02',
      '2022-03',
      '2022-04',
      '2022-05',
    ]);
  });

  it('goes over the turn of the year', () => {
    const turned = statementMonths(
      [{ month: '2021-12', totalSek: '1', lines: [] }],
      [{ month: '2022-01', kind: 'instalment' }],
    );
    expect(turned.map(({ month }) => month)).toEqual(['2021-12', '2022-01']);
  });

  it('draws what came back as a frame, until it has been paid again by itself', () => {
    const month = { month: '2022-01', totalSek: '100', returnedSek: '100', lines: [] };
    const again = { run: 'reissue-2022-01-05-1', sek: '100' };
    const look = (
      reissues?: (typeof again & { state: 'paid' | 'released'; returnedSek?: string })[],
    ) => statementMonths([{ ...month, ...(reissues && { reissues }) }], [])[0]?.bars[0]?.look;
    expect(look()).toBe('returned');
    expect(look([{ ...again, state: 'released' }])).toBe('returned');
    expect(look([{ ...again, state: 'paid', returnedSek: '100' }])).toBe('returned');
    expect(
      look([
        { ...again, state: 'paid', returnedSek: '100' },
        { ...again, run: 'reissue-2022-01-05-2', state: 'paid' },
      ]),
    ).toBe('paid');
  });

  it('draws what was paid as paid, and what comes in one amount as its sum', () => {
    expect(drawn[0]).toEqual({
      month: '2022-01',
      planned: 120,
      bars: [{ look: 'paid', from: 0, to: 100 }],
      unknown: false,
    });
    expect(drawn[1]).toEqual({
      month: '2022-02',
      planned: 100,
      bars: [{ look: 'coming', from: 0, to: 60 }],
      unknown: false,
    });
  });

  it('draws ranges as a range, and marks what nobody knows instead of drawing zero', () => {
    expect(drawn[4]).toEqual({
      month: '2022-05',
      bars: [{ look: 'range', from: -23, to: 23 }],
      unknown: true,
    });
    expect(drawn[2]).toEqual({ month: '2022-03', bars: [], unknown: false });
  });

  it('of nothing has no months', () => {
    expect(statementMonths([], [])).toEqual([]);
  });
});
