import { canonical, type Json } from '../../../core/canonical.ts';

/** One entry of an input that differs between two contents; without `before` it is new, without `after` it is gone. */
export interface EntryChange {
  readonly entry: string;
  readonly before?: string;
  readonly after?: string;
}

/**
 * Which entries differ, in the order of their names. An entry is named by its way through the content:
 * `01 / child-0-income-low`, and in a list by its number from 1. Against nothing, every entry is new.
 */
export function entryChanges(before: Json | undefined, after: Json): EntryChange[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((entry) => old.get(entry) !== now.get(entry))
    .sort(byName)
    .map((entry) => ({
      entry,
      ...shown('before', old.get(entry)),
      ...shown('after', now.get(entry)),
    }));
}

const shown = (name: 'before' | 'after', text: string | undefined) =>
  text === undefined ? {} : { [name]: text };

/** Numbers in names count as numbers: the tenth discount comes after the second. */
const byName = (a: string, b: string) => a.localeCompare(b, 'sv', { numeric: true });

/** Every leaf of a content by its way. Amounts are text already; what is no text is shown in canonical form. */
function entriesOf(content: Json | undefined): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  const walk = (value: Json, way: readonly string[]): void => {
    if (typeof value !== 'object' || value === null)
      entries.set(way.join(' / '), typeof value === 'string' ? value : canonical(value));
    else if (Array.isArray(value))
      value.forEach((each, index) => {
        walk(each, [...way, String(index + 1)]);
      });
    else
      for (const [name, each] of Object.entries(value))
        if (each !== undefined) walk(each as Json, [...way, name]);
  };
  if (content !== undefined) walk(content, []);
  return entries;
}
