import { useState } from 'preact/hooks';
import { useText } from '../i18n/language.tsx';
import { Icon } from './icon.tsx';
import { WorkingAmount } from './working-amount.tsx';
import type { WorkingNode, WorkingPlace } from './working-place.ts';
import { nameOf, type WorkingRow, workingRows } from './working-rows.ts';
import { WorkingSource } from './working-source.tsx';
import { WorkingTree } from './working-tree.tsx';

/**
 * What a node is made of, as on paper: amounts under each other with their signs, and what they make below the line; or all of it at
 * once, down to the inputs.
 */
export function WorkingLedger(props: {
  node: WorkingNode;
  nodes: ReadonlyMap<string, WorkingNode>;
  place: WorkingPlace;
  open: (hash: string) => void;
}) {
  const { node, nodes, place, open } = props;
  const { t } = useText();
  const [whole, showWhole] = useState(false);
  return (
    <section class="ledger">
      <div class="ledger-head">
        <h4 class="ds-heading" data-size="2xs">
          {t('working.made-of')}
        </h4>
        <button type="button" class="text-button" onClick={() => showWhole(!whole)}>
          {t(whole ? 'working.stepwise' : 'working.whole')}
        </button>
      </div>
      {whole ? (
        <WorkingTree place={place} root={node.hash} open={open} />
      ) : (
        <Steps node={node} nodes={nodes} open={open} />
      )}
    </section>
  );
}

/** The node's own arguments; each leads further down. */
function Steps(props: Pick<Parameters<typeof WorkingLedger>[0], 'node' | 'nodes' | 'open'>) {
  const { node, nodes, open } = props;
  const { t } = useText();
  return (
    <>
      <p class="quiet">{t('working.made-of.lead')}</p>
      <ul>
        {workingRows(node, nodes).map((row) => (
          <li key={`${row.role} ${row.name} ${row.hash}`}>
            <Row row={row} of={node} argument={nodes.get(row.hash ?? '')} open={open} />
          </li>
        ))}
        <li class="ledger-result">
          <span class="ledger-sign" aria-hidden="true">
            {'='}
          </span>
          <span class="ledger-text">{t('working.result')}</span>
          <WorkingAmount node={node} />
        </li>
      </ul>
    </>
  );
}

interface RowProps {
  row: WorkingRow;
  of: WorkingNode;
  argument: WorkingNode | undefined;
  open: (hash: string) => void;
}

function Row({ row, of, argument, open }: RowProps) {
  const { t } = useText();
  const { hash, sign, role } = row;
  const title = titleOf();
  const content = (
    <>
      <span class="ledger-sign">{sign}</span>
      <span class="ledger-text">
        {title && <span class="ledger-title">{title}</span>}
        {argument && role !== 'together' && role !== 'together-grants' && (
          <span class={title ? 'quiet' : undefined}>{argument.text}</span>
        )}
        {argument && argument.cites.length > 0 && argument.node === 'parameter' && (
          <span class="quiet">{argument.cites.map(({ place }) => place).join('; ')}</span>
        )}
      </span>
      {argument && <WorkingAmount node={argument} />}
    </>
  );
  if (hash === undefined) return <div class="ledger-row">{content}</div>;
  if (argument && argument.node !== 'step') {
    return (
      <>
        <div class="ledger-row">{content}</div>
        <WorkingSource node={argument} />
      </>
    );
  }
  return (
    <button type="button" class="ledger-row ledger-open" onClick={() => open(hash)}>
      {content}
      <Icon name="chevron" />
    </button>
  );

  function titleOf(): string | undefined {
    const name = nameOf(of.key);
    const count = String(argument?.of.length ?? 0);
    if (role === 'own') return t('working.own', { name });
    if (role === 'own-grant') return t('working.own-grant', { name });
    if (role === 'together') return t('working.together', { count });
    if (role === 'together-grants') return t('working.together-grants', { count });
    if (role !== 'rounding') return row.name;
    if (of.operation === 'instalment')
      return t('working.instalment', { number: String(of.instalment ?? 0) });
    return of.operation === 'part' ? t('working.rounded') : t('working.rounded-half-up');
  }
}
