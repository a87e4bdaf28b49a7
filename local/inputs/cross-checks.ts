import { agreement2021 } from '../../core/agreement/2021.ts';
import { monthsFrom, yearOf } from '../../core/calendar/month.ts';
import { Fraction } from '../../core/money/fraction.ts';
import { Sek } from '../../core/money/sek.ts';
import { Problems } from './problems.ts';
import type { YearInputs } from './year-inputs.ts';

type Checked = Omit<YearInputs, 'fileHashes' | 'hash'>;

/** What no file shows by itself. Called only when each file holds. */
export function crossChecks(inputs: Checked): Problems[] {
  return [modelCosts(inputs), solidarityInsideThePot(inputs), budgetYears(inputs)];
}

/** The pot is shared by model cost, which cannot be done when all of it is zero. */
function modelCosts({ population, priceTags }: Checked): Problems {
  const problems = new Problems('price-tags.csv');
  const someCost = [...population.values()].some((counts) =>
    [...counts].some(
      ([id, count]) => count > 0n && !Fraction.parse(priceTags.get(id) ?? '0').isZero(),
    ),
  );
  if (!someCost) {
    problems.note(
      null,
      'sek_per_inhabitant: given a model cost of 0 kr in all regions, allowed: above 0 in some group that has ' +
        'inhabitants, since the pot is shared by model cost',
    );
  }
  return problems;
}

/**
 * Compensation is paid out of the pot and is less than the cost. Costs up to the pot therefore leave every region a grant
 * that is not negative; a cost above it is a slip in the figures.
 */
function solidarityInsideThePot({ solidarityCosts }: Checked): Problems {
  const problems = new Problems('solidarity-costs.csv');
  const costs = [...solidarityCosts.values()].flatMap((byDisease) => [...byDisease.values()]);
  const sum = Sek.whole(costs.reduce((total, cost) => total + cost, 0n));
  const pot = agreement2021.pot.printed.value;
  if (pot.isLessThan(sum)) {
    problems.note(
      null,
      `cost_sek_2020: given ${sum} kr in all, allowed: at most the pot, ${pot} kr, out of which it is compensated`,
    );
  }
  return problems;
}

/** Every payment is charged to the appropriation of its month's year. */
function budgetYears({ authorisations, appropriations }: Checked): Problems {
  const problems = new Problems('appropriations.csv');
  const known = new Set(appropriations.map(({ budgetYear }) => budgetYear));
  for (const { line, firstPaymentMonth, lastPaymentMonth } of authorisations) {
    for (const year of new Set(monthsFrom(firstPaymentMonth, lastPaymentMonth).map(yearOf))) {
      if (known.has(year)) continue;
      known.add(year);
      problems.note(
        null,
        `budget_year: given no row of ${year}, allowed: every year with authorised payments ` +
          `(authorisations.csv:${line} authorises ${firstPaymentMonth} to ${lastPaymentMonth})`,
      );
    }
  }
  return problems;
}
