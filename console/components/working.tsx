import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../i18n/language.tsx';
import { Icon } from './icon.tsx';
import { Loading } from './loading.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { WorkingCard } from './working-card.tsx';
import { useWorking, type WorkingNode, type WorkingPlace } from './working-place.ts';

/** The operations that core knows, in short words for the path. */
const operations = [
  'sum',
  'difference',
  'product',
  'quotient',
  'negated',
  'smaller',
  'larger',
  'if-over',
  'if-at-least',
  'whole',
  'allocation',
  'part',
  'instalments',
  'instalment',
] as const;

interface WorkingProps {
  place: WorkingPlace;
  /** The hash that the line names as its working. */
  root: string;
  /** What the amount is, to stand first in the path: Region Gotland, Månadsutbetalning. */
  name: string;
}

/**
 * How an amount came about: the rule and its paragraph at once, then what it is made of, one level at a time down to the inputs. Deeper
 * levels are read when one goes there.
 */
export function Working({ place, root, name }: WorkingProps) {
  const { t, language } = useText();
  const [path, setPath] = useState<readonly string[]>([root]);
  const here = path.at(-1) ?? root;
  const { data, problem, reload } = useWorking(place, here);
  const nodes = useNodes(language, data?.nodes);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  // Whoever goes deeper, or back, goes on reading from the top of what is shown then.
  useEffect(() => {
    if (moved.current) heading.current?.focus();
    moved.current = true;
  }, [here]);
  const node = nodes.get(here);

  return (
    <div class="working">
      {path.length > 1 && (
        <nav class="working-path" aria-label={t('working.path')}>
          <ol>
            {path.slice(0, -1).map((hash, depth) => (
              <li key={hash}>
                <button
                  type="button"
                  class="text-button"
                  onClick={() => setPath(path.slice(0, depth + 1))}
                >
                  {depth === 0 ? name : stepName(nodes.get(hash))}
                </button>
                <Icon name="chevron" />
              </li>
            ))}
            <li aria-current="step">{stepName(node)}</li>
          </ol>
        </nav>
      )}
      {node ? (
        <WorkingCard
          node={node}
          nodes={nodes}
          heading={heading}
          quotes={data?.quotes ?? []}
          place={place}
          open={(hash) => setPath([...path, hash])}
        />
      ) : problem ? (
        <ProblemAlert problem={problem} retry={() => void reload()} />
      ) : (
        <Loading lines={8} />
      )}
    </div>
  );

  function stepName(step: WorkingNode | undefined): string {
    const operation = operations.find((each) => each === step?.operation);
    if (operation) return t(`working.op.${operation}`);
    return step?.node === 'parameter' ? t('working.parameter') : t('working.input');
  }
}

/** Every node that has been read so far, so that one that is opened is there at once. Their sentences are in one language. */
function useNodes(language: string, read: readonly WorkingNode[] | undefined) {
  const known = useRef({ language, nodes: new Map<string, WorkingNode>() });
  if (known.current.language !== language) known.current = { language, nodes: new Map() };
  for (const node of read ?? []) known.current.nodes.set(node.hash, node);
  return known.current.nodes;
}
