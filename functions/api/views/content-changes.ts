import { canonical, type Json } from '../../../core/canonical.ts';
import { type InputKind, inputKinds } from '../../../core/inputs/kinds.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';

type Compared = Pick<AnswerOf<'readInputVersion'>, 'changes' | 'same' | 'sum'>;
type Entries = ReadonlyMap<string, string>;

/**
 * What a content changes against another: which entries differ, in the order of their names, how many are the same, and, of a kind whose
 * entries add up, what they come to. An entry is named by its way through the content: `01 / child-0-income-low`, and in a list by its
 * number from 1; without `before` it is new, without `after` it is gone. Against nothing, every entry is new.
 */
export function contentChanges(kind: InputKind, before: Json | undefined, after: Json): Compared {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])].sort(byName);
  const different = names.filter((entry) => old.get(entry) !== now.get(entry));
  return {
    changes: different.map((entry) => changeOf(kind, entry, old.get(entry), now.get(entry))),
    same: names.length - different.length,
    ...sumOf(kind, before === undefined ? undefined : old, now),
  };
}

function changeOf(
  kind: InputKind,
  entry: string,
  before: string | undefined,
  after: string | undefined,
): Compared['changes'][number] {
  return {
    entry,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(before !== undefined &&
      after !== undefined &&
      countsSomething(kind, entry) && { change: String(BigInt(after) - BigInt(before)) }),
  };
}

/** Whether an entry is a whole number of something, and not a name, a day or a rate. */
const countsSomething = (kind: InputKind, entry: string): boolean =>
  inputKinds[kind].sum !== undefined || /Sek$/.test(entry);

function sumOf(
  kind: InputKind,
  before: Entries | undefined,
  after: Entries,
): Pick<Compared, 'sum'> {
  const of = inputKinds[kind].sum;
  if (of === undefined) return {};
  const total = (entries: Entries) =>
    [...entries.values()].reduce((sum, value) => sum + BigInt(value), 0n);
  const [was, is] = [before && total(before), total(after)];
  return {
    sum: {
      ...{ of, after: String(is) },
      ...(was !== undefined && { before: String(was), change: String(is - was) }),
    },
  };
}

/** Numbers in names count as numbers: the tenth discount comes after the second. */
const byName = (a: string, b: string) => a.localeCompare(b, 'sv', { numeric: true });

/** Every leaf of a content by its way. Amounts are text already; what is no text is shown in canonical form. */
function entriesOf(content: Json | undefined): Entries {
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
