import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regionCodes } from '../../../core/regions.ts';
import { type InputFile, inputFiles } from '../../../local/inputs/input-files.ts';
import { InputsRefused } from '../../../local/inputs/problems.ts';
import { parseInputs, readInputs } from '../../../local/inputs/read-inputs.ts';
import { inputsAboveCorridors } from '../../fixtures/inputs-above-corridors.ts';
import {
  added,
  type InputEdits,
  inputsDirectory,
  inputTexts,
  line,
  replaced,
  sampleText,
} from '../../fixtures/inputs-directory.ts';
import { inputsInsideCorridors } from '../../fixtures/inputs-inside-corridors.ts';
import { inputsOtherPopulation } from '../../fixtures/inputs-other-population.ts';

const parse = (edits: InputEdits) => parseInputs('the test', inputTexts(edits));
const sum = (values: Iterable<bigint>) => [...values].reduce((total, value) => total + value, 0n);

describe('the sample', () => {
  it('is accepted, and every figure is there', async () => {
    const inputs = await readInputs(inputsDirectory());
    const people = [...inputs.population.values()].flatMap((groups) => [...groups.values()]);
    expect(people).toHaveLength(21 * 22);
    expect(sum(people)).toBe(10_230_185n); // SCB, 31 December 2018.
    expect(inputs.priceTags.get('child-0-income-low')).toBe('1471.5');
    expect(inputs.solidarityCosts.get('17')).toEqual(
      new Map([
        ['gaucher', 6_231_229n],
        ['haemophilia', 20_919_126n],
        ['hiv', 17_358_424n],
      ]),
    );
    expect(sum(inputs.rebates.forecast.values())).toBe(2_650_000_000n);
    expect(sum(inputs.rebates.final.values())).toBe(2_680_000_000n);
    expect(inputs.localDiscounts).toEqual([
      { region: '12', sek: 1_250_000n, reported: '2022-01-20' },
    ]);
    expect(inputs.authorisations).toHaveLength(6);
    expect(inputs.authorisations[3]).toEqual({
      line: 5,
      decision: 'rb-2022-02-17',
      decidedOn: '2022-02-17',
      kind: 'interim',
      agreementYear: 2022,
      firstPaymentMonth: '2022-03',
      lastPaymentMonth: '2022-04',
      monthlyTotalSek: 2_860_000_000n,
    });
    expect(inputs.appropriations[1]).toMatchObject({
      budgetYear: 2022,
      appropriationSek: 33_444_000_000n,
      creditSek: 836_100_000n,
      paidBeforeFirstRunSek: 0n,
    });
    expect(inputs.outcome).toEqual({
      benefitCostSek: 30_200_000_000n,
      hepatitisCCostSek: 572_000_000n,
      eurSekOnPaymentDay: '10.1342',
      ihsiPaymentDay: '2021-06-15',
      solRequisitionedOn: '2021-10-04',
      solPaymentDay: '2021-10-11',
      ihsiRequisitionedOn: '2021-06-08',
      solidaritySecondLevelSekPerInhabitantAboveMean: '60',
    });
  });

  it('has one hash wherever it lies, and another when a byte changes', async () => {
    const here = await readInputs(inputsDirectory());
    const there = await readInputs(inputsDirectory());
    const changed = await readInputs(inputsDirectory({ 'rebates.csv': added('') }));
    expect(there.hash).toBe(here.hash);
    expect(changed.hash).not.toBe(here.hash);
    expect(changed.fileHashes['rebates.csv']).not.toBe(here.fileHashes['rebates.csv']);
    expect(changed.fileHashes['price-tags.csv']).toBe(here.fileHashes['price-tags.csv']);
  });
});

describe('inputs are accepted when', () => {
  it.each<[string, InputEdits]>([
    ['the population is split otherwise', inputsOtherPopulation()],
    ['costs lie above both corridors', inputsAboveCorridors()],
    ['costs lie inside the corridors and nothing is requisitioned', inputsInsideCorridors()],
    ['a file has a byte order mark', { 'rebates.csv': (text) => `\u{feff}${text}` }],
    ['lines end as on Windows', { 'rebates.csv': (text) => text.replaceAll('\n', '\r\n') }],
    ['empty lines follow the last row', { 'rebates.csv': (text) => `${text}\n\n` }],
    ['the last row has no line end', { 'rebates.csv': (text) => text.trimEnd() }],
    [
      'columns come in another order',
      { 'rebates.csv': (text) => text.replaceAll(/^(.*),(.*),(.*)$/gm, '$3,$1,$2') },
    ],
    ['cells are quoted', { 'rebates.csv': (text) => text.replaceAll(/([^,\n]+)/g, '"$1"') }],
    [
      'SOL is requisitioned after its deadline: refusing it is the work of the run',
      { 'outcome.json': replaced('2021-10-04', '2021-12-02') },
    ],
    [
      'no payment is authorised: every month then waits',
      { 'authorisations.csv': (text) => text.split('\n', 1).join('\n') },
    ],
    [
      'a decision comes after the first month that it covers',
      { 'authorisations.csv': line(2, 'rb-1,2021-03-18,agreement,2021,2021-03,2021-12,') },
    ],
    [
      'two decisions of the agreement cover one month',
      { 'authorisations.csv': added('rb-2,2021-03-18,agreement,2021,2021-04,2021-12,') },
    ],
    [
      'a region has two discounts reported on one day',
      { 'local-discounts.csv': added('12,1250001,2022-01-20') },
    ],
    ['the second level lies below the gate', { 'outcome.json': replaced(': 60', ': 12.5') }],
  ])('%s', async (_, edits) => {
    const inputs = await readInputs(inputsDirectory(edits));
    expect([...inputs.population.keys()]).toEqual(regionCodes);
    expect(inputs.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('other files lie beside them', async () => {
    const inputs = await readInputs(
      new URL('../../../local/sample-2021', import.meta.url).pathname,
    );
    expect(inputs.fileHashes['rebates.csv']).toMatch(/^[0-9a-f]{64}$/); // README.md lies there.
  });
});

describe('reading gives the same for the same figures', () => {
  const figures = ({ rebates }: ReturnType<typeof parse>) => rebates;

  it.each<[string, InputEdits]>([
    [
      'columns in another order',
      { 'rebates.csv': (text) => text.replaceAll(/^(.*),(.*),(.*)$/gm, '$3,$1,$2') },
    ],
    [
      'rows in another order',
      {
        'rebates.csv': (text) => {
          const [header, ...rows] = text.trim().split('\n');
          return [header, ...rows.reverse()].join('\n');
        },
      },
    ],
  ])('with %s', (_, edits) => {
    const [expected, given] = [figures(parse({})), figures(parse(edits))];
    expect([...given.forecast]).toEqual([...expected.forecast]);
    expect([...given.final]).toEqual([...expected.final]);
  });
});

describe('for any single character put in place of another', () => {
  const character = fc.constantFrom(...'0123456789-+.,eE" \n\r\t;_{}[]:xå\u0000\u{feff}');
  const corruption = fc.constantFrom(...inputFiles).chain((file) =>
    fc.record({
      file: fc.constant(file),
      at: fc.nat(sampleText(file).length - 1),
      by: character,
    }),
  );

  it('the inputs are refused with a named problem, or hold whole kronor and known days only', () => {
    let refused = 0;
    let accepted = 0;
    fc.assert(
      fc.property(corruption, ({ file, at, by }) => {
        const corrupted = (text: string) => text.slice(0, at) + by + text.slice(at + 1);
        try {
          const inputs = parse({ [file]: corrupted } satisfies Partial<Record<InputFile, unknown>>);
          accepted += 1;
          expect(figuresOf(inputs).every((figure) => /^\d+(\.\d+)?$/.test(figure))).toBe(true);
        } catch (error) {
          if (!(error instanceof InputsRefused)) throw error;
          refused += 1;
          expect(error.problems.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1_000 },
    );
    // Both happen: a digit for a digit is another number, a letter for a digit is none.
    expect(refused).toBeGreaterThan(100);
    expect(accepted).toBeGreaterThan(20);
  });

  function figuresOf(inputs: ReturnType<typeof parse>): string[] {
    return [
      ...[...inputs.population.values()].flatMap((row) => [...row.values()]),
      ...inputs.priceTags.values(),
      ...[...inputs.solidarityCosts.values()].flatMap((row) => [...row.values()]),
      ...inputs.rebates.forecast.values(),
      ...inputs.rebates.final.values(),
      ...inputs.localDiscounts.map(({ sek }) => sek),
      ...inputs.appropriations.flatMap((row) => [row.appropriationSek, row.creditSek]),
      inputs.outcome.benefitCostSek,
      inputs.outcome.hepatitisCCostSek,
      inputs.outcome.eurSekOnPaymentDay,
      inputs.outcome.solidaritySecondLevelSekPerInhabitantAboveMean,
    ].map(String);
  }
});
