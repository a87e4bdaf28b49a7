import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type NeedsGroup, needsGroups } from '../../core/agreement/needs-groups.ts';
import { addMonths, type Month, parseMonth } from '../../core/calendar/month.ts';
import { type Explained, given } from '../../core/explain.ts';
import { mapValues } from '../../core/map-values.ts';
import { Fraction } from '../../core/money/fraction.ts';
import type { Sek } from '../../core/money/sek.ts';
import { type ByRegion, byRegion } from '../../core/regions.ts';
import type { YearFacts } from '../../core/simulate-year.ts';
import type { InputSource } from '../../core/working.ts';

/** A row of a CSV file: text by column. */
export type Row = Readonly<Record<string, string>>;

/** The sample's files, read and not yet interpreted, so that a test can change a figure before it is used. */
export interface SampleFiles {
  readonly population: readonly Row[];
  readonly priceTags: readonly Row[];
  readonly solidarityCosts: readonly Row[];
  readonly rebates: readonly Row[];
  readonly localDiscounts: readonly Row[];
  readonly authorisations: readonly Row[];
  readonly outcome: {
    readonly benefitCostSek: number;
    readonly hepatitisCCostSek: number;
    readonly eurSekOnPaymentDay: string;
    readonly ihsiRequisitionedOn: string | null;
    readonly solidaritySecondLevelSekPerInhabitantAboveMean: number;
  };
}

/** Reads the sample's files. What they may hold is checked where the product reads them, not here. */
export function readSample(directory: string): SampleFiles {
  const text = (file: string) => readFileSync(join(directory, file), 'utf8');
  const rows = (file: string) => parse<Row>(text(file), { columns: true });
  return {
    population: rows('population-by-group.csv'),
    priceTags: rows('price-tags.csv'),
    solidarityCosts: rows('solidarity-costs.csv'),
    rebates: rows('rebates.csv'),
    localDiscounts: rows('local-discounts.csv'),
    authorisations: rows('authorisations.csv'),
    outcome: JSON.parse(text('outcome.json')),
  };
}

/** The sample as facts: every number with the file and row it stands in. Discounts reduce the first interim month. */
export function factsOf(files: SampleFiles): YearFacts {
  const { outcome } = files;
  const sekOf = (file: string, row: Row, column: string) =>
    given.sek(Fraction.parse(row[column] ?? ''), label(row), of(file));
  const perRegion = (file: string, rows: readonly Row[], column: string) =>
    byRegion((region): readonly Explained<Sek>[] =>
      rows.filter((row) => row.region_code === region).map((row) => sekOf(file, row, column)),
    );
  const one = (lists: ByRegion<readonly Explained<Sek>[]>) =>
    mapValues(lists, ([amount], region) => {
      if (amount) return amount;
      throw new RangeError(`The sample has no row for region ${region}.`);
    });
  const outcomeSek = (name: 'benefitCostSek' | 'hepatitisCCostSek') =>
    given.sek(Fraction.of(BigInt(outcome[name])), name, of('outcome.json'));

  return {
    allocation: {
      population: byRegion(
        (region) =>
          new Map(
            files.population
              .filter((row) => row.region_code === region)
              .map((row) => [
                row.group_id as NeedsGroup,
                given.inhabitants(
                  BigInt(row.inhabitants_2018_12_31 ?? ''),
                  label(row),
                  of('population-by-group.csv'),
                ),
              ]),
          ),
      ),
      priceTags: new Map(
        needsGroups.map((group) => {
          const row = files.priceTags.find((tag) => tag.group_id === group);
          const tag = Fraction.parse(row?.sek_per_inhabitant ?? '');
          return [group, given.perInhabitant(tag, group, of('price-tags.csv'))];
        }),
      ),
      solidarityCosts: perRegion('solidarity-costs.csv', files.solidarityCosts, 'cost_sek_2020'),
      secondLevel: given.perInhabitant(
        Fraction.of(BigInt(outcome.solidaritySecondLevelSekPerInhabitantAboveMean)),
        'solidaritySecondLevelSekPerInhabitantAboveMean',
        of('outcome.json'),
      ),
    },
    payment: {
      rebateForecast: one(perRegion('rebates.csv', files.rebates, 'forecast_sek_2021_12')),
      rebateFinal: one(perRegion('rebates.csv', files.rebates, 'final_sek_2022_03')),
      benefitCost: outcomeSek('benefitCostSek'),
      hepatitisCCost: outcomeSek('hepatitisCCostSek'),
      ihsiRate:
        outcome.ihsiRequisitionedOn === null
          ? 'not-requisitioned'
          : given.sekPerEuro(
              Fraction.parse(outcome.eurSekOnPaymentDay),
              'eurSekOnPaymentDay',
              of('outcome.json'),
            ),
      localDiscounts: perRegion('local-discounts.csv', files.localDiscounts, 'discount_sek'),
    },
    interimTotals: interimTotals(files.authorisations),
    discountMonth: parseMonth('2022-03'),
  };
}

/** Every month that an interim decision covers, with its monthly total. */
function interimTotals(rows: readonly Row[]): ReadonlyMap<Month, Explained<Sek>> {
  const totals = new Map<Month, Explained<Sek>>();
  for (const row of rows.filter(({ kind }) => kind === 'interim')) {
    const last = parseMonth(row.last_payment_month ?? '');
    const total = Fraction.parse(row.monthly_total_sek ?? '');
    let month = parseMonth(row.first_payment_month ?? '');
    for (; month <= last; month = addMonths(month, 1)) {
      totals.set(month, given.sek(total, `${row.decision} ${month}`, of('authorisations.csv')));
    }
  }
  return totals;
}

const of = (file: string): InputSource => ({ stream: file, version: 1, hash: '' });

/** What tells a row from the others of its file: its texts that are no amounts. */
const label = (row: Row): string =>
  [row.region_code, row.group_id ?? row.disease].filter(Boolean).join(' ');
