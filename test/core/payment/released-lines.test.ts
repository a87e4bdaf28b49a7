import { describe, expect, it } from 'vitest';
import type { YearShare } from '../../../core/payment/proposal.ts';
import { grantReleased, linesOfYear } from '../../../core/payment/released-lines.ts';
import { of } from '../../../core/regions.ts';
import { payment, proposal } from './payments.ts';

const paying = (...paid: string[]) => ({
  ...proposal(
    payment('01', ['instalment', 100n], ['interim-instalment', 90n]),
    payment('03', ['instalment', 50n]),
  ),
  paid,
});
const share = (agreementYear: number, payee: '01' | '03', sek: string): YearShare => ({
  ...{ kind: 'instalment', agreementYear, payee, sek, working: `w${agreementYear}` },
});

describe('What a payment paid of an agreement year', () => {
  it('is its whole line where all items of the kind are of that year', () => {
    const released = paying('instalment/2021/2022-01', 'instalment/2021/2022-02');
    expect(linesOfYear(released, 'instalment', 2021)).toEqual([
      { payee: '01', sek: '100', working: 'w' },
      { payee: '03', sek: '50', working: 'w' },
    ]);
    expect(linesOfYear(released, 'instalment', 2022)).toEqual([]);
    expect(linesOfYear(released, 'interim-instalment', 2021)).toEqual([]);
  });

  it('is the year’s part of a line that two years share, also where the parts leave no line', () => {
    const released = {
      ...paying('instalment/2021/2022-02', 'instalment/2022/2022-03'),
      yearShares: [share(2021, '01', '60'), share(2022, '01', '40'), share(2022, '03', '50')],
    };
    expect(linesOfYear(released, 'instalment', 2022)).toMatchObject([
      { payee: '01', sek: '40', working: 'w2022' },
      { payee: '03', sek: '50' },
    ]);
    expect(linesOfYear(released, 'instalment', 2021)).toMatchObject([{ payee: '01', sek: '60' }]);
  });

  it('is refused where a shared line does not say its parts; where there is no line there are none', () => {
    const released = paying('instalment/2021/2022-02', 'instalment/2022/2022-03');
    expect(() => linesOfYear(released, 'instalment', 2022)).toThrow(
      new RangeError('A payment does not say what each year has in its line instalment.'),
    );
    const none = { ...released, payments: [] };
    expect(linesOfYear(none, 'instalment', 2022)).toEqual([]);
  });

  it('is of its grant: instalments and interim payments, each by the working that the record holds', () => {
    const released = [
      paying('interim-instalment/2022/2022-03'),
      paying('instalment/2022/2022-04', 'local-discount/2021'),
      paying('instalment/2021/2022-02'),
    ];
    const amounts = grantReleased(released, 2022);
    expect(of(amounts, '01').map(({ value }) => value.toString())).toEqual(['90', '100']);
    expect(of(amounts, '03').map(({ value }) => value.toString())).toEqual(['50']);
    expect(of(amounts, '09')).toEqual([]);
    expect(of(amounts, '03')[0]?.working).toMatchObject({ node: 'stored', hash: 'w' });
  });
});
