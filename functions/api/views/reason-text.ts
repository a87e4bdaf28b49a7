import { Fraction } from '../../../core/money/fraction.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { payeeName } from '../../shared/payee-name.ts';
import { amountText } from './amount-text.ts';
import type { RecordedNode, WorkingSource } from './working-source.ts';
import { workingText } from './working-text.ts';

/** So many amounts are named one by one where they are added; of more it is said how many there are. */
const fewest = 3;

/**
 * What a node is, with its reason first: `Minus 40 % av 20 506 982 kr.` How that was made whole kronor comes after it. A node that
 * nothing makes whole is its own reason.
 */
export async function reasonText(
  source: WorkingSource,
  node: RecordedNode,
  language: Language,
): Promise<string> {
  const rounding = await roundingText(source, node, language);
  if (rounding === undefined) return workingText(node, await argumentsOf(source, node), language);
  const reason = await clause(source, node, language);
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}. ${rounding}`;
}

/** How a node's amount was made whole; undefined of one that was not. */
async function roundingText(
  source: WorkingSource,
  node: RecordedNode,
  language: Language,
): Promise<string | undefined> {
  switch (node.operation) {
    case 'whole':
      return { sv: 'Avrundat till hela kronor.', en: 'Rounded to whole kronor.' }[language];
    case 'instalment':
      return {
        sv: 'I hela kronor; kronor som blir över när det delas betalas en i taget.',
        en: 'In whole kronor; those left over when it is divided are paid one at a time.',
      }[language];
    case 'part': {
      const { together } = await ownArgument(source, node);
      const all = amountText(Fraction.parse(together.exact), 'sek', language);
      const count = together.of?.length ?? 0;
      return {
        sv: `I hela kronor, avrundat så att ${count} regioner tillsammans får ${all}.`,
        en: `In whole kronor, rounded so that the ${count} regions together get ${all}.`,
      }[language];
    }
    default:
      return undefined;
  }
}

/** The reason as a part of a sentence: through what only rounds or turns the sign, to what says why. */
async function clause(
  source: WorkingSource,
  node: RecordedNode,
  language: Language,
): Promise<string> {
  const [first = ''] = node.of ?? [];
  switch (node.operation) {
    case 'part':
      return clause(source, (await ownArgument(source, node)).own, language);
    case 'whole':
      return clause(source, await source.named(first), language);
    case 'negated':
      return `minus ${await clause(source, await source.named(first), language)}`;
    case 'instalment':
      return instalmentClause(source, node, language);
  }
  const of = await argumentsOf(source, node);
  if (node.operation === 'sum' && of.length <= fewest)
    return of
      .map(({ exact, unit }) => amountText(Fraction.parse(exact), unit, language))
      .join(' plus ');
  return workingText(node, of, language).replace(/\.$/, '');
}

async function instalmentClause(
  source: WorkingSource,
  node: RecordedNode,
  language: Language,
): Promise<string> {
  const { own, together } = await ownArgument(source, node);
  const [number, count] = [node.instalment ?? 0, together.count ?? 0];
  const grant = amountText(Fraction.parse(own.exact), 'sek', language);
  const name = payeeName(node.key ?? '');
  return {
    sv: `utbetalning ${number} av ${count} av årets bidrag till ${name}, ${grant}`,
    en: `instalment ${number} of ${count} of the year's grant to ${name}, ${grant}`,
  }[language];
}

const argumentsOf = (source: WorkingSource, { of = [] }: RecordedNode) =>
  Promise.all(of.map((each) => source.named(each)));

/** What all regions' amounts were made together of, and the payee's own among it, with its hash. */
export async function ownArgument(source: WorkingSource, { of = [], key = '' }: RecordedNode) {
  const together = await source.named(of[0] ?? '');
  const hash = together.of?.[together.keys?.indexOf(key) ?? -1];
  if (hash === undefined) throw new RangeError(`A working has no part of ${key}.`);
  return { hash, own: await source.named(hash), together };
}
