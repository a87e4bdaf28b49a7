import { canonical } from '../../../core/canonical.ts';
import { Fraction } from '../../../core/money/fraction.ts';
import { toPlaces } from '../../../core/money/to-places.ts';
import type { Records } from '../../../core/ports.ts';
import type { CaseId } from '../../../core/record/case-id.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { ruleNames } from '../../contract/api/rule-names.ts';
import { Refused } from '../../shared/refused.ts';
import { type Calculation, calculationOf } from './calculation.ts';
import { citationView } from './citation-view.ts';
import { passagesOf } from './cited-places.ts';
import { reasonText } from './reason-text.ts';
import { type RecordedNode, WorkingSource } from './working-source.ts';

type Working = AnswerOf<'readWorking'>;
type ShownNode = Working['nodes'][number];

/** So many nodes are answered at most; what lies beyond is named and can be asked for. */
const mostNodes = 1500;
const places = 6;
export const usualDepth = 2;

/** The node and `depth` levels below it, breadth first, each node once; `whole` with all of it besides, as the documents print it. */
export async function workingTree(
  records: Records,
  id: CaseId,
  root: string,
  depth: number,
  language: Language,
  whole = false,
): Promise<Working> {
  const source = new WorkingSource(records, id);
  if (!(await source.find(root))) throw new Refused('not-found', { what: `${id} ${root}` });
  const nodes = new Map<string, ShownNode>();
  let level: readonly string[] = [root];
  for (let below = 0; below <= depth; below++) {
    const next: string[] = [];
    for (const hash of level) {
      if (nodes.has(hash) || nodes.size === mostNodes) continue;
      const node = await source.named(hash);
      const said = await reasonText(source, node, language);
      nodes.set(hash, shownNode(hash, node, said, language));
      next.push(...(node.of ?? []));
    }
    level = next;
  }
  const rows = whole ? rowsOf(await calculationOf(source, root, language, new Set()), 0) : [];
  const shown = [...nodes.values()];
  const quotes = quotesOf(shown, language);
  return { root, nodes: shown, quotes, ...(whole && { rows: [...rows] }) };
}

/** What is written where these nodes cite, for each rule once; of a place whose text is not kept, nothing. */
function quotesOf(nodes: readonly ShownNode[], language: Language): Working['quotes'] {
  const cited = nodes.flatMap(({ cites, rule }) =>
    cites.map(({ source, place }) => ({ source, place, ...(rule && { rule: rule.id }) })),
  );
  const places = new Map(cited.map((cite) => [canonical(cite), cite]));
  return [...places.values()].flatMap((cite) => {
    const passages = passagesOf(cite, language);
    return passages.length === 0 ? [] : [{ ...cite, passages: [...passages] }];
  });
}

/** The whole working as documents print it, each row after the one that it is made for. */
function rowsOf({ of, ...row }: Calculation, depth: number): NonNullable<Working['rows']> {
  return [{ ...row, depth }, ...of.flatMap((each) => rowsOf(each, depth + 1))];
}

function shownNode(hash: string, node: RecordedNode, said: string, language: Language): ShownNode {
  const { text: shown, rounded } = toPlaces(Fraction.parse(node.exact), places);
  const { exact, unit, operation, rule, keys, key, count, instalment, row, name, source } = node;
  return {
    hash,
    node: node.node,
    ...{ exact, shown, rounded, unit },
    text: said,
    ...(operation !== undefined && { operation }),
    ...(rule !== undefined && { rule: { id: rule, name: ruleNames[rule]?.[language] ?? rule } }),
    cites: (node.cites ?? []).map(citationView),
    of: [...(node.of ?? [])],
    ...(keys && { keys: [...keys] }),
    ...(key !== undefined && { key }),
    ...(count !== undefined && { count }),
    ...(instalment !== undefined && { instalment }),
    ...(row !== undefined && { row }),
    ...(name !== undefined && { name }),
    ...(source && { source: shownSource(source) }),
  };
}

/** `INPUT#2021/rebate-final`; a payment that came back is in its run's own stream, `RUN#2021/03`. */
function shownSource({ stream, version, hash }: NonNullable<RecordedNode['source']>) {
  const [partition = '', name = ''] = stream.split('/');
  const year = partition.slice(partition.indexOf('#') + 1);
  return {
    stream,
    year: year === 'all' ? ('all' as const) : Number(year),
    kind: partition.startsWith('INPUT#') ? name : 'bank-report',
    version,
    hash,
  };
}
