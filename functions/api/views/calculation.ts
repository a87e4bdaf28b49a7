import { Fraction } from '../../../core/money/fraction.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { ruleNames } from '../../contract/api/rule-names.ts';
import { amountText } from './amount-text.ts';
import { citedPlaces } from './cited-places.ts';
import type { RecordedNode, WorkingSource } from './working-source.ts';
import { workingText } from './working-text.ts';

/** A row of a working as a document prints it: what it is, what it comes to, and what it was made of. */
export interface Calculation {
  readonly text: string;
  readonly amount: string;
  readonly of: readonly Calculation[];
}

/** What is deeper, and what is a sum of more than this, a document leaves to the console. */
const deepest = 7;
const widest = 6;

/** Marks a row whose own working is not printed; the documents explain it where the rows end. */
export const CONTINUES = '*';

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
  const { text: said, parts } = await row(source, node, language);
  // What the first row is says the heading above it.
  const text = inOre(above ? named(node, above.rule, said, language) : said);
  const leaf = (node.of ?? []).length === 0;
  if (leaf) return { text, amount, of: [] };
  if (printed.has(hash))
    return {
      text: `${text} ${{ sv: 'Visat ovan.', en: 'Shown above.' }[language]}`,
      amount,
      of: [],
    };
  if (parts.length > widest || depth === deepest)
    return { text: `${text} ${CONTINUES}`, amount, of: [] };
  printed.add(hash);
  const of: Calculation[] = [];
  const below = { depth: depth + 1, rule: node.rule };
  for (const part of parts) of.push(await calculationOf(source, part, language, printed, below));
  return { text, amount, of };
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

async function row(source: WorkingSource, node: RecordedNode, language: Language): Promise<Row> {
  const parts = node.of ?? [];
  if (node.node === 'parameter') return { text: statedText(node, language), parts };
  if (node.operation === 'part') return ownPart(source, node, language);
  if (node.operation === 'instalment') return ownInstalment(source, node, language);
  const of = await Promise.all(parts.map((part) => source.named(part)));
  return { text: workingText(node, of, language), parts: counting(node, of) };
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

async function ownPart(
  source: WorkingSource,
  node: RecordedNode,
  language: Language,
): Promise<Row> {
  const { own, together } = await ownArgument(source, node);
  const all = amountText(Fraction.parse(together.exact), 'sek', language);
  const count = together.of?.length ?? 0;
  return {
    parts: [own],
    text: {
      sv: `I hela kronor, avrundat så att ${count} regioner tillsammans får ${all}.`,
      en: `In whole kronor, rounded so that ${count} regions together get ${all}.`,
    }[language],
  };
}

async function ownInstalment(
  source: WorkingSource,
  node: RecordedNode,
  language: Language,
): Promise<Row> {
  const { own, together } = await ownArgument(source, node);
  const [number, count] = [node.instalment ?? 0, together.count ?? 0];
  return {
    parts: [own],
    text: {
      sv: `Del ${number} av ${count} av bidraget, i hela kronor; kronor som blir över när det delas betalas en i taget.`,
      en: `Part ${number} of ${count} of the grant, in whole kronor; kronor left over when it is divided are paid one at a time.`,
    }[language],
  };
}

/** What all regions' amounts were made together of, and the hash of the payee's own among it. */
async function ownArgument(source: WorkingSource, { of = [], key = '' }: RecordedNode) {
  const together = await source.named(of[0] ?? '');
  const own = together.of?.[together.keys?.indexOf(key) ?? -1];
  if (own === undefined) throw new RangeError(`A working has no part of ${key}.`);
  return { own, together };
}
