import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inputKinds, isInputKind } from '../../../core/inputs/kinds.ts';
import { inputKindTexts } from '../../../functions/contract/api/input-kind-texts.ts';
import { csvKinds, readCsv } from '../../../functions/csv/read-csv.ts';

const decision = [
  'decision,decided_on,kind,agreement_year,first_payment_month,last_payment_month,monthly_total_sek',
  'rb-2030-01-01,2030-01-01,agreement,2030,2030-02,2030-12,',
].join('\n');

const errorsOf = (kind: Parameters<typeof readCsv>[0], csv: string) =>
  readCsv(kind, csv).notes.found.map(({ pointer, detail }) => `${pointer}: ${detail.en}`);

describe('A table of an input', () => {
  it('may be of the kinds that the description says, and no other is tried', () => {
    const described = Object.keys(inputKinds).filter(
      (kind) => isInputKind(kind) && inputKindTexts[kind].csv,
    );
    expect([...csvKinds].sort()).toEqual(described.sort());
    expect(() => readCsv('payees', 'a,b')).toThrow(RangeError);
  });

  it('is not bound to the year that the local run has', () => {
    const { content, notes } = readCsv('authorisation', decision);
    expect(notes.found).toEqual([]);
    expect(content).toEqual({
      decision: 'rb-2030-01-01',
      decidedOn: '2030-01-01',
      kind: 'agreement',
      agreementYear: 2030,
      firstMonth: '2030-02',
      lastMonth: '2030-12',
    });
  });

  it.each([
    ['nothing', '', ['/csv/1: given nothing, allowed: a header row']],
    [
      'another header',
      'a,b\n1,2',
      [
        expect.stringMatching(/^\/csv\/1: given no column "decision", allowed: decision, /),
        ...Array(6).fill(expect.stringMatching(/^\/csv\/1: given no column /)),
        expect.stringMatching(/^\/csv\/1: given a column "a"/),
        expect.stringMatching(/^\/csv\/1: given a column "b"/),
      ],
    ],
    [
      'a quote that is not closed',
      `${decision}\n"open`,
      [expect.stringMatching(/^\/csv\/3: given a quote that is not closed/)],
    ],
    [
      'a row with too many cells',
      decision.replace('2030-12,', '2030-12,,,'),
      [expect.stringMatching(/^\/csv\/2: given 9 columns, allowed: 7/)],
    ],
    [
      'an interim decision without its total',
      decision.replace(',agreement,', ',interim,'),
      [expect.stringMatching(/^\/csv\/2\/monthly_total_sek: given "", allowed: whole kronor/)],
    ],
    [
      'a month before its year',
      decision.replace('2030-02', '2029-12'),
      [
        '/csv/2/first_payment_month: given "2029-12", allowed: 2030-01 or later, since the money is for 2030',
      ],
    ],
    [
      'kronor with a separator',
      decision.replace(',agreement,', ',interim,').replace('2030-12,', '2030-12,"1,000"'),
      [expect.stringMatching(/^\/csv\/2\/monthly_total_sek: given "1,000", allowed: whole kronor/)],
    ],
  ])('that is %s is refused with line and column', (_, csv, errors) => {
    expect(errorsOf('authorisation', csv)).toEqual(errors);
  });

  it.each([
    ['rebate-forecast', 'rebates', { forecast_sek: 'forecast_sek_2021_12' }],
    ['rebate-final', 'rebates', { final_sek: 'final_sek_2022_03' }],
    ['population', 'population-by-group', { inhabitants: 'inhabitants_2018_12_31' }],
    ['solidarity-costs', 'solidarity-costs', { cost_sek: 'cost_sek_2020' }],
  ] as const)(
    'of %s says no year in its columns, and those of 2021 are read by their own names',
    (kind, file, names) => {
      const of2021 = readFileSync(`local/sample-2021/${file}.csv`, 'utf8');
      const [[general, older] = ['', '']] = Object.entries(names);
      const ofAnyYear = of2021
        .replace('forecast_sek_2021_12', 'forecast_sek')
        .replace('final_sek_2022_03', 'final_sek')
        .replace(older, general);
      expect(ofAnyYear).not.toBe(of2021);
      const read = [of2021, ofAnyYear].map((csv) => readCsv(kind, csv));
      expect(read.flatMap(({ notes }) => notes.found)).toEqual([]);
      expect(read[1]?.content).toEqual(read[0]?.content);
      // Neither is taken for the other where both are there, or where there is a third.
      const both = of2021.replace(older, `${older},${general}`);
      expect(errorsOf(kind, both).join()).toContain(`a column "${general}"`);
      expect(errorsOf(kind, ofAnyYear.replace(general, 'sek')).join()).toContain(
        `no column "${general}"`,
      );
    },
  );

  it('of local discounts with its header alone is a report of none; without it, it is no report', () => {
    const { content, notes } = readCsv('local-discounts', 'region_code,discount_sek,reported\n');
    expect(notes.found).toEqual([]);
    expect(Object.values(content as object)).toEqual(Array(21).fill([]));
    for (const blank of ['', ' \n', '\ufeff\n'])
      expect(errorsOf('local-discounts', blank)).toEqual([
        '/csv/1: given nothing, allowed: a header row',
      ]);
  });

  it('says the same in Swedish, with no word of English left', () => {
    const { notes } = readCsv(
      'population',
      'region_code,group_id,inhabitants_2018_12_31\n99,x,-1\n',
    );
    expect(notes.found.length).toBeGreaterThan(3);
    for (const { detail } of notes.found) {
      expect(detail.sv).toMatch(/^angivet: .*; tillåtet: /s);
      expect(detail.sv).not.toMatch(/\b(given|allowed|every|row of|whole|from|since)\b/);
    }
  });

  it('that repeats a row is refused, and says where the first is', () => {
    const csv =
      'budget_year,appropriation_sek,credit_sek,paid_before_first_run_sek,from\n2030,1,0,0,a\n2030,2,0,0,b\n';
    expect(errorsOf('appropriation', csv)).toContain(
      '/csv/3/budget_year: given "2030" again after line 2, allowed: once',
    );
  });
});
