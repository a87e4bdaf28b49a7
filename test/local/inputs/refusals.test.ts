import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { InputFile } from '../../../local/inputs/input-files.ts';
import { InputsRefused, problemLine } from '../../../local/inputs/problems.ts';
import { readInputs } from '../../../local/inputs/read-inputs.ts';
import {
  added,
  type InputEdit,
  type InputEdits,
  inputsDirectory,
  line,
  replaced,
  sampleText,
  without,
} from '../../fixtures/inputs-directory.ts';

const REGIONS =
  'one of 01, 03, 04, 05, 06, 07, 08, 09, 10, 12, 13, 14, 17, 18, 19, 20, 21, 22, 23, 24, 25';
const GROUPS =
  'one of child-{0|1-5|6-18}-income-{low|high}, ' +
  'adult-{19-49|50-69|70-79}-education-{low|high}-income-{low|high}, ' +
  'senior-{80-89|90-plus}-{alone|cohabiting}';
const KRONOR = 'whole kronor from 0 to 999999999999999, digits only';
const KRONOR_ABOVE_0 = 'whole kronor from 1 to 999999999999999, digits only';
const PEOPLE = 'whole inhabitants from 0 to 999999999999999, digits only';
const DECIMAL =
  'up to 9 digits and at most 6 decimals after a point, no sign, blank, separator or exponent';
const RUN_DAY = 'a day that exists, as YYYY-MM-DD, from 2021-02-01 to 2023-12-31';
const DECISION_DAY = 'a day that exists, as YYYY-MM-DD, from 2020-01-01 to 2023-12-31';
const MONTH = 'a month, as YYYY-MM, from 2021-01 to 2023-12';
const QUOTES = 'allowed: quotes around a whole cell, and "" for a quote inside them';

/** The problems with which a directory is refused; fails when it is accepted. */
async function problemsOf(edits: InputEdits): Promise<string[]> {
  const directory = inputsDirectory(edits);
  const before = readdirSync(directory);
  const error = await readInputs(directory).then(
    () => new Error('The inputs were accepted.'),
    (refusal: Error) => refusal,
  );
  expect(readdirSync(directory)).toEqual(before);
  if (!(error instanceof InputsRefused)) throw error;
  return error.problems.map(problemLine);
}

type Case = [rule: string, file: InputFile, edit: InputEdit, problems: string[]];

describe('inputs are refused, with file, line, what was given and what is allowed, when', () => {
  const check = async (_: string, file: InputFile, edit: InputEdit, problems: string[]) =>
    expect(await problemsOf({ [file]: edit })).toEqual(problems);

  describe('a file', () => {
    const header = 'region_code, forecast_sek_2021_12, final_sek_2022_03';
    it.each<Case>([
      [
        'is missing',
        'rebates.csv',
        null,
        ['rebates.csv: given no such file (it does not exist), allowed: a file that can be read'],
      ],
      [
        'is empty',
        'rebates.csv',
        '',
        ['rebates.csv: given an empty file, allowed: the file that README.md describes'],
      ],
      [
        'holds only blanks',
        'outcome.json',
        ' \n\n',
        ['outcome.json: given an empty file, allowed: the file that README.md describes'],
      ],
      [
        'is not UTF-8',
        'appropriations.csv',
        Buffer.from(replaced('made up', 'påhittad')(sampleText('appropriations.csv')), 'latin1'),
        ['appropriations.csv:3: given bytes that are no UTF-8, allowed: UTF-8 text'],
      ],
      [
        'has a quote that is not closed',
        'rebates.csv',
        line(3, '03,"119236041,122961926'),
        [`rebates.csv:3: given a quote that is not closed, ${QUOTES}`],
      ],
      [
        'has a quote inside a cell',
        'rebates.csv',
        line(3, '03,1192"36041,122961926'),
        [`rebates.csv:3: given a quote inside an unquoted cell, ${QUOTES}`],
      ],
      [
        'has text after a closing quote',
        'rebates.csv',
        line(3, '03,"119236041"0,122961926'),
        [`rebates.csv:3: given text after a closing quote, ${QUOTES}`],
      ],
      [
        'has a row with too few columns',
        'rebates.csv',
        line(4, '04,81065722'),
        [`rebates.csv:4: given 2 columns, allowed: 3 (${header})`],
      ],
      [
        'has a row with too many columns',
        'rebates.csv',
        line(4, '04,81,065722,81631830'),
        [`rebates.csv:4: given 4 columns, allowed: 3 (${header})`],
      ],
      [
        'has an empty line between rows',
        'rebates.csv',
        replaced('\n04', '\n\n04'),
        [`rebates.csv:4: given an empty line, allowed: 3 (${header})`],
      ],
      [
        'is separated by semicolons',
        'local-discounts.csv',
        'region_code;discount_sek;reported\n',
        ['region_code', 'discount_sek', 'reported']
          .map(
            (column) =>
              `local-discounts.csv:1: given no column "${column}", allowed: region_code, discount_sek, reported, ` +
              'each once, in any order',
          )
          .concat(
            'local-discounts.csv:1: given a column "region_code;discount_sek;reported", allowed: region_code, ' +
              'discount_sek, reported, each once, in any order',
          ),
      ],
      [
        'lacks a column',
        'rebates.csv',
        (text) => text.replaceAll(/,\d*$|,final.*$/gm, ''),
        [
          `rebates.csv:1: given no column "final_sek_2022_03", allowed: ${header}, each once, in any order`,
        ],
      ],
      [
        'has a column too many',
        'rebates.csv',
        (text) => text.replaceAll(/$/gm, ',x').replace(/,x$/, ''),
        [`rebates.csv:1: given a column "x", allowed: ${header}, each once, in any order`],
      ],
      [
        'has a column twice',
        'rebates.csv',
        (text) => text.replaceAll(/^([^,]+),/gm, '$1,$1,'),
        [
          `rebates.csv:1: given the column "region_code" more than once, allowed: ${header}, each once, in any order`,
        ],
      ],
    ])('%s', check);
  });

  describe('population-by-group.csv', () => {
    const file = 'population-by-group.csv';
    const cell = (given: string) => `${file}:2: inhabitants_2018_12_31: given ${given}, allowed: `;
    it.each<Case>([
      [
        'has an unknown region',
        file,
        added('02,child-0-income-low,5'),
        [`${file}:464: region_code: given "02", allowed: ${REGIONS}`],
      ],
      [
        'has a region code of one digit',
        file,
        line(2, '1,child-0-income-low,12105'),
        [
          `${file}:2: region_code: given "1", allowed: ${REGIONS}`,
          `${file}: region_code, group_id: given no row of 01 and child-0-income-low, allowed: every group in every region`,
        ],
      ],
      [
        'has an unknown group',
        file,
        added('01,child-0-income-middle,5'),
        [`${file}:464: group_id: given "child-0-income-middle", allowed: ${GROUPS}`],
      ],
      [
        'lacks a group of a region',
        file,
        without(/^14,senior-90-plus-alone/),
        [
          `${file}: region_code, group_id: given no row of 14 and senior-90-plus-alone, allowed: every group in every region`,
        ],
      ],
      [
        'lacks a region',
        file,
        without(/^09,/),
        [`${file}: region_code: given no row of 09, allowed: every region`],
      ],
      [
        'has a group of a region twice',
        file,
        added('01,child-0-income-low,12105'),
        [
          `${file}:464: region_code, group_id: given "01", "child-0-income-low" again after line 2, allowed: once`,
        ],
      ],
      [
        'has a region without inhabitants',
        file,
        (text) => text.replaceAll(/^(09,.*),\d+$/gm, '$1,0'),
        [
          `${file}: region_code: given 0 inhabitants of 09 in all its groups, allowed: 1 or more, ` +
            'since its cost per inhabitant is divided by them',
        ],
      ],
      ...['-1', '12105.5', '12105.0', '1e4', '12 105', ' 12105', '12105 ', '+12105', '012105'].map(
        (given): Case => [
          `gives inhabitants as '${given}'`,
          file,
          line(2, `01,child-0-income-low,${given}`),
          [`${cell(`"${given}"`)}${PEOPLE}`],
        ],
      ),
      ...['', '0x10', '१२', '1_000', '1000000000000000', 'NaN'].map(
        (given): Case => [
          `gives inhabitants as '${given}'`,
          file,
          line(2, `01,child-0-income-low,${given}`),
          [`${cell(`"${given}"`)}${PEOPLE}`],
        ],
      ),
      [
        "gives inhabitants as '12,105'",
        file,
        line(2, '01,child-0-income-low,"12,105"'),
        [`${cell('"12,105"')}${PEOPLE}`],
      ],
    ])('%s', check);
  });

  describe('price-tags.csv', () => {
    const file = 'price-tags.csv';
    it.each<Case>([
      [
        'lacks a group',
        file,
        without(/^child-0-income-high/),
        [`${file}: group_id: given no row of child-0-income-high, allowed: every group`],
      ],
      [
        'has a group twice',
        file,
        added('child-0-income-low,1'),
        [`${file}:24: group_id: given "child-0-income-low" again after line 2, allowed: once`],
      ],
      [
        'has an unknown group',
        file,
        added('child,1'),
        [`${file}:24: group_id: given "child", allowed: ${GROUPS}`],
      ],
      ...['-1', '1.5e3', '1 471.50', '+1', '.5', '5.', '1.1234567', '1234567890', '01', ''].map(
        (given): Case => [
          `gives a tag as '${given}'`,
          file,
          line(2, `child-0-income-low,${given}`),
          [`${file}:2: sek_per_inhabitant: given "${given}", allowed: kronor from 0, ${DECIMAL}`],
        ],
      ),
      [
        'makes the whole model cost zero',
        file,
        (text) => text.replaceAll(/,[\d.]+$/gm, ',0.00'),
        [
          `${file}: sek_per_inhabitant: given a model cost of 0 kr in all regions, allowed: above 0 in some group that ` +
            'has inhabitants, since the pot is shared by model cost',
        ],
      ],
    ])('%s', check);
  });

  describe('solidarity-costs.csv', () => {
    const file = 'solidarity-costs.csv';
    it.each<Case>([
      [
        'lacks a disease in a region: unknown is not zero',
        file,
        without(/^03,gaucher/),
        [
          `${file}: region_code, disease: given no row of 03 and gaucher, allowed: every disease in every region, ` +
            'with 0 where it cost nothing',
        ],
      ],
      [
        'has no disease at all',
        file,
        'region_code,disease,cost_sek_2020\n',
        [`${file}: disease: given no row, allowed: at least one disease in every region`],
      ],
      [
        'has a disease of a region twice',
        file,
        added('03,hiv,1'),
        [`${file}:65: region_code, disease: given "03", "hiv" again after line 7, allowed: once`],
      ],
      [
        'has an unknown region',
        file,
        added('11,hiv,1'),
        [`${file}:65: region_code: given "11", allowed: ${REGIONS}`],
      ],
      [
        'has a disease with a blank after its name',
        file,
        added('03,hiv ,1'),
        [
          `${file}:65: disease: given "hiv ", allowed: 1 to 40 characters in one line, no blank before or after them`,
        ],
      ],
      [
        'gives a fraction of a krona',
        file,
        line(2, '01,haemophilia,144331437.50'),
        [`${file}:2: cost_sek_2020: given "144331437.50", allowed: ${KRONOR}`],
      ],
      [
        'gives a negative cost',
        file,
        line(2, '01,haemophilia,-1'),
        [`${file}:2: cost_sek_2020: given "-1", allowed: ${KRONOR}`],
      ],
      [
        'costs more than the pot out of which it is compensated',
        file,
        line(2, '01,haemophilia,33432900840'),
        [
          `${file}: cost_sek_2020: given 34330313318 kr in all, allowed: at most the pot, 33432900840 kr, ` +
            'out of which it is compensated',
        ],
      ],
    ])('%s', check);
  });

  describe('rebates.csv', () => {
    const file = 'rebates.csv';
    it.each<Case>([
      [
        'lacks a region',
        file,
        without(/^25,/),
        [`${file}: region_code: given no row of 25, allowed: every region`],
      ],
      [
        'has a region twice',
        file,
        added('25,1,1'),
        [`${file}:23: region_code: given "25" again after line 22, allowed: once`],
      ],
      [
        'has an unknown region',
        file,
        line(7, '99,51652059,51438323'),
        [
          `${file}:7: region_code: given "99", allowed: ${REGIONS}`,
          `${file}: region_code: given no row of 07, allowed: every region`,
        ],
      ],
      [
        'has a negative forecast and a fractional final',
        file,
        line(2, '01,-575460624,585879116.0'),
        [
          `${file}:2: forecast_sek_2021_12: given "-575460624", allowed: ${KRONOR}`,
          `${file}:2: final_sek_2022_03: given "585879116.0", allowed: ${KRONOR}`,
        ],
      ],
    ])('%s', check);
  });

  describe('local-discounts.csv', () => {
    const file = 'local-discounts.csv';
    it.each<Case>([
      [
        'has an identical row',
        file,
        added('12,1250000,2022-01-20'),
        [
          `${file}:3: region_code, discount_sek, reported: given "12", "1250000", "2022-01-20" again after line 2, ` +
            'allowed: once',
        ],
      ],
      ...['0', '-1', '1.5', '1e6'].map(
        (given): Case => [
          `gives a discount of ${given} kr`,
          file,
          line(2, `12,${given},2022-01-20`),
          [`${file}:2: discount_sek: given "${given}", allowed: ${KRONOR_ABOVE_0}`],
        ],
      ),
      ...['2022-02-29', '2022-13-01', '20220120', '2022-1-20', '2020-12-31', '2024-01-01', ''].map(
        (given): Case => [
          `was reported on '${given}'`,
          file,
          line(2, `12,1250000,${given}`),
          [`${file}:2: reported: given "${given}", allowed: ${RUN_DAY}`],
        ],
      ),
      [
        'has an unknown region',
        file,
        line(2, ',1250000,2022-01-20'),
        [`${file}:2: region_code: given "", allowed: ${REGIONS}`],
      ],
      [
        'holds more than the record takes in one input',
        file,
        added(...Array.from({ length: 9_000 }, (_, i) => `12,${1_000_000_000 + i},2022-01-20`)),
        [`${file}: given 117178 bytes of local-discounts as JSON, allowed: 90000`],
      ],
    ])('%s', check);
  });

  describe('authorisations.csv', () => {
    const file = 'authorisations.csv';
    const row = (content: string, problem: string): [InputEdit, string[]] => [
      line(2, content),
      [`${file}:2: ${problem}`],
    ];
    it.each<Case>([
      [
        'has another kind of decision',
        file,
        ...row(
          'rb,2021-02-18,credit,2021,2021-03,2021-12,',
          'kind: given "credit", allowed: one of agreement, interim',
        ),
      ],
      [
        'has a decision without a name',
        file,
        ...row(
          ',2021-02-18,agreement,2021,2021-03,2021-12,',
          'decision: given "", allowed: 1 to 100 characters in one line, no blank before or after them',
        ),
      ],
      [
        'has an agreement row for a year whose agreement is not in the program',
        file,
        ...row(
          'rb,2021-02-18,agreement,2022,2022-03,2022-04,',
          'agreement_year: given "2022", allowed: 2021 in an agreement row, the year whose agreement is in the program',
        ),
      ],
      [
        'has an interim row for the year that has its agreement',
        file,
        ...row(
          'rb,2021-02-18,interim,2021,2021-03,2021-03,2860000000',
          'agreement_year: given "2021", allowed: 2022, 2023 in an interim row, since 2021 has its agreement',
        ),
      ],
      [
        'is for a year of which nothing is known',
        file,
        ...row(
          'rb,2021-02-18,interim,2031,2021-03,2021-03,2860000000',
          'agreement_year: given "2031", allowed: one of 2021, 2022, 2023',
        ),
      ],
      [
        'has an interim row without the monthly total',
        file,
        line(5, 'rb-2022-02-17,2022-02-17,interim,2022,2022-03,2022-04,'),
        [
          `${file}:5: monthly_total_sek: given "", allowed: ${KRONOR_ABOVE_0}, in every interim row`,
        ],
      ],
      [
        'has a monthly total of zero',
        file,
        line(5, 'rb-2022-02-17,2022-02-17,interim,2022,2022-03,2022-04,0'),
        [`${file}:5: monthly_total_sek: given "0", allowed: ${KRONOR_ABOVE_0}, or nothing`],
      ],
      [
        'has an agreement row with a monthly total',
        file,
        ...row(
          'rb-2021-02-18,2021-02-18,agreement,2021,2021-03,2021-12,5',
          'monthly_total_sek: given "5", allowed: nothing in an agreement row, since the agreement says what is paid',
        ),
      ],
      [
        'has a last month before the first',
        file,
        ...row(
          'rb,2021-02-18,agreement,2021,2021-03,2021-02,',
          'last_payment_month: given "2021-02", allowed: 2021-03 or later, since that is the first month',
        ),
      ],
      [
        'pays a year before it has begun',
        file,
        line(5, 'rb-2022-02-17,2022-02-17,interim,2022,2021-12,2022-04,2860000000'),
        [
          `${file}:5: first_payment_month: given "2021-12", allowed: 2022-01 or later, since the money is for 2022`,
        ],
      ],
      ...['2021-13', '2021-3', '202103', '2020-12', '2024-01', ''].map(
        (given): Case => [
          `begins in '${given}'`,
          file,
          ...row(
            `rb,2021-02-18,agreement,2021,${given},2023-12,`,
            `first_payment_month: given "${given}", allowed: ${MONTH}`,
          ),
        ],
      ),
      [
        'was decided on a day that does not exist',
        file,
        ...row(
          'rb,2021-02-30,agreement,2021,2021-03,2021-12,',
          `decided_on: given "2021-02-30", allowed: ${DECISION_DAY}`,
        ),
      ],
      [
        'has a decision, kind and first month twice',
        file,
        added('rb-2022-04-21,2022-04-21,agreement,2021,2022-05,2022-06,'),
        [
          `${file}:8: decision, kind, first_payment_month: given "rb-2022-04-21", "agreement", "2022-05" ` +
            'again after line 7, allowed: once',
        ],
      ],
      [
        'has two dates of one decision',
        file,
        line(7, 'rb-2022-04-21,2022-04-22,agreement,2021,2022-05,2022-05,'),
        [
          `${file}:7: decided_on: given "2022-04-22", allowed: 2022-04-21, as decision "rb-2022-04-21" has it above`,
        ],
      ],
      [
        'has interim payments in one month by two rows',
        file,
        added('rb-2022-04-28,2022-04-28,interim,2022,2022-04,2022-06,2900000000'),
        [
          `${file}:8: first_payment_month, last_payment_month: given interim payments in 2022-04, as line 5 has, ` +
            'allowed: one interim row for a month',
        ],
      ],
    ])('%s', check);
  });

  describe('appropriations.csv', () => {
    const file = 'appropriations.csv';
    it.each<Case>([
      [
        'lacks a budget year of the instalments',
        file,
        without(/^2022/),
        [`${file}: budget_year: given no row of 2022, allowed: 2021 and 2022 at least`],
      ],
      [
        'has a budget year twice',
        file,
        added('2021,1,0,0,x'),
        [`${file}:4: budget_year: given "2021" again after line 2, allowed: once`],
      ],
      [
        'has a budget year outside the run',
        file,
        added('2020,1,0,0,x'),
        [`${file}:4: budget_year: given "2020", allowed: one of 2021, 2022, 2023`],
      ],
      [
        'has no appropriation, a negative credit, a fraction, and no source',
        file,
        line(2, '2021,0,-1,0.5,'),
        [
          `${file}:2: appropriation_sek: given "0", allowed: ${KRONOR_ABOVE_0}`,
          `${file}:2: credit_sek: given "-1", allowed: ${KRONOR}`,
          `${file}:2: paid_before_first_run_sek: given "0.5", allowed: ${KRONOR}`,
          `${file}:2: from: given "", allowed: 1 to 300 characters in one line, no blank before or after them`,
        ],
      ],
    ])('%s', check);

    it('lacks a year in which payments are authorised', async () => {
      expect(
        await problemsOf({
          'authorisations.csv': added(
            'rb-2022-12-20,2022-12-20,interim,2023,2023-01,2023-02,2900000000',
          ),
        }),
      ).toEqual([
        `${file}: budget_year: given no row of 2023, allowed: every year with authorised payments ` +
          '(authorisations.csv:8 authorises 2023-01 to 2023-02)',
      ]);
    });
  });

  describe('outcome.json', () => {
    const file = 'outcome.json';
    const number = `a JSON number: ${KRONOR}`;
    const rate = `text in double quotes: kronor for a euro above 0, ${DECIMAL}`;
    const day = `text in double quotes: ${RUN_DAY}`;
    it.each<Case>([
      ...[
        '30200000000.0',
        '3.02e10',
        '302e8',
        '-1',
        '"30200000000"',
        'null',
        'true',
        '9007199254740993',
        '030200000000',
        '30_200_000_000',
        'NaN',
      ].map(
        (given): Case => [
          `gives the cost of benefits as ${given}`,
          file,
          replaced('30200000000', given),
          [`${file}:2: benefitCostSek: given ${given}, allowed: ${number}`],
        ],
      ),
      ...[
        '10.1342',
        '"10,1342"',
        '"1.01342e1"',
        '"0"',
        '"0.000000"',
        '"-10"',
        '"10.1342001"',
        '""',
      ].map(
        (given): Case => [
          `gives the rate as ${given}`,
          file,
          replaced('"10.1342"', given),
          [`${file}:4: eurSekOnPaymentDay: given ${given}, allowed: ${rate}`],
        ],
      ),
      ...['"2021-06-31"', '20210615', 'null', '"2020-06-15"', '"15 June 2021"'].map(
        (given): Case => [
          `gives IHSI's payment day as ${given}`,
          file,
          replaced('"2021-06-15"', given),
          [`${file}:5: ihsiPaymentDay: given ${given}, allowed: ${day}`],
        ],
      ),
      [
        'gives the day of a requisition as empty text',
        file,
        replaced('"2021-10-04"', '""'),
        [
          `${file}:6: solRequisitionedOn: given "", allowed: ${day}; or null, for never requisitioned`,
        ],
      ],
      ...['-60', '6e1', '"60"', '60.1234567', 'null'].map(
        (given): Case => [
          `gives the second level as ${given}`,
          file,
          replaced(': 60', `: ${given}`),
          [
            `${file}:9: solidaritySecondLevelSekPerInhabitantAboveMean: given ${given}, ` +
              `allowed: a JSON number: kronor from 0, ${DECIMAL}`,
          ],
        ],
      ),
      [
        'lacks a key',
        file,
        without(/solPaymentDay/),
        [`${file}: solPaymentDay: given nothing, allowed: ${day}`],
      ],
      [
        'has a key twice, even with the same value',
        file,
        line(3, '"hepatitisCCostSek": 572000000, "benefitCostSek": 30200000000,'),
        [`${file}:3: benefitCostSek: given twice, allowed: once`],
      ],
      [
        'has an unknown key',
        file,
        replaced('{', '{\n"toString": 1,'),
        [
          `${file}:2: given the key "toString", allowed: benefitCostSek, hepatitisCCostSek, eurSekOnPaymentDay, ` +
            'ihsiPaymentDay, solRequisitionedOn, solPaymentDay, ihsiRequisitionedOn, ' +
            'solidaritySecondLevelSekPerInhabitantAboveMean',
        ],
      ],
      [
        'pays IHSI before it is asked for',
        file,
        replaced('"2021-06-08"', '"2021-06-16"'),
        [
          `${file}:5: ihsiPaymentDay: given "2021-06-15", allowed: 2021-06-16 (ihsiRequisitionedOn) or later, ` +
            'since nothing is paid before it is asked for',
        ],
      ],
      [
        'pays IHSI on a Sunday',
        file,
        replaced('"2021-06-15"', '"2021-06-13"'),
        [
          `${file}:5: ihsiPaymentDay: given "2021-06-13", allowed: a bank day, nearest 2021-06-11 or 2021-06-14, ` +
            'since banks carry nothing out on another day',
        ],
      ],
      [
        'pays SOL on Christmas Eve',
        file,
        replaced('"2021-10-11"', '"2021-12-24"'),
        [
          `${file}:7: solPaymentDay: given "2021-12-24", allowed: a bank day, nearest 2021-12-23 or 2021-12-27, ` +
            'since banks carry nothing out on another day',
        ],
      ],
      [
        'has a comma after the last key',
        file,
        replaced(': 60', ': 60,'),
        [`${file}:10: column 1: given "}", allowed: a key in double quotes`],
      ],
      [
        'lacks a comma',
        file,
        replaced('30200000000,', '30200000000'),
        [`${file}:3: column 3: given "\\"hepatitisCCostSek\\"", allowed: a comma, or } at the end`],
      ],
      [
        'lacks a colon',
        file,
        replaced('"benefitCostSek":', '"benefitCostSek"'),
        [`${file}:2: column 20: given "30200000000", allowed: a colon after the key`],
      ],
      [
        'ends too soon',
        file,
        '{ "benefitCostSek": 5',
        [`${file}:1: column 22: given the end of the file, allowed: a comma, or } at the end`],
      ],
      [
        'has text that is not closed',
        file,
        replaced('"10.1342",', '"10.1342,'),
        [`${file}:4: column 25: given "\\"10.1342,", allowed: a string, a number or null`],
      ],
      [
        'has text after its end',
        file,
        (text) => `${text.trimEnd()}\n{}`,
        [`${file}:11: column 1: given "{", allowed: nothing after the closing }`],
      ],
      ['is a list', file, '[]', [`${file}:1: column 1: given "[", allowed: {`]],
      [
        'has a list for a value',
        file,
        replaced('30200000000', '[30200000000]'),
        [`${file}:2: column 21: given "[", allowed: a string, a number or null`],
      ],
    ])('%s', check);
  });
});

describe('a refusal', () => {
  const refusalOf = (directory: string): Promise<InputsRefused> =>
    readInputs(directory).then(
      () => Promise.reject(new Error('The inputs were accepted.')),
      (error) => error,
    );

  it('names a directory that does not exist', async () => {
    const directory = join(inputsDirectory(), 'none');
    const error = await refusalOf(directory);
    expect(error).toBeInstanceOf(InputsRefused);
    expect(error.message).toContain(
      `${directory}: given a directory that cannot be read (it does not exist), allowed: one that holds population-by`,
    );
    expect(existsSync(directory)).toBe(false);
  });

  it('names a file that was given in place of a directory', async () => {
    const path = join(inputsDirectory(), 'rebates.csv');
    expect((await refusalOf(path)).message).toContain(
      `${path}: given a file, allowed: a directory`,
    );
  });

  it('lists the problems of all files at once, in the order of files and lines', async () => {
    expect(
      await problemsOf({
        'outcome.json': null,
        'rebates.csv': (text) => line(9, '09,x,20691654')(line(3, '03,x,122961926')(text)),
        'price-tags.csv': line(2, 'child-0-income-low,-1'),
      }),
    ).toEqual([
      `price-tags.csv:2: sek_per_inhabitant: given "-1", allowed: kronor from 0, ${DECIMAL}`,
      `rebates.csv:3: forecast_sek_2021_12: given "x", allowed: ${KRONOR}`,
      `rebates.csv:9: forecast_sek_2021_12: given "x", allowed: ${KRONOR}`,
      'outcome.json: given no such file (it does not exist), allowed: a file that can be read',
    ]);
  });

  it('says where, how many, and that nothing was written; one problem a line, the first twenty', async () => {
    const directory = inputsDirectory({
      'population-by-group.csv': (text) => text.replaceAll(/^01,(.*),/gm, '01,$1,-'),
    });
    const lines = (await refusalOf(directory)).message.split('\n');
    expect(lines[0]).toBe(
      `The inputs in ${directory} are refused (22 problems); nothing was written.`,
    );
    expect(lines).toHaveLength(22);
    expect(lines[1]).toBe(
      `population-by-group.csv:2: inhabitants_2018_12_31: given "-12105", allowed: ${PEOPLE}`,
    );
    expect(lines[21]).toBe('and 2 more');
  });

  it('cuts what was given when it is long, and shows control characters', async () => {
    const [problem] = await problemsOf({
      'rebates.csv': line(2, `01,"${'9'.repeat(50)}\n${'9'.repeat(50)}",1`),
    });
    expect(problem).toBe(
      `rebates.csv:2: forecast_sek_2021_12: given "${'9'.repeat(50)}\\n${'9'.repeat(8)}…", allowed: ${KRONOR}`,
    );
  });

  it('leaves the files as they were', async () => {
    const directory = inputsDirectory({ 'rebates.csv': line(2, '01,x,y') });
    const before = readFileSync(join(directory, 'rebates.csv'), 'utf8');
    await refusalOf(directory);
    expect(readFileSync(join(directory, 'rebates.csv'), 'utf8')).toBe(before);
  });
});
