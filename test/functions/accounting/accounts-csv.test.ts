import { describe, expect, it } from 'vitest';
import { accountsCsv } from '../../../functions/accounting/accounts-csv.ts';
import { booksOf, marchAndReturn } from '../../accounting/journals.ts';

const csv = (language: 'sv' | 'en') =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    accountsCsv(booksOf(2021, marchAndReturn), language),
  );

describe('The vouchers as CSV', () => {
  it('are a row for each entry, in Swedish', () => {
    expect(csv('sv').split('\r\n')).toEqual([
      '\uFEFFVerifikation;Dag;Nyckel;Text;Konto;Kontonamn;Anslagspost;Motpart;Motpartens namn;Organisationsnummer;Avser;Belopp, kr',
      ...[
        '7721;Lämnade bidrag till regioner;9 1:5 ap.2;01;"Region 01 ""Å, Ä och Ö""";232100-0016;Månadsutbetalning, 1/12;100',
        '7721;Lämnade bidrag till regioner;9 1:5 ap.2;01;"Region 01 ""Å, Ä och Ö""";232100-0016;Justering för återbäring, prognos;-30',
        '7721;Lämnade bidrag till regioner;9 1:5 ap.2;03;"Region 03 ""Å, Ä och Ö""";232100-0016;Månadsutbetalning, 1/12;7',
        '1811;Avräkning med statsverket, statens centralkonto i Riksbanken;9 1:5 ap.2;;;;Utbetalt;-77',
      ].map((rest) => `1;2021-03-01;payout-2021-03;Utbetalningen för mars 2021;${rest}`),
      ...[
        '2691;Mellanhavanden med betalningsmottagare;9 1:5 ap.2;03;"Region 03 ""Å, Ä och Ö""";232100-0016;Tillbaka från banken;-7',
        '1811;Avräkning med statsverket, statens centralkonto i Riksbanken;9 1:5 ap.2;;;;Tillbaka från banken;7',
      ].map(
        (rest) =>
          `2;2021-03-04;payout-2021-03/return/03;Återföring av betalning till Region Uppsala som kom tillbaka: utbetalningen för mars 2021;${rest}`,
      ),
      '',
    ]);
  });

  it('are the same amounts in English', () => {
    const amounts = (text: string) =>
      text
        .split('\r\n')
        .slice(1, -1)
        .map((row) => row.split(';').at(-1));
    expect(amounts(csv('en'))).toEqual(amounts(csv('sv')));
    expect(csv('en')).toContain('Reversal of the payment to Region Uppsala that came back');
  });

  it('have no formula that a spreadsheet would work out', () => {
    const books = booksOf(2021, marchAndReturn);
    const [first, ...others] = books.counterparts;
    if (!first) throw new RangeError('March pays somebody.');
    const counterparts = [{ ...first, name: '=HYPERLINK("x")' }, ...others];
    const text = new TextDecoder().decode(accountsCsv({ ...books, counterparts }, 'sv'));
    expect(text).toContain(`;"'=HYPERLINK(""x"")";`);
  });
});
