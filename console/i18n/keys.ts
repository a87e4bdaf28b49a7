import type { sv } from './sv.ts';

/** The name of a text. */
export type Key = keyof typeof sv;

type Braced<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Braced<Rest>
  : never;

/** The facts that a text takes, by the names in its braces. */
export type Facts<K extends Key> = Readonly<Record<Braced<(typeof sv)[K]>, string>>;

/** Texts without braces take no facts; texts with braces take all of theirs. */
export type FactsOf<K extends Key> = [Braced<(typeof sv)[K]>] extends [never] ? [] : [Facts<K>];

/** A text that exists in one form for one and in another for any other number. */
export type Counted = Key extends infer K ? (K extends `${infer Stem}.one` ? Stem : never) : never;
