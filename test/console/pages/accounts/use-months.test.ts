import { describe, expect, it } from 'vitest';
import { useLimits, useMonths } from '../../../../console/pages/accounts/use-months.ts';

const month = (name: string, usedSek: string, usedToDateSek: string) => ({
  ...{ month: name, usedSek, usedToDateSek },
  leftSek: '0',
  creditUsedSek: '0',
});

describe('the picture of the appropriation', () => {
  const drawn = useMonths(2021, {
    months: [
      month('2021-03', '2786000000', '8386000000'),
      month('2021-04', '0', '8386000000'),
      month('2021-05', '-386000000', '8000000000'),
    ],
  });

  it('has a place for each month of the year, also before and after what has been paid', () => {
    expect(drawn.map(({ month: name }) => name)).toEqual([
      ...['2021-01', '2021-02', '2021-03', '2021-04', '2021-05', '2021-06'],
      ...['2021-07', '2021-08', '2021-09', '2021-10', '2021-11', '2021-12'],
    ]);
    expect(drawn[0]).toEqual({ month: '2021-01', bars: [] });
  });

  it('lets each month stand on what was used before it, in millions', () => {
    expect(drawn[2]?.bars).toEqual([
      { look: 'before', from: 0, to: 5600 },
      { look: 'used', from: 5600, to: 8386 },
    ]);
  });

  it('draws a month that used nothing as what was used before it alone', () => {
    expect(drawn[3]?.bars).toEqual([{ look: 'before', from: 0, to: 8386 }]);
  });

  it('goes down where more came back in a month than was paid', () => {
    expect(drawn[4]?.bars).toEqual([
      { look: 'before', from: 0, to: 8000 },
      { look: 'used', from: 8386, to: 8000 },
    ]);
  });
});

describe('what the use is held against', () => {
  it('is the appropriation less what the year before took of it, and that with the credit', () => {
    expect(
      useLimits({
        appropriationSek: '33444000000',
        creditSek: '1672000000',
        creditUsedBeforeSek: '44000000',
      }),
    ).toEqual([
      { mark: 'frame', at: 33_400 },
      { mark: 'credit', at: 35_072 },
    ]);
  });

  it('is the appropriation alone where there is no credit', () => {
    expect(
      useLimits({ appropriationSek: '1000000', creditSek: '0', creditUsedBeforeSek: '0' }),
    ).toEqual([{ mark: 'frame', at: 1 }]);
  });
});
