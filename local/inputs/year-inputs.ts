import type { Population } from '../../functions/csv/population.ts';
import type { PriceTags } from '../../functions/csv/price-tags.ts';
import type { Rebates } from '../../functions/csv/rebates.ts';
import type { SolidarityCosts } from '../../functions/csv/solidarity-costs.ts';
import type { Appropriation } from './appropriations.ts';
import type { Authorisation } from './authorisations.ts';
import type { InputFile } from './input-files.ts';
import type { LocalDiscount } from './local-discounts.ts';
import type { Outcome } from './outcome.ts';

/** Everything the 2021 agreement year is run from, checked. Amounts are bigint or canonical decimal text, never number. */
export interface YearInputs {
  readonly agreementYear: 2021;
  readonly population: Population;
  readonly priceTags: PriceTags;
  readonly solidarityCosts: SolidarityCosts;
  readonly rebates: Rebates;
  readonly localDiscounts: readonly LocalDiscount[];
  readonly authorisations: readonly Authorisation[];
  readonly appropriations: readonly Appropriation[];
  readonly outcome: Outcome;
  /** SHA-256 of each file's bytes. */
  readonly fileHashes: Readonly<Record<InputFile, string>>;
  /** SHA-256 of the canonical list of file hashes: equal for equal files, wherever the directory lies. */
  readonly hash: string;
}
