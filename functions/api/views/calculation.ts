import { Fraction } from '../../../core/money/fraction.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { ruleNames } from '../../contract/api/rule-names.ts';
import { amountText } from './amount-text.ts';
import { citedPlaces } from './cited-places.ts';
import { ownArgument, reasonText } from './reason-text.ts';
import type { RecordedNode, WorkingSource } from './working-source.ts';

/** A row of a working as a document prints it: what it is, what it comes to, and what it was made of. */
export interface Calculation {
  readonly hash: string;
  readonly text: string;
  readonly amount: string;
  /** It has a working of its own that is not given here. */
  readonly more: boolean;
  readonly of: readonly Calculation[];
}

/** What is deeper, and what is a sum of more than this, a document leaves to the console. */
const deepest = 7;
const widest = 6;

/**
 * A working as the payee reads it, from the stored nodes: the whole of what concerns the payee, and of what all regions share only
 * the total. Nothing is recalculated. What was printed before in the same document, as `printed` remembers, is not printed again.
 *
 * An amount that was made whole together with other regions' is shown by the payee's own part before it was rounded.
 */
export async function calculationOf(
  source: WorkingSource,
  hash: string,
  language: Language,
  printed: Set<string>,
  above?: { readonly depth: number; readonly rule: string | undefined },
): Promise<Calculation> {
  const depth = above?.depth ?? 0;
  const node = await source.named(hash);
  const amount = inOre(amountText(Fraction.parse(node.exact), node.unit, language));
  const { text: said, parts } = await rowOf(source, node, language);
  // What the first row is says the heading above it.
  const text = inOre(above ? named(node, above.rule, said, language) : said);
  const leaf = (node.of ?? []).length === 0;
  const row = { hash, text, amount, more: false, of: [] };
  if (leaf) return row;
  if (printed.has(hash))
    return { ...row, text: `${text} ${{ sv: 'Visat ovan.', en: 'Shown above.' }[language]}` };
  if (parts.length > widest || depth === deepest) return { ...row, more: true };
  printed.add(hash);
  const of: Calculation[] = [];
  const below = { depth: depth + 1, rule: node.rule };
  for (const part of parts) of.push(await calculationOf(source, part, language, printed, below));
  return { ...row, of };
}

/** What the row is, where another rule begins than the one above: `Ersättningstrappa: …`. */
function named(
  { rule }: RecordedNode,
  above: string | undefined,
  text: string,
  language: Language,
) {
  const name = rule !== undefined && rule !== above ? ruleNames[rule]?.[language] : undefined;
  if (name === undefined) return text;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** Kronor with decimals have two, so that figures stand under each other. */
const inOre = (text: string): string => text.replaceAll(/([,.]\d)(?=\u00a0kr)/g, '$10');

interface Row {
  readonly text: string;
  /** The hashes of what it is made of, as far as they concern the payee. */
  readonly parts: readonly string[];
}

async function rowOf(source: WorkingSource, node: RecordedNode, language: Language): Promise<Row> {
  const parts = node.of ?? [];
  if (node.node === 'parameter') return { text: statedText(node, language), parts };
  const text = await reasonText(source, node, language);
  if (node.operation === 'part' || node.operation === 'instalment')
    return { text, parts: [(await ownArgument(source, node)).hash] };
  const of = await Promise.all(parts.map((part) => source.named(part)));
  return { text, parts: counting(node, of) };
}

/** Of a choice, what was compared and what was chosen: the branch that did not count is left out. */
function counting({ operation, of: parts = [] }: RecordedNode, of: readonly RecordedNode[]) {
  if (operation !== 'if-over' && operation !== 'if-at-least') return parts;
  const [first, second] = of.map(({ exact }) => Fraction.parse(exact));
  const compared = first && second ? first.compare(second) : 0;
  const holds = operation === 'if-over' ? compared > 0 : compared >= 0;
  return parts.filter((_, index) => index < 2 || index === (holds ? 2 : 3));
}

/** Where in the agreement a figure stands; the name that code has for it says nothing to a reader. */
function statedText({ cites = [] }: RecordedNode, language: Language): string {
  const places = citedPlaces(cites, language);
  return { sv: `Står i ${places}.`, en: `Stated in ${places}.` }[language];
}
