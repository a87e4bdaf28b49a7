import type { Language } from '../../functions/contract/api/problem-type.ts';
import { en } from './en.ts';
import type { Counted, FactsOf, Key } from './keys.ts';
import { sv } from './sv.ts';

export const texts: Readonly<Record<Language, Readonly<Record<Key, string>>>> = { sv, en };

/** A text in a language, with its facts in their places. A fact that was not given is a RangeError, never an empty place. */
export function translate<K extends Key>(language: Language, key: K, ...facts: FactsOf<K>): string {
  const given: Readonly<Record<string, string>> = facts.at(0) ?? {};
  return texts[language][key].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const fact = given[name];
    if (fact === undefined) throw new RangeError(`The text ${key} needs the fact ${name}.`);
    return fact;
  });
}

/** A text that depends on how many: `KEY.one` or `KEY.other`, which both languages have. It is given {count}. */
export function translateCount(language: Language, key: Counted, count: number): string {
  const form = count === 1 ? (`${key}.one` as const) : (`${key}.other` as const);
  return translate(language, form, { count: String(count) });
}
