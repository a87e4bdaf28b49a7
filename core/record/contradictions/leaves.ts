import { type Cited, sources } from '../../agreement/sources.ts';
import { canonical, type Json } from '../../canonical.ts';
import { leavesSupplied } from '../../inputs/facts.ts';
import type { InputKind } from '../../inputs/kinds.ts';
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
  readonly cites?: readonly { readonly source: string; readonly place: string }[];
  readonly source?: InputSource;
  readonly operation?: Operation;
  readonly rule?: string;
  readonly of?: readonly string[];
  readonly keys?: readonly string[];
  readonly key?: string;
  readonly count?: number;
  readonly instalment?: number;
}

/** What leaves can say: what each version supplies, as far as one was asked for, and what the agreements state. */
export interface Leaves {
  readonly supplied: Map<string, ReadonlySet<string>>;
  readonly stated: ReadonlySet<string>;
}

export const leavesOf = (parts: Parts): Leaves => ({
  supplied: new Map(),
  stated: statedIn(parts),
});

/** A leaf must name a version that the record holds, and say what that version supplies in that row. */
export function wrongLeaf(parts: Parts, { supplied }: Leaves, node: Node): string | undefined {
  const { source, row = '', exact, unit } = node;
  if (!source) return 'is a leaf without a source';
  const from = parts.named.get(source.stream);
  if (!from) return parts.whole ? `rests on ${source.stream}, which is not there` : undefined;
  const version = `${source.stream} version ${source.version}`;
  const key = `${version} ${source.hash}`;
  const said = supplied.get(key) ?? saidBy(parts, from, source);
  if (!said) return `rests on another ${version} than the record holds`;
  supplied.set(key, said);
  return said.has(leafText(row, exact, unit))
    ? undefined
    : `says ${exact} ${unit} of "${row}", which ${version} does not say`;
}

const leafText = (row: string, exact: string, unit: string): string =>
  canonical([row, exact, unit]);

/** What a version of an input supplies, or what a payment's return took back: that is owed. */
function saidBy(
  parts: Parts,
  from: FoundStream,
  { stream, version, hash }: InputSource,
): ReadonlySet<string> | undefined {
  const input = parts.inputs.get(stream)?.find((each) => each.version === version);
  if (input?.hash === hash) {
    // Of content that is none of its kind nothing can be worked out.
    const leaves = attempt(() => leavesSupplied(from.stream as InputKind, input)) ?? [];
    return new Set(leaves.map((each) => leafText(each.row, each.exact.toString(), each.unit)));
  }
  const event = from.events.find((each) => each.number === version && each.hash === hash)?.event;
  const { payments } = Object(event) as { payments?: readonly TakenBack[] };
  if (!payments) return undefined;
  return new Set(
    payments.flatMap(({ payee, sek }) =>
      [sek, Sek.of(sek).negated().toString()].map((exact) =>
        leafText(`${payee} returned`, exact, 'sek'),
      ),
    ),
  );
}

/** A number that an agreement states must be one of those that it states there; none can be said wherever something is written. */
export function wrongParameter(
  { stated }: Leaves,
  { exact, cites = [] }: Node,
): string | undefined {
  const isRead = cites.every(({ source }) => source === 'readings');
  const none = exact === '0' && (isRead || stated.has(statedText('', cites)));
  return none || stated.has(statedText(exact, cites))
    ? undefined
    : `says ${exact}, which no agreement states there`;
}

const statedText = (exact: string, cites: readonly Json[]): string =>
  canonical([exact, cites as Json]);

/** The numbers that agreements state, each with where it is written, and without it. */
function statedIn({ rulebooks }: Pick<Parts, 'rulebooks'>): ReadonlySet<string> {
  const stated = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { value: number, cites } = value as Partial<Cited<unknown>>;
    const exact = number === undefined ? undefined : exactOf(number);
    if (exact && cites) {
      const places = cites.map(({ source, place }) => ({ source, place }));
      stated.add(statedText(exact, places)).add(statedText('', places));
    } else for (const each of Object.values(value)) walk(each);
  };
  for (const year of rulebooks.years) walk(rulebooks.of(year).agreement);
  return stated;
}

function exactOf(number: unknown): string | undefined {
  if (number instanceof Sek || number instanceof Rate) return number.fraction.toString();
  return number instanceof Fraction ? number.toString() : undefined;
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

/** Something is cited, each place of a document once. */
const areCites = (cites: NonNullable<Node['cites']>): boolean =>
  cites.length > 0 &&
  new Set(cites.map((each) => canonical(each))).size === cites.length &&
  cites.every(
    (each) =>
      Object.keys(each).sort().join() === 'place,source' &&
      typeof each.place === 'string' &&
      Object.hasOwn(sources, each.source),
  );

/** How many arguments each step takes; of the others as many as there are. */
const arities: Readonly<Partial<Record<Operation, number>>> = {
  difference: 2,
  product: 2,
  quotient: 2,
  negated: 1,
  smaller: 2,
  larger: 2,
  'if-over': 4,
  'if-at-least': 4,
  whole: 1,
  part: 1,
  instalment: 1,
};

/** A step is of a rule, and takes as many arguments as it does. */
const isStep = ({ node, operation, of = [], rule, count = 1, instalment = 1 }: Node): boolean =>
  node !== 'step' ||
  (typeof rule === 'string' &&
    rule !== '' &&
    [count, instalment].every(Number.isInteger) &&
    of.length === ((operation && arities[operation]) ?? of.length));

/** What names a version. */
const inOrder = 'hash,stream,version';

export function wrongMembers(node: Node): string | undefined {
  const [due = [], ofSome = []] = members[node.node] ?? [];
  const said = Object.keys(node);
  const more = said.filter((name) => !due.includes(name) && !ofSome.includes(name));
  const lacks = due.filter((name) => !said.includes(name));
  const cited = node.node === 'input' || areCites(node.cites ?? []);
  const named = node.source ? Object.keys(node.source).sort().join() : inOrder;
  return due.length > 0 &&
    more.length + lacks.length === 0 &&
    cited &&
    named === inOrder &&
    isStep(node)
    ? undefined
    : `is no node of working: ${[...more, ...lacks.map((name) => `no ${name}`)].join(', ') || 'its source or what it cites is none'}`;
}
