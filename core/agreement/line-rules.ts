import type { Month } from '../calendar/month.ts';
import type { Explained } from '../explain.ts';
import type { LineKind } from '../line-kinds.ts';
import { mapValues } from '../map-values.ts';
import type { Sek } from '../money/sek.ts';
import type { ByRegion } from '../regions.ts';
import { ok, type Result } from '../result.ts';
import { type FactName, known, type MissingFacts, type PaymentFacts } from '../rules/facts.ts';
import { instalmentMonths } from '../rules/instalment/pay-month.ts';
import { twelveInstalments } from '../rules/instalment/twelve-instalments.ts';
import { februaryRebateAdjustment } from '../rules/rebate/february-rebate-adjustment.ts';
import { ihsiDifference } from '../rules/requisition/ihsi-difference.ts';
import { localDiscount } from '../rules/settlement/local-discount.ts';
import { keyFact, nationalKey } from '../rules/settlement/national-key.ts';
import type { AgreementParameters, CorridorKind } from './parameters.ts';

/** A month's lines of one kind: a region whose amount is zero has none. Or the facts that are not known yet. */
export type Lines = Result<ByRegion<Explained<Sek>>, MissingFacts>;

/** The lines that move money: a region whose amount is zero is left out. */
export const withoutZeros = (lines: ByRegion<Explained<Sek>>): ByRegion<Explained<Sek>> =>
  new Map([...lines].filter(([, { value }]) => !value.isZero()));

/** One kind of line: when it is due, what it needs, and how it comes about. */
export interface LineRule {
  readonly kind: LineKind;
  /** The payment months in which it is due; of local discounts the first in which it can be. */
  readonly dueMonths: (agreement: AgreementParameters) => readonly Month[];
  readonly needs: readonly FactName[];
  readonly lines: (facts: PaymentFacts, agreement: AgreementParameters, month: Month) => Lines;
}

/** A line rule of one agreement: what it needs may depend on the agreement's national key. */
export type LineRuleOf = (agreement: AgreementParameters) => LineRule;

export const instalmentLines: LineRuleOf = () => ({
  kind: 'instalment',
  dueMonths: instalmentMonths,
  needs: ['grants'],
  lines: (facts, agreement, month) =>
    withFacts(facts, ['grants'], ({ grants }) => {
      const index = instalmentMonths(agreement).indexOf(month);
      return mapValues(twelveInstalments(grants, agreement), (instalments) => {
        const instalment = instalments[index];
        if (instalment) return instalment;
        throw new RangeError(
          `No instalment of the ${agreement.year} agreement is due in ${month}.`,
        );
      });
    }),
});

export const rebateForecastLines: LineRuleOf = () => ({
  kind: 'rebate-forecast',
  dueMonths: ({ rebate }) => monthsOf(rebate.forecastMonth),
  needs: ['rebateForecast'],
  lines: (facts, agreement) =>
    withFacts(facts, ['rebateForecast'], ({ rebateForecast }) =>
      februaryRebateAdjustment(rebateForecast, agreement),
    ),
});

export const ihsiDifferenceLines: LineRuleOf = ({ nationalKey: key }) => ({
  kind: 'ihsi-difference',
  dueMonths: ({ ihsiDifference }) => [ihsiDifference.month.value],
  needs: ['ihsiRate', keyFact[key.value]],
  lines: (facts, agreement) =>
    withFacts(facts, ['ihsiRate', keyFact[key.value]], ({ ihsiRate }) =>
      ihsiDifference(ihsiRate, nationalKey(facts, agreement), agreement),
    ),
});

export const localDiscountLines: LineRuleOf = () => ({
  kind: 'local-discount',
  dueMonths: ({ localDiscounts }) => [localDiscounts.fromMonth.value],
  needs: ['localDiscounts'],
  lines: (facts, agreement) =>
    withFacts(facts, ['localDiscounts'], ({ localDiscounts }) =>
      localDiscount(localDiscounts, agreement),
    ),
});

export const rebateSettlementLines: LineRuleOf = () => ({
  ...settled('rebate-settlement'),
  dueMonths: ({ rebate }) => monthsOf(rebate.settlementMonth),
});

export const corridorLines =
  (kind: CorridorKind): LineRuleOf =>
  () => ({
    ...settled(kind),
    dueMonths: ({ reconciliation }) => [reconciliation.settlementMonth.value],
  });

/** Lines that the signed settlement holds already. */
const settled = (kind: LineKind): Omit<LineRule, 'dueMonths'> => ({
  kind,
  needs: ['settlement'],
  lines: (facts) =>
    withFacts(facts, ['settlement'], ({ settlement }) => {
      const lines = settlement.get(kind);
      if (!lines) throw new RangeError(`The settlement holds no '${kind}'.`);
      return lines;
    }),
});

const monthsOf = (month: { readonly value: Month } | null) => (month ? [month.value] : []);

function withFacts<Name extends FactName>(
  facts: PaymentFacts,
  names: readonly Name[],
  lines: (facts: Required<Pick<PaymentFacts, Name>>) => ByRegion<Explained<Sek>>,
): Lines {
  const found = known(facts, names);
  return found.ok ? ok(withoutZeros(lines(found.value))) : found;
}
