import { describe, expect, it } from 'vitest';
import { sumChecks } from '../../../../core/payment/proposal.ts';
import { recordWords } from '../../../../functions/api/views/record-words.ts';

/** What the steps write into the record, one sentence of each kind. */
const sentences = [
  ['no rebate-forecast of 2021 is known', 'Återbäring, prognos för 2021 saknas'],
  ['no population of 2021', 'Invånarantal per grupp för 2021 saknas'],
  ['no rate of 2021-06-15 is known', 'Eurokursen för 2021-06-15 saknas'],
  [
    'no decision covers local-discount of 2021 in 2022-03',
    'Inget beslut omfattar avdrag för lokala rabattöverenskommelser för 2021 i 2022-03',
  ],
  ['no decision covers 2021-06', 'Inget beslut omfattar 2021-06'],
  ['no payees are confirmed', 'Inga bekräftade betalningsmottagare finns'],
  ['no appropriation of 2022 is known', 'Anslag och anslagskredit för 2022 saknas'],
  [
    'the appropriation of 2022 and its credit lack 1000000 kronor',
    'Anslaget för 2022 och dess kredit räcker inte: 1\u00a0000\u00a0000\u00a0kr saknas',
  ],
  [
    'takes 5000 kronor of the credit of 2022; 120000 are left',
    'Tar 5\u00a0000\u00a0kr av anslagskrediten för 2022; 120\u00a0000\u00a0kr återstår',
  ],
  [
    'the requisition names plusgiro 902004-1; it is paid to the confirmed bankgiro 991-2346',
    'Rekvisitionen anger plusgiro 902004-1; den betalas till det bekräftade bankgiro 991-2346',
  ],
  [
    'the requisition names bankgiro 991-2346; it is paid to the confirmed plusgiro 902004-1',
    'Rekvisitionen anger bankgiro 991-2346; den betalas till det bekräftade plusgiro 902004-1',
  ],
  [
    'it goes to bankgiro 991-3005 again, from which it came back with AC06',
    'Går igen till bankgiro 991-3005, som den kom tillbaka från med AC06',
  ],
  ['lacks rebate-final, outcomes', 'Underlag saknas: återbäring, utfall, kostnadsutfall'],
  ['replaced by proposal 2', 'Ersatt av förslag 2'],
  [
    'INPUT#2021/rebate-forecast, INPUT#all/payees has a new version',
    'Återbäring, prognos 2021, Betalningsmottagare har en ny version',
  ],
  [
    "instalment/2021/2021-03 is not this payout's to pay any more; the appropriation has no room",
    'Månadsutbetalning, 1/12 2021-03 ska inte längre betalas i den här utbetalningen; Anslaget räcker inte',
  ],
  ['another payout has carried kronor forward', 'En annan utbetalning har fört belopp vidare'],
  [
    'it takes credit of the appropriation that nobody was warned of',
    'Den tar anslagskredit som ingen har varnats för',
  ],
  [
    'received on 2021-12-02; the last day is 2021-12-01',
    'Inkom 2021-12-02; sista dag var 2021-12-01',
  ],
  ['8000000 was asked for; 7000000 is agreed', '8000000 rekvirerades; överenskommet är 7000000'],
  ['E-hälsomyndigheten asked; SKR is agreed', 'E-hälsomyndigheten rekvirerade; det ska SKR göra'],
  [
    'the agreement of 2026 knows no such amount',
    'Överenskommelsen för 2026 har inget sådant belopp',
  ],
] as const;

describe('what the record says in its own words', () => {
  it.each(sentences)('%s: %s', (words, swedish) => {
    expect(recordWords(words, 'sv')).toBe(swedish);
    expect(recordWords(words, 'en')).toBe(words);
  });

  it('names every sum of a payment in Swedish', () => {
    const payment = {
      ...{ payee: '09' as const, name: '', organisationNumber: '', bankgiro: '', payeeVersion: 1 },
      ...{ lines: [], totalSek: '0' },
    };
    const names = sumChecks({ payments: [payment], totalSek: '0' }).map(({ name }) => name);
    expect(names.map((name) => recordWords(name, 'sv'))).toEqual([
      'Raderna för 09 = betalningen',
      '09 får inte mindre än noll',
      'Betalningarna = summan',
    ]);
  });

  it('leaves people’s own words as they are', () =>
    expect(recordWords('Vi väntar på TLV.', 'sv')).toBe('Vi väntar på TLV.'));
});
