import type { Cited } from './agreement/sources.ts';
import { Fraction } from './money/fraction.ts';
import { Rate } from './money/rate.ts';
import { Sek } from './money/sek.ts';
import type { InputSource, Working } from './working.ts';

/** A whole number of people. Refuses fewer than none. */
export class Inhabitants {
  readonly fraction: Fraction;
  constructor(count: bigint) {
    if (count < 0n) throw new RangeError(`Inhabitants cannot be fewer than none (given ${count}).`);
    this.fraction = Fraction.of(count);
  }
}

/** A number that is neither kronor nor a share: euros, or kronor for a euro. */
export class Foreign {
  readonly fraction: Fraction;
  constructor(fraction: Fraction) {
    this.fraction = fraction;
  }
}

/** An amount together with how it came about. The amount is what the working's root says, by construction. */
export interface Explained<T> {
  readonly value: T;
  readonly working: Working;
}

/** Kronor on either basis: in total, or per inhabitant. */
export type Money = Sek | Sek<'perInhabitant'>;

const ONE_EACH = Sek.perInhabitant('1');

/** The amounts of finished working; `reckon` and the leaves below are their only callers. */
export const sek = (working: Working): Explained<Sek> => ({
  value: Sek.exactly(working.exact),
  working,
});
export const perHead = (working: Working): Explained<Sek<'perInhabitant'>> => ({
  value: ONE_EACH.times(working.exact),
  working,
});
export const rate = (working: Working): Explained<Rate> => ({
  value: Rate.exactly(working.exact),
  working,
});

/** Leaves that somebody supplied. `row` says which row of the input, for the reader. */
export const given = {
  sek: (exact: Fraction, row: string, source: InputSource) =>
    sek({ node: 'input', exact, unit: 'sek', row, source }),
  perInhabitant: (exact: Fraction, row: string, source: InputSource) =>
    perHead({ node: 'input', exact, unit: 'sek-per-inhabitant', row, source }),
  inhabitants: (count: bigint, row: string, source: InputSource): Explained<Inhabitants> => {
    const value = new Inhabitants(count);
    return {
      value,
      working: { node: 'input', exact: value.fraction, unit: 'inhabitants', row, source },
    };
  },
  sekPerEuro: (exact: Fraction, row: string, source: InputSource): Explained<Foreign> => ({
    value: new Foreign(exact),
    working: { node: 'input', exact, unit: 'sek-per-eur', row, source },
  }),
};

/** Leaves that the agreement states. `name` is the parameter's path in its module, e.g. `rebate.stateShare`. */
export const stated = {
  sek: (name: string, from: Cited<Sek>) =>
    sek({
      node: 'parameter',
      exact: from.value.fraction,
      unit: 'sek',
      name,
      cites: from.cites,
    }),
  perInhabitant: (name: string, from: Cited<Sek<'perInhabitant'>>) =>
    perHead({
      node: 'parameter',
      exact: from.value.fraction,
      unit: 'sek-per-inhabitant',
      name,
      cites: from.cites,
    }),
  rate: (name: string, from: Cited<Rate>) =>
    rate({
      node: 'parameter',
      exact: from.value.fraction,
      unit: 'share',
      name,
      cites: from.cites,
    }),
  euro: (name: string, from: Cited<Fraction>): Explained<Foreign> => ({
    value: new Foreign(from.value),
    working: { node: 'parameter', exact: from.value, unit: 'eur', name, cites: from.cites },
  }),
};

/** Kronor whose working the record holds already. */
export const stored = (exact: Fraction, hash: string): Explained<Sek> =>
  sek({ node: 'stored', exact, unit: 'sek', hash });
