import { beforeAll, describe, expect, it } from 'vitest';
import { Sek } from '../../../../core/money/sek.ts';
import { parseCaseId } from '../../../../core/record/case-id.ts';
import { kronorText } from '../../../../functions/api/views/amount-text.ts';
import type { AnswerOf } from '../../../../functions/contract/api/operation.ts';
import { ofRole, pdfOf, plain, type ReadPdf, textsOfRole } from '../../../helpers/pdf.ts';
import { stateOf, vouchersOf, type World } from '../../support/world.ts';
import { proposed } from '../../support/year.ts';
import { documentsOf } from '../documents.ts';
import { paidUntil } from '../paid-year.ts';
import { readerOf } from '../reading.ts';
import { paidNothingInMay, reissued, returnedTwice, toBeReissued } from '../troubled-payments.ts';

const gotland = { region: '09', year: '2021' };
const february = { ...gotland, month: '2022-02' };
const languages = ['sv', 'en'] as const;

/** One record for all, since nothing here writes. */
let world: World;
beforeAll(async () => {
  world = await paidUntil('2022-05');
});

const advice = async (
  of: World,
  parameters: Record<string, string>,
  language: 'sv' | 'en' = 'sv',
) => pdfOf((await documentsOf(of).read('printAdvice', { parameters, language })).bytes);
const statement = async (of: World, region: string, language: 'sv' | 'en' = 'sv') => {
  const parameters = { region, year: '2021' };
  return pdfOf((await documentsOf(of).read('printStatement', { parameters, language })).bytes);
};

const amounts = (lines: readonly { readonly sek: string }[], language: 'sv' | 'en') =>
  lines.map(({ sek }) => plain(kronorText(sek, language)));

/** What the record holds of a run: the hash that was released, and the voucher that it was booked by. */
async function inRecord(run: string) {
  const { released } = await stateOf(world, parseCaseId(run));
  const year = Number(released?.paidOn.slice(0, 4));
  const booked = (await vouchersOf(world, year)).find(({ key }) => key === run);
  return { proposal: released?.proposal ?? 'none', voucher: `${year}:${booked?.number}` };
}

describe.each(languages)('A payment advice in %s', (language) => {
  let pdf: ReadPdf;
  let month: AnswerOf<'readMonthStatement'>;
  beforeAll(async () => {
    pdf = await advice(world, february, language);
    month = await readerOf(world).read('readMonthStatement', { parameters: february, language });
  });

  it('says its title and its language, and is tagged for those who have it read aloud', () => {
    const title = {
      sv: 'Utbetalningsbesked för februari 2022',
      en: 'Payment advice for February 2022',
    };
    expect(pdf).toMatchObject({
      title: `${title[language]} – Region Gotland`,
      language,
      tagged: true,
    });
    expect(textsOfRole(pdf.elements, 'H1')).toEqual([title[language]]);
  });

  it('has its parts under headings, and each line’s working under the line’s name', () => {
    const headings = {
      sv: [
        'Vad betalningen består av',
        'Betalningen hos banken',
        'Så har beloppen räknats fram',
        'Källor',
      ],
      en: [
        'What the payment consists of',
        'The payment at the bank',
        'How the amounts were calculated',
        'Sources',
      ],
    };
    expect(textsOfRole(pdf.elements, 'H2')).toEqual(headings[language]);
    expect(textsOfRole(pdf.elements, 'H3')).toEqual(month.lines.map(({ text }) => text));
  });

  it('has tables whose heads and names are marked as such', () => {
    const [about, lines, bank] = ofRole(pdf.elements, 'Table');
    expect(textsOfRole(about?.children ?? [], 'TH')[0]).toBe(
      { sv: 'Betalare', en: 'Payer' }[language],
    );
    const heads = { sv: ['Rad', 'Grund', 'Belopp'], en: ['Line', 'Basis', 'Amount'] };
    const total = { sv: 'Summa', en: 'Total' }[language];
    expect(textsOfRole(lines?.children ?? [], 'TH')).toEqual([
      ...heads[language],
      ...month.lines.map(({ text }) => text),
      total,
    ]);
    expect(ofRole(bank?.children ?? [], 'TR')).toHaveLength(2);
  });

  it('shows every amount of the statement that programs read, and its total', () => {
    const text = plain(pdf.text);
    for (const amount of amounts([...month.lines, { sek: month.totalSek }], language))
      expect(text).toContain(amount);
  });

  it('names who pays whom, on what account, by which agreement and decision', () => {
    const text = plain(pdf.text);
    for (const fact of [
      'Kammarkollegiet',
      '202100-0829',
      'Region Gotland',
      '212000-0803',
      'bankgiro 990-9003',
      'S2021/00821',
      'rb-2022-01-20',
    ])
      expect(text).toContain(fact);
  });

  it('leads back to the record from the foot of every page, which is no part of what is read', async () => {
    const { proposal, voucher } = await inRecord('payout-2022-02');
    const count = pdf.pages.length;
    const page = {
      sv: (n: number) => `Sida ${n} av ${count}`,
      en: (n: number) => `Page ${n} of ${count}`,
    };
    pdf.pages.forEach((text, index) => {
      expect(text).toContain(proposal);
      expect(text).toContain(voucher);
      expect(text).toContain(page[language](index + 1));
    });
    const read = pdf.elements.map(({ text }) => text).join(' ');
    expect(read).not.toContain(page[language](1));
  });

  it('works out each line by rows under rows, down to inputs and to what the agreement states', () => {
    const lists = ofRole(pdf.elements, 'L')
      .map(({ text }) => plain(text))
      .join('\n');
    const found = {
      sv: [
        'Återbäring, prognos 2021, version 1: Region Gotland.',
        'Står i överenskommelsen för 2021, 4.1.',
        '40 % av 20 506 982 kr.',
      ],
      en: [
        'Rebates, forecast 2021, version 1: Region Gotland.',
        'Stated in the 2021 agreement, 4.1.',
        '40% of 20,506,982 kr.',
      ],
    };
    for (const row of found[language]) expect(lists).toContain(row);
  });
});

describe('A document', () => {
  it('has the same bytes each time, and is dated by the record', async () => {
    const twice = [1, 2].map(() =>
      documentsOf(world).read('printAdvice', { parameters: february }),
    );
    const [first, second] = await Promise.all(twice);
    expect(Buffer.compare(first?.bytes ?? Buffer.of(), second?.bytes ?? Buffer.of())).toBe(0);
    expect((await pdfOf(first?.bytes ?? new Uint8Array())).created).toBe('D:20220201070000Z');
    const years = [1, 2].map(() =>
      documentsOf(world).read('printStatement', { parameters: gotland }),
    );
    const [one, other] = await Promise.all(years);
    expect(Buffer.compare(one?.bytes ?? Buffer.of(), other?.bytes ?? Buffer.of())).toBe(0);
  });

  it('is named after what it is, in the language asked for', async () => {
    const { read } = documentsOf(world);
    expect([
      (await read('printAdvice', { parameters: february })).name,
      (await read('printAdvice', { parameters: february, language: 'en' })).name,
      (await read('printStatement', { parameters: gotland })).name,
      (await read('printStatement', { parameters: gotland, language: 'en' })).name,
    ]).toEqual([
      'utbetalningsbesked-09-2022-02.pdf',
      'payment-advice-09-2022-02.pdf',
      'arsbesked-09-2021.pdf',
      'statement-09-2021.pdf',
    ]);
  });

  it('has its own two fonts in it and no other', async () => {
    const { fonts } = await advice(world, february);
    expect(fonts).toEqual(['SourceSans3-Regular', 'SourceSans3-SemiBold']);
  });
});

describe.each(languages)('A statement in %s', (language) => {
  let pdf: ReadPdf;
  let year: AnswerOf<'readStatement'>;
  beforeAll(async () => {
    pdf = await statement(world, '12', language);
    year = await readerOf(world).read('readStatement', {
      parameters: { ...gotland, region: '12' },
      language,
    });
  });

  it('shows every amount of every month and line, the kinds, the year’s grant and what was received', () => {
    const text = plain(pdf.text);
    const all = [
      ...year.months.flatMap(({ lines, totalSek }) => [...lines, { sek: totalSek }]),
      ...year.byKind.map(({ totalSek }) => ({ sek: totalSek })),
      { sek: year.grantSek ?? '' },
      { sek: year.paidSek },
    ];
    for (const amount of amounts(all, language)) expect(text).toContain(amount);
  });

  it('has a row for each month and the sum of them', () => {
    const months = ofRole(pdf.elements, 'Table')
      .slice(1)
      .flatMap(({ children }) => ofRole(children, 'TR'))
      .slice(0, year.months.length + 2);
    expect(months).toHaveLength(17);
    expect(plain(months.at(-1)?.text ?? '')).toContain(plain(kronorText(year.paidSek, language)));
  });

  it('names every run with its proposal and voucher', async () => {
    for (const { run } of year.months) {
      const { proposal, voucher } = await inRecord(run);
      const row = ofRole(pdf.elements, 'TR').find(({ text }) => text.startsWith(run));
      expect(row?.text.split(' ')).toEqual([run, voucher, proposal]);
    }
  });
});

describe('What is to come', () => {
  it('stands in the statement with its range, or without an amount where nothing is known', async () => {
    const early = await paidUntil('2021-04');
    const parameters = gotland;
    const { items } = await readerOf(early).read('readForecast', { parameters });
    const text = plain((await statement(early, '09')).text);
    for (const { fromSek, toSek, text: kind, how } of items) {
      expect(text).toContain(kind);
      expect(text).toContain(plain(how));
      for (const sek of [fromSek, toSek])
        if (sek !== undefined) expect(text).toContain(plain(kronorText(sek, 'sv')));
    }
    expect(items.some(({ fromSek, toSek }) => fromSek !== toSek)).toBe(true);
    expect(items.some(({ fromSek }) => fromSek === undefined)).toBe(true);
  });

  it('is nothing once all is paid', async () => {
    expect(plain((await statement(world, '09')).text)).toContain(
      'Allt som överenskommelsen ger regionen för 2021 är betalt.',
    );
  });
});

describe('A payment that the bank sent back', () => {
  const uppsala = { region: '03', year: '2021', month: '2021-03' };

  it('is told with its reason, and that it waits for somebody', async () => {
    const text = plain((await advice(await returnedTwice(), uppsala)).text);
    expect(text).toContain('Inget av beloppet har nått regionen än.');
    expect(text).toContain('Kom tillbaka: Kontot är avslutat (AC04)');
    expect(text).toContain('Det som kom tillbaka ligger kvar hos staten');
  });

  it('is told as being prepared again, once a case officer has said so', async () => {
    expect(plain((await advice(await toBeReissued(), uppsala)).text)).toContain(
      'Ny betalning förbereds',
    );
  });

  it('stands in the statement with the payment that arrived in its place', async () => {
    const text = plain((await statement(await reissued(), '03')).text);
    expect(text).toContain('Region Uppsala har fått 98 897 438 kr');
    expect(text).toContain('Kom tillbaka från banken −98 897 438 kr');
    expect(text).toContain('Betalt på nytt 98 897 438 kr');
    expect(text).toContain('reissue-2021-03-03-1');
  });
});

describe('A region whose lines come to less than nothing', () => {
  it('reads that nothing is paid, and what is carried forward', async () => {
    const of = await paidNothingInMay();
    const parameters = { ...gotland, month: '2022-05' };
    const { lines } = await readerOf(of).read('readMonthStatement', { parameters });
    const carried = lines.find(({ kind }) => kind === 'carried-forward')?.sek ?? '';
    expect(Sek.sum(lines.map(({ sek }) => Sek.of(sek))).toString()).toBe('0');
    const text = plain((await advice(of, parameters)).text);
    expect(text).toContain('Kammarkollegiet betalar ingenting till Region Gotland');
    expect(text).toContain(`Summa 0 kr`);
    expect(text).toContain(plain(kronorText(carried, 'sv')));
    expect(text).toContain('Inget att betala');
  });
});

describe('A region prints its own only', () => {
  const as = ['region-09'];

  it('its own advice and statement', async () => {
    const { read } = documentsOf(world);
    expect((await read('printAdvice', { as, parameters: february })).mediaType).toBe(
      'application/pdf',
    );
    expect((await read('printStatement', { as, parameters: gotland })).mediaType).toBe(
      'application/pdf',
    );
  });

  it.each([
    ['printAdvice', { ...february, region: '01' }],
    ['printStatement', { ...gotland, region: '01' }],
  ] as const)('%s of another region is refused', async (id, parameters) => {
    expect(await documentsOf(world).refused(id, { as, parameters })).toEqual([
      403,
      'not-your-region',
    ]);
  });

  it('and no annex, which holds every region', async () => {
    const parameters = { run: 'payout-2022-02', format: 'csv' };
    expect(await documentsOf(world).refused('readAnnex', { as, parameters })).toEqual([
      403,
      'role-not-allowed',
    ]);
  });
});

describe('There is no document', () => {
  it.each([
    ['of a month that is not paid', 'printAdvice', { ...gotland, month: '2021-03' }],
    ['of a year of which nothing is paid', 'printStatement', gotland],
    ['of a year without agreement', 'printStatement', { ...gotland, year: '2020' }],
  ] as const)('%s', async (_what, id, parameters) => {
    const of = documentsOf(await proposed());
    expect(await of.refused(id, { parameters })).toEqual([404, 'not-found']);
  });
});
