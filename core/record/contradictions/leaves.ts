import { sources } from '../../agreement/sources.ts';
import type { Json } from '../../canonical.ts';
import { Fraction } from '../../money/fraction.ts';
import { Rate } from '../../money/rate.ts';
import { Sek } from '../../money/sek.ts';
import type { TakenBack } from '../../payment/events.ts';
import type { InputSource, Operation, Unit } from '../../working.ts';
import type { FoundStream } from '../found-stream.ts';
import { attempt, type Parts } from './parts.ts';

/** A node of working as it is stored: its arguments are named by their hashes. */
export interface Node {
  readonly node: 'input' | 'parameter' | 'step';
  readonly exact: string;
  readonly unit: Unit;
  readonly row?: string;
  readonly source?: InputSource;
  readonly operation?: Operation;
  readonly of?: readonly string[];
  readonly keys?: readonly string[];
  readonly key?: string;
  readonly count?: number;
  readonly instalment?: number;
}

/** What leaves can say: the numbers of each version, as far as one was asked for, and those that agreements state. */
export interface Leaves {
  readonly numbers: Map<string, ReadonlySet<string>>;
  readonly stated: ReadonlySet<string>;
}

export const leavesOf = (parts: Parts): Leaves => ({
  numbers: new Map(),
  stated: numbersStated(parts),
});

/** A leaf must name a version that the record holds, and the number that stands in it in that row. */
export function wrongLeaf(
  parts: Parts,
  { numbers }: Leaves,
  { source, row, exact }: Node,
): string | undefined {
  if (!source || row === undefined) return 'is a leaf without a source';
  const from = parts.named.get(source.stream);
  if (!from) return parts.whole ? `rests on ${source.stream}, which is not there` : undefined;
  const version = `${source.stream} version ${source.version}`;
  const said = saidBy(parts, from, source);
  if (said === undefined) return `rests on another ${version} than the record holds`;
  const own = inRow(said, row);
  const known = numbers.get(`${version} ${source.hash}`) ?? new Set(numbersIn(said).map(String));
  numbers.set(`${version} ${source.hash}`, known);
  const holds = own === undefined ? known.has(exact) : own === exact;
  return holds ? undefined : `says ${exact} of "${row}", which ${version} does not say`;
}

/** What a version of an input holds, or what a payment's return took back: that is owed. */
function saidBy(parts: Parts, from: FoundStream, { stream, version, hash }: InputSource) {
  const input = parts.inputs.get(stream);
  if (input) return input.find((each) => each.version === version && each.hash === hash)?.content;
  const event = from.events.find((each) => each.number === version && each.hash === hash)?.event;
  const { payments = [] } = Object(event) as { payments?: readonly TakenBack[] };
  return payments.flatMap(({ sek }) => [sek, Sek.of(sek).negated().toString()]);
}

/** The number of a row that is named by its place in a table; undefined of one that is named otherwise. */
function inRow(said: Json, row: string): string | undefined {
  const table = Object(said) as Readonly<Record<string, unknown>>;
  const [first = '', second = '', ...more] = row.split(' ');
  const isTable = Object.values(table).some(
    (each) => typeof each === 'object' && !Array.isArray(each),
  );
  if (isTable && more.length === 0 && second !== '')
    return numberText((Object(table[first]) as Readonly<Record<string, unknown>>)[second]);
  return Object.hasOwn(table, row) ? numberText(table[row]) : undefined;
}

const numberText = (said: unknown): string =>
  attempt(() => Fraction.parse(String(said)).toString()) ?? 'nothing';

function numbersIn(said: Json): readonly Fraction[] {
  if (typeof said === 'object' && said !== null)
    return Object.values(said as Readonly<Record<string, Json>>).flatMap(numbersIn);
  const number = typeof said === 'string' ? attempt(() => Fraction.parse(said)) : undefined;
  return number ? [number] : [];
}

/** The numbers that agreements state, and nothing, which every agreement can. */
function numbersStated({ rulebooks }: Pick<Parts, 'rulebooks'>): ReadonlySet<string> {
  const stated = new Set(['0']);
  const walk = (value: unknown): void => {
    if (value instanceof Fraction) stated.add(value.toString());
    else if (value instanceof Sek || value instanceof Rate) walk(value.fraction);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  for (const year of rulebooks.years) walk(rulebooks.of(year).agreement);
  return stated;
}

/** What a node says, by what it is; the second what is there only of some. */
const members: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  input: [['exact', 'node', 'row', 'source', 'unit'], []],
  parameter: [['cites', 'exact', 'name', 'node', 'unit'], []],
  step: [
    ['cites', 'exact', 'node', 'of', 'operation', 'rule', 'unit'],
    ['count', 'instalment', 'key', 'keys'],
  ],
};

export function wrongMembers(node: Node): string | undefined {
  const [due = [], ofSome = []] = members[node.node] ?? [];
  const said = Object.keys(node);
  const more = said.filter((name) => !due.includes(name) && !ofSome.includes(name));
  const lacks = due.filter((name) => !said.includes(name));
  const cited = ((node as { cites?: readonly object[] }).cites ?? []).every(
    (each) =>
      Object.keys(each).sort().join() === 'place,source' &&
      Object.hasOwn(sources, (each as { source: string }).source),
  );
  return due.length > 0 && more.length + lacks.length === 0 && cited
    ? undefined
    : `is no node of working: ${[...more, ...lacks.map((name) => `no ${name}`)].join(', ') || 'it cites nothing'}`;
}
