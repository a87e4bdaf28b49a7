import { describe, expect, it } from 'vitest';
import { kronorText } from '../../../local/report/kronor-text.ts';
import {
  paidLine,
  progressOn,
  quietLine,
  requisitionPaidLine,
  waitingLine,
} from '../../../local/report/progress.ts';
import { monthPayment } from '../../fixtures/year-result.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('kronor for the eye', () => {
  it.each([
    [0n, '0'],
    [999n, '999'],
    [1_000n, '1 000'],
    [-1_250_000n, '−1 250 000'],
    [33_432_900_840n, '33 432 900 840'],
  ])('%s is %s', (kronor, text) => expect(plain(kronorText(kronor))).toBe(text));
});

describe('a progress line', () => {
  it('says when a month was paid, how much, to how many and by which kinds', () => {
    const payment = monthPayment('2021-03', '2021-03-01', { instalment: '2786075070' });
    expect(plain(paidLine(payment))).toBe(
      '2021-03  paid 2021-03-01   2 786 075 070 kr  21 regions  instalment',
    );
  });

  it('counts only regions that got money, and names only kinds that moved it', () => {
    const payment = monthPayment('2022-02', '2022-02-01', {
      'ihsi-difference': '5',
      instalment: '0',
    });
    expect(plain(paidLine(payment))).toBe(
      '2022-02  paid 2022-02-01               5 kr  1 region  ihsi-difference',
    );
  });

  it('says what a requisition paid', () => {
    expect(
      plain(
        requisitionPaidLine({
          kind: 'ihsi',
          sek: '4008076',
          rate: '10.1342',
          paidOn: '2021-06-15',
        }),
      ),
    ).toBe(
      '2021-06  paid 2021-06-15       4 008 076 kr  IHSI, requisitioned by SKR, at 10.1342 kr for a euro',
    );
    expect(plain(requisitionPaidLine({ kind: 'sol', sek: '7000000', paidOn: '2021-10-11' }))).toBe(
      '2021-10  paid 2021-10-11       7 000 000 kr  SOL, requisitioned by SKR',
    );
  });

  it('says what waits, or that nothing is due', () => {
    expect(
      waitingLine('2022-02', {
        what: 'payout-2022-02',
        forWhat: 'rebate-forecast',
        since: '2022-01-25',
      }),
    ).toBe('2022-02  waits            payout-2022-02 for rebate-forecast, since 2022-01-25');
    expect(quietLine('2021-02')).toBe('2021-02  nothing due');
  });
});

describe('progress', () => {
  function written(isTTY: boolean, columns?: number): string {
    let text = '';
    const out = { isTTY, write: (more: string) => (text += more), ...(columns && { columns }) };
    const progress = progressOn(out);
    progress.live('2021-02');
    progress.print('first');
    progress.live('2021-03 waits for attest');
    progress.end();
    progress.print('last');
    return text;
  }

  it('is plain lines in a pipe', () => expect(written(false)).toBe('first\nlast\n'));

  it('keeps a live line below the others on a terminal, and takes it away in the end', () => {
    const dim = (text: string): string => `\u001b[2m${text}\u001b[22m`;
    const clear = '\r\u001b[2K';
    expect(written(true)).toBe(
      `${dim('2021-02')}${clear}first\n${dim('2021-02')}${clear}${dim('2021-03 waits for attest')}${clear}last\n`,
    );
  });

  it('cuts the live line to the width of the terminal', () => {
    expect(written(true, 11)).toContain(`\u001b[2m2021-03 wa\u001b[22m`);
  });
});
