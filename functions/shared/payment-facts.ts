import type { Explained, Foreign } from '../../core/explain.ts';
import {
  amountsByRegion,
  costOutcomes,
  euroRate,
  localDiscountsByRegion,
} from '../../core/inputs/facts.ts';
import type { Records } from '../../core/ports.ts';
import { requisitionCase } from '../../core/record/case-id.ts';
import type { FactName, PaymentFacts } from '../../core/rules/facts.ts';
import { readCase } from './cases.ts';
import { rebateDeducted } from './deduction.ts';
import { readProposal } from './documents.ts';
import { decidedGrants, frozenSettlement } from './grants.ts';
import type { Inputs } from './inputs.ts';
import type { PaysBy } from './ports.ts';

type Loader = (pays: PaysBy, inputs: Inputs, year: number) => Promise<Partial<PaymentFacts>>;

/** Wraps a value that may be missing: an absent fact has no key, since unknown is not zero. */
const fact = <Name extends FactName>(name: Name, value: PaymentFacts[Name] | undefined) =>
  (value === undefined ? {} : { [name]: value }) as Partial<PaymentFacts>;

/** How each fact is found in the record. Facts that no rule of a known agreement needs have no loader yet. */
const loaders: { readonly [name in FactName]?: Loader } = {
  grants: async ({ records }, _inputs, year) => fact('grants', await decidedGrants(records, year)),
  settlement: async ({ records }, _inputs, year) =>
    fact('settlement', await frozenSettlement(records, year)),
  rebateForecast: async (_pays, inputs, year) => {
    const input = await inputs.use('rebate-forecast', year);
    return fact('rebateForecast', input && amountsByRegion(input));
  },
  rebateDeducted: async (pays, inputs, year) =>
    fact('rebateDeducted', await rebateDeducted(pays, inputs, year)),
  rebateFinal: async (_pays, inputs, year) => {
    const input = await inputs.use('rebate-final', year);
    return fact('rebateFinal', input && amountsByRegion(input));
  },
  benefitCost: outcomes,
  hepatitisCCost: outcomes,
  localDiscounts: async (_pays, inputs, year) => {
    const input = await inputs.use('local-discounts', year);
    return fact('localDiscounts', input && localDiscountsByRegion(input));
  },
  ihsiRate: async ({ records }, inputs, year) =>
    fact('ihsiRate', await ihsiRate(records, inputs, year)),
};

async function outcomes(_pays: PaysBy, inputs: Inputs, year: number) {
  const input = await inputs.use('outcomes', year);
  return input ? costOutcomes(input) : {};
}

/**
 * The rate at which IHSI was paid: by the version of it that the released payment was made from, never a later one. Undefined while it has
 * been requisitioned and is neither refused nor paid: what it comes to is unknown, which is not zero.
 */
async function ihsiRate(
  records: Records,
  inputs: Inputs,
  year: number,
): Promise<Explained<Foreign> | 'not-requisitioned' | undefined> {
  const id = requisitionCase(year, 'ihsi');
  const { released, submitted, refused, closed } = (await readCase(records, id)).state;
  if (!released) return !submitted || refused || closed ? 'not-requisitioned' : undefined;
  const proposal = await readProposal(records, id, 'payment', released.proposal);
  return euroRate(await inputs.paidBy('rate', year, proposal));
}

/** The facts of an agreement year that the record holds, of those asked for. */
export async function paymentFacts(
  pays: PaysBy,
  inputs: Inputs,
  year: number,
  names: ReadonlySet<FactName>,
): Promise<PaymentFacts> {
  const found = await Promise.all(
    [...names].map(async (name) => {
      const load = loaders[name];
      if (!load) throw new RangeError(`Nothing in the record is known to hold the fact ${name}.`);
      return load(pays, inputs, year);
    }),
  );
  return Object.assign({}, ...found) as PaymentFacts;
}
