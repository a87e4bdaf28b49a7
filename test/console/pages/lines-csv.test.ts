import { describe, expect, it } from 'vitest';
import { translate } from '../../../console/i18n/translate.ts';
import { linesCsv } from '../../../console/pages/payment/lines-csv.ts';
import type { Proposal } from '../../../console/pages/payment/types.ts';

const hash = 'a'.repeat(64);
const proposal: Proposal = {
  run: 'payout-2022-02',
  proposal: hash,
  kind: 'payment',
  number: 1,
  codeVersion: 'v',
  kinds: [
    { kind: 'instalment', text: 'Månadsutbetalning, 1/12', totalSek: '30' },
    { kind: 'rebate-forecast', text: 'Återbäring; prognos', totalSek: '-5' },
  ],
  payments: [
    {
      payee: '01',
      name: 'Region Stockholm',
      organisationNumber: '232100-0016',
      bankgiro: '990-1000',
      lines: [
        { kind: 'instalment', sek: '20', working: hash },
        { kind: 'rebate-forecast', sek: '-5', working: hash },
      ],
      totalSek: '15',
      change: { sek: '-5', percent: '-25.0', outlier: 'Den "nya" raden' },
    },
    {
      payee: '09',
      name: '=HYPERLINK("x")',
      lines: [{ kind: 'instalment', sek: '10', working: hash }],
      totalSek: '10',
    },
  ],
  totalSek: '25',
  comparedWith: { run: 'payout-2022-01', totalSek: '30', change: { sek: '-5' } },
  decisions: [],
  warnings: [],
  without: [],
  restsOn: [],
  agreements: [],
  sums: [],
};
const sv = { t: translate.bind(null, 'sv') };
const rows = (of: Proposal) =>
  linesCsv(of, of.payments, sv as unknown as Parameters<typeof linesCsv>[2]).split('\r\n');

describe('the table as CSV', () => {
  it('begins with a byte order mark, so that a spreadsheet reads å, ä and ö', () => {
    expect(rows(proposal)[0]?.codePointAt(0)).toBe(0xfeff);
  });

  it('names every column, and quotes what holds a separator', () => {
    expect(rows(proposal)[0]?.slice(1)).toBe(
      'Kod;Mottagare;Organisationsnummer;Bankgiro;Månadsutbetalning, 1/12;"Återbäring; prognos";' +
        'Totalt;Mot förra månaden;Mot förra, %;Anmärkning',
    );
  });

  it('holds amounts as whole numbers without grouping, and doubles quotation marks', () => {
    expect(rows(proposal)[1]).toBe(
      '01;Region Stockholm;232100-0016;990-1000;20;-5;15;-5;-25.0;"Den ""nya"" raden"',
    );
  });

  it('leaves a line that a payee does not have empty, since that is not zero', () => {
    expect(rows(proposal)[2]?.split(';').slice(4, 7)).toEqual(['10', '', '10']);
  });

  it('never begins a name as a formula', () => {
    expect(rows(proposal)[2]?.split(';')[1]).toBe(`"'=HYPERLINK(""x"")"`);
  });

  it('has a column of plusgiro numbers where somebody is paid there, and none else', () => {
    const [first, second] = proposal.payments;
    if (!first || !second) throw new RangeError('The sample has two payees.');
    const byPlusgiro = { ...proposal, payments: [first, { ...second, plusgiro: '12-3' }] };
    expect(rows(byPlusgiro)[0]).toContain('Bankgiro;Plusgiro;Månadsutbetalning');
    expect(rows(byPlusgiro)[1]?.split(';').slice(2, 6)).toEqual([
      ...['232100-0016', '990-1000', '', '20'],
    ]);
    expect(rows(byPlusgiro)[2]?.split(';').slice(2, 6)).toEqual(['', '', '12-3', '10']);
    expect(rows(proposal)[0]).not.toContain('Plusgiro');
  });

  it('has no columns of comparison when there is nothing to compare with', () => {
    const { comparedWith: _, ...alone } = proposal;
    expect(rows(alone)[1]).toBe('01;Region Stockholm;232100-0016;990-1000;20;-5;15');
  });
});
