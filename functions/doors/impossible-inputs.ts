import { needsGroups } from '../../core/agreement/needs-groups.ts';
import type { Rulebooks } from '../../core/agreement/rulebook.ts';
import type { InputContents } from '../../core/inputs/contents.ts';
import type { InputKind } from '../../core/inputs/kinds.ts';
import { Fraction } from '../../core/money/fraction.ts';
import { Sek } from '../../core/money/sek.ts';
import { regionCodes } from '../../core/regions.ts';
import { type EntryProblem, problem } from '../shared/entry-errors.ts';
import { Inputs } from '../shared/inputs.ts';
import type { PaysBy } from '../shared/ports.ts';
import { impossibleAuthorisation, impossibleEnd } from './impossible-years.ts';
import { wrongPayees } from './wrong-payees.ts';

type Check<K extends InputKind> = (
  content: InputContents[K],
  year: number,
  inputs: Inputs,
  pays: PaysBy,
) => readonly EntryProblem[] | Promise<readonly EntryProblem[]>;

/** What has the right shape and still cannot be, by kind. Kinds that are not listed can be whatever their shape lets them. */
const checks: { readonly [K in InputKind]?: Check<K> } = {
  population: async (population, year, inputs) => {
    const empty = regionCodes.filter((code) =>
      Object.values(population[code]).every((count) => count === '0'),
    );
    const tags = await inputs.use('price-tags', year);
    return [
      ...empty.map((code) =>
        problem(
          `/${code}`,
          'regionen har inga invånare; kostnaden per invånare delas med dem',
          'the region has no inhabitants; the cost per inhabitant is divided by them',
        ),
      ),
      ...(tags ? withoutModelCost('', population, tags.content) : []),
    ];
  },
  'price-tags': async (tags, year, inputs) => {
    const population = await inputs.use('population', year);
    if (population) return withoutModelCost('', population.content, tags);
    return needsGroups.every((group) => isZero(tags[group])) ? [noModelCost('')] : [];
  },
  'solidarity-costs': (costs, year, _inputs, { rulebooks }) => [
    ...missingDiseases(costs),
    ...abovePot(costs, year, rulebooks),
  ],
  rate: ({ sekPerEuro }) =>
    isZero(sekPerEuro)
      ? [problem('/sekPerEuro', 'kursen ska vara över 0', 'the rate must be above 0')]
      : [],
  authorisation: impossibleAuthorisation,
  'year-ended': impossibleEnd,
  appropriation: ({ appropriationSek, creditSek, paidBeforeFirstRunSek }) =>
    BigInt(paidBeforeFirstRunSek) > BigInt(appropriationSek) + BigInt(creditSek)
      ? [
          problem(
            '/paidBeforeFirstRunSek',
            `högst anslaget och anslagskrediten tillsammans; angivet: ${paidBeforeFirstRunSek}`,
            `at most the appropriation and its credit together; given: ${paidBeforeFirstRunSek}`,
          ),
        ]
      : [],
  payees: wrongPayees,
};

/** What cannot be, in itself or beside what the record holds of that year: each with its place in the content. */
export async function impossible(
  pays: PaysBy,
  kind: InputKind,
  year: number,
  content: unknown,
): Promise<readonly EntryProblem[]> {
  // A kind and its content have one type by the table; the compiler cannot see that they are the same.
  const check = checks[kind] as ((...given: unknown[]) => readonly EntryProblem[]) | undefined;
  return check ? check(content, year, new Inputs(pays.records), pays) : [];
}

const isZero = (decimal: string): boolean => Fraction.parse(decimal).isZero();

const noModelCost = (pointer: string): EntryProblem =>
  problem(
    pointer,
    'modellkostnaden blir 0 kr i alla regioner; potten fördelas efter den',
    'the model cost is 0 kr in all regions; the pot is shared by it',
  );

/** The pot is shared by model cost, which cannot be done when all of it is zero. */
function withoutModelCost(
  pointer: string,
  population: InputContents['population'],
  tags: InputContents['price-tags'],
): readonly EntryProblem[] {
  const some = regionCodes.some((code) =>
    needsGroups.some((group) => population[code][group] !== '0' && !isZero(tags[group])),
  );
  return some ? [] : [noModelCost(pointer)];
}

/** A cost that nobody gave is unknown, not zero: every region has every disease that any region has, and there is one at least. */
function missingDiseases(costs: InputContents['solidarity-costs']): readonly EntryProblem[] {
  const all = new Set(regionCodes.flatMap((code) => Object.keys(costs[code])));
  if (all.size === 0)
    return [problem('', 'minst en sjukdom i varje region', 'at least one disease in every region')];
  return regionCodes.flatMap((code) =>
    [...all]
      .filter((disease) => costs[code][disease] === undefined)
      .map((disease) =>
        problem(
          `/${code}`,
          `kostnaden för ${disease} saknas; 0 om den inte kostade något`,
          `the cost of ${disease} is missing; 0 if it cost nothing`,
        ),
      ),
  );
}

/** Compensation is paid out of the pot and is less than the cost: a cost above the pot is a slip in the figures. */
function abovePot(
  costs: InputContents['solidarity-costs'],
  year: number,
  rulebooks: Rulebooks,
): readonly EntryProblem[] {
  if (!rulebooks.years.includes(year)) return [];
  const sum = Sek.sum(
    regionCodes.flatMap((code) => Object.values(costs[code]).map((cost) => Sek.of(cost))),
  );
  const pot = rulebooks.of(year).agreement.pot.printed.value;
  if (!pot.isLessThan(sum)) return [];
  return [
    problem(
      '',
      `tillsammans högst potten, ${pot} kr; angivet: ${sum} kr`,
      `together at most the pot, ${pot} kr; given: ${sum} kr`,
    ),
  ];
}
