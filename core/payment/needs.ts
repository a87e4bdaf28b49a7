import { type InputKind, inputKinds, isInputKind } from '../inputs/kinds.ts';
import type { FactName } from '../rules/facts.ts';
import type { Need } from './events.ts';

/**
/**
 * What a case can wait for: an input, a decision or a release of another case, room in the appropriation, that one of two decisions
 * for a month ends, that an earlier month's payout is done, or that somebody says what money was that moved beside the payment which
 * is to be sent again, or that what was requisitioned in euros has been paid.
 */
export type NeedName = InputKind | keyof typeof suppliers;

const needOfFact: Record<FactName, NeedName> = {
  grants: 'grants',
  rebateForecast: 'rebate-forecast',
  rebateDeducted: 'deduction',
  rebateFinal: 'rebate-final',
  benefitCost: 'outcomes',
  hepatitisCCost: 'outcomes',
  ihsiRate: 'ihsi-payment',
  localDiscounts: 'local-discounts',
  settlement: 'settlement',
  modelCosts: 'price-tags',
  inhabitants: 'population',
};

const suppliers = {
  grants: 'Kammarkollegiet',
  settlement: 'Staten och SKR',
  deduction: 'Kammarkollegiet',
  'room-in-appropriation': 'Regeringen',
  'single-decision': 'Regeringen',
  'earlier-payout': 'Kammarkollegiet',
  'bank-movement': 'Kammarkollegiet',
  'ihsi-payment': 'Kammarkollegiet',
} as const;

/** Needs that a month may do without, by two approvals with a reason: the lines that they hold stay due. */
const dispensable: ReadonlySet<string> = new Set<NeedName>([
  'rebate-forecast',
  'local-discounts',
  'settlement',
  'authorisation',
  'ihsi-payment',
]);

export const needFor = (fact: FactName): NeedName => needOfFact[fact];

export const mayGoWithout = (need: string): boolean => dispensable.has(need);

/** One need, worded for whoever reads it: what, from whom, which lines it holds, and why. */
export function need(
  name: NeedName,
  year: number,
  holds: readonly string[],
  because: string,
): Need {
  const from = isInputKind(name) ? inputKinds[name].from : suppliers[name];
  return { need: name, year, from, holds: [...new Set(holds)].sort(), because };
}
