import { Fraction } from '../../../core/money/fraction.ts';
import { toPlaces } from '../../../core/money/to-places.ts';
import type { Records } from '../../../core/ports.ts';
import type { CaseId } from '../../../core/record/case-id.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { ruleNames } from '../../contract/api/rule-names.ts';
import { Refused } from '../../shared/refused.ts';
import { citationView } from './citation-view.ts';
import { type RecordedNode, WorkingSource } from './working-source.ts';
import { workingText } from './working-text.ts';

type Working = AnswerOf<'readWorking'>;
type ShownNode = Working['nodes'][number];

/** So many nodes are answered at most; what lies beyond is named and can be asked for. */
const mostNodes = 1500;
const places = 6;
export const usualDepth = 2;

/** The node and `depth` levels below it, breadth first, each node once. */
export async function workingTree(
  records: Records,
  id: CaseId,
  root: string,
  depth: number,
  language: Language,
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
      const of = await Promise.all((node.of ?? []).map((each) => source.named(each)));
      nodes.set(hash, shownNode(hash, node, of, language));
      next.push(...(node.of ?? []));
    }
    level = next;
  }
  return { root, nodes: [...nodes.values()] };
}

function shownNode(
  hash: string,
  node: RecordedNode,
  of: readonly RecordedNode[],
  language: Language,
): ShownNode {
  const { text: shown, rounded } = toPlaces(Fraction.parse(node.exact), places);
  const { exact, unit, operation, rule, keys, key, count, instalment, row, name, source } = node;
  return {
    hash,
    node: node.node,
    ...{ exact, shown, rounded, unit },
    text: workingText(node, of, language),
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
