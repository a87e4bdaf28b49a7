import {
  type Explained,
  type Foreign,
  Inhabitants,
  type Money,
  perHead,
  rate,
  sek,
} from './explain.ts';
import { mapValues } from './map-values.ts';
import { allocate } from './money/allocate.ts';
import { Fraction } from './money/fraction.ts';
import type { Rate } from './money/rate.ts';
import { wholeKronor } from './money/rounding.ts';
import { Sek } from './money/sek.ts';
import { splitInstalments } from './money/split.ts';
import type { Operation, Step, Unit, Why } from './working.ts';

/**
 * The arithmetic of one rule: each method takes one step, remembers its arguments and the rule that took it.
 *
 * Nothing else in core makes an `Explained`, so an amount without working cannot be written.
 */
export function reckon(why: Why) {
  const step = (
    operation: Operation,
    unit: Unit,
    exact: Fraction,
    args: readonly Explained<unknown>[],
    more: Pick<Step, 'keys' | 'key' | 'count' | 'instalment'> = {},
  ): Step => ({
    node: 'step',
    operation,
    exact,
    unit,
    why,
    of: args.map((arg) => arg.working),
    ...more,
  });
  const money = <M extends Money>(
    operation: Operation,
    exact: Fraction,
    like: Explained<M>,
    args: readonly Explained<unknown>[],
  ): Explained<M> => {
    const working = step(operation, like.working.unit, exact, args);
    return { value: Sek.exactly(exact) as M, working };
  };
  return {
    sum: (parts: readonly Explained<Sek>[]) =>
      sek(step('sum', 'sek', Fraction.sum(parts.map((part) => part.value.fraction)), parts)),
    people: (parts: readonly Explained<Inhabitants>[]): Explained<Inhabitants> => {
      const exact = Fraction.sum(parts.map((part) => part.value.fraction));
      return {
        value: new Inhabitants(exact.numerator),
        working: step('sum', 'inhabitants', exact, parts),
      };
    },
    plus: <M extends Money>(a: Explained<M>, b: Explained<M>) =>
      money('sum', a.value.fraction.plus(b.value.fraction), a, [a, b]),
    minus: <M extends Money>(a: Explained<M>, b: Explained<M>) =>
      money('difference', a.value.fraction.minus(b.value.fraction), a, [a, b]),
    times: <M extends Money>(share: Explained<Rate>, amount: Explained<M>) =>
      money('product', share.value.fraction.times(amount.value.fraction), amount, [share, amount]),
    negated: <M extends Money>(amount: Explained<M>) =>
      money('negated', amount.value.fraction.negated(), amount, [amount]),
    smaller: <M extends Money>(a: Explained<M>, b: Explained<M>) =>
      money(
        'smaller',
        (a.value.fraction.compare(b.value.fraction) <= 0 ? a : b).value.fraction,
        a,
        [a, b],
      ),
    larger: <M extends Money>(a: Explained<M>, b: Explained<M>) =>
      money('larger', (a.value.fraction.compare(b.value.fraction) >= 0 ? a : b).value.fraction, a, [
        a,
        b,
      ]),
    ifOver: <M extends Money, C extends Money>(
      a: Explained<C>,
      limit: Explained<C>,
      then: Explained<M>,
      otherwise: Explained<M>,
    ) => {
      const holds = a.value.fraction.compare(limit.value.fraction) > 0;
      return money('if-over', (holds ? then : otherwise).value.fraction, then, [
        a,
        limit,
        then,
        otherwise,
      ]);
    },
    ifAtLeast: <M extends Money, C extends Money>(
      a: Explained<C>,
      limit: Explained<C>,
      then: Explained<M>,
      otherwise: Explained<M>,
    ) => {
      const holds = a.value.fraction.compare(limit.value.fraction) >= 0;
      return money('if-at-least', (holds ? then : otherwise).value.fraction, then, [
        a,
        limit,
        then,
        otherwise,
      ]);
    },
    forInhabitants: (amount: Explained<Sek<'perInhabitant'>>, people: Explained<Inhabitants>) =>
      sek(
        step('product', 'sek', amount.value.fraction.times(people.value.fraction), [
          amount,
          people,
        ]),
      ),
    perInhabitant: (amount: Explained<Sek>, people: Explained<Inhabitants>) =>
      perHead(
        step(
          'quotient',
          'sek-per-inhabitant',
          amount.value.fraction.dividedBy(people.value.fraction),
          [amount, people],
        ),
      ),
    inSek: (euro: Explained<Foreign>, sekPerEuro: Explained<Foreign>) =>
      sek(
        step('product', 'sek', euro.value.fraction.times(sekPerEuro.value.fraction), [
          euro,
          sekPerEuro,
        ]),
      ),
    share: (part: Explained<Sek | Inhabitants>, whole: Explained<Sek | Inhabitants>) =>
      rate(
        step('quotient', 'share', part.value.fraction.dividedBy(whole.value.fraction), [
          part,
          whole,
        ]),
      ),
    whole: (amount: Explained<Sek>) =>
      sek(step('whole', 'sek', wholeKronor(amount.value).fraction, [amount])),
    allocated: <K extends string>(amounts: ReadonlyMap<K, Explained<Sek>>) => {
      const keys = [...amounts.keys()];
      const parts = allocate(new Map([...amounts].map(([key, amount]) => [key, amount.value])));
      const whole = Sek.sum(parts.values());
      const together = sek(
        step('allocation', 'sek', whole.fraction, [...amounts.values()], { keys }),
      );
      return mapValues(parts, (part, key) =>
        sek(step('part', 'sek', part.fraction, [together], { key })),
      );
    },
    inInstalments: <K extends string>(grants: ReadonlyMap<K, Explained<Sek>>, count: number) => {
      const keys = [...grants.keys()];
      const cut = splitInstalments(
        mapValues(grants, (grant) => grant.value),
        count,
      );
      const all = sek(
        step(
          'instalments',
          'sek',
          Fraction.sum([...grants.values()].map((grant) => grant.value.fraction)),
          [...grants.values()],
          { keys, count },
        ),
      );
      return mapValues(cut, (instalments, key) =>
        instalments.map((amount, index) =>
          sek(step('instalment', 'sek', amount.fraction, [all], { key, instalment: index + 1 })),
        ),
      );
    },
  };
}

export type Reckoning = ReturnType<typeof reckon>;
