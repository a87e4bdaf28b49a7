import { describe, expect, it } from 'vitest';
import { Sek } from '../../../core/money/sek.ts';
import { amountText, tallyText } from '../../../local/report/tally-tables.ts';

describe('An amount for the eye', () => {
  it.each([
    ['1234567', '1\u00a0234\u00a0567'],
    ['-1234567', '−1\u00a0234\u00a0567'],
    ['1234.5', '1\u00a0234.50'],
    ['-0.01', '−0.01'],
    ['0', '0'],
  ])('of %s kr is %s', (sek, text) => {
    expect(amountText(Sek.of(sek))).toBe(text);
  });
});

describe('A tally as text', () => {
  const row = {
    payee: '05',
    name: 'Region Östergötland',
    ...{ prepared: '40', approved: '40', filed: '39.5', settled: '40', returned: '0' },
    ...{ outstanding: '0', unordered: '0', held: '0' },
    differs: ['approved by two 40 kr, in the payment file 39.5 kr'],
  };
  const total = { ...row, payee: '', name: 'Total', differs: ['the payment file is missing'] };
  const tally = {
    year: 2021,
    holds: false,
    runs: [{ run: 'payout-2021-03', holds: false, rows: [row], total }],
    rows: [row],
    total,
    untaken: { open: [] as string[], openSek: '0', lookedInto: 0, lookedIntoSek: '0' },
    ...{ openItems: 0, undecided: 0 },
  };

  it('marks what differs, and names it with both sides at the end', () => {
    const lines = tallyText(tally, false).split('\n');
    expect(lines.filter((line) => line.endsWith('✗'))).toEqual([
      expect.stringMatching(/^payout-2021-03 +not released .* 39\.50 /),
      expect.stringMatching(/^05 +Region Östergötland .* 39\.50 /),
    ]);
    expect(lines.slice(-3)).toEqual([
      '✗ the payment file is missing',
      '✗ 05 Region Östergötland: approved by two 40 kr, in the payment file 39.5 kr',
      '',
    ]);
  });

  it('says beside sums that hold what nobody has looked into or decided yet', () => {
    const held = { ...tally, holds: true, openItems: 1, undecided: 2 };
    expect(tallyText(held, false)).toContain(
      "\n! 2021: nobody has looked into 1 item of the bank's reports.\n! 2021: nobody has decided on 2 payments that came back.\n",
    );
    expect(tallyText({ ...tally, holds: true }, false)).not.toContain('!');
  });

  it('has the payees of each run when all are asked for', () => {
    expect(tallyText(tally, true).match(/Region Östergötland {2,}/g)).toHaveLength(2);
  });

  it('names what moved and is no payment, also of a year without payments, and counts what was looked into', () => {
    const untaken = { open: ['10 kr moved'], openSek: '10', lookedInto: 2, lookedIntoSek: '-5.5' };
    for (const each of [tally, { ...tally, runs: [], rows: [] }]) {
      const text = tallyText({ ...each, untaken }, false);
      expect(text).toContain('\n✗ 10 kr moved\n');
      expect(text).not.toContain('✓');
      expect(text).toContain(
        '\n2021: 2 movements on the account as no payment from here, looked into: −5.50 kr (left, less came)\n',
      );
    }
  });

  it('of a year without payments says so', () => {
    const empty = { ...tally, holds: true, runs: [], rows: [], total: { ...total, differs: [] } };
    expect(tallyText(empty, false)).toContain('✓ 2021: nothing was paid.');
  });
});
