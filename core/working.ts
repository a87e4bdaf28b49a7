import type { Citation } from './agreement/sources.ts';
import type { Fraction } from './money/fraction.ts';

/** What a number counts. Two numbers of different units are never added. */
export type Unit = 'sek' | 'sek-per-inhabitant' | 'inhabitants' | 'share' | 'eur' | 'sek-per-eur';

/** Where an input stands in the record: the stream, its version and the hash of that version. */
export interface InputSource {
  readonly stream: string;
  readonly version: number;
  readonly hash: string;
}

/** A number that somebody supplied: which row of which version of which input. */
export interface InputLeaf {
  readonly node: 'input';
  readonly exact: Fraction;
  readonly unit: Unit;
  readonly row: string;
  readonly source: InputSource;
}

/** A number that the agreement states. */
export interface ParameterLeaf {
  readonly node: 'parameter';
  readonly exact: Fraction;
  readonly unit: Unit;
  readonly name: string;
  readonly cites: readonly Citation[];
}

/** Working that the record already holds: only its amount and the hash of its tree. */
export interface StoredWorking {
  readonly node: 'stored';
  readonly exact: Fraction;
  readonly unit: Unit;
  readonly hash: string;
}

/**
 * How a step makes its amount from its arguments:
 * - `sum`; `difference` first − second; `product`; `quotient` first ÷ second; `negated`; `smaller`, `larger`;
 * - `if-over` / `if-at-least`: when the first is over (at least) the second then the third, else the fourth;
 * - `whole`: wholeKronor; `allocation`: the arguments (in the order of `keys`) made whole together, amount = their sum;
 * - `part`: the allocation's whole kronor for `key`; `instalments`: grants (in the order of `keys`) cut into `count`;
 * - `instalment`: number `instalment` of `key`.
 */
export type Operation =
  | 'sum'
  | 'difference'
  | 'product'
  | 'quotient'
  | 'negated'
  | 'smaller'
  | 'larger'
  | 'if-over'
  | 'if-at-least'
  | 'whole'
  | 'allocation'
  | 'part'
  | 'instalments'
  | 'instalment';

/** Which rule takes the step, and where that rule is written. */
export interface Why {
  readonly rule: string;
  readonly cites: readonly [Citation, ...Citation[]];
}

export interface Step {
  readonly node: 'step';
  readonly operation: Operation;
  readonly exact: Fraction;
  readonly unit: Unit;
  readonly why: Why;
  readonly of: readonly Working[];
  readonly keys?: readonly string[];
  readonly key?: string;
  readonly count?: number;
  readonly instalment?: number;
}

/** The tree behind an amount: leaves are inputs and parameters, nodes are rules. Subtrees are shared, never copied. */
export type Working = InputLeaf | ParameterLeaf | StoredWorking | Step;
