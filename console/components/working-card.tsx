import type { RefObject } from 'preact';
import { useText } from '../i18n/language.tsx';
import { Citations } from './citations.tsx';
import { WorkingAmount } from './working-amount.tsx';
import { WorkingLedger } from './working-ledger.tsx';
import type { Quotes, WorkingNode, WorkingPlace } from './working-place.ts';
import { WorkingSource } from './working-source.tsx';

/** One node: its amount, the rule that made it, the paragraph that the rule comes from, and what it is made of. */
export function WorkingCard(props: {
  node: WorkingNode;
  nodes: ReadonlyMap<string, WorkingNode>;
  heading: RefObject<HTMLHeadingElement | null>;
  quotes: Quotes;
  place: WorkingPlace;
  open: (hash: string) => void;
}) {
  const { node, nodes, heading, quotes, place, open } = props;
  const { t } = useText();
  return (
    <>
      <h3 class="ds-heading working-amount" ref={heading} tabIndex={-1}>
        <WorkingAmount node={node} />
      </h3>
      <p>{node.text}</p>
      <dl class="working-why">
        {node.rule && (
          <div>
            <dt>{t('working.rule')}</dt>
            <dd class="sentence-case">{node.rule.name}</dd>
          </div>
        )}
        {node.cites.length > 0 && (
          <div>
            <dt>{t('working.cites')}</dt>
            <dd>
              <Citations cites={node.cites} quotes={quotes} rule={node.rule?.id} />
            </dd>
          </div>
        )}
        {node.rounded && (
          <div>
            <dt>{t('working.exact')}</dt>
            <dd>
              <code>{node.exact}</code>
            </dd>
          </div>
        )}
      </dl>
      <WorkingSource node={node} />
      {node.of.length > 0 && (
        <WorkingLedger key={node.hash} node={node} nodes={nodes} place={place} open={open} />
      )}
    </>
  );
}
